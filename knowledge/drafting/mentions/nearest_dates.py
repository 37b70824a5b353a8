"""Makes dates full that are written in part: the year, month or day nearest to publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

from knowledge.facts.dates import CalendarDate, DateError, EdtfDate, Precision
from knowledge.facts.partial_date import PartialDate
from knowledge.language.values import Value


def same_year(dates: Sequence[PartialDate], published: date, future: bool | None) -> list[PartialDate]:
    years = [one.year for one in dates if one.year is not None]
    if years:
        return [PartialDate(one.year or years[-1], one.month, one.day) for one in dates]
    last = with_year(dates[-1], published, future=future)
    return [*(PartialDate(last.year, one.month, one.day) for one in dates[:-1]), last]


def point_of(part: PartialDate) -> CalendarDate:
    assert part.year is not None
    return CalendarDate(part.year, part.month, part.day)


def edtf_of(points: Sequence[CalendarDate], clock: Value | None) -> EdtfDate:
    """Of one day with a clock range, an interval of that day's minutes."""
    if clock is not None and len(points) == 1 and points[0].precision is Precision.DAY:
        ends = [_at(points[0], minutes) for minutes in dict.fromkeys((clock.low, clock.high))]
        return EdtfDate.parse("/".join(map(str, ends)))
    return EdtfDate.parse("/".join(dict.fromkeys(map(str, points))))


def _at(day: CalendarDate, minutes: float) -> CalendarDate:
    return CalendarDate(day.year, day.month, day.day, time(int(minutes) // 60 % 24, int(minutes) % 60))


def with_year(part: PartialDate, published: date, *, future: bool | None) -> PartialDate:
    """The year nearest to publication that the tense allows."""
    if part.month is None:
        return part
    candidates = [
        PartialDate(year, part.month, part.day) for year in range(published.year - 1, published.year + 2)
    ]
    spans = []
    for one in candidates:
        try:
            when = EdtfDate.parse(str(point_of(one)))
        except DateError:
            continue
        spans.append((one, when.start.first_day if when.start else when.last_day, when.last_day))
    if future is True:
        spans = [one for one in spans if one[2] >= published] or spans
    elif future is False:
        spans = [one for one in spans if one[1] <= published] or spans
    return min(spans, key=lambda one: abs((one[1] - published).days))[0]


def weekday_near(weekday: int, published: date, *, future: bool | None) -> date:
    """The latest such day up to publication; in the future the next one from it on."""
    if future:
        return published + timedelta(days=(weekday - published.weekday()) % 7)
    return published - timedelta(days=(published.weekday() - weekday) % 7)
