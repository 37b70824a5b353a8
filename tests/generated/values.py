"""Every value that a statement has, by plain regexes; the engine's own readers are not used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.generated.found import Found, Kind, before
from tests.generated.measures import loose_numbers, measures
from tests.generated.russian import GENITIVE_MONTHS, PREPOSITIONAL_MONTHS

_GENITIVE, _PREPOSITIONAL = "|".join(GENITIVE_MONTHS), "|".join(PREPOSITIONAL_MONTHS)
_DAY = re.compile(rf"\b(\d{{1,2}}) ({_GENITIVE})\b(?: (\d{{4}})\b(?: года)?)?")
_MONTH = re.compile(rf"\b({_PREPOSITIONAL}) (\d{{4}})\b(?: года)?")
_YEAR = re.compile(r"\b((?:19|20)\d{2}) год[уа]\b")
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})\b")


def scan(text: str) -> list[Found]:
    """Dates, clock times and measured numbers of a text, in their order."""
    found = [*_dates(text), *_clocks(text)]
    taken = [(one.start, one.end) for one in found]
    found += [
        one for one in measures(text) if all(one.end <= start or end <= one.start for start, end in taken)
    ]
    return sorted(found, key=lambda one: one.start)


def numbers_in(text: str) -> set[float]:
    """All numbers of a text, those of dates too: «от 42 до 71 дня», «трое», «61 миллиард рублей»."""
    return loose_numbers(text) | {one.number for one in scan(text)}


def _dates(text: str) -> Iterator[Found]:
    days = list(_DAY.finditer(text))
    for one in days:
        yield Found(
            kind=Kind.DAY, start=one.start(), end=one.end(), number_end=one.end(1), day=int(one[1]),
            month=GENITIVE_MONTHS.index(one[2]) + 1, year=int(one[3]) if one[3] else None,
            before=before(text, one.start()),
        )  # fmt: skip
    months = list(_MONTH.finditer(text))
    for one in months:
        yield Found(
            kind=Kind.MONTH, start=one.start(), end=one.end(), number_end=one.end(1), year=int(one[2]),
            month=PREPOSITIONAL_MONTHS.index(one[1]) + 1, before=before(text, one.start()),
        )  # fmt: skip
    for one in _YEAR.finditer(text):
        if all(one.start() >= each.end() or one.end() <= each.start() for each in (*days, *months)):
            yield Found(
                kind=Kind.YEAR, start=one.start(), end=one.end(), number_end=one.end(1), year=int(one[1]),
                before=before(text, one.start()),
            )  # fmt: skip


def _clocks(text: str) -> Iterator[Found]:
    for one in _CLOCK.finditer(text):
        yield Found(
            kind=Kind.CLOCK, start=one.start(), end=one.end(), number_end=one.end(),
            number=int(one[1]) + int(one[2]) / 60, before=before(text, one.start()),
        )  # fmt: skip
