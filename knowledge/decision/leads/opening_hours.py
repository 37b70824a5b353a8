"""When something is open by a statement: «с 7:00 до 22:00 каждый день, кроме понедельника»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.data.tables import read_groups
from knowledge.decision.context.comparison import days_of
from knowledge.decision.context.open_spans import part_with
from knowledge.decision.leads.weekday_leads import NamedDays
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import readings
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind, ValueRole
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.denials import is_negative

OPEN_THEN = "open-then"
"""The rule of an answer by such a statement."""
GROUPS = read_groups("requests/opening")
_STATES = frozenset({"PRTS", "ADJS", "ADVB"})
_DATED = frozenset({ValueKind.DATE})
_ENDS = frozenset({ValueRole.SINCE, ValueRole.UNTIL})
_DAY = 24 * 60
_WEEK = 7


def is_state(term: Term, group: str) -> bool:
    """«Работает», «открыт»; «открылся» is an event."""
    form = term.morphology
    is_now = form.first_pos in _STATES or (form.first_pos == "VERB" and "past" not in form.moods)
    return is_now and not GROUPS[group].isdisjoint(term.morphology.lemmas)


def tells_opening(fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a statement says how something is open by the week, on no day of its own."""
    values = values_of(fact)
    if fact.when is not None or any(one.kind in _DATED for one in values):
        return False
    return any(is_state(term, "open") for term in lexicon.read(fact.says))


def tells_otherwise(fact: Fact, day: date, lexicon: Lexicon) -> bool:
    """Whether a statement on how it is open names this very day, or a season that the day is beyond."""
    words = GROUPS["open"] | GROUPS["closed"]
    if not any(words.intersection(term.morphology.lemmas) for term in lexicon.read(fact.says)):
        return False
    for value in values_of(fact):
        held = days_of(value.dates, day.year) if value.kind is ValueKind.DATE else None
        if held is None:
            continue
        until, since = value.role is ValueRole.UNTIL, value.role is ValueRole.SINCE
        if (until and held.last < day) or (since and day < held.first) or held.first <= day <= held.last:
            return True
    return False


def is_subject(things: Sequence[Term], says: str, lexicon: Lexicon) -> bool:
    """Whether one of the things is what is open: «бассейн», not «кафе при бассейне»."""
    keys = {key for term in things for key, level in term.keys if level >= Level.ROOT}
    return any(
        any(key in keys for key, level in term.keys if level >= Level.ROOT)
        and any({"NOUN", "nomn"} <= one.tag.grammemes for one in readings(term.word))
        for term in lexicon.read(says)
    )


def hours_on(day: int | None, fact: Fact, named: Sequence[NamedDays]) -> list[Value]:
    """The hours of a day of the week: those of the fewest named days that it is one of."""
    affirmed = [one for one in named if not one.denied]
    hours = [(clock, _days_with(clock, affirmed)) for clock in values_of(fact) if _tells_hours(clock, fact)]
    if day is None:
        return [clock for clock, _ in hours if clock.is_range]
    own = [(clock, days) for clock, days in hours if days is None or day in days.days]
    fewest = min((len(days.days) for _, days in own if days is not None), default=_WEEK)
    nearest = [clock for clock, days in own if (_WEEK if days is None else len(days.days)) == fewest]
    ranges = [clock for clock, _ in own if clock.is_range]
    return [whole for clock in nearest if (whole := _whole(clock, ranges)) is not None]


def _tells_hours(clock: Value, fact: Fact) -> bool:
    """«С 9:00 до 18:00», or one end of it: no break, and nothing that is denied."""
    if clock.kind is not ValueKind.CLOCK or not (clock.is_range or clock.role in _ENDS):
        return False
    part = part_with(fact.says, clock)
    return not is_negative(part) and GROUPS["pause"].isdisjoint(part.lower().split())


def _days_with(clock: Value, named: Sequence[NamedDays]) -> NamedDays | None:
    """The nearest days named before the hours, else the first after them."""
    before = [one for one in named if one.start < clock.start]
    return max(before, key=lambda one: one.start, default=None) or next(iter(named), None)


def _whole(clock: Value, ranges: Sequence[Value]) -> Value | None:
    """«По понедельникам с 12:00»: the other end is that of the other days."""
    if clock.is_range:
        return clock
    other = next(iter(ranges), None)
    if other is None:
        return None
    if clock.role is ValueRole.SINCE:
        return replace(clock, high=other.high)
    return replace(clock, low=other.low)


def is_within(minute: int, hours: Value) -> bool:
    return any(hours.low <= minute + shift < hours.high for shift in (0, _DAY))
