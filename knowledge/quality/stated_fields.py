"""What a statement's words say of date, time, place and people, against its fields and its event's record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.data.tables import read_groups
from knowledge.decision.context.places import is_country
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.semantic_classes import POSTS
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind, ValueRole, read_values
from knowledge.quality.stated_dates import DAY, clock_minutes, day_meant, is_other
from knowledge.quality.stated_places import named_towns
from knowledge.quality.told_events import names_former_date
from knowledge.scoring.slot_compatibility import ANYBODY
from knowledge.understanding.question import bind_ordinals

_MOST_PEOPLE = 20
_MARKS = re.compile(r"[,;:()]\s|\s[—–]\s")
_COMPARED = read_groups("values/compared_with")["before"]
_PERSONS = ANYBODY | POSTS | {word for words in ROLE_WORDS.values() for word in words}
Stated = tuple[str, str, str | EdtfDate, bool]
"""The code of a conflict, what the statement says, what is held, and whether the event's record holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFields:
    """`announces`: whether the statement says that the event takes place, and must agree with its record."""

    fact: Fact
    event: Event | None
    base: FactBase
    lexicon: Lexicon
    statement: Sequence[Term]
    announces: bool

    def conflicts(self) -> Iterator[Stated]:
        values = read_values(self.fact.says)
        yield from self._weekdays(values)
        yield from self._people(values)
        if self.fact.said_by is None:
            yield from self._dates(values)
            yield from self._clocks(values)
            yield from self._places()
            yield from self._ordinals()

    @property
    def _by_record(self) -> Event | None:
        """The event whose record the words must agree with, where the fact has no field of its own."""
        return self.event if self.announces else None

    def _when(self) -> tuple[EdtfDate | None, bool]:
        if self.fact.when is not None:
            return self.fact.when, False
        return (self.event.when if self.event is not None else None), True

    def _dates(self, values: Sequence[Value]) -> Iterator[Stated]:
        held, by_record = self._when()
        dates = [value for value in values if value.kind is ValueKind.DATE and not self._is_of_other(value)]
        limits = [value for value in dates if value.role in (ValueRole.SINCE, ValueRole.UNTIL)]
        if held is None or not dates or (len(limits) == len(dates) and not (by_record and self.announces)):
            return
        if not self.announces and all(one.month is None for value in dates for one in value.dates):
            return  # «выше рекорда 1988 года»
        if names_former_date(self.fact.says, self.statement):
            return
        if all(is_other(value, held) for value in dates):
            yield "words-date", self._wording(dates[0]), held, by_record

    def _is_of_other(self, value: Value) -> bool:
        """«Больше, чем в 2024 году», «первый был в 2017 году»: a date of what the event is compared with
        or of one of another number."""
        says = self.fact.says
        first = max((mark.end() for mark in _MARKS.finditer(says, 0, value.start)), default=0)
        opening = says[first : value.start].lower().split()
        if _COMPARED.intersection(opening):
            return True
        own = {f"№{self.event.order}"} if self.event is not None and self.event.order else set()
        own |= {
            ordinal for ordinal, _ in bind_ordinals(self.lexicon.read(self.event.title if self.event else ""))
        }
        near = {key for term in self.lexicon.read(says[first : value.start]) for key, _ in term.keys}
        numbers = {key for key in near if key[0] == "№" and key[1:].isdigit()}
        return bool(first and numbers and not numbers & own)

    def _clocks(self, values: Sequence[Value]) -> Iterator[Stated]:
        held, by_record = self._when()
        clocks = [value for value in values if value.kind is ValueKind.CLOCK]
        minutes = clock_minutes(held)
        if not clocks or not minutes or held is None or (by_record and not self.announces):
            return
        if not any(minutes & {value.low % (DAY), value.high % (DAY)} for value in clocks):
            yield "words-clock", self._wording(clocks[0]), held, by_record

    def _weekdays(self, values: Sequence[Value]) -> Iterator[Stated]:
        """«в субботу, 12 сентября 2026 года»: a day of the week next to its date."""
        year = (self._when()[0] or self.base.published(self.fact)).end.year
        for first, second in pairwise(values):
            day = day_meant(second, year)
            near = self.fact.says[first.end : second.start].strip() in ("", ",")
            if (
                first.kind is ValueKind.WEEKDAY
                and near
                and day is not None
                and day.first_day.weekday() != first.low
            ):
                yield "words-weekday", self.fact.says[first.start : second.end], EdtfDate(day, day), False

    def _places(self) -> Iterator[Stated]:
        record = self._by_record.where if self._by_record is not None else None
        held = self.fact.where or record
        if held is None or self.lexicon.sure(held) & self.lexicon.sure(self.fact.says):
            return
        if any(is_country(term) for term in self.lexicon.read(held)):
            return
        towns = [
            (text, noun) for text, noun in named_towns(self.fact.says, self.statement) if not is_country(noun)
        ]
        if towns and (self.announces or self.event is None):
            yield "words-place", towns[0][0], held, not self.fact.where

    def _people(self, values: Sequence[Value]) -> Iterator[Stated]:
        """«председательствовали трое» where the fact lists two chairs, both named in the statement."""
        said = self.lexicon.sure(self.fact.says)
        for role in dict.fromkeys(part.role for part in self.fact.people):
            people = [self.base.person_by_id[part.person] for part in self.fact.people if part.role == role]
            named = [one for one in people if self.lexicon.sure(one.name) & said]
            counts = [value for value in values if self._counts_people(value)]
            if len(named) < 2 or not counts:
                continue
            if all(value.low != len(people) for value in counts):
                yield "words-people", self._wording(counts[0]), str(len(people)), False

    def _counts_people(self, value: Value) -> bool:
        """Not of animals, and not of those whom the people of the fact met: «с тремя министрами»."""
        if value.kind is not ValueKind.COUNT or not 2 <= value.low <= _MOST_PEOPLE or not value.nouns:
            return False
        before = next((one for one in reversed(self.statement) if one.token.end <= value.start), None)
        if before is not None and before.morphology.first_pos == "PREP":
            return False
        noun = self.lexicon.word(value.nouns[0])
        return noun.morphology.animate and bool(_PERSONS.intersection(noun.morphology.lemmas))

    def _ordinals(self) -> Iterator[Stated]:
        """«Третий диалог» about the second: the title's own number counts before the record's."""
        event = self._by_record
        if event is None:
            return
        title = self.lexicon.read(event.title)
        nouns = {key for term in title for key, level in term.keys if level is Level.LEMMA}
        own = {ordinal for ordinal, _ in bind_ordinals(title)} or (
            {f"№{event.order}"} if event.order else set()
        )
        said = [
            ordinal
            for ordinal, noun in bind_ordinals(self.statement)
            if noun & nouns and ordinal[1:].isdigit()
        ]
        if own and said and not own.intersection(said):
            yield "words-ordinal", said[0][1:], min(own)[1:], True

    def _wording(self, value: Value) -> str:
        return self.fact.says[value.start : value.end].strip(" .")
