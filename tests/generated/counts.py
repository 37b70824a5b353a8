"""«Сколько X» of counted statements, and «сколько дней» to, since and between dated events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from random import Random

from knowledge.facts.model import Event, Fact, FactBase
from tests.generated.cases import Case, counts_to
from tests.generated.found import Found, Kind
from tests.generated.phrasing import clause_end, is_clear, without_weekday
from tests.generated.russian import inflect, lemma, lower_first, part, phrase_in, words
from tests.generated.values import scan

_UNASKED = frozenset({"из", "каждые", "каждый", "каждого"})


def counts(base: FactBase, rng: Random) -> Iterator[Case]:
    """«Сколько телетрапов в терминале B?» of «В терминале B десять телетрапов…»."""
    for fact in base.facts:
        found = [one for one in scan(fact.says) if one.kind in (Kind.COUNT, Kind.MONEY)]
        for one in found:
            ask = _question(fact, one)
            alike = [each for each in found if each.noun == one.noun]
            if ask is not None and len(alike) == 1 and one.preposition not in _UNASKED:
                kind = "money" if one.kind is Kind.MONEY else "count"
                yield Case(
                    kind=f"how-many-{kind}", ask=ask, judge=counts_to((one.number,), (fact.id,)),
                    expected=f"{one.number:g}", facts=(fact.id,),
                )  # fmt: skip


def _question(fact: Fact, found: Found) -> str | None:
    """The clause around a counted noun, asked for the number; None where it would not stand alone."""
    start = _clause_start(fact.says, found)
    clause = fact.says[start : clause_end(fact.says, found)]
    before = words(without_weekday(lower_first(fact.says[start : found.start].strip())))
    after = re.split(r" и |, | — |\.", clause[found.noun_end - start :])[0].strip()
    unsure = (found.is_hedged and found.preposition != "с") or "не" in before or len(_predicates(before)) > 1
    unsure = unsure or bool(scan(after))
    described = " " in fact.says[found.number_end : found.noun_end].strip()
    if unsure or described or not is_clear(clause) or not before or part(before[-1]) in _UNFINISHED:
        return None
    plural = _counted(fact.says[fact.says.rfind(" ", 0, found.noun_end) + 1 : found.noun_end])
    if plural is None or not _predicates([*before, *words(after)]):
        return None
    if part(before[-1]) in _PREDICATES:
        before = [before[-1], *before[:-1]]
    rest = " ".join(each for each in (after, *before) if each)
    return f"Сколько {plural} {rest}?" if len(words(rest)) >= 2 else None


def _clause_start(says: str, found: Found) -> int:
    return max(
        (
            says.rfind(stop, 0, found.start) + len(stop)
            for stop in (", ", " — ")
            if stop in says[: found.start]
        ),
        default=0,
    )


def _counted(noun: str) -> str | None:
    """The noun after «сколько»."""
    if lemma(noun) == "человек":
        return "человек"
    return inflect(noun.lower(), "plur", "gent")


def _predicates(text: list[str]) -> list[str]:
    return [word for word in text if part(word) in _PREDICATES]


_PREDICATES = frozenset({"VERB", "PRTS"})
_UNFINISHED = frozenset({"NOUN", "PREP", "CONJ", "ADJF", "NUMR"})


def spans(base: FactBase, now: date) -> Iterator[Case]:
    """Days to what is ahead, since what has passed, and between neighbours in time, by their records."""
    dated = [event for event in base.events if not event.cancelled and _days(event) is not None]
    for event in dated:
        low, high = _days(event) or (now, now)
        title = phrase_in(event.title, "gent")
        if title is None or low == now:
            continue
        if low > now:
            numbers = {float((low - now).days), float((high - now).days)}
            yield _span("span-until", f"Сколько дней до {title}?", numbers)
        elif high < now and low == high:
            yield _span("span-since", f"Сколько дней прошло {_since(title)}?", {float((now - low).days)})
    exact = sorted(
        (event for event in dated if _is_day(event)), key=lambda event: (_days(event) or (now,))[0]
    )
    for first, second in pairwise(exact):
        names = phrase_in(first.title, "ablt"), phrase_in(second.title, "ablt")
        gap = ((_days(second) or (now,))[0] - (_days(first) or (now,))[0]).days
        if None not in names and gap:
            yield _span("span-between", f"Сколько дней между {names[0]} и {names[1]}?", {float(gap)})


def _since(title: str) -> str:
    return f"{'со' if re.match('[сзшж][бвгджзклмнпрстфхцчшщ]', title.lower()) else 'с'} {title}"


def _span(kind: str, ask: str, numbers: set[float]) -> Case:
    expected = " — ".join(f"{number:g}" for number in sorted(numbers))
    return Case(kind=kind, ask=ask, judge=counts_to(tuple(numbers)), expected=expected)


def _days(event: Event) -> tuple[date, date] | None:
    """The first and last day that a record may mean; None for «then or earlier» and for several days."""
    if event.when is None or event.when.first_day is None or event.when.is_interval:
        return None
    return event.when.first_day, event.when.last_day


def _is_day(event: Event) -> bool:
    days = _days(event)
    return days is not None and days[0] == days[1]
