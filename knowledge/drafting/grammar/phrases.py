"""Noun phrases of a sentence: «второй диалог», «министра юстиции США», «в матче 3-го тура»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pymorphy3.analyzer import Parse

from knowledge.drafting.grammar.inflection import agrees, phrase_in
from knowledge.drafting.grammar.words import Word, span_text
from knowledge.language.morphology import readings

_MODIFIERS = frozenset({"ADJF", "PRTF", "NUMR"})
_GENITIVES = frozenset({"gent", "gen1", "gen2"})
_QUOTES = '«"„“'
_CLOSED = '»"“”'


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """`words[start:end]` of a sentence, its head at `head`, read by `reading`."""

    start: int
    end: int
    head: int
    reading: Parse

    @property
    def case(self) -> str:
        return str(self.reading.tag.case)

    @property
    def is_animate(self) -> bool:
        return "anim" in self.reading.tag


def noun_phrase_at(words: Sequence[Word], start: int, text: str) -> NounPhrase | None:
    """The longest noun phrase that begins at a word; modifiers agree, what follows the head is genitive,
    a name or a quoted title."""
    place = start
    while place < len(words) and (place == start or joined(words[place]) or _opens_title(words[place])):
        word = words[place]
        if (_is_modifier(word) and not word.has("NOUN", "nomn", "Geox")) or _qualifies(words, place):
            place += 1
            continue
        reading = _head_reading(words[start:place], word)
        if reading is None:
            return None
        if place > start and _opens_title(word):
            return NounPhrase(start, _after_quote(words, place, text), place, reading)
        return NounPhrase(start, _tail(words, place, text, reading), place, reading)
    return None


def _opens_title(word: Word) -> bool:
    return word.before.strip(" ") in tuple(_QUOTES)


def _is_modifier(word: Word) -> bool:
    return word.is_number or word.first_pos in _MODIFIERS


def _qualifies(words: Sequence[Word], place: int) -> bool:
    """«за второе место», «взрослый сеанс»: what may be a noun is an adjective before one that agrees."""
    word, after = words[place], words[place + 1] if place + 1 < len(words) else None
    if after is None or not joined(after) or after.first_pos != "NOUN" or after.is_capital:
        return False
    if word.is_capital and word.start:
        return False
    adjectives = [one for one in word.readings if str(one.tag.POS) == "ADJF"]
    nouns = [one for one in after.readings if str(one.tag.POS) == "NOUN"]
    return any(agrees(one, noun) for one in adjectives for noun in nouns)


def joined(word: Word) -> bool:
    """Whether nothing but a space stands before a word."""
    return word.before.strip() == ""


def _head_reading(modifiers: Sequence[Word], word: Word) -> Parse | None:
    nouns = [one for one in word.readings if str(one.tag.POS) in ("NOUN", "NPRO")]
    for reading in nouns:
        counted = "gent" in reading.tag
        bound = [one for one in modifiers if not (one.is_number or (counted and one.has("NUMR")))]
        if all(any(agrees(other, reading) for other in readings(one.text.lower())) for one in bound):
            return reading
    return nouns[0] if nouns and word.first_pos == "NOUN" and not modifiers else None


def _tail(words: Sequence[Word], head: int, text: str, reading: Parse) -> int:
    """The place after the phrase."""
    end = head + 1
    while end < len(words):
        word = words[end]
        if any(sign in word.before for sign in _QUOTES) and word.before.strip(" " + _QUOTES) == "":
            end = _after_quote(words, end, text)
            continue
        if not joined(word):
            break
        if _continues(words, end, reading):
            end += 1
            continue
        break
    return end


def _continues(words: Sequence[Word], place: int, head: Parse) -> bool:
    word = words[place]
    if (
        word.is_capital
        and words[place - 1].is_capital
        and word.has("Name")
        and not words[place - 1].has("Name")
    ):
        return False  # «на острове Крачка Николай Зимин …»
    named = word.is_capital and (word.has("NOUN") or any(map(str.isdigit, word.text)))  # «вертолёт Ми-8»
    if word.is_abbreviation or named or word.text.endswith("."):
        return True
    genitive = [one for one in word.readings if one.tag.case in _GENITIVES]
    if word.first_pos == "NOUN":
        return bool(genitive)
    if word.first_pos in _MODIFIERS and genitive and place + 1 < len(words) and joined(words[place + 1]):
        following = words[place + 1]
        nouns = [one for one in following.readings if one.tag.case in _GENITIVES]
        if any(agrees(one, noun) for one in genitive for noun in nouns if str(noun.tag.POS) == "NOUN"):
            return True
        return following.first_pos in _MODIFIERS and _continues(words, place + 1, head)
    return False


def _after_quote(words: Sequence[Word], place: int, text: str) -> int:
    end = place + 1
    while end < len(words) and not any(sign in words[end].before for sign in _CLOSED):
        end += 1
    closed = any(sign in text[words[end - 1].end :] for sign in _CLOSED) if end == len(words) else True
    return end if closed else place + 1


def noun_phrases(words: Sequence[Word], text: str) -> Iterator[NounPhrase]:
    """The phrases of a sentence from left to right, none inside another."""
    place = 0
    while place < len(words):
        found = noun_phrase_at(words, place, text)
        if found is None:
            place += 1
            continue
        yield found
        place = max(found.end, place + 1)


def in_nominative(phrase: NounPhrase, words: Sequence[Word], text: str) -> str | None:
    """The phrase as a title, in the nominative."""
    part = words[phrase.start : phrase.end]
    made = phrase_in(part, phrase.head - phrase.start, phrase.reading, "nomn")
    if made is None:
        return None
    rest = text[part[-1].end :]
    return made + (rest[0] if rest[:1] in set(_CLOSED) and any(q in made for q in _QUOTES) else "")


def phrase_text(phrase: NounPhrase, words: Sequence[Word], text: str) -> str:
    return span_text(text, words[phrase.start : phrase.end])
