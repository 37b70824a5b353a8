"""What a base holds: whether a word stands anywhere in it, whether one of its dates includes another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.facts.dates import CalendarDate, EdtfDate, Precision
from knowledge.facts.model import FactBase
from knowledge.facts.partial_date import PartialDate
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import inflections
from knowledge.language.synonyms import Level
from knowledge.retrieval.index import Index


@dataclass(frozen=True, slots=True)
class HeldWords:
    """Asked before a refusal says that a word does not occur; it errs towards «held»."""

    base: FactBase
    lexicon: Lexicon
    index: Index
    word_forms: frozenset[str]
    """Folded forms of all words of statements, examples, names, posts, sides, places, titles and topics."""
    names: tuple[frozenset[str], ...] = ()
    """Keys of the names of people and places."""

    def is_name(self, term: Term) -> bool:
        """Whether it is a name in the base, however it is written."""
        return any(key in keys for key, level in term.keys if level is Level.LEMMA for keys in self.names)

    def holds(self, term: Term) -> bool:
        """Whether a fact has the word, its root or a pack synonym, or a name or title has a form of it."""
        if any(level >= Level.ROOT and self.index.frequency(key) for key, level in term.keys):
            return True
        forms = inflections(term.word) | inflections(term.token.written.lower().replace("ё", "е"))
        if forms & self.word_forms:
            return True
        titles = self.lexicon.sure(self.base.source.title) | self.lexicon.sure(self.base.source.about)
        return any(key in titles for key, level in term.keys if level is Level.LEMMA)

    def covers(self, asked: PartialDate) -> bool:
        """Whether a date of the base includes the one asked for or lies in it; a year includes no month."""
        if asked.month is None and (asked.year is None or asked.day is not None):
            return True
        held = (when for when in self.base.dates if asked.month is None or _has_month(when))
        return any(
            one.overlaps(EdtfDate(when.start or when.end, when.end))
            for when in held
            for one in _dates(asked, when)
        )

    def are_apart(self, first: Term, second: Term) -> bool:
        """Whether facts have each of two words, but none has both."""
        facts = [self._facts(term) for term in (first, second)]
        return all(facts) and facts[0].isdisjoint(facts[1])

    def _facts(self, term: Term) -> set[int]:
        return self.index.with_any(key for key, level in term.keys if level >= Level.ROOT)


def _dates(asked: PartialDate, near: EdtfDate) -> Iterator[EdtfDate]:
    """A date without its year, in each year that a date of the base touches."""
    years = {point.year for point in (near.start, near.end) if point is not None}
    for year in [asked.year] if asked.year is not None else range(min(years), max(years) + 1):
        point = CalendarDate(year, asked.month, asked.day)
        if _exists(point):
            yield EdtfDate(point, point)


def _has_month(when: EdtfDate) -> bool:
    return when.is_interval or when.precision > Precision.YEAR


def _exists(point: CalendarDate) -> bool:
    """Whether the calendar has the day: 29 February has not every year."""
    try:
        return bool(point.first_day) and bool(point.last_day)
    except ValueError:
        return False
