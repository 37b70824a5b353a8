"""Which days and years a pack holds, by its records' first and last days and its statements' dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase
from tests.generated.russian import GENITIVE_MONTHS, fold
from tests.generated.values import scan

_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(GENITIVE_MONTHS)})(?: (\d{{4}}))?")
Day = tuple[int, int, int | None]
"""The day of the month, the month, and the year if it is named."""


class HeldDates:
    """The dates of a pack."""

    def __init__(self, base: FactBase) -> None:
        dates = [*(event.when for event in base.events), *(fact.when for fact in base.facts)]
        self._records = [when for when in dates if when is not None]
        self._said = [found for fact in base.facts for found in scan(fact.says)]

    def has_day(self, asked: Day) -> bool:
        """Whether some record takes this very day in: «1 мая» within 27 April - 3 May."""
        day, month, year = asked
        if any(_takes_in(record, asked) for record in self._records):
            return True
        same = [one for one in self._said if (one.day, one.month) == (day, month)]
        return any(year is None or one.year in (None, year) for one in same)

    def has_year(self, year: int) -> bool:
        """Whether a record or a statement is of this year."""
        return year in {*self._years()}

    def _years(self) -> Iterator[int]:
        yield from (record.last_day.year for record in self._records)
        yield from (one.year for one in self._said if one.year is not None)


def days_quoted(quoted: str, asked: str) -> list[Day]:
    """The days of the question that a quote is of: «1» of «1 мая»."""
    return [
        (int(found[1]), GENITIVE_MONTHS.index(found[2]) + 1, int(found[3]) if found[3] else None)
        for found in _DAY.finditer(fold(asked))
        if fold(quoted) in (found[0], found[1], f"{found[1]} {found[2]}")
    ]


def _takes_in(record: EdtfDate, asked: Day) -> bool:
    day, month, year = asked
    first, last = record.first_day, record.last_day
    if first is None or record.start is None or record.start.day is None:
        return False
    years = {first.year, last.year} if year is None else {year}
    return any(_is_within(day, month, each, first, last) for each in years)


def _is_within(day: int, month: int, year: int, first: date, last: date) -> bool:
    try:
        return first <= date(year, month, day) <= last
    except ValueError:
        return False
