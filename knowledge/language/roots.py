"""A rough root of a word, by which «встреча» and «встретиться», «решить» and «решение» match.

Endings and suffixes are cut off until none is left, then the last consonant is replaced by that of
its alternation class. Wrong matches are rare and weigh less than a lemma.
"""

from __future__ import annotations

from functools import lru_cache

from knowledge.data.tables import read_table, read_words

_SHORTEST = 3
_SHORTEST_AFTER_NOMINAL = 4
_REFLEXIVE = tuple(read_words("morphemes/reflexives"))
_SUFFIXES = {
    **dict.fromkeys(read_words("morphemes/noun_suffixes"), _SHORTEST_AFTER_NOMINAL),
    **dict.fromkeys(read_words("morphemes/verb_suffixes"), _SHORTEST),
}
"""A suffix -> how many letters must be left without it."""
_LONGEST_SUFFIX = max(map(len, _SUFFIXES))
_ALTERNATIONS = tuple(
    (ending, plain) for ending, plain in read_table("morphemes/alternations", "ending", "root")
)
"""The last consonants, and the one that stands for their class."""
_UNCUT = read_words("morphemes/uncut_words")
"""Words that would seem akin to words of another sense: «страница» to «страна»."""


@lru_cache(maxsize=60_000)
def root(lemma: str) -> str:
    """The root of a lemma, three letters or more; a shorter word is its own root."""
    if lemma in _UNCUT:
        return lemma
    word = lemma
    if word.endswith(_REFLEXIVE) and len(word) > _SHORTEST + 2:
        word = word[:-2]
    shorter = _without_suffix(word)
    while shorter != word:
        word, shorter = shorter, _without_suffix(shorter)
    for ending, plain in _ALTERNATIONS:
        if word.endswith(ending) and len(word) - len(ending) + len(plain) >= _SHORTEST:
            return word[: -len(ending)] + plain
    return word


def _without_suffix(word: str) -> str:
    """The word without the longest suffix that leaves enough of it."""
    size = len(word)
    for length in range(min(_LONGEST_SUFFIX, size - _SHORTEST), 0, -1):
        if size - length >= _SUFFIXES.get(word[-length:], size):
            return word[:-length]
    return word
