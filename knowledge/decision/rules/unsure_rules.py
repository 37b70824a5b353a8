"""Refusals by what the best fact lacks, where it is not probable enough; the source where none answers."""

from __future__ import annotations

from knowledge.data.tables import read_groups
from knowledge.decision.context.answer_slots import fill_slots
from knowledge.decision.context.event_records import telling_source
from knowledge.decision.context.rule_context import (
    RuleContext,
    near_options,
    refuse,
    unmatched_words,
)
from knowledge.language.synonyms import Level
from knowledge.results import Answer, Reason, Result, Shown, Slot, SmallTalk
from knowledge.retrieval.matching import match_terms
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import Question

_MET_FROM, _MET_SCORE, _APART = 0.15, 5.5, 1.9
"""The least probability, score and lead over the next fact of one that has every word."""
_TOLD = (Slot.DATE, Slot.PLACE)
_MORE = read_groups("values/qualities")["most"] | read_groups("question_words/groups")["name"]


def other_name(context: RuleContext) -> Result | None:
    """A person, place or country that the best fact does not have."""
    if context.best is None or not context.best.features.missing_name:
        return None
    named = unmatched_words(context, TermClass.NAME)
    return refuse(context, "other-name", Reason.NO_SUCH_ENTITY, 1 - context.probability, named)


def other_date(context: RuleContext) -> Result | None:
    """A date or a number that the best fact does not have."""
    if context.best is None or not context.best.features.missing_number:
        return None
    named = unmatched_words(context, TermClass.NUMBER)
    return refuse(context, "other-date", Reason.NO_SUCH_NUMBER, 1 - context.probability, named)


def source_asked(context: RuleContext) -> Result | None:
    """Where all this is from: answered by the pack's source where no fact answers."""
    if context.search.question.slots[:1] != (Slot.SOURCE,) or unmatched_words(
        context, TermClass.NAME, TermClass.ORDINAL, TermClass.NUMBER
    ):
        return None
    telling = telling_source(context.base)
    if telling is not None and not context.search.question.request.negated:
        shown = (Shown(fact=telling, slot=Slot.SOURCE),)
        return Answer(rule="source", confidence=0.8, shown=shown, why=context.why)
    return Answer(rule="source", confidence=0.6, small_talk=SmallTalk.SOURCE, why=context.why)


def slot_not_held(context: RuleContext) -> Result | None:
    """The best fact cannot fill the slot that is asked for."""
    best = context.best
    if best is None or not (
        best.features.slot_lacking or best.features.uncounted or best.features.slot_taken
    ):
        return None
    return refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 1 - context.probability)


def fully_met(context: RuleContext) -> Result | None:
    """The best fact says every word of a question of where or when, and has no rival: only a low probability
    would turn it away. Who did something, and what and why, words alone do not tell."""
    best, question = context.best, context.search.question
    if best is None or context.probability < _MET_FROM or best.score < _MET_SCORE:
        return None
    if question.slot not in _TOLD or best.features.nameless or context.own_words or _asks_more(question):
        return None
    near = [other for other in context.search.facts[1:] if best.score - other.score < _APART]
    if (
        question.request.negated
        or not _says_all(best, context)
        or any(_says_all(one, context) for one in near)
    ):
        return None
    shown = tuple(fill_slots(best, context.search.query, context.base))
    return Answer(rule="fully-met", confidence=0.6, shown=shown, why=context.why)


def _says_all(found: ScoredFact, context: RuleContext) -> bool:
    """Whether the statement has every word, not only one of like meaning or an example's."""
    levels = match_terms(context.search.query, found.parsed.statement_keys)
    return bool(levels) and all((level or 0) >= Level.ROOT for level in levels)


def _asks_more(question: Question) -> bool:
    """«Самый дорогой билет» asks to compare; «как зовут брата» asks for a name, which words do not hold."""
    return any(_MORE & {term.word, *term.morphology.lemmas} for term in question.terms)


def words_left(context: RuleContext) -> Result | None:
    """Content words that the best fact does not have."""
    named = unmatched_words(context, *TermClass)
    if not named:
        return None
    is_near = bool(near_options(context))
    reason = Reason.UNACCOUNTED if is_near else Reason.OFF_TOPIC
    return refuse(context, "words-left", reason, 1 - context.probability, named if is_near else ())


def unsure(context: RuleContext) -> Result | None:
    """The last rule, which always applies."""
    return refuse(context, "unsure", Reason.NO_SUCH_SLOT, 1 - context.probability)
