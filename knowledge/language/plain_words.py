"""The plain word that a small, fond or feminine one is formed from: «билетик» of «билет», «участница»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from knowledge.data.tables import read_table
from knowledge.language.morphology import Morphology, analyse

_SHORTEST = 3
_LONGEST_SUFFIX = 6
_FEMININE, _ADJECTIVE = "feminine", "adjective"
_NOUN, _ADJECTIVES = "NOUN", "ADJF"


def plain_words(morphology: Morphology) -> Iterator[str]:
    """The words of the dictionary that a noun or an adjective may be formed from by a suffix of feeling or
    sex; a noun is a person or an animal where they are, and a feminine one always."""
    lemma, pos = morphology.lemmas[0], morphology.first_pos
    if pos not in (_NOUN, _ADJECTIVES):
        return
    for length in range(2, min(_LONGEST_SUFFIX, len(lemma) - _SHORTEST + 1) + 1):
        for plain, kind in _by_suffix().get(lemma[-length:], ()):
            fits = kind == _ADJECTIVE if pos == _ADJECTIVES else kind != _ADJECTIVE
            if fits and (kind != _FEMININE or morphology.animate):
                word = lemma[:-length] + plain
                if _is_word(word, pos, animate=morphology.animate):
                    yield word


def _is_word(word: str, pos: str, *, animate: bool) -> bool:
    if len(word) < _SHORTEST:
        return False
    found = analyse(word)
    same = found.known and found.first_pos == pos and found.lemmas[0] == word
    return same and found.animate == animate and not found.marks


@cache
def _by_suffix() -> dict[str, list[tuple[str, str]]]:
    """Suffix -> what stands in its place, with the kind of suffix."""
    found: dict[str, list[tuple[str, str]]] = {}
    for suffix, plain, kind in read_table("morphemes/expressive_suffixes", "suffix", "plain", "kind"):
        found.setdefault(suffix, []).append((plain, kind))
    return found
