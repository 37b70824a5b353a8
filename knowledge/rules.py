"""Answer, offer or refuse: ordered named rules, the first that speaks decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.model import FactBase
from knowledge.result import Answer, Choices, Explanation, Option, Reason, Refusal, Result, Slot, SmallTalk
from knowledge.search.features import meet
from knowledge.search.matter import Class
from knowledge.search.score import accept
from knowledge.search.searcher import Found, Search
from knowledge.showing import show

ANSWER_FROM = 0.5
"""The chance of being right from which the best fact is the answer."""
CLOSE = 0.7
"""Facts within this distance of the best one, in logits, may answer with it."""
OFFER_FROM = 0.3
NEAR_SHARE = 0.2
"""A fact is offered beside a refusal if it scored this share of the best possible."""
MOST_NEAR, MOST_OPTIONS = 3, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One clause with what was found for it; `chance` is the probability that the best answers."""

    search: Search
    chance: float
    base: FactBase
    own: frozenset[str] = frozenset()
    """Words of a follow-up itself, where the rest was carried over."""
    why: Explanation

    @property
    def best(self) -> Found | None:
        return self.search.found[0] if self.search.found else None


Rule = Callable[[Case], Result | None]


def chance_of(search: Search) -> float:
    """The probability that the best fact found is the right answer."""
    if not search.found:
        return 0.0
    best, second = search.found[0], search.found[1:2]
    runner_up = second[0].score if second else -8.0
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
    if question.slots and not question.matter:
        return _refuse(case, "no-context", Reason.NO_CONTEXT, 0.8)
    return _refuse(case, "no-words", Reason.NO_WORDS, 0.95)


def nothing_near(case: Case) -> Result | None:
    return None if case.best else _refuse(case, "nothing-near", Reason.OFF_TOPIC, 0.97)


def other_number(case: Case) -> Result | None:
    """An ordinal that the facts contradict: the third dialogue."""
    best = case.best
    if best is None or not (best.features.missing_ordinal or best.features.ordinal_clash):
        return None
    named = _missing(case, Class.ORDINAL) or tuple(_ordinals(case))
    return _refuse(case, "other-number", Reason.NO_SUCH_NUMBER, 0.9, named)


def attribute_not_told(case: Case) -> Result | None:
    """Age, price, reason and the like, of which the nearest fact tells nothing."""
    best = case.best
    if best is None or not _untold(best):
        return None
    return _refuse(case, "not-told", Reason.NO_SUCH_SLOT, 0.9, _missing(case, Class.ATTRIBUTE))


def words_not_said(case: Case) -> Result | None:
    """«Что сказал губернатор?» of a fact that nobody says."""
    if case.best is None or not case.best.features.speech_lacking:
        return None
    return _refuse(case, "not-said", Reason.NO_SUCH_SLOT, 0.85)


def follow_up_lost(case: Case) -> Result | None:
    """A follow-up whose own word the fact does not have: «А на нефть?»."""
    lost = [word for word in _missing(case, *Class) if word.lower() in case.own]
    if not lost:
        return None
    return _refuse(case, "follow-up-lost", Reason.UNACCOUNTED, 0.8, tuple(lost))


def sure(case: Case) -> Result | None:
    """The best fact is likely enough, alone or with those that answer the same."""
    if case.best is None or case.chance < ANSWER_FROM:
        return None
    shown = tuple(one for found in _together(case) for one in show(found, case.search.matter, case.base))
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
    return _refuse(case, "other-name", Reason.NO_SUCH_ENTITY, confidence, _missing(case, Class.NAME))


def other_date(case: Case) -> Result | None:
    if case.best is None or not case.best.features.missing_number:
        return None
    confidence = 1 - case.chance
    return _refuse(case, "other-date", Reason.NO_SUCH_NUMBER, confidence, _missing(case, Class.NUMBER))


def source_asked(case: Case) -> Result | None:
    """Where all this is from: the pack's source itself answers, where no fact does."""
    if case.search.question.slots[:1] != (Slot.SOURCE,) or _missing(case, Class.NAME, Class.ORDINAL, Class.NUMBER):
        return None
    return Answer(rule="source", confidence=0.6, small_talk=SmallTalk.SOURCE, why=case.why)


def slot_not_held(case: Case) -> Result | None:
    """The matter is all there, the kind of thing asked for is not."""
    best = case.best
    if best is None or not (
        best.features.slot_lacking or best.features.uncounted or best.features.slot_taken
    ):
        return None
    return _refuse(case, "slot-not-held", Reason.NO_SUCH_SLOT, 1 - case.chance)


def words_left(case: Case) -> Result | None:
    """Words that carry meaning and that the nearest fact does not account for."""
    named = _missing(case, *Class)
    if not named:
        return None
    near = _near(case)
    reason = Reason.UNACCOUNTED if near else Reason.OFF_TOPIC
    return _refuse(case, "words-left", reason, 1 - case.chance, named if near else ())


def unsure(case: Case) -> Result | None:
    return _refuse(case, "unsure", Reason.NO_SUCH_SLOT, 1 - case.chance)


RULES: tuple[Rule, ...] = (
    no_words,
    nothing_near,
    other_number,
    attribute_not_told,
    words_not_said,
    follow_up_lost,
    sure,
    keywords,
    other_name,
    other_date,
    source_asked,
    slot_not_held,
    words_left,
    unsure,
)


def option(found: Found) -> Option:
    """A fact on offer, under an example question that it has alone."""
    return Option(fact=found.fact, label=found.evidence.label)


def _together(case: Case) -> Sequence[Found]:
    """The best fact, those that share its nearest example, and a close runner-up."""
    best, *others = case.search.found
    same = [found for found in others if best.nearest is not None and best.nearest in found.fact.questions]
    if same or best.nearest is not None:
        return [best, *same][:MOST_OPTIONS]
    return [best, *(found for found in others[:1] if best.score - found.score < CLOSE and not _barred(found))]


def _untold(found: Found) -> bool:
    features = found.features
    return bool(features.lacking_sure or features.why_lacking or features.since or features.inexact)


def _barred(found: Found) -> bool:
    features = found.features
    return bool(features.missing_ordinal or features.ordinal_clash) or _untold(found)


def _missing(case: Case, *classes: Class) -> tuple[str, ...]:
    """Words of the question, as read, that the best fact does not have."""
    if case.best is None:
        return ()
    levels = meet(case.search.matter, case.best.evidence.keys)
    pairs = zip(case.search.matter.words, levels, strict=True)
    return tuple(
        word.term.token.written
        for word, level in pairs
        if level is None and word.weight and word.kind in classes
    )


def _ordinals(case: Case) -> Iterator[str]:
    return (word.term.token.written for word in case.search.matter.words if word.kind is Class.ORDINAL)


def _near(case: Case) -> tuple[Option, ...]:
    near = [found for found in case.search.found if found.reach >= NEAR_SHARE]
    return tuple(option(found) for found in near[:MOST_NEAR])


def _refuse(case: Case, rule: str, reason: Reason, confidence: float, named: tuple[str, ...] = ()) -> Refusal:
    slot = case.search.question.slot if case.search.question.slots else Slot.STATEMENT
    return Refusal(
        rule=rule,
        confidence=round(confidence, 3),
        reason=reason,
        slot=slot,
        named=named,
        near=_near(case),
        why=case.why,
    )
