"""Hypothesis strategies for valid bases."""

from __future__ import annotations

from datetime import time
from typing import Any

from hypothesis import strategies as st

from knowledge.facts.dates import CalendarDate, EdtfDate
from knowledge.facts.model import (
    Basis,
    Event,
    EventId,
    Fact,
    FactBase,
    FactId,
    FurtherSource,
    Participation,
    Person,
    PersonId,
    Source,
    Terms,
)

_ids = st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True)
_awkward = st.sampled_from(
    ["null", "~", "no", "1e3", "2016-06", "0x1F", "- пункт", "а: б", "#", "'", '"', "*а", "&а", "!", "%", "@"]
)
# Whatever YAML can hold, except control characters and the spaces that loading strips.
_text = st.one_of(
    _awkward,
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)
    .map(str.strip)
    .filter(bool),
    st.text("абвё .,:;?!-#'\"«»\n", min_size=1, max_size=200).map(str.strip).filter(bool),
)
_maybe = st.none() | _text


@st.composite
def _points(draw: st.DrawFn) -> CalendarDate:
    year = draw(st.integers(1, 9998))
    month = draw(st.none() | st.integers(1, 12) | st.integers(21, 24))
    day = draw(st.none() | st.integers(1, 28)) if month and month < 13 else None
    clock = draw(st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))) if day else None
    return CalendarDate(year, month, day, clock)


def _sort_key(point: CalendarDate) -> tuple[Any, ...]:
    return point.first_day, point.clock or time.min


@st.composite
def dates(draw: st.DrawFn) -> EdtfDate:
    """Dates of every form that a pack may use."""
    end = draw(_points())
    start = draw(st.just(end) | st.none() | _points())
    if start is not None and _sort_key(start) > _sort_key(end):
        start, end = end, start
    return EdtfDate(start, end)


def _unique(ids: st.SearchStrategy[str], least: int = 0) -> st.SearchStrategy[list[str]]:
    return st.lists(ids, min_size=least, max_size=4, unique=True)


def _parts(people: list[str]) -> st.SearchStrategy[tuple[Participation, ...]]:
    if not people:
        return st.just(())
    part = st.builds(
        Participation,
        person=st.sampled_from(people).map(PersonId),
        role=st.sampled_from(["chair", "гость", ""]),
    )
    return st.lists(part, max_size=3).map(tuple)


def _texts(least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(_text, min_size=least, max_size=3).map(tuple)


@st.composite
def bases(draw: st.DrawFn) -> FactBase:
    """Bases that can be loaded: at least one fact, no unknown ids, no circles."""
    people, events, facts = draw(_unique(_ids)), draw(_unique(_ids)), draw(_unique(_ids, 1))
    sources = draw(_unique(_ids, 1))
    return FactBase(
        source=draw(_main_source(sources[0], events)),
        sources=tuple(draw(_further_source(one)) for one in sources[1:]),
        people=tuple(draw(_person(one)) for one in people),
        events=tuple(draw(_event(one, events[:place], people)) for place, one in enumerate(events)),
        facts=tuple(draw(_fact(one, events, people, sources)) for one in facts),
        terms=draw(_terms()),
    )


def _main_source(one: str, events: list[str]) -> st.SearchStrategy[Source]:
    main: st.SearchStrategy[Any] = st.sampled_from(events) if events else st.none()
    return st.builds(
        Source,
        id=st.just(one),
        title=_text,
        about=_text,
        publisher=_text,
        published=dates(),
        because=_maybe,
        place=_maybe,
        url=_maybe,
        main=st.none() | main,
        zone=st.sampled_from(["Europe/Moscow", "Asia/Omsk", "UTC"]),
        examples=_texts(1),
    )


def _further_source(one: str) -> st.SearchStrategy[FurtherSource]:
    return st.builds(
        FurtherSource,
        id=st.just(one),
        title=_text,
        publisher=_maybe,
        published=st.none() | dates(),
        url=_maybe,
        place=_maybe,
    )


def _person(one: str) -> st.SearchStrategy[Person]:
    return st.builds(Person, id=st.just(PersonId(one)), name=_text, post=_maybe, side=_maybe, names=_texts())


def _event(one: str, before: list[str], people: list[str]) -> st.SearchStrategy[Event]:
    earlier: st.SearchStrategy[Any] = st.sampled_from(before).map(EventId) if before else st.none()
    return st.builds(
        Event,
        id=st.just(EventId(one)),
        title=_text,
        when=st.none() | dates(),
        where=_maybe,
        follows=st.none() | earlier,
        order=st.none() | st.integers(1, 99),
        people=_parts(people),
        cancelled=st.booleans(),
        until=st.none() | dates(),
    )


def _fact(one: str, events: list[str], people: list[str], sources: list[str]) -> st.SearchStrategy[Fact]:
    speakers: st.SearchStrategy[Any] = st.sampled_from(people) if people else st.none()
    return st.builds(
        Fact,
        id=st.just(FactId(one)),
        says=_text,
        topic=_ids,
        questions=_texts(1),
        about=st.lists(st.sampled_from(events), max_size=2).map(tuple) if events else st.just(()),
        people=_parts(people),
        said_by=st.none() | st.just("Китайская сторона") | speakers,
        when=st.none() | dates(),
        where=_maybe,
        paragraph=st.none() | st.integers(1, 99),
        basis=st.sampled_from(Basis),
        because=_maybe,
        source=st.none() | st.sampled_from(sources),
        draft=st.booleans(),
        until=st.none() | dates(),
    )


def _terms() -> st.SearchStrategy[Terms]:
    return st.builds(
        Terms,
        synonyms=st.lists(_texts(1), max_size=3).map(tuple),
        short=st.dictionaries(_text, _text, max_size=3),
        topics=st.dictionaries(_ids, _text, max_size=3),
    )
