"""«Где увиделись во второй раз?» asks of what was done again, not of the second one of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from knowledge.data.tables import read_groups
from knowledge.language.morphology import analyse
from knowledge.language.numerals import AGAIN, ORDINALS
from knowledge.language.tokens import Token, tokens
from knowledge.understanding.inquiries import ASKING

_GROUPS = read_groups("question_words/groups")
_TIMES = _GROUPS["times"]
_AGAIN = next(iter(_GROUPS["again"]))
_INTO = read_groups("function_words/prepositions")["place_into"]
_SECOND = 2


def as_again(text: str) -> str:
    """The text with «повторно» for «во второй раз», where it asks of what was done."""
    words = tokens(text)
    if not any(one.word in ASKING for one in words) or not any(
        "past" in analyse(one.word).moods for one in words
    ):
        return text
    for at, number in numbered_times(words):
        if number != _SECOND:
            continue
        first = at - 1 if at and words[at - 1].word in _INTO else at
        return f"{text[: words[first].start]}{_AGAIN}{text[words[at + 1].end :]}"
    return text


def tells_again(statements: Iterable[str]) -> bool:
    """Whether one of them says what was done again, and none for which time it was done."""
    read = [tokens(one) for one in statements]
    again = any(not AGAIN.isdisjoint(analyse(one.word).lemmas) for words in read for one in words)
    return again and not any(any(numbered_times(words)) for words in read)


def numbered_times(words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Places of an ordinal before «раз», with its number."""
    for at, (one, after) in enumerate(pairwise(words)):
        if after.word in _TIMES:
            numbers = (ORDINALS[lemma] for lemma in analyse(one.word).lemmas if lemma in ORDINALS)
            yield from ((at, number) for number in numbers)
