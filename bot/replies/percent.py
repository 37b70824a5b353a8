"""Shares as percent, exact enough to tell a share from its limit."""

from __future__ import annotations

_MOST_DIGITS = 4


def over(share: float, limit: float) -> str:
    """«10,4 % при допустимых 10 %»: with as many digits as set the two apart."""
    digits = next((each for each in range(_MOST_DIGITS) if _differ(share, limit, each)), 0)
    return f"{percent(share, digits)} при допустимых {percent(limit, digits)}"


def percent(share: float, digits: int = 0) -> str:
    """Without zeros at the end."""
    text = f"{share * 100:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text.replace('.', ',')} %"


def _differ(share: float, limit: float, digits: int) -> bool:
    return round(share * 100, digits) != round(limit * 100, digits)
