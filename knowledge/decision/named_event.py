"""«Какого числа вышло сообщение? А сам диалог?»: an event named alone is asked of its own date or place."""

from __future__ import annotations

from dataclasses import replace

from knowledge.conversation import Conversation
from knowledge.decision.clause_pipeline import ClausePipeline
from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.last_event import HAPPENING
from knowledge.facts.model import Event
from knowledge.language.lexicon import Term
from knowledge.language.spell_checker import SpellingCorrection
from knowledge.language.synonyms import Level
from knowledge.results import Answer, Refusal, Slot
from knowledge.understanding import ties
from knowledge.understanding.carried_words import asking_words
from knowledge.understanding.question import Question, parse_question

_VERBAL = frozenset({"VERB", "INFN", "PRTS", "PRED"})
_MODIFIERS = frozenset({"ADJF", "NUMR"})


def of_event_named(
    found: ClauseResult,
    question: Question,
    text: str,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
    pipeline: ClausePipeline,
) -> ClauseResult:
    """A follow-up as decided, or the date or place of the event that it names, where it is decided by nothing
    new: the last fact again, or a refusal."""
    if conversation.slot not in (Slot.DATE, Slot.PLACE) or not ties.is_tied(question, text):
        return found
    last = parse_question(conversation.question, pipeline.searcher.lexicon, asking=True)
    event = _named(question, last, pipeline)
    if event is None:
        return found
    asked = " ".join(asking_words(last))
    took_place = _only_took_place(last)
    repeats = _repeats(found, conversation)
    if not (repeats or took_place) and _tells(found, event):
        return replace(found, text=f"{asked} {event.title}")  # its verb was said of something else
    if not repeats and not (took_place and isinstance(found.result, Refusal)):
        return found
    decided = pipeline.decide(f"{asked} {event.title}", (*asked.split(), event.title), changes)
    return decided if _tells(decided, event) else found


def _tells(found: ClauseResult, event: Event) -> bool:
    """Whether a date or place is told of an event."""
    result = found.result
    told = result.shown[:1] if isinstance(result, Answer) and result.lead is not None else ()
    return any(event.id in one.fact.about[:1] for one in told)


def _named(question: Question, last: Question, pipeline: ClausePipeline) -> Event | None:
    """The event whose title begins with the only noun of a follow-up that asks nothing new of it."""
    asking = {question.terms[at].word for at in question.asking_places}
    content = [question.terms[at] for at in question.content_places if at not in question.asking_places]
    nouns = [term for term in content if term.morphology.first_pos == "NOUN"]
    others = [term for term in content if term not in nouns]
    if not asking <= {last.terms[at].word for at in last.asking_places} or len(nouns) != 1:
        return None
    if any(term.morphology.first_pos not in _MODIFIERS for term in others) or _is_in(nouns[0], last):
        return None
    if any(term.morphology.first_pos == "PREP" for term in question.terms):
        return None
    events = pipeline.searcher.events
    event, lacking = events.resolve(content)
    return event if event is not None and not lacking and events.is_headed(event, nouns[0]) else None


def _is_in(term: Term, last: Question) -> bool:
    lemmas = {key for one in last.terms for key, level in one.keys if level is Level.LEMMA}
    return any(key in lemmas for key, level in term.keys if level is Level.LEMMA)


def _repeats(found: ClauseResult, conversation: Conversation) -> bool:
    """Whether the fact told last is all that is found."""
    shown = found.result.shown if isinstance(found.result, Answer) else ()
    return tuple(one.fact.id for one in shown[:1]) == conversation.facts[:1]


def _only_took_place(last: Question) -> bool:
    """Whether the last question asks when or where something took place, not when it was decided."""
    verbs = [term for term in last.terms if term.morphology.first_pos in _VERBAL]
    return all(HAPPENING.intersection(term.morphology.lemmas) for term in verbs)
