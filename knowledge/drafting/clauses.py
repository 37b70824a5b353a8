"""The predicate and the subject of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_groups
from knowledge.drafting.phrases import NounPhrase, noun_phrases
from knowledge.drafting.resolved_dates import times_of
from knowledge.drafting.words import Word, words_of

_WORDS = read_groups("drafting/attributions")
_SUBORDINATING, _COORDINATING = _WORDS["subordinating"], _WORDS["coordinating"]
_PREDICATES = frozenset({"VERB", "ADJS", "PRTS", "PRED"})
_LEAST_WORDS = 3
_DASH = re.compile(r"\s[—–]\s")
_LIKELY = 0.1


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
        return self.text[self.words[start].start : self.words[end - 1].end + self._closing(end)]

    def _closing(self, end: int) -> int:
        rest = self.text[self.words[end - 1].end :]
        return 1 if rest[:1] == "»" else 0

    @property
    def predicate_reading(self) -> Parse | None:
        if self.predicate is None:
            return None
        word = self.words[self.predicate]
        return next(iter(_predicate_readings(word)), None)

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
    place = _main_predicate(words)
    phrases = list(noun_phrases(words, plain))
    found = (
        _subject(words, phrases, place, _time_starts(plain, words))
        if place is not None
        else _dash_subject(words, phrases, plain)
    )
    return Clause(plain, words, place, found[0] if found else None, found[1] if found else None)


def _time_starts(text: str, words: Sequence[Word]) -> frozenset[int]:
    """Where words of the clause's times begin, whatever they mean."""
    times = times_of(text, words, date(2000, 1, 1), future=None)
    return frozenset(word.start for word in words for one in times if one.start <= word.start < one.end)


def is_predicate(word: Word) -> bool:
    if word.is_capital and word.start > 1:
        return False
    first = word.first_pos
    if first in ("VERB", "PRED"):
        return not word.has("VERB", "impr") or word.has("VERB", "indc")
    if first in ("ADJS", "PRTS"):
        return not word.pos("ADVB", "CONJ", "PRCL", "NOUN")
    # «готов» may be «готы» too.
    return any(str(one.tag.POS) == "ADJS" and one.score >= _LIKELY for one in word.readings)


def _main_predicate(words: Sequence[Word]) -> int | None:
    depends = False
    first = None
    for place, word in enumerate(words):
        if word.before.strip().startswith(",") or not word.before:
            depends = bool(word.lemmas & _SUBORDINATING) and place > 0
        if (
            word.before.strip().startswith(",")
            and place + 1 < len(words)
            and words[place + 1].lemmas & {"который"}
        ):
            depends = True
        if not is_predicate(word):
            continue
        first = place if first is None else first
        if not depends:
            return place
    return (
        None
        if first is not None
        and any(word.before.strip() in "—–" and word.before.strip() for word in words[:first])
        else first
    )


def _subject(
    words: Sequence[Word], phrases: Sequence[NounPhrase], predicate: int, blocked: frozenset[int]
) -> tuple[tuple[int, int], Parse] | None:
    found = [
        one
        for reading in _predicate_readings(words[predicate])
        if (one := _subject_of(words, phrases, predicate, reading, blocked)) is not None
    ]
    return found[0] if found else None


def _predicate_readings(word: Word) -> list[Parse]:
    return [one for one in word.readings if str(one.tag.POS) in _PREDICATES and "impr" not in one.tag]


def _subject_of(
    words: Sequence[Word],
    phrases: Sequence[NounPhrase],
    predicate: int,
    reading: Parse,
    blocked: frozenset[int],
) -> tuple[tuple[int, int], Parse] | None:
    phrases = [one for one in phrases if words[one.start].start not in blocked]
    before = [one for one in phrases if one.end <= predicate and _may_be_subject(words, one, reading)]
    if not before:
        inner = list(_inner_phrases(words, phrases, predicate))
        before = [one for one in inner if _may_be_subject(words, one, reading)]
    after = [one for one in phrases if one.start > predicate and _may_be_subject(words, one, reading)]
    if before:
        found = before[0]
        return (found.start, _up_to(words, found, predicate, blocked)), _nominative(words, found)
    if after and not _crosses_clause(words, predicate, after[0].start):
        found = after[0]
        return (found.start, _coordinated_end(words, found, phrases)), _nominative(words, found)
    return None


def _inner_phrases(
    words: Sequence[Word], phrases: Sequence[NounPhrase], predicate: int
) -> Iterator[NounPhrase]:
    """Phrases that may begin inside another: «для достижения результатов | стороны должны»."""
    for phrase in phrases:
        for start in range(phrase.head + 1, phrase.end):
            if phrase.end == predicate and words[start].first_pos == "NOUN":
                yield NounPhrase(start, phrase.end, start, words[start].readings[0])


def _nominative(words: Sequence[Word], phrase: NounPhrase) -> Parse:
    return next(
        (
            one
            for one in words[phrase.head].readings
            if one.tag.case == "nomn" and str(one.tag.POS) in ("NOUN", "NPRO")
        ),
        phrase.reading,
    )


def _crosses_clause(words: Sequence[Word], start: int, end: int) -> bool:
    return any("," in word.before or "—" in word.before for word in words[start + 1 : end + 1])


def _may_be_subject(words: Sequence[Word], phrase: NounPhrase, predicate: Parse) -> bool:
    """Whether a phrase stands in the nominative and agrees with the predicate."""
    head = words[phrase.head]
    if (
        phrase.start
        and words[phrase.start - 1].first_pos == "PREP"
        and not words[phrase.start].before.strip()
    ):
        return False
    nominative = [
        one for one in head.readings if one.tag.case == "nomn" and str(one.tag.POS) in ("NOUN", "NPRO")
    ]
    number, gender = predicate.tag.number, predicate.tag.gender
    if _is_counted(words, phrase):
        return number == "plur" or gender in ("neut", None)
    if nominative and _is_named(words, phrase) and "plur" not in (nominative[0].tag.number, number):
        named = words[phrase.head + 1 : phrase.end]
        named_alike = any(word.is_capital and word.has("nomn", str(gender)) for word in named)
        return gender is None or named_alike or nominative[0].tag.gender == gender
    joined = _is_joined(words, phrase)
    return any(_agrees_in_number(one, number, gender, joined=joined) for one in nominative)


def _is_named(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """«Пекарь Анна Лосева»: the name tells the gender."""
    return any(word.is_capital and word.has("nomn", "anim") for word in words[phrase.head + 1 : phrase.end])


def _agrees_in_number(noun: Parse, number: str | None, gender: str | None, *, joined: bool) -> bool:
    plural = noun.tag.number == "plur"
    if number == "plur":
        return plural or joined
    return not plural and (gender is None or noun.tag.gender in (gender, None) or "Fixd" in noun.tag)


def _is_counted(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """«3200 зрителей», «двенадцать команд»."""
    first = words[phrase.start]
    return (
        phrase.start < phrase.head
        and (first.is_number or first.has("NUMR", "nomn"))
        and words[phrase.head].has("gent")
    )


def _is_joined(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """Whether «и» joins the phrase with the one after it, or before it."""
    after = phrase.end < len(words) and words[phrase.end].folded == "и"
    before = phrase.start > 0 and words[phrase.start - 1].folded == "и"
    return after or before


def _coordinated_end(words: Sequence[Word], phrase: NounPhrase, phrases: Sequence[NounPhrase]) -> int:
    end = phrase.end
    for other in phrases:
        between = words[end : other.start]
        listed = (len(between) == 1 and between[0].folded == "и") or (
            not between and other.start < len(words) and words[other.start].before.strip() == ","
        )
        if other.start >= end and listed and words[other.head].has("nomn"):
            end = other.end
    return end


def _up_to(words: Sequence[Word], phrase: NounPhrase, predicate: int, blocked: frozenset[int]) -> int:
    """The subject runs up to the predicate where only its own complements stand between."""
    end = phrase.end
    for place in range(phrase.end, predicate):
        if "," in words[place].before or "—" in words[place].before:
            return end
        if (
            words[place].first_pos in ("ADVB", "PRCL", "INFN", "GRND", "NUMR")
            or words[place].start in blocked
        ):
            return end
        end = place + 1
    return end


def _dash_subject(
    words: Sequence[Word], phrases: Sequence[NounPhrase], text: str
) -> tuple[tuple[int, int], Parse] | None:
    """«Самый старый предмет — солнечные часы»: what stands before the dash."""
    dash = _DASH.search(text)
    if dash is None:
        return None
    end = sum(word.end <= dash.start() for word in words)
    found = next((one for one in phrases if one.end <= end and words[one.head].has("nomn")), None)
    return ((found.start, end), _nominative(words, found)) if found is not None and end else None
