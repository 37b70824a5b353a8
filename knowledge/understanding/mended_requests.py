"""Requests and small talk with a slip in a word that no dictionary holds: «превет», «падпиши меня»."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache, lru_cache

from knowledge.data.tables import read_table, read_words
from knowledge.language.morphology import analyse
from knowledge.language.one_slip import one_slip
from knowledge.language.tokens import tokens
from knowledge.results import SmallTalk

_SHORTEST = 4
_LONGEST = 8
"""Words of a message that may be no more than a request."""
_LETTERS = re.compile(r"[а-яё]+")
_REMEMBERED = 10_000
_WITHOUT_PHRASES = (SmallTalk.SOURCE, SmallTalk.TOLD_ALL)


@cache
def _vocabulary() -> frozenset[str]:
    """Words of the phrases of wishes and of small talk."""
    talk = [read_table(f"small_talk/{one}", "phrase") for one in SmallTalk if one not in _WITHOUT_PHRASES]
    tables = (read_table("requests/wishes", "label", "phrase"), *talk)
    written = [phrase for table in tables for phrase in table.column("phrase")]
    words = {word for phrase in written for word in _LETTERS.findall(phrase)}
    words |= read_words("requests/wish_fillers") | read_words("requests/reminder_words")
    return frozenset(word for word in words if len(word) >= _SHORTEST)


def mended_request(text: str, known: Container[str] = frozenset()) -> str | None:
    """A short text with its unknown words read as words of requests; None where there is none to mend.

    `known`: folded words of the base, which stay.
    """
    found = tokens(text)
    if len(found) > _LONGEST:
        return None
    mended = text
    for token in reversed(found):
        word = None if token.word in known else _mended(token.word)
        if word is not None:
            mended = f"{mended[: token.start]}{word}{mended[token.end :]}"
    return None if mended == text else mended


@lru_cache(maxsize=_REMEMBERED)
def _mended(word: str) -> str | None:
    if len(word) < _SHORTEST or word in _vocabulary() or analyse(word).known:
        return None
    near = {other: cost for other, cost in one_slip(word) if other in _vocabulary()}
    return min(near, key=lambda other: (near[other], other), default=None)
