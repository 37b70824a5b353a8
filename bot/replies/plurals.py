"""The Russian plural of a counted noun."""

from __future__ import annotations


def plural(number: int, one: str, few: str, many: str) -> str:
    """The form for `number`: «1 день», «2 дня», «5 дней»."""
    if number % 10 == 1 and number % 100 != 11:
        return one
    return few if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else many
