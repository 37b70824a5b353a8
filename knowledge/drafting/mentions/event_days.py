"""Days of an event: «23 и 24 августа» as a span, «в субботу» as a day of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from knowledge.drafting.mentions.time_mentions import TimeMention
from knowledge.facts.dates import EdtfDate
from knowledge.language.values import Value, ValueKind

_AND = "и"
_WEEK = 6
"""Days from the first to the last of a week."""


def within(one: TimeMention, span: EdtfDate | None) -> TimeMention:
    """The same day of the week within a span of days that is to come."""
    if span is None or span.first_day is None or not one.weekday or one.when.start is None:
        return one
    day = one.when.start.first_day
    if span.first_day < day or (span.last_day - span.first_day).days > _WEEK:
        return one
    moved = span.first_day + timedelta(days=(day.weekday() - span.first_day.weekday()) % (_WEEK + 1))
    if moved > span.last_day:
        return one
    points = dict.fromkeys(
        str(replace(each, year=moved.year, month=moved.month, day=moved.day))
        for each in (one.when.start, one.when.end)
    )
    return replace(one, when=EdtfDate.parse("/".join(points)))


def with_joined_days(values: Sequence[Value], text: str) -> list[Value]:
    """«23 и 24 августа» is a span of two days."""
    out: list[Value] = []
    for value in values:
        last = out[-1] if out else None
        if last is not None and _follows_day(last, value) and text[last.end : value.start].strip() == _AND:
            out[-1] = replace(last, dates=(*last.dates, *value.dates), end=value.end)
        else:
            out.append(value)
    return out


def _follows_day(first: Value, second: Value) -> bool:
    if first.kind is not ValueKind.DATE or second.kind is not ValueKind.DATE:
        return False
    before, after = first.dates[-1], second.dates[0]
    if before.day is None or after.day is None or before.month != after.month:
        return False
    return after.day == before.day + 1 and len(second.dates) == 1
