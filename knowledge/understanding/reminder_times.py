"""Collects what a wish to be reminded says of the time: «за 3 дня … в 9 утра», «по понедельникам»."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from typing import Any

from knowledge.data.tables import read_groups, read_table, read_words, split_cell
from knowledge.language.morphology import analyse
from knowledge.language.tokens import Token, tokens
from knowledge.language.values import Value, ValueKind, read_values
from knowledge.results import Duration
from knowledge.understanding.reminder_zones import find_zone
from knowledge.understanding.vague_times import VagueTime, find_vague_time

_DOTTED_CLOCK = re.compile(r"(?<![\d.])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.])")
_DURATIONS = {
    word: Duration(months=int(months), seconds=int(seconds))
    for months, seconds, words in read_table("requests/reminder_durations", "months", "seconds", "words")
    for word in words.split(", ")
}
_HOURS = {
    word: (int(hour), int(later))
    for hour, later, words in read_table("requests/reminder_hours", "hour", "later", "words")
    for word in words.split(", ")
}
_DAYS = read_table("calendar/relative_days", "offset", "words").index("offset", "words", int)
IGNORED = read_words("requests/reminder_words")
_PREPOSITIONS = read_groups("function_words/prepositions")
_BEFORE, _AFTER, _AT = (_PREPOSITIONS[f"reminder_{group}"] for group in ("before", "after", "at"))
_LATER = _PREPOSITIONS["reminder_later"]
OPENING = _BEFORE | _AFTER | _AT | _LATER
_EARLIER = "раньше"
_NOT = "не"
_OFTEN = read_groups("calendar/recurring")
_RECURRING, _EACH = _OFTEN["alone"], _OFTEN["before"]
_WEEKDAYS = {lemma for _, lemma, _ in read_table("calendar/weekdays", "number", "lemma", "forms")}
_MONTHS = {
    form: int(number)
    for number, _, _, forms in read_table("calendar/months", "number", "lemma", "adjective", "forms")
    for form in split_cell(forms)
}
_LENGTHS = {month: calendar.monthrange(2000, month)[1] for month in range(1, 13)}
"""Of a leap year: whether a year has its 29 February is seen once the year is known."""
_DAY_OF_MONTH = re.compile(
    rf"(?<![\d.:])(\d{{1,3}})(?:\s+({'|'.join(_MONTHS)})\b|\.(\d{{1,2}})(?![\d:]))", re.IGNORECASE
)
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d\d)(?![\d:])")
_DECEMBER, _LAST_HOUR, _LAST_MINUTE = 12, 23, 59
_PAIR, _LONGEST = 2, 4
_DAY_BEFORE = "накануне"
_NOON = 12
_SAYS_DAY = frozenset({"before", "after", "in_days", "weekday", "date", "repeats", "impossible"})


def read_times(text: str) -> ReminderTimes:
    """What a text says of the time, but for times that name no day."""
    times = ReminderTimes(_DOTTED_CLOCK.sub(r"\1:\2", text))
    times.take_all()
    return times


class ReminderTimes:
    """Collects what is said of the time, and remembers which words said it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.tokens = tuple(tokens(text))
        self.said: dict[str, Any] = {}
        self._taken: list[tuple[int, int]] = []

    def take_all(self) -> None:
        self.take_impossible()
        self.take_zone()
        self.take_repetition()
        for value in read_values(self._text):
            if not self.has_taken(value.start):
                self.take(value)
        for place, token in enumerate(self.tokens):
            if not self.is_taken(token):
                self.take_word(place, token.word)

    def take_vague(self) -> VagueTime:
        """A time that names no day; its words belong to the event where another one is said."""
        found = find_vague_time(self._text, [one for one in self.tokens if not self.is_taken(one)])
        self._taken += [(one.start, one.end) for one in found.tokens]
        return found

    @property
    def says_day(self) -> bool:
        return not _SAYS_DAY.isdisjoint(self.said)

    def is_taken(self, token: Token) -> bool:
        return self.has_taken(token.start)

    def has_taken(self, place: int) -> bool:
        return any(start <= place < end for start, end in self._taken)

    def left(self) -> Sequence[Token]:
        """The words that say nothing of the time and are no words of request."""
        return [one for one in self.tokens if not self.is_taken(one) and one.word not in IGNORED]

    def take(self, value: Value) -> None:
        ahead = [one.word for one in self.tokens if one.end <= value.start]
        before = ahead[-1] if ahead else ""
        match value.kind:
            case ValueKind.DURATION:
                months = int(value.low) if value.unit == "month" else 0
                seconds = 0 if value.unit == "month" else int(value.low)
                self._take_duration(ahead, Duration(months=months, seconds=seconds))
            case ValueKind.CLOCK:
                self.said.setdefault("clock", int(value.low))
            case ValueKind.WEEKDAY:
                self.said.setdefault("weekday", int(value.low))
            case ValueKind.DATE if value.dates and value.dates[0].day is not None and value.dates[0].month:
                self.said.setdefault("date", value.dates[0])
            case ValueKind.NUMBER if before in _AT and 0 <= value.low < 24:
                self.said.setdefault("clock", int(value.low) * 60)
            case _:
                return
        self._taken.append((value.start, value.end))

    def take_word(self, place: int, word: str) -> None:
        before = self.tokens[place - 1].word if place else ""
        if word in _DURATIONS and before in _BEFORE | _AFTER | _LATER:
            self._take_duration([one.word for one in self.tokens[:place]], _DURATIONS[word])
        elif word == _DAY_BEFORE:
            self.said.setdefault("before", _DURATIONS["сутки"])
        elif word in _DAYS:
            self.said.setdefault("in_days", _DAYS[word])
        elif word in _HOURS:
            self._take_part_of_day(*_HOURS[word])
        else:
            return
        self._taken.append((self.tokens[place].start, self.tokens[place].end))

    def take_impossible(self) -> None:
        """«30 февраля», «31.04», «25:00»."""
        for found in _DAY_OF_MONTH.finditer(self._text):
            month = int(found[3]) if found[3] else _MONTHS[found[2].lower()]
            if int(found[1]) > _LENGTHS.get(month, 0) and (found[2] or 0 < month <= _DECEMBER):
                self._take_nonexistent(found)
        for found in _CLOCK.finditer(self._text):
            if int(found[1]) > _LAST_HOUR or int(found[2]) > _LAST_MINUTE:
                self._take_nonexistent(found)

    def _take_nonexistent(self, found: re.Match[str]) -> None:
        self.said.setdefault("impossible", found[0])
        self._taken.append(found.span())

    def take_zone(self) -> None:
        zone = find_zone(self.tokens)
        if zone is not None:
            self.said["zone"] = zone.city
            self._taken.append((zone.start, zone.end))

    def take_repetition(self) -> None:
        """«Каждый день», «по понедельникам», «ежедневно»."""
        words = [token.word for token in self.tokens]
        for start, end in _runs(words):
            told = " ".join(words[start:end])
            day = end - start == _PAIR and words[start] in _EACH
            if told in _RECURRING or (day and _WEEKDAYS.intersection(analyse(words[end - 1]).lemmas)):
                self.said["repeats"] = told
                self._taken.append((self.tokens[start].start, self.tokens[end - 1].end))
                return

    def _take_duration(self, ahead: Sequence[str], duration: Duration) -> None:
        """`ahead`: the words before it."""
        before = ahead[-1] if ahead else ""
        if _NOT in ahead[-2:-1]:  # «а не за 3 дня»
            self.said["instead"] = (*self.said.get("instead", ()), duration)
            return
        later = before in _AFTER or (before in _LATER and not self._says_earlier())
        name = "after" if later else "before"
        if name == "before" and name in self.said and before in _BEFORE:
            self.said["also"] = (*self.said.get("also", ()), duration)
        self.said.setdefault(name, duration)

    def _says_earlier(self) -> bool:
        """«На час раньше» is no «на час»."""
        return any(_EARLIER in token.word for token in self.tokens)

    def _take_part_of_day(self, hour: int, later: int) -> None:
        """«вечером в 7» is 19:00; «вечером» alone the usual hour."""
        clock = self.said.get("clock")
        if isinstance(clock, int):
            self.said["clock"] = clock + later * 60 if clock < _NOON * 60 else clock
        else:
            self.said["clock"] = hour * 60


def _runs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and after-last place of each run of words, the longest first."""
    for length in range(_LONGEST, 0, -1):
        for start in range(len(words) - length + 1):
            yield start, start + length
