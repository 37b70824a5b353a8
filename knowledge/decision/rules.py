"""Answer, offer or refuse: ordered named rules, the first that speaks decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from knowledge.decision.answer_slots import fill_slots
from knowledge.decision.hard_rules import (
    attribute_not_told,
    follow_up_lost,
    other_number,
    other_side,
    other_task,
    turned_away,
    words_not_said,
)
from knowledge.decision.rule_context import (
    MOST_OPTIONS,
    RuleContext,
    joint_answers,
    option,
    refuse,
    suggestions,
    unmatched_words,
)
from knowledge.results import Answer, Choices, Reason, Result, Slot, SmallTalk
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.ranking import FAR, accept
from knowledge.scoring.searcher import Search

ANSWER_FROM = 0.5
"""The chance of being right from which the best fact is the answer."""


Rule = Callable[[RuleContext], Result | None]


def chance_of(search: Search) -> float:
    """The probability that the best fact found is right; none where it has no word of the question."""
    if not search.found:
        return 0.0
    best, second = search.found[0], search.found[1:2]
    if not best.features.cover:
        return 0.0
    runner_up = second[0].score if second else best.score - FAR
    return accept(best.features, best.share, best.reach, best.score, runner_up)


def decide(case: RuleContext) -> Result:
    """The first verdict of the rules in their order."""
    for rule in RULES:
        result = rule(case)
        if result is not None:
            return result
    raise AssertionError("the last rule always decides")


def no_words(case: RuleContext) -> Result | None:
    """Nothing in the text carries meaning."""
    question = case.search.question
    if question.content_places and not question.is_bare_number:
        return None
    if question.slots[:1] == (Slot.SOURCE,):
        return source_asked(case)
    if question.slots and not question.content_places:
        return refuse(case, "no-context", Reason.NO_CONTEXT, 0.8)
    return refuse(case, "no-words", Reason.NO_WORDS, 0.95)


def who_is(case: RuleContext) -> Result | None:
    """«Кто такая Линч?»: nothing but the name of a person whom a fact of the base introduces."""
    found = next((one for one in case.search.found if one.features.identity), None)
    if found is None or case.search.question.slot is not Slot.POST or unmatched_words(case, *TermClass):
        return None
    shown = tuple(fill_slots(found, case.search.query, case.base))
    return Answer(rule="who-is", confidence=round(max(case.chance, 0.8), 3), shown=shown, why=case.why)


def nothing_near(case: RuleContext) -> Result | None:
    return None if case.best else refuse(case, "nothing-near", Reason.OFF_TOPIC, 0.97)


def sure(case: RuleContext) -> Result | None:
    """The best fact is likely enough, alone or with those that answer the same."""
    if case.best is None or case.chance < ANSWER_FROM:
        return None
    shown = tuple(
        replace(one, beside=beside)
        for found, beside in joint_answers(case)
        for one in fill_slots(found, case.search.query, case.base)
    )
    return Answer(rule="sure", confidence=round(case.chance, 3), shown=shown, why=case.why)


def keywords(case: RuleContext) -> Result | None:
    """Bare words of the base, with no word that asks, that several facts share."""
    if case.best is None or case.search.question.slots or not case.best.features.terse_full:
        return None
    full = [found for found in case.search.found if found.features.terse_full][:MOST_OPTIONS]
    if len(full) == 1:
        return Answer(
            rule="keywords",
            confidence=0.6,
            shown=tuple(fill_slots(full[0], case.search.query, case.base)),
            why=case.why,
        )
    return Choices(rule="keywords", confidence=0.5, options=tuple(map(option, full)), why=case.why)


def other_name(case: RuleContext) -> Result | None:
    """A person, place or country that the base does not hold, or holds elsewhere."""
    if case.best is None or not case.best.features.missing_name:
        return None
    confidence = 1 - case.chance
    return refuse(
        case, "other-name", Reason.NO_SUCH_ENTITY, confidence, unmatched_words(case, TermClass.NAME)
    )


def other_date(case: RuleContext) -> Result | None:
    if case.best is None or not case.best.features.missing_number:
        return None
    confidence = 1 - case.chance
    return refuse(
        case, "other-date", Reason.NO_SUCH_NUMBER, confidence, unmatched_words(case, TermClass.NUMBER)
    )


def source_asked(case: RuleContext) -> Result | None:
    """Where all this is from: the pack's source itself answers, where no fact does."""
    if case.search.question.slots[:1] != (Slot.SOURCE,) or unmatched_words(
        case, TermClass.NAME, TermClass.ORDINAL, TermClass.NUMBER
    ):
        return None
    return Answer(rule="source", confidence=0.6, small_talk=SmallTalk.SOURCE, why=case.why)


def slot_not_held(case: RuleContext) -> Result | None:
    """The matter is all there, the kind of thing asked for is not."""
    best = case.best
    if best is None or not (
        best.features.slot_lacking or best.features.uncounted or best.features.slot_taken
    ):
        return None
    return refuse(case, "slot-not-held", Reason.NO_SUCH_SLOT, 1 - case.chance)


def words_left(case: RuleContext) -> Result | None:
    """Words that carry meaning and that the nearest fact does not account for."""
    named = unmatched_words(case, *TermClass)
    if not named:
        return None
    is_near = bool(suggestions(case))
    reason = Reason.UNACCOUNTED if is_near else Reason.OFF_TOPIC
    return refuse(case, "words-left", reason, 1 - case.chance, named if is_near else ())


def unsure(case: RuleContext) -> Result | None:
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
