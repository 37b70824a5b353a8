"""Rules that refuse whatever the chance: what the nearest fact contradicts or cannot hold."""

from __future__ import annotations

from itertools import pairwise

from knowledge.decision.rule_context import RuleContext, ordinals, refuse, unmatched_words, untold
from knowledge.language.function_words import TASKS, TURNING
from knowledge.language.word_class import WordClass
from knowledge.results import Reason, Result
from knowledge.retrieval.query_terms import TermClass

SURE_FROM = 0.8
"""From here on a follow-up's own verb may be another than the fact's, and «до» need not be told."""


def other_task(case: RuleContext) -> Result | None:
    """«Напиши стих про осень», «реши уравнение»: an order to do something else than answer."""
    question = case.search.question
    first = next((term for term in question.terms if term.word_class > WordClass.FUNCTION), None)
    ordered = (
        first is not None and "impr" in first.morphology.moods and TASKS.intersection(first.morphology.lemmas)
    )
    if question.slots or not ordered:
        return None
    return refuse(case, "other-task", Reason.OFF_TOPIC, 0.95)


def other_number(case: RuleContext) -> Result | None:
    """An ordinal that the facts contradict: the third dialogue."""
    best = case.best
    if best is None or not (best.features.missing_ordinal or best.features.ordinal_clash):
        return None
    named = unmatched_words(case, TermClass.ORDINAL) or tuple(ordinals(case))
    return refuse(case, "other-number", Reason.NO_SUCH_NUMBER, 0.9, named)


def other_side(case: RuleContext) -> Result | None:
    """A side that the nearest fact, whose people are of another, does not have."""
    if case.best is None or not case.best.features.side_clash:
        return None
    return refuse(case, "other-side", Reason.NO_SUCH_ENTITY, 0.8, unmatched_words(case, TermClass.NAME))


def turned_away(case: RuleContext) -> Result | None:
    """«Кто был министром до Линч», «кроме Линч»: the relation turns the question to what is not there."""
    turning = [word for word in unmatched_words(case, TermClass.RELATION) if _turns(case, word.lower())]
    if not turning or case.chance >= SURE_FROM:
        return None
    return refuse(case, "turned-away", Reason.UNACCOUNTED, 0.8, tuple(turning))


def _turns(case: RuleContext, word: str) -> bool:
    """«До» turns to another holder only before somebody: «до Линч», unlike «до Актау» and «до вечера»."""
    if word != "до":
        return bool(TURNING.intersection(word.split()))
    pairs = pairwise(case.search.question.terms)
    return any(term.word == word and after.morphology.animate for term, after in pairs)


def attribute_not_told(case: RuleContext) -> Result | None:
    """Age, price, reason and the like, of which the nearest fact tells nothing."""
    best = case.best
    if best is None or not untold(best):
        return None
    return refuse(case, "not-told", Reason.NO_SUCH_SLOT, 0.9, unmatched_words(case, TermClass.ATTRIBUTE))


def words_not_said(case: RuleContext) -> Result | None:
    """«Что сказал губернатор?» of a fact that nobody says."""
    if case.best is None or not case.best.features.speech_lacking:
        return None
    return refuse(case, "not-said", Reason.NO_SUCH_SLOT, 0.85)


def follow_up_lost(case: RuleContext) -> Result | None:
    """A follow-up whose own word the fact does not have: «А на нефть?»."""
    classes = TermClass if case.chance < SURE_FROM else set(TermClass) - {TermClass.VERB, TermClass.OTHER}
    lost = [word for word in unmatched_words(case, *classes) if case.own.intersection(word.lower().split())]
    if not lost:
        return None
    return refuse(case, "follow-up-lost", Reason.UNACCOUNTED, 0.8, tuple(lost))
