"""A question that names no event, filled with the main one, that of those told of last, or the last fact."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.conversation import Conversation
from knowledge.decision.clause_pipeline import ClausePipeline, ClauseResult
from knowledge.decision.clause_signs import asks_who_was_there
from knowledge.decision.last_event import only_happens, told_event
from knowledge.language.lexicon import Term
from knowledge.language.spell_checker import SpellingCorrection
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, Refusal, Slot
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding import ellipsis
from knowledge.understanding.carried_words import carried_words
from knowledge.understanding.pronouns import without_pronouns
from knowledge.understanding.question import Question, parse_question

_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_MOST_OWN = 2
"""Words of content of a question that is asked of the fact told last."""


def of_main_event(
    pipeline: ClausePipeline, text: str, changes: tuple[SpellingCorrection, ...], alone: ClauseResult
) -> ClauseResult:
    """«Где это было?» with nothing before it is asked of the main event."""
    event = main_event(pipeline.searcher.base)
    refused = alone.result if isinstance(alone.result, Refusal) else None
    if event is None or refused is None:
        return alone
    question = parse_question(text, pipeline.searcher.lexicon, asking=True)
    presence = asks_who_was_there(refused)
    if refused.rule != "no-context" and not presence and not question.only_asks:
        return alone
    if refused.slot not in (Slot.PLACE, Slot.DATE, Slot.PERSON) and not presence:
        return alone
    if not ellipsis.refers(text):
        return alone
    filled = pipeline.decide(f"{text.rstrip(' ?!.')} {event.title}", (event.title,), changes)
    return filled if presence or isinstance(filled.result, Answer) else alone


def of_their_event(
    pipeline: ClausePipeline,
    best: ClauseResult,
    question: Question,
    text: str,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
) -> ClauseResult:
    """«А где они встретились?» of those told of last: where that is refused of them, it is asked of the event
    that they were told of."""
    event = told_event(conversation, pipeline.searcher.base)
    asked = question.slots[:1] in ((Slot.PLACE,), (Slot.DATE,))
    if event is None or not asked or not isinstance(best.result, Refusal):
        return best
    if not only_happens(question, pipeline.searcher.events.keys_of(event)):
        return best
    filled = pipeline.decide(f"{without_pronouns(text)} {event.title}", (event.title,), changes)
    return filled if isinstance(filled.result, Answer) else best


def of_last_fact(
    pipeline: ClausePipeline,
    best: ClauseResult,
    question: Question,
    text: str,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
) -> ClauseResult:
    """«В каком вагоне?», «кто это сказал?»: what is refused otherwise is asked of the fact told last, where
    its statement has every word of content."""
    base, lexicon = pipeline.searcher.base, pipeline.searcher.lexicon
    fact = next((base.fact_by_id[one] for one in conversation.facts[:1] if one in base.fact_by_id), None)
    if fact is None or not isinstance(best.result, Refusal) or not question.slots:
        return best
    own = [question.terms[at] for at in question.content_places if at not in question.asking_places]
    own = [term for term in own if term.word_class is WordClass.CONTENT or not _is_verb(term)]
    said = lexicon.content(fact.says)
    if len(own) > _MOST_OWN or any(term.is_name or not _stands_in(term, said) for term in own):
        return best
    about = parse_question(fact.questions[0], lexicon)
    carried = tuple(carried_words(about, question, pipeline.searcher))
    filled = f"{without_pronouns(text)} {' '.join(carried)}"
    decided = pipeline.decide(filled, carried, changes, frozenset(term.word for term in own))
    shown = decided.result.shown if isinstance(decided.result, Answer) else ()
    same_form = decided.result.form is question.request.form
    return decided if same_form and shown and shown[0].fact.id == fact.id else best


def _is_verb(term: Term) -> bool:
    return term.morphology.first_pos in _VERBS


def _stands_in(term: Term, said: Collection[str]) -> bool:
    """Whether a statement has a word; of a verb, itself: «шпионил» is not told by «шпионаж»."""
    least = Level.SYNONYM if _is_verb(term) else Level.ROOT
    return any(key in said for key, level in term.keys if level >= least)
