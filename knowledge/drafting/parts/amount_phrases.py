"""Where phrases of time and amount end that are no plain noun phrases: «раз в две недели», «за пять лет»."""

from __future__ import annotations

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.grammar.phrases import noun_phrase_at
from knowledge.drafting.parts.recognised import Recognised

_APPROXIMATE = read_groups("drafting/question_contexts")["approximate"]
_WHOLE = read_groups("function_words/particles")["whole"]
_UNITS = read_words("nouns/times")
_TIME_OF_MANY = "раз"
_EVERY = "каждый"
_NOT = "не"
_IN = "в"
_NEAR = 3
"""Words from «каждые» to its unit, or from a number to «раз»."""


def often_end(read: Recognised, place: int) -> int | None:
    """«каждые 15 минут», «четыре раза в сутки», «раз в две недели»."""
    words = read.words
    if _EVERY in words[place].lemmas:
        near = range(place + 1, min(place + 1 + _NEAR, len(words)))
        return next((at + 1 for at in near if words[at].lemmas & _UNITS), None)
    for at in range(place, min(place + _NEAR, len(words) - 2)):
        if _TIME_OF_MANY in words[at].lemmas and words[at + 1].folded == _IN:
            phrase = noun_phrase_at(words, at + 2, read.text)
            return phrase.end if phrase is not None else None
        if not (words[at].is_number or words[at].has("NUMR")):
            return None
    return None


def about_end(read: Recognised, place: int) -> int | None:
    """«не менее», «около» before a number."""
    words = read.words
    at = place + (words[place].folded == _NOT)
    if at + 1 >= len(words) or read.end(read.times, at + 1) is not None:
        return None
    if words[at].folded not in _APPROXIMATE and not words[at].has("COMP"):
        return None  # «не быстрее 20 километров»
    after = words[at + 1]
    return at + 1 if after.is_number or after.has("NUMR") else None


def lasting_end(read: Recognised, place: int) -> int | None:
    """«за последние пять лет», «на три года», «в последний раз»."""
    for at in range(place + 1, min(place + _NEAR, len(read.words))):
        end = read.end(read.durations, at)
        if end is not None:
            return end
        if at > place + 1 and read.words[at].lemmas & _UNITS:
            return at + 1
        if not read.words[at].is_adjective and not read.words[at].lemmas & _WHOLE:
            return None
    return None


def range_end(read: Recognised, place: int) -> int | None:
    """«от 1,5 до 6 миллионов рублей»."""
    return read.end(read.ranges, place + 1)
