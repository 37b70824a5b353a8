"""Answer, offer or refuse: ordered named rules, the first that speaks decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from knowledge.result import Answer, Choices, Reason, Result, Slot, SmallTalk
from knowledge.search.matter import Class
from knowledge.search.score import FAR, accept
from knowledge.search.searcher import Search
from knowledge.showing import show
from knowledge.verdicts import MOST_OPTIONS, Case, missing, near, option, refuse, together
from knowledge.vetoes import (
    attribute_not_told,
    follow_up_lost,
    other_number,
    other_side,
    other_task,
    turned_away,
    words_not_said,
)

ANSWER_FROM = 0.5
"""The chance of being right from which the best fact is the answer."""


Rule = Callable[[Case], Result | None]


def chance_of(search: Search) -> float:
    """The probability that the best fact found is right; none where it has no word of the question."""
    if not search.found:
        return 0.0
    best, second = search.found[0], search.found[1:2]
    if not best.features.cover:
        return 0.0
    runner_up = second[0].score if second else best.score - FAR
    return accept(best.features, best.share, best.reach, best.score, runner_up)


def decide(case: Case) -> Result:
    """The first verdict of the rules in their order."""
    for rule in RULES:
        result = rule(case)
        if result is not None:
            return result
    raise AssertionError("the last rule always decides")


def no_words(case: Case) -> Result | None:
    """Nothing in the text carries meaning."""
    question = case.search.question
    if question.matter and not question.is_bare_number:
        return None
    if question.slots[:1] == (Slot.SOURCE,):
        return source_asked(case)
    if question.slots and not question.matter:
        return refuse(case, "no-context", Reason.NO_CONTEXT, 0.8)
    return refuse(case, "no-words", Reason.NO_WORDS, 0.95)


def who_is(case: Case) -> Result | None:
    """«Кто такая Линч?»: nothing but the name of a person whom a fact of the base introduces."""
    found = next((one for one in case.search.found if one.features.identity), None)
    if found is None or case.search.question.slot is not Slot.POST or missing(case, *Class):
        return None
    shown = tuple(show(found, case.search.matter, case.base))
    return Answer(rule="who-is", confidence=round(max(case.chance, 0.8), 3), shown=shown, why=case.why)


def nothing_near(case: Case) -> Result | None:
    return None if case.best else refuse(case, "nothing-near", Reason.OFF_TOPIC, 0.97)


def sure(case: Case) -> Result | None:
    """The best fact is likely enough, alone or with those that answer the same."""
    if case.best is None or case.chance < ANSWER_FROM:
        return None
    shown = tuple(
        replace(one, beside=beside)
        for found, beside in together(case)
        for one in show(found, case.search.matter, case.base)
    )
    return Answer(rule="sure", confidence=round(case.chance, 3), shown=shown, why=case.why)


def keywords(case: Case) -> Result | None:
    """Bare words of the base, with no word that asks, that several facts share."""
    if case.best is None or case.search.question.slots or not case.best.features.terse_full:
        return None
    full = [found for found in case.search.found if found.features.terse_full][:MOST_OPTIONS]
    if len(full) == 1:
        return Answer(
            rule="keywords",
            confidence=0.6,
            shown=tuple(show(full[0], case.search.matter, case.base)),
            why=case.why,
        )
    return Choices(rule="keywords", confidence=0.5, options=tuple(map(option, full)), why=case.why)


def other_name(case: Case) -> Result | None:
    """A person, place or country that the base does not hold, or holds elsewhere."""
    if case.best is None or not case.best.features.missing_name:
        return None
    confidence = 1 - case.chance
    return refuse(case, "other-name", Reason.NO_SUCH_ENTITY, confidence, missing(case, Class.NAME))


def other_date(case: Case) -> Result | None:
    if case.best is None or not case.best.features.missing_number:
        return None
    confidence = 1 - case.chance
    return refuse(case, "other-date", Reason.NO_SUCH_NUMBER, confidence, missing(case, Class.NUMBER))


def source_asked(case: Case) -> Result | None:
    """Where all this is from: the pack's source itself answers, where no fact does."""
    if case.search.question.slots[:1] != (Slot.SOURCE,) or missing(
        case, Class.NAME, Class.ORDINAL, Class.NUMBER
    ):
        return None
    return Answer(rule="source", confidence=0.6, small_talk=SmallTalk.SOURCE, why=case.why)


def slot_not_held(case: Case) -> Result | None:
    """The matter is all there, the kind of thing asked for is not."""
    best = case.best
    if best is None or not (
        best.features.slot_lacking or best.features.uncounted or best.features.slot_taken
    ):
        return None
    return refuse(case, "slot-not-held", Reason.NO_SUCH_SLOT, 1 - case.chance)


def words_left(case: Case) -> Result | None:
    """Words that carry meaning and that the nearest fact does not account for."""
    named = missing(case, *Class)
    if not named:
        return None
    is_near = bool(near(case))
    reason = Reason.UNACCOUNTED if is_near else Reason.OFF_TOPIC
    return refuse(case, "words-left", reason, 1 - case.chance, named if is_near else ())


def unsure(case: Case) -> Result | None:
    return refuse(case, "unsure", Reason.NO_SUCH_SLOT, 1 - case.chance)


RULES: tuple[Rule, ...] = (
    no_words,
    other_task,
    nothing_near,
    other_number,
    other_side,
    turned_away,
    attribute_not_told,
    words_not_said,
    follow_up_lost,
    sure,
    who_is,
    keywords,
    other_name,
    other_date,
    source_asked,
    slot_not_held,
    words_left,
    unsure,
)
