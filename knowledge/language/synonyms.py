"""Groups of words that mean the same, of the language and of a pack, by word and by phrase; and kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from knowledge.language.morphology import Morphology
from knowledge.language.thesaurus import GROUPS, KINDS, PAIRS


class Level(IntEnum):
    """How two words meet; the higher the surer."""

    THESAURUS = 1
    ROOT = 2
    SYNONYM = 3
    LEMMA = 4


_Reader = Callable[[str], tuple[str, ...]]


class Opening(NamedTuple):
    """The phrases that begin with one lemma."""

    seconds: frozenset[str]
    """The lemmas that come second: few words that begin a phrase stand before one of them."""
    phrases: tuple[tuple[tuple[str, ...], str], ...]
    """All lemmas of each with the key of its group."""


Phrases = Mapping[str, Opening]
"""First lemma -> the phrases that begin with it."""


def group_keys(
    groups: Iterable[Sequence[str]], mark: str, read: _Reader
) -> tuple[dict[str, list[str]], Phrases]:
    """The groups by single lemma, and by the first lemma of a phrase."""
    words: dict[str, list[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for number, group in enumerate(groups):
        for member in group:
            lemmas = read(member)
            if len(lemmas) == 1:
                words.setdefault(lemmas[0], []).append(f"{mark}{number}")
            elif lemmas:
                phrases.setdefault(lemmas[0], []).append((lemmas, f"{mark}{number}"))
    return words, {
        first: Opening(frozenset(lemmas[1] for lemmas, _ in found), tuple(found))
        for first, found in phrases.items()
    }


def mark_phrases(
    morphologies: Sequence[Morphology], phrases: Phrases, level: Level, extra: list[list[tuple[str, Level]]]
) -> None:
    """Add the key of each phrase found to every word of it."""
    for start, (morphology, after) in enumerate(pairwise(morphologies)):
        for first in morphology.lemmas:
            opening = phrases.get(first)
            if opening is None or opening.seconds.isdisjoint(after.lemmas):
                continue
            for lemmas, key in opening.phrases:
                run = morphologies[start : start + len(lemmas)]
                if len(run) == len(lemmas) and all(
                    lemma in word.lemmas for lemma, word in zip(lemmas, run, strict=True)
                ):
                    for place in range(start, start + len(lemmas)):
                        extra[place].append((key, level))


@cache
def language_groups() -> tuple[dict[str, list[str]], Phrases]:
    groups = (*(group.split() for group in GROUPS), *_pairs())
    return group_keys(groups, "=", lambda member: tuple(member.split("_")))


def _pairs() -> Iterator[tuple[str, str]]:
    for line in PAIRS:
        head, _, others = line.partition(": ")
        yield from ((head, other) for other in others.split())


@cache
def kind_keys() -> tuple[dict[str, str], dict[str, list[str]]]:
    """The key of each general word, and the keys of the general words that may stand for a word."""
    general: dict[str, str] = {}
    special: dict[str, list[str]] = {}
    for line in KINDS:
        head, _, others = line.partition(": ")
        general[head] = f"<{head}"
        for other in others.split():
            special.setdefault(other, []).append(general[head])
    return general, special
