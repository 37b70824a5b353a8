"""A time that names no day, in a wish to be reminded: «в июне», «летом», «на следующей неделе»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups, read_words
from knowledge.facts.dates import CalendarDate
from knowledge.facts.model import Event
from knowledge.facts.partial_date import PartialDate
from knowledge.language.morphology import analyse
from knowledge.language.tokens import Token
from knowledge.language.values import ValueKind, read_values
from knowledge.understanding.phrase_patterns import find_phrases

_PREPOSITIONS = read_groups("function_words/prepositions")
_IN = _PREPOSITIONS["reminder_at"] | _PREPOSITIONS["reminder_later"]
_PART = read_words("calendar/vague")
"""«Конец», «в начале» before a month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VagueTime:
    """As typed, with its words; nothing where none was said."""

    typed: str = ""
    tokens: tuple[Token, ...] = ()
    date: PartialDate | None = None
    """The month, season or year; None of «на следующей неделе»."""

    def fits(self, event: Event) -> bool:
        """Whether the event begins then: «напомни о диалоге в июне» may tell which dialogue is meant."""
        start = None if event.when is None else event.when.start
        if self.date is None or start is None:
            return False
        then = CalendarDate(self.date.year or start.year, self.date.month)
        return then.first_day <= start.first_day <= then.last_day


def find_vague_time(text: str, written: Sequence[Token]) -> VagueTime:
    """The first time without a day, with the preposition before it."""
    words = [frozenset({one.word, *analyse(one.word).lemmas}) for one in written]
    for first, after in find_phrases("vague_times", words).values():
        return _told(text, written, first, after, None)
    for value in read_values(text):
        named = value.dates[0] if value.kind is ValueKind.DATE and value.dates else None
        if named is None or named.day is not None:
            continue
        inside = [place for place, one in enumerate(written) if value.start <= one.start < value.end]
        if inside:
            return _told(text, written, inside[0], inside[-1] + 1, named)
    return VagueTime()


def _told(text: str, written: Sequence[Token], first: int, after: int, date: PartialDate | None) -> VagueTime:
    first -= bool(first) and bool(_PART.intersection(analyse(written[first - 1].word).lemmas))
    first -= bool(first) and written[first - 1].word in _IN
    said = tuple(written[first:after])
    return VagueTime(typed=text[said[0].start : said[-1].end], tokens=said, date=date)
