"""Lengths of time in other units held against one another: a month is 28 to 31 days."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.language.values import Value, ValueKind

_SECONDS_OF_DAY = 86_400
_DAYS = {"month": (28.0, 31.0), "year": (365.0, 366.0)}


def only_length(stated: Value, held: Sequence[Value]) -> Value | None:
    """The only length of a statement, where its unit is another than the stated one."""
    lengths = [one for one in held if one.kind is ValueKind.DURATION]
    is_other = len(lengths) == 1 and lengths[0].unit != stated.unit and not lengths[0].inside
    return lengths[0] if is_other and stated.kind is ValueKind.DURATION and not stated.is_range else None


def may_be_as_long(stated: Value, held: Value) -> bool | None:
    """Whether one may be as long as the other; None where a unit has no known number of days."""
    one, other = _days(stated), _days(held)
    if one is None or other is None:
        return None
    return one[0] <= other[1] and other[0] <= one[1]


def _days(value: Value) -> tuple[float, float] | None:
    if value.unit == "second":
        return value.low / _SECONDS_OF_DAY, value.high / _SECONDS_OF_DAY
    if value.unit not in _DAYS:
        return None
    least, most = _DAYS[value.unit]
    return value.low * least, value.high * most
