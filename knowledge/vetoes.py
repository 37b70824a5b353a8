"""Rules that refuse whatever the chance: what the nearest fact contradicts or cannot hold."""

from __future__ import annotations

from itertools import pairwise

from knowledge.language.function_words import TASKS, TURNING
from knowledge.language.kind import Kind
from knowledge.result import Reason, Result
from knowledge.search.matter import Class
from knowledge.verdicts import Case, missing, ordinals, refuse, untold

SURE_FROM = 0.8
"""From here on a follow-up's own verb may be another than the fact's, and «до» need not be told."""


def other_task(case: Case) -> Result | None:
    """«Напиши стих про осень», «реши уравнение»: an order to do something else than answer."""
    question = case.search.question
    first = next((term for term in question.terms if term.kind > Kind.FUNCTION), None)
    ordered = (
        first is not None and "impr" in first.morphology.moods and TASKS.intersection(first.morphology.lemmas)
    )
    if question.slots or not ordered:
        return None
    return refuse(case, "other-task", Reason.OFF_TOPIC, 0.95)


def other_number(case: Case) -> Result | None:
    """An ordinal that the facts contradict: the third dialogue."""
    best = case.best
    if best is None or not (best.features.missing_ordinal or best.features.ordinal_clash):
        return None
    named = missing(case, Class.ORDINAL) or tuple(ordinals(case))
    return refuse(case, "other-number", Reason.NO_SUCH_NUMBER, 0.9, named)


def other_side(case: Case) -> Result | None:
    """A side that the nearest fact, whose people are of another, does not have."""
    if case.best is None or not case.best.features.side_clash:
        return None
    return refuse(case, "other-side", Reason.NO_SUCH_ENTITY, 0.8, missing(case, Class.NAME))


def turned_away(case: Case) -> Result | None:
    """«Кто был министром до Линч», «кроме Линч»: the relation turns the question to what is not there."""
    turning = [word for word in missing(case, Class.RELATION) if _turns(case, word.lower())]
    if not turning or case.chance >= SURE_FROM:
        return None
    return refuse(case, "turned-away", Reason.UNACCOUNTED, 0.8, tuple(turning))


def _turns(case: Case, word: str) -> bool:
    """«До» turns to another holder only before somebody: «до Линч», unlike «до Актау» and «до вечера»."""
    if word != "до":
        return bool(TURNING.intersection(word.split()))
    pairs = pairwise(case.search.question.terms)
    return any(term.word == word and after.morphology.animate for term, after in pairs)


def attribute_not_told(case: Case) -> Result | None:
    """Age, price, reason and the like, of which the nearest fact tells nothing."""
    best = case.best
    if best is None or not untold(best):
        return None
    return refuse(case, "not-told", Reason.NO_SUCH_SLOT, 0.9, missing(case, Class.ATTRIBUTE))


def words_not_said(case: Case) -> Result | None:
    """«Что сказал губернатор?» of a fact that nobody says."""
    if case.best is None or not case.best.features.speech_lacking:
        return None
    return refuse(case, "not-said", Reason.NO_SUCH_SLOT, 0.85)


def follow_up_lost(case: Case) -> Result | None:
    """A follow-up whose own word the fact does not have: «А на нефть?»."""
    classes = Class if case.chance < SURE_FROM else set(Class) - {Class.VERB, Class.OTHER}
    lost = [word for word in missing(case, *classes) if case.own.intersection(word.lower().split())]
    if not lost:
        return None
    return refuse(case, "follow-up-lost", Reason.UNACCOUNTED, 0.8, tuple(lost))
