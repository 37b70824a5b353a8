"""A value of a statement replaced by another of its kind, which the statement does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from tests.generated.found import Found, Kind
from tests.generated.russian import GENITIVE_MONTHS, PREPOSITIONAL_MONTHS, fold
from tests.generated.values import numbers_in

_SMALL = ("три", "четыре")
_MANY = tuple(
    "пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать "
    "шестнадцать семнадцать восемнадцать девятнадцать двадцать".split()
)
_TENS = ("двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят")
_OBLIQUE = tuple(
    "двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати "
    "пятнадцати двадцати тридцати".split()
)
_COLLECTIVE = ("двое", "трое", "четверо", "пятеро", "шестеро", "семеро")
_GROUPS = (_SMALL, _MANY, _TENS, _OBLIQUE, _COLLECTIVE)


def swapped(text: str, found: Found, rng: Random) -> Iterator[tuple[str, str]]:
    """What is swapped (`date`, `month`, `year`, `clock`…) and the text with another value in that place."""
    if found.kind in (Kind.DAY, Kind.MONTH, Kind.YEAR):
        yield from _dates(text, found, rng)
        return
    made = _clock(text, found, rng) if found.kind is Kind.CLOCK else _number(text, found, rng)
    if made is not None:
        kind = "number" if found.kind is Kind.COUNT else found.kind.value
        end = found.end if found.kind is Kind.CLOCK else found.number_end
        yield kind, f"{text[: found.start]}{made}{text[end:]}"


def date_text(
    found: Found, *, day: int | None = None, month: int | None = None, year: int | None = None
) -> str:
    """The date as the statement writes it, with these parts replaced."""
    day, month, year = day or found.day, month or found.month, year or found.year
    if month is None:
        return f"{year} году"
    if day is None:
        return f"{PREPOSITIONAL_MONTHS[month - 1]} {year} года"
    return f"{day} {GENITIVE_MONTHS[month - 1]}" + (f" {year} года" if year else "")


def _dates(text: str, found: Found, rng: Random) -> Iterator[tuple[str, str]]:
    said = numbers_in(text)
    changes: list[tuple[str, str]] = []
    if found.day is not None:
        first = found.day if found.preposition == "по" else 2
        days = [each for each in range(first, 29) if each not in said and each != found.day]
        changes += [("date", date_text(found, day=rng.choice(days)))] if days else []
    if found.month is not None:
        month = (found.month - 1 + rng.choice([2, 3, 4, 8, 9, 10])) % 12 + 1
        days_fit = found.day is None or found.day <= 28
        if days_fit:
            changes.append(("month", date_text(found, month=month)))
    if found.year is not None:
        changes.append(("year", date_text(found, year=found.year + rng.choice([-2, -1, 1, 2]))))
    tail = " года" if found.kind is Kind.YEAR and text[found.start : found.end].endswith("года") else ""
    for kind, made in changes:
        made = made.replace(" году", tail) if tail else made
        yield kind, f"{text[: found.start]}{made}{text[found.end :]}"


def _clock(text: str, found: Found, rng: Random) -> str | None:
    hour, minutes = text[found.start : found.end].split(":")
    others = [(int(hour) + step) % 24 for step in (-3, -2, -1, 1, 2, 3)]
    fresh = [f"{each}:{minutes}" for each in others if f"{each}:{minutes}" not in text]
    return rng.choice(fresh) if fresh else None


def _number(text: str, found: Found, rng: Random) -> str | None:
    written = text[found.start : found.number_end]
    if written[0].isdigit():
        return _digits(written, numbers_in(text), rng)
    return _words(written.split(" "), {fold(word) for word in text.split()}, rng)


def _digits(written: str, said: set[float], rng: Random) -> str | None:
    """Another number that Russian joins with the same form: 34 → 54, 7,6 → 9,6, 13 900 → 15 900."""
    whole, comma, rest = written.replace(" ", "").partition(",")
    number = int(whole)
    steps: Sequence[int] = (1, 2, 3) if comma else (10, 20, 30)
    if not comma and 2 <= number < 20:
        near = range(2, 5) if number < 5 else range(5, 21)
        fresh = [each for each in near if each != number and each not in said]
    else:
        size = 10 ** max(0, len(whole) - 3) if not comma else 1
        fresh = [number + step * size for step in steps]
        fresh += [number - step * size for step in steps if number - step * size > 0]
        fresh = [each for each in fresh if each not in said and _form(each) == _form(number)]
    if not fresh:
        return None
    made = str(rng.choice(fresh))
    if " " in written and len(made) > 3:
        made = f"{made[:-3]} {made[-3:]}"
    return f"{made}{comma}{rest}"


def _form(number: int) -> int:
    if 11 <= number % 100 <= 14:
        return 5
    return {1: 1, 2: 2, 3: 2, 4: 2}.get(number % 10, 5)


def _words(written: list[str], said: set[str], rng: Random) -> str | None:
    """One numeral replaced by another of the same case: «пять» → «восемь», «тридцать пять» → «сорок пять»."""
    groups = _GROUPS if len(written) == 1 else (_TENS,)
    for at, word in enumerate(written):
        group = next((each for each in groups if fold(word) in {fold(one) for one in each}), None)
        if group is None and fold(word) in ("два", "две") and len(written) == 1:
            group = _SMALL
        fresh = [each for each in group or () if fold(each) not in said]
        if fresh:
            made = rng.choice(fresh)
            return " ".join(
                [*written[:at], made.capitalize() if word[0].isupper() else made, *written[at + 1 :]]
            )
    return None
