"""The predicate and the subject of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pymorphy3.analyzer import Parse

from knowledge.drafting.clauses.predicates import main_predicate, predicate_readings
from knowledge.drafting.clauses.subjects import subject_before_dash, subject_of_predicate
from knowledge.drafting.grammar.phrases import noun_phrases
from knowledge.drafting.grammar.words import Word, words_of
from knowledge.drafting.mentions.resolved_dates import times_of
from knowledge.language.values import ValueKind, read_values

_EVERY = "каждый"


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence or part of one that can stand by itself, without its final mark."""

    text: str
    words: tuple[Word, ...]
    predicate: int | None
    subject: tuple[int, int] | None
    """Places of the subject's first word and of the one after its last."""
    subject_reading: Parse | None

    @property
    def subject_text(self) -> str | None:
        if self.subject is None:
            return None
        start, end = self.subject
        first = self.words[start].start
        opening = 1 if first and self.text[first - 1] == "«" else 0
        return self.text[first - opening : self.words[end - 1].end + self._closing(end)]

    def _closing(self, end: int) -> int:
        rest = self.text[self.words[end - 1].end :]
        return 1 if rest[:1] == "»" else 0

    @property
    def predicate_reading(self) -> Parse | None:
        if self.predicate is None:
            return None
        word = self.words[self.predicate]
        return next(iter(predicate_readings(word)), None)

    @property
    def is_past(self) -> bool:
        reading = self.predicate_reading
        return reading is not None and (
            "past" in reading.tag or (str(reading.tag.POS) == "PRTS" and "past" in reading.tag)
        )

    @property
    def is_future(self) -> bool:
        return any(word.first_pos == "VERB" and word.has("VERB", "futr") for word in self.words)


def read_clause(text: str) -> Clause:
    """The clause with its first predicate outside a dependent part, and the subject that agrees with it."""
    plain = text.strip().rstrip(".!?… ")
    words = words_of(plain)
    place = main_predicate(words)
    phrases = list(noun_phrases(words, plain))
    found = (
        subject_of_predicate(words, phrases, place, _time_starts(plain, words))
        if place is not None
        else subject_before_dash(words, phrases, plain)
    )
    return Clause(plain, words, place, found[0] if found else None, found[1] if found else None)


def _time_starts(text: str, words: Sequence[Word]) -> frozenset[int]:
    """Where words of the clause's times begin, whatever they mean."""
    times = times_of(text, words, date(2000, 1, 1), future=None)
    spans = [(one.start, one.end) for one in times]
    spans += [
        (before.start, value.end)
        for value in read_values(text.replace("ё", "е"))
        if value.kind is ValueKind.DURATION
        for before in words
        if _EVERY in before.lemmas and before.end + 1 == value.start
    ]
    return frozenset(word.start for word in words for start, end in spans if start <= word.start < end)
