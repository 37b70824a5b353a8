"""Propositions made of a pack's statements: as they stand, with one value swapped, or asked more exactly."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from knowledge.facts.model import Fact, FactBase
from tests.generated.cases import COARSE, NO, YES, Case, opens_with
from tests.generated.found import Found, Kind
from tests.generated.phrasing import clause_end, false_case, is_clear, proposition, true_case, without_weekday
from tests.generated.places import is_country, named_place, other_place
from tests.generated.russian import is_noun
from tests.generated.swaps import date_text, swapped
from tests.generated.values import scan

_SPANS = frozenset({"с", "по"})


def from_statements(base: FactBase, rng: Random) -> Iterator[Case]:
    """True and false propositions for each value of each statement."""
    for fact in base.facts:
        for found in scan(fact.says):
            yield from _of_value(fact, found, rng)
        yield from _of_place(fact, base, rng)


def _of_value(fact: Fact, found: Found, rng: Random) -> Iterator[Case]:
    begin = fact.says[: clause_end(fact.says, found)]
    if not is_clear(begin) or _is_attribute(found):
        return
    kind = {Kind.DAY: "date", Kind.COUNT: "number"}.get(found.kind, found.kind.value)
    yield true_case(kind, without_weekday(begin), fact, rng)
    bounded = found.kind in (Kind.CLOCK, Kind.DAY) and found.preposition in _SPANS
    if found.is_hedged and not bounded and found.kind is not Kind.CLOCK:
        return
    for swap, text in swapped(begin, found, rng):
        yield false_case(swap, without_weekday(text), fact, rng)
    if found.kind is Kind.MONTH and begin[: found.start].lower().endswith("в "):
        day = date_text(found, day=rng.randint(2, 27))
        text = f"{begin[: found.start - 2]}{day}{begin[found.end :]}"
        yield proposition("coarser", text, fact, opens_with(COARSE, (*YES, *NO)), COARSE[0], rng)


def _is_attribute(found: Found) -> bool:
    """«главы двух стран»: a number that only describes a noun before it."""
    return found.kind is Kind.COUNT and is_noun(found.preposition) and found.is_oblique


def _of_place(fact: Fact, base: FactBase, rng: Random) -> Iterator[Case]:
    place = named_place(fact, base)
    if place is None:
        return
    begin = fact.says.rstrip(" .")
    yield true_case("place", without_weekday(begin), fact, rng)
    if not place.is_inflected:
        return
    other = other_place(base, is_country(place.name), fact, rng)
    text = f"{begin[: place.start]}{other}{begin[place.end :]}"
    yield false_case("place", without_weekday(text), fact, rng)
