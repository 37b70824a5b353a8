"""Extracts the numbers of a fact: dates, ordinals with what they number, counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from knowledge.facts.dates import CalendarDate, EdtfDate
from knowledge.facts.model import Event
from knowledge.language.calendar_words import SEASONS, WEEKDAYS
from knowledge.language.lexical_keys import word_keys
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.parts_of_day import meets, parts_of_day
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind, read_values
from knowledge.language.values.compounds import compound_of
from knowledge.parsed_facts.parsed_fact import PEOPLE, Example
from knowledge.understanding.question import bind_ordinals


def content_keys(texts: Iterable[str], lexicon: Lexicon) -> set[str]:
    """Keys of the content words of some texts."""
    return set().union(*map(lexicon.content, texts))


def event_ordinals(events: Iterable[Event]) -> Iterator[str]:
    """Keys of the events' places in their chains; any but the first is also "the next"."""
    for event in events:
        if event.order is not None:
            yield f"№{event.order}"
        if event.follows is not None:
            yield from ("№+", *ROLE_WORDS["next"])


@lru_cache(8_192)
def date_keys(when: EdtfDate | None) -> frozenset[str]:
    """Keys of the year, the season, the month, the day and the weekday of a date."""
    if when is None:
        return frozenset()
    keys: set[str] = set()
    for point in (when.start, when.end):
        if point is not None:
            keys |= _point_keys(point)
    return frozenset(keys)


def _point_keys(point: CalendarDate) -> set[str]:
    keys = {f"#{point.year}", str(point.year)}
    if point.month is not None and point.month in SEASONS:
        return keys | {SEASONS[point.month]}
    if point.month is not None:
        keys.add(f"/{point.month}")
    if point.day is not None:
        keys |= {f"#{point.day}", WEEKDAYS[point.first_day.weekday()]}
    return keys


@lru_cache(8_192)
def day_part_keys(text: str) -> frozenset[str]:
    """Keys of the parts of the day in which the times of a text are: «утром» of «в 7:40»."""
    clocks = [one for one in read_values(text) if one.kind is ValueKind.CLOCK]
    words = (word for word, part in parts_of_day().items() if any(meets(one, part) for one in clocks))
    return frozenset(key for word in words for key, level in word_keys(word) if level >= Level.ROOT)


def quantity_keys(terms: Sequence[Term]) -> Iterator[str]:
    """Keys of the nouns after numbers, but not of «года» after a year; of the units in «десятилетний»."""
    for place, term in enumerate(terms):
        counted = compound_of(term.lemma)
        if counted is not None:
            yield from (key for key, _ in word_keys(counted.unit))
        number = next((key for key, level in term.keys if level is Level.LEMMA and key[0] == "#"), None)
        if number is None:
            continue
        for after in terms[place + 1 : place + 4]:
            if "NOUN" in after.morphology.pos:
                if not (after.lemma == "год" and int(number[1:]) > 1000):
                    yield from (key for key, _ in after.keys)
                    if after.morphology.animate:
                        yield PEOPLE
                break


def counts_people(text: str) -> bool:
    """Whether a numeral counts people without a noun: «председательствовали трое»."""
    return any("человек" in one.nouns for one in read_values(text) if one.kind is ValueKind.COUNT)


def bound_ordinals(
    statement: Sequence[Term], examples: Sequence[Example], events: Sequence[Event], lexicon: Lexicon
) -> Iterator[tuple[str, frozenset[str]]]:
    """Each ordinal of a fact's texts and events with the keys of the noun that it numbers."""
    yield from bind_ordinals(statement)
    for example in examples:
        yield from example.question.bound_ordinals
    for event in events:
        title = frozenset(content_keys([event.title], lexicon))
        yield from ((key, title) for key in event_ordinals([event]) if key[0] == "№")


def counted_keys(examples: Iterable[Example]) -> Iterator[str]:
    """Keys of the nouns after «сколько»."""
    for example in examples:
        if example.question.counted_place is not None:
            yield from (key for key, _ in example.question.terms[example.question.counted_place].keys)
