"""Propositions made of records and example questions: dates, places, plans, and people of `people`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from knowledge.facts.dates import CalendarDate, Precision
from knowledge.facts.model import Fact, FactBase
from tests.generated.cases import COARSE, NO, PLANNED, YES, Case, opens_with
from tests.generated.found import Found, Kind
from tests.generated.people import from_people, from_posts
from tests.generated.phrasing import false_case, proposition, true_case
from tests.generated.places import is_country, named_place, other_place, record_place
from tests.generated.russian import (
    GENITIVE_MONTHS,
    PREPOSITIONAL_MONTHS,
    QUESTION_WORDS,
    fold,
    head_form,
    lemma,
    parses,
    part,
    words,
)
from tests.generated.values import scan

_HAPPENED = {
    "masc": ("прошёл", "состоялся"),
    "femn": ("прошла", "состоялась"),
    "neut": ("прошло", "состоялось"),
    "plur": ("прошли", "состоялись"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wh:
    """An example question that begins with a question word: «Когда» + «прошёл диалог»."""

    fact: Fact
    asking: str
    rest: str


def wh_questions(base: FactBase) -> Iterator[Wh]:
    """Example questions with one question word, at their beginning."""
    for fact in base.facts:
        for question in fact.questions:
            first, _, rest = question.strip(" ?.").partition(" ")
            more = [word for word in words(rest) if lemma(word) in QUESTION_WORDS]
            if rest and not more and _is_clause(rest) and fold(first) in ("когда", "где", "кто"):
                yield Wh(fact=fact, asking=fold(first), rest=rest)


def _is_clause(rest: str) -> bool:
    """Whether what follows the question word says something: a verb, or a noun in the nominative."""
    told = any(part(word) in ("VERB", "PRTS") or parses(word)[0].tag.case == "nomn" for word in words(rest))
    return told and not rest.startswith("это ")


def from_records(base: FactBase, rng: Random) -> Iterator[Case]:
    """Propositions about posts, people, dates, places and plans."""
    yield from from_posts(base, rng)
    yield from _plans(base, rng)
    for wh in wh_questions(base):
        match wh.asking:
            case "когда":
                yield from _dated(wh, base, rng)
            case "где":
                yield from _placed(wh, base, rng)
            case _:
                yield from from_people(wh.fact, wh.rest, base, rng)


def _plans(base: FactBase, rng: Random) -> Iterator[Case]:
    """«Второй диалог уже прошёл?» of what is dated after the source."""
    for event in base.events:
        first = event.when.first_day if event.when is not None else None
        form = head_form(event.title)
        if first is None or first <= base.source.published.last_day or event.cancelled or form is None:
            continue
        for verb in _HAPPENED[form]:
            ask = f"{event.title} уже {verb}?"
            facts = tuple(fact.id for fact in base.facts if event.id in fact.about)
            judge = opens_with(PLANNED, YES)
            yield Case(kind="plan", ask=ask, judge=judge, expected=PLANNED[0], facts=facts)


def _dated(wh: Wh, base: FactBase, rng: Random) -> Iterator[Case]:
    """The date for «когда», where the record and the only date of the statement agree."""
    fact = wh.fact
    event = base.event_by_id.get(fact.about[0]) if fact.about else None
    record = event.when if event is not None and event.when is not None and not fact.said_by else fact.when
    said = [one for one in scan(fact.says) if one.kind in (Kind.DAY, Kind.MONTH, Kind.YEAR)]
    start = record.start if record is not None and not record.is_interval else None
    called_off = event is not None and event.cancelled
    if called_off or start is None or len(said) != 1 or not _agree(start, said[0]):
        return
    year, month, day = start.year, start.month, start.day
    right = _written(year, month, day)
    if day is not None and rng.random() < 0.5:
        right = right.rpartition(" ")[0].rpartition(" ")[0]
    yield true_case("date", f"{right} {wh.rest}", fact, rng)
    if day is not None and month is not None:
        other = _written(year, month, rng.choice([each for each in range(2, 28) if each != day]))
        yield false_case("date", f"{other} {wh.rest}", fact, rng)
    if month is not None and start.precision is not Precision.SEASON:
        moved = (month - 1 + rng.choice([2, 3, 4, 8, 9, 10])) % 12 + 1
        yield false_case(
            "month", f"{_written(year, moved, min(day, 28) if day else None)} {wh.rest}", fact, rng
        )
    yield false_case("year", f"{_written(year + rng.choice([-2, -1, 1]), None, None)} {wh.rest}", fact, rng)
    if start.precision is Precision.MONTH:
        text = f"{_written(year, month, rng.randint(2, 27))} {wh.rest}"
        yield proposition("coarser", text, fact, opens_with(COARSE, (*YES, *NO)), COARSE[0], rng)


def _agree(start: CalendarDate, said: Found) -> bool:
    if said.is_hedged and said.preposition != "с":
        return False
    return (said.day, said.month) == (start.day, start.month) and said.year in (None, start.year)


def _written(year: int, month: int | None, day: int | None) -> str:
    if month is None or month > len(GENITIVE_MONTHS):
        return f"в {year} году"
    if day is None:
        return f"в {PREPOSITIONAL_MONTHS[month - 1]} {year} года"
    return f"{day} {GENITIVE_MONTHS[month - 1]} {year} года"


def _placed(wh: Wh, base: FactBase, rng: Random) -> Iterator[Case]:
    place = named_place(wh.fact, base)
    if place is None or record_place(wh.fact, base) is None:
        return
    yield true_case("place", f"{place.text[:1].lower()}{place.text[1:]} {wh.rest}", wh.fact, rng)
    other = other_place(base, is_country(place.name), wh.fact, rng)
    yield false_case("place", f"{other} {wh.rest}", wh.fact, rng)
