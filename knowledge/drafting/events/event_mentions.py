"""Finds the events that a sentence names: noun, title, place in a chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups, read_table, read_words
from knowledge.drafting.grammar.phrases import NounPhrase, in_nominative, noun_phrase_at
from knowledge.drafting.grammar.words import Word
from knowledge.language.numerals import ORDINALS

_EVENTS = read_words("nouns/events")
_SEQUENCE = read_table("numerals/sequence", "place", "words").index("place", "words", str)
_WORDS = read_groups("drafting/event_contexts")
_COMPLEMENTS, _FURTHER, _SHELLS = _WORDS["complements"], _WORDS["further"], _WORDS["shells"]
_POINTING = read_groups("drafting/pronouns")["demonstrative"]
_MOST_COMPLEMENTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """An event at `words[start:end]`. `sequence`: its ordinal, or `next`, `last`, `again`."""

    head: str
    title: str
    sequence: int | str | None
    start: int
    end: int
    is_complement: bool
    """Whether it stands in the genitive inside another phrase: «механизм диалога»."""
    noun: str
    gender: str
    """`masc`, `femn`, `neut` or `plur`."""


def mentions_of(words: Sequence[Word], text: str) -> Iterator[EventMention]:
    """The events that a sentence names."""
    place = 0
    while place < len(words):
        phrase = noun_phrase_at(words, place, text)
        if phrase is None:
            place += 1
            continue
        heads = [phrase.head, *range(phrase.head + 1, phrase.end)]
        for at in heads:
            word = words[at]
            if word.is_capital and at and word.has("Surn"):
                continue
            noun = next(
                (
                    one
                    for one in word.readings
                    if str(one.tag.POS) == "NOUN" and one.normal_form.replace("ё", "е") in _EVENTS
                ),
                None,
            )
            if noun is None or word.first_pos != "NOUN" or _is_counted(words[phrase.start : at]):
                continue
            start = at if at != phrase.head else phrase.start
            while start > phrase.start and at != phrase.head and words[start - 1].is_adjective:
                start -= 1
            yield _mention(
                words,
                text,
                start,
                at,
                phrase,
                inner=at != phrase.head and not words[phrase.head].lemmas & _SHELLS,
            )
            break
        place = max(phrase.end, place + 1)


def _is_counted(modifiers: Sequence[Word]) -> bool:
    """«Двадцать матчей» are no one event."""
    return any(
        word.first_pos == "NUMR" or (word.is_number and not word.text[-1:].isalpha()) for word in modifiers
    )


def _mention(
    words: Sequence[Word], text: str, start: int, head: int, outer: NounPhrase, *, inner: bool
) -> EventMention:
    while start < head and words[start].folded in _POINTING:
        start += 1  # «этот матч»
    phrase = noun_phrase_at(words, start, text)
    if phrase is None or phrase.head != head:
        phrase = NounPhrase(start, outer.end, head, words[head].readings[0])
    end = _with_complements(words, text, phrase.end)
    named = in_nominative(phrase, words, text) or text[words[start].start : words[phrase.end - 1].end]
    tail = text[words[phrase.end - 1].end : words[end - 1].end].lstrip('»"') if end > phrase.end else ""
    title = (named + tail).strip()
    reading = next(one for one in words[head].readings if str(one.tag.POS) == "NOUN")
    plural = reading.tag.number == "plur" and "Pltm" in reading.tag
    normal = reading.normal_form
    return EventMention(
        head=normal.replace("ё", "е"),
        title=title[:1].upper() + title[1:],
        sequence=_sequence(words[start:head]),
        start=start,
        end=end,
        is_complement=inner,
        noun=normal,
        gender="plur" if plural else str(reading.tag.gender),
    )


def _with_complements(words: Sequence[Word], text: str, end: int) -> int:
    """«диалоге | на высоком уровне | по борьбе с киберпреступлениями»."""
    first = end
    for _ in range(_MOST_COMPLEMENTS):
        opening = _COMPLEMENTS if end == first else _COMPLEMENTS | _FURTHER
        if end >= len(words) or words[end].folded not in opening or words[end].before.strip():
            return end
        phrase = noun_phrase_at(words, end + 1, text)
        if phrase is None or words[phrase.head].is_capital or words[phrase.start].is_number:
            return end
        end = phrase.end
    return end


def _sequence(modifiers: Sequence[Word]) -> int | str | None:
    for word in modifiers:
        for lemma in word.lemmas:
            if lemma in ORDINALS:
                return int(ORDINALS[lemma])
            if lemma in _SEQUENCE:
                return _SEQUENCE[lemma]
        if word.is_number and word.text[-1:].isalpha():
            return int("".join(filter(str.isdigit, word.text)))
    return None
