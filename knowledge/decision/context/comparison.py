"""A value that a question states, held against what a fact has: the same, another, or less exact."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.data.tables import read_groups, read_table, split_cell
from knowledge.facts.dates import EdtfDate
from knowledge.facts.partial_date import PartialDate
from knowledge.language.values import Value, ValueKind

_NOON = 12 * 60
_COMPARATIVES = {
    direction: frozenset(split_cell(words))
    for direction, words in read_table("values/comparatives", "direction", "words")
}
ABOVE, BELOW = _COMPARATIVES["above"], _COMPARATIVES["below"]
OVER, UNDER = ABOVE | _COMPARATIVES["longer"], BELOW | _COMPARATIVES["shorter"]
"""What compares right before an amount: «длиннее двух километров»."""
EARLIER, LATER = "earlier", "later"
ORDER_WORDS = {
    direction: split_cell(words)[0]
    for direction, words in read_table("values/comparatives", "direction", "words")
}
"""The first word of each: the preposition."""
_NOT = "не"
_THAN = read_groups("question_words/groups")["than"]
_MARKS = ",.:;()«»—–"
_ROUND = 1000


_MEASURED = frozenset({ValueKind.MONEY, ValueKind.PERCENT})
"""Kinds whose unit is left out in talk."""


def word_before(text: str, value: Value) -> str:
    """The word before a value, or before «чем» there: «больше, чем 80 лет»."""
    words = [word.strip(_MARKS) for word in text[: value.start].lower().replace("ё", "е").split()]
    if len(words) > 1 and words[-1] in _THAN:
        words.pop()
    return words[-1] if words else ""


class Match(StrEnum):
    """How a stated value stands to a held one."""

    SAME = "same"
    OTHER = "other"
    COARSER = "coarser"
    """The held one is less exact and may be the same."""
    UNTOLD = "untold"
    """Only the beginning or the end of what lasts is held, and the stated one is beyond it."""
    UNKNOWN = "unknown"
    """Nothing of the kind is held."""


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day that a date may mean."""

    first: date
    last: date


def compare_dates(stated: Value, record: EdtfDate | None, own: Sequence[Value], year: int) -> Match:
    """`own` are dates of the statement, which count before the record; `year` completes dates without one."""
    if not own and record is None:
        return Match.UNKNOWN
    asked = days_of(stated.dates, _year_of(record, year))
    if asked is None:
        return Match.UNKNOWN
    if record is not None and record.first_day is None and not own:
        # «Не позднее 1 декабря» denies only what is later.
        return Match.OTHER if asked.first > record.last_day else Match.COARSER
    held = [days for value in own if (days := days_of(value.dates, _year_of(record, year))) is not None]
    if record is not None and record.first_day is not None and not (held and record.is_interval):
        held.append(Days(record.first_day, record.last_day))
    compare = _compare_spans if stated.is_range else _compare_days
    results = [compare(asked, one, exact=_is_span(one, own, record)) for one in held]
    for match in (Match.SAME, Match.COARSER):
        if match in results:
            return match
    return Match.OTHER if results else Match.UNKNOWN


def order_asked(text: str, stated: Value) -> str | None:
    """`earlier` or `later` where the word before a date asks so: «до июля», «после 5 мая», no «не раньше»."""
    words = text[: stated.start].lower().replace("ё", "е").split()
    if len(words) > 1 and words[-2] == _NOT:
        return None
    before = (words[-1:] or [""])[0]
    inside = text[stated.start : stated.end].lower().split()
    found = (
        name for name in (EARLIER, LATER) for word in (before, *inside[:1]) if word in _COMPARATIVES[name]
    )
    return next(found, None)


def compare_order(stated: Value, record: EdtfDate, year: int, order: str) -> Match:
    """Whether what is held is earlier or later than a stated date; COARSER where that is not known."""
    asked = days_of(stated.dates, _year_of(record, year))
    if asked is None:
        return Match.UNKNOWN
    first, last = record.first_day, record.last_day
    if order == EARLIER:
        if last < asked.first:
            return Match.SAME
        return Match.OTHER if first is not None and first >= asked.first else Match.COARSER
    if first is not None and first > asked.last:
        return Match.SAME
    return Match.OTHER if last <= asked.last else Match.COARSER


def _is_span(days: Days, own: Sequence[Value], record: EdtfDate | None) -> bool:
    """Whether the days are those of something that lasts, rather than of one that is not known exactly."""
    if (
        record is not None
        and record.is_interval
        and days == Days(record.first_day or days.first, record.last_day)
    ):
        return True
    return any(value.is_range for value in own)


def _compare_days(asked: Days, held: Days, *, exact: bool) -> Match:
    if asked.last < held.first or held.last < asked.first:
        return Match.OTHER
    if held.first >= asked.first and held.last <= asked.last:
        return Match.SAME
    return Match.SAME if exact else Match.COARSER


def _compare_spans(asked: Days, held: Days, *, exact: bool) -> Match:
    """«С 3 по 20 июля»: both ends must be the same where those of the held one are known."""
    if exact:
        return Match.SAME if asked == held else Match.OTHER
    return _compare_days(asked, held, exact=False)


def _year_of(record: EdtfDate | None, year: int) -> int:
    return record.end.year if record is not None else year


def days_of(dates: Sequence[PartialDate], year: int) -> Days | None:
    if not dates:
        return None
    first, last = _edge(dates[0], year, last=False), _edge(dates[-1], year, last=True)
    return Days(first, last) if first is not None and last is not None else None


def _edge(one: PartialDate, year: int, *, last: bool) -> date | None:
    known = one.year or year
    month = one.month
    if month is None:
        return date(known, 12, 31) if last else date(known, 1, 1)
    try:
        point = EdtfDate.parse(f"{known:04}-{month:02}" + (f"-{one.day:02}" if one.day else ""))
    except ValueError:
        return None
    if one.day is not None and one.day > monthrange(known, min(month, 12))[1]:
        return None
    return point.last_day if last else point.first_day


def compare_values(stated: Value, held: Sequence[Value], before: str = "") -> Match:
    """Values of one kind and unit; `before` is the word before the stated one («больше», «меньше»)."""
    same = [value for value in held if value.kind is stated.kind and value.unit == stated.unit]
    if not same:
        return Match.UNKNOWN
    if before in OVER:
        return Match.SAME if any(value.low > stated.low for value in same) else Match.OTHER
    if before in UNDER:
        return Match.SAME if any(value.high < stated.high for value in same) else Match.OTHER
    if any(_equal(stated, value) for value in same):
        return Match.SAME
    is_point = not stated.is_range and stated.kind is not ValueKind.SCORE
    if is_point and any(value.is_range and value.holds(stated) for value in same):
        return Match.SAME
    return Match.UNKNOWN if any(is_rounded(stated, value) for value in same) else Match.OTHER


def is_rounded(stated: Value, held: Value) -> bool:
    """«Две тысячи» of «2054»: neither the same nor denied."""
    if stated.is_range or held.is_range or stated.low < _ROUND or stated.low % _ROUND:
        return False
    unit = _ROUND
    while stated.low % (unit * _ROUND) == 0:
        unit *= _ROUND
    return stated.low != held.low and abs(stated.low - held.low) * 2 < unit


def _equal(stated: Value, held: Value) -> bool:
    if (stated.low, stated.high) == (held.low, held.high):
        return True
    if stated.kind is ValueKind.CLOCK and not stated.is_range and not held.is_range:
        return stated.low < _NOON and stated.low + _NOON == held.low
    return False


def is_same_amount(stated: Value, held: Value) -> bool:
    """Whether a held value is the stated one; a bare «250 тысяч» is money where the held one is."""
    if (stated.low, stated.high) == (held.low, held.high) and stated.unit == held.unit:
        return stated.kind is held.kind or stated.kind is ValueKind.NUMBER
    bare = stated.kind in (ValueKind.NUMBER, ValueKind.COUNT) and not stated.nouns
    return bare and not held.is_range and held.kind in _MEASURED and stated.low == held.low / held.factor
