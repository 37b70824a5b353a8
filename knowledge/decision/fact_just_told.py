"""What a short follow-up asks of the fact told last: its value, one of its qualities, whom it names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups
from knowledge.decision.clause_pipeline import ClausePipeline
from knowledge.decision.clause_result import ClauseResult
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.spell_checker import SpellingCorrection
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Refusal, Shown, Slot, ValueLead, YesNoLead
from knowledge.scoring.statement_values import values_of
from knowledge.understanding import ties
from knowledge.understanding.carried_words import carried_words
from knowledge.understanding.pronouns import without_pronouns
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.substitution import kinds_of

_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_ADJECTIVES = frozenset({"ADJF", "ADJS"})
_MOST_OWN = 2
"""Words of content of a question that is asked of the fact told last."""
_LIKELY = 0.6
_PREPOSITIONS = read_groups("function_words/prepositions")
_INSTEAD = _PREPOSITIONS["except"] | _PREPOSITIONS["replacing"]
_WHOM = read_groups("question_words/groups")["whom"]
_NEGATE = read_groups("function_words/particles")["deny_next"]


def of_told_fact(
    pipeline: ClausePipeline,
    found: ClauseResult,
    question: Question,
    text: str,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
) -> ClauseResult:
    """A follow-up as decided, or what the fact told last answers to it rather than another."""
    base = pipeline.searcher.base
    fact = next((base.fact_by_id[one] for one in conversation.facts[:1] if one in base.fact_by_id), None)
    if fact is None:
        return found
    return (
        _quality(fact, found, question, conversation, pipeline)
        or _measure(fact, found, question, pipeline)
        or _beside_preposition(fact, found, question, changes, pipeline)
        or _words_of_statement(fact, found, question, text, changes, pipeline)
        or found
    )


def _answer(fact: Fact, found: ClauseResult, lead: ValueLead | YesNoLead, form: AnswerForm) -> ClauseResult:
    shown = (Shown(fact=fact, slot=Slot.STATEMENT),)
    result = Answer(
        rule="last-fact", confidence=_LIKELY, shown=shown, lead=lead, form=form, why=found.result.why
    )
    return replace(found, result=result)


def _quality(
    fact: Fact, found: ClauseResult, question: Question, conversation: Conversation, pipeline: ClausePipeline
) -> ClauseResult | None:
    """«Бесплатные?» after the number of seats: yes, where the statement calls them so."""
    lexicon = pipeline.searcher.lexicon
    own = [question.terms[at] for at in question.content_places]
    if question.slots or not own or ties.is_tied(question, question.text) or _denies(question, fact):
        return None
    is_part = any(term.morphology.first_pos == "PREP" for term in question.terms)  # «для остальных»
    if is_part or not all(_is_quality(term) and not kinds_of(term, pipeline.searcher) for term in own):
        return None
    last = parse_question(conversation.question, lexicon, asking=True)
    said = lexicon.content(fact.says)
    compared = any(_is_quality(last.terms[at]) for at in last.content_places)
    if compared or not all(_stands_in(term, said) for term in own):
        return None
    return _answer(fact, found, YesNoLead(polarity=Polarity.YES), AnswerForm.YES_NO)


def _is_quality(term: Term) -> bool:
    return term.morphology.first_pos in _ADJECTIVES


def _denies(question: Question, fact: Fact) -> bool:
    words = {term.word for term in question.terms} | {*fact.says.lower().split()}
    return bool(question.request.negated) or bool(words & _NEGATE)


def _measure(
    fact: Fact, found: ClauseResult, question: Question, pipeline: ClausePipeline
) -> ClauseResult | None:
    """«Доля?», «сумма?»: the only value of that kind in the fact told last, unless what answers otherwise has
    the word itself."""
    lexicon, kind = pipeline.searcher.lexicon, question.request.measure
    own = [question.terms[at] for at in question.content_places]
    if kind is None or question.slots or len(own) != 1 or own[0].morphology.first_pos != "NOUN":
        return None
    shown = found.result.shown[:1] if isinstance(found.result, Answer) else ()
    if any(one.fact.id == fact.id or _stands_in(own[0], lexicon.content(one.fact.says)) for one in shown):
        return None
    values = [one for one in values_of(fact) if one.kind is kind]
    if len(values) != 1:
        return None
    lead = ValueLead(held=fact.says[values[0].start : values[0].end])
    return _answer(fact, found, lead, AnswerForm.HOW_MUCH)


def _beside_preposition(
    fact: Fact,
    found: ClauseResult,
    question: Question,
    changes: tuple[SpellingCorrection, ...],
    pipeline: ClausePipeline,
) -> ClauseResult | None:
    """«Вместо кого она встала у руля?»: the statement has somebody after that preposition, whatever words
    the question has for the rest."""
    if not isinstance(found.result, Refusal):
        return None
    asked = next(
        (
            f"{before.token.written} {after.token.written}"
            for before, after in pairwise(question.terms)
            if before.word in _INSTEAD and after.word in _WHOM
        ),
        None,
    )
    own = [question.terms[at] for at in question.content_places if at not in question.asking_places]
    named = any(kinds_of(term, pipeline.searcher) or term.is_name for term in own)
    if asked is None or named or asked.split()[0].lower() not in fact.says.lower().split():
        return None
    about = parse_question(fact.questions[0], pipeline.searcher.lexicon)
    carried = tuple(carried_words(about, question, pipeline.searcher))
    decided = pipeline.decide(f"{asked} {' '.join(carried)}", carried, changes)
    return decided if _tells(decided, fact) else None


def _words_of_statement(
    fact: Fact,
    found: ClauseResult,
    question: Question,
    text: str,
    changes: tuple[SpellingCorrection, ...],
    pipeline: ClausePipeline,
) -> ClauseResult | None:
    """«В каком вагоне?», «кто это сказал?»: what is refused otherwise is asked of the fact told last, where
    its statement has every word of content."""
    if not isinstance(found.result, Refusal) or not question.slots:
        return None
    own = [question.terms[at] for at in question.content_places if at not in question.asking_places]
    own = [term for term in own if term.word_class is WordClass.CONTENT or not _is_verb(term)]
    said = pipeline.searcher.lexicon.content(fact.says)
    if len(own) > _MOST_OWN or any(term.is_name or not _stands_in(term, said) for term in own):
        return None
    about = parse_question(fact.questions[0], pipeline.searcher.lexicon)
    carried = tuple(carried_words(about, question, pipeline.searcher))
    filled = f"{without_pronouns(text)} {' '.join(carried)}"
    decided = pipeline.decide(filled, carried, changes, frozenset(term.word for term in own))
    return decided if _tells(decided, fact) and decided.result.form is question.request.form else None


def _tells(decided: ClauseResult, fact: Fact) -> bool:
    """Whether the fact told last is what answers first."""
    shown = decided.result.shown[:1] if isinstance(decided.result, Answer) else ()
    return any(one.fact.id == fact.id for one in shown)


def _is_verb(term: Term) -> bool:
    return term.morphology.first_pos in _VERBS


def _stands_in(term: Term, said: Collection[str]) -> bool:
    """Whether a statement has a word; of a verb, itself: «шпионил» is not told by «шпионаж»."""
    least = Level.SYNONYM if _is_verb(term) else Level.ROOT
    return any(key in said for key, level in term.keys if level >= least)
