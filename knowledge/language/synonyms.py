"""Groups of words that mean the same, of the language and of a pack, by word and by phrase; and hyponyms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from functools import cache
from itertools import chain, pairwise
from operator import itemgetter
from typing import NamedTuple

from knowledge.data.tables import read_folder, split_cell
from knowledge.language.morphology import Morphology


class Level(IntEnum):
    """How surely two words that share a key mean the same."""

    THESAURUS = 1
    ROOT = 2
    SYNONYM = 3
    LEMMA = 4


class PhraseBucket(NamedTuple):
    """The phrases that begin with one lemma."""

    seconds: frozenset[str]
    """The second lemmas of all, to reject most places at once."""
    phrases: tuple[tuple[tuple[str, ...], str], ...]
    """All lemmas of each phrase, and the key of its group."""


PhraseIndex = Mapping[str, PhraseBucket]
"""First lemma -> the phrases that begin with it."""


def index_members(members: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[dict[str, list[str]], PhraseIndex]:
    """Words by lemma and phrases by first lemma, from the key of a group and the lemmas of a member."""
    words: dict[str, list[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, lemmas in members:
        if len(lemmas) == 1:
            words.setdefault(lemmas[0], []).append(key)
        elif lemmas:
            phrases.setdefault(lemmas[0], []).append((lemmas, key))
    return words, {
        first: PhraseBucket(frozenset([lemmas[1] for lemmas, _ in found]), tuple(found))
        for first, found in phrases.items()
    }


def mark_phrases(
    morphologies: Sequence[Morphology], index: PhraseIndex, level: Level, keys: list[list[tuple[str, Level]]]
) -> None:
    """Add the key of each phrase found to `keys` of every word of it."""
    for start, (morphology, after) in enumerate(pairwise(morphologies)):
        for first in morphology.lemmas:
            bucket = index.get(first)
            if bucket is None or bucket.seconds.isdisjoint(after.lemmas):
                continue
            for lemmas, key in bucket.phrases:
                run = morphologies[start : start + len(lemmas)]
                if len(run) == len(lemmas) and all(
                    lemma in word.lemmas for lemma, word in zip(lemmas, run, strict=True)
                ):
                    for place in range(start, start + len(lemmas)):
                        keys[place].append((key, level))


@cache
def language_groups() -> tuple[dict[str, list[str]], PhraseIndex]:
    """The groups of the language's thesaurus, as `index_members` gives them.

    A word is weighed by its first group, that of its main sense: the one in whose row it stands first.
    """
    groups = [*synonym_groups()]
    members = [
        (place, f"={number}", tuple(member.split(" ")))
        for number, group in enumerate(groups)
        for place, member in enumerate(group)
    ]
    members.sort(key=itemgetter(0))
    pairs = (
        (f"={number}", tuple(member.split(" ")))
        for number, pair in enumerate(one_way_pairs(), len(groups))
        for member in pair
    )
    return index_members(chain(((key, lemmas) for _, key, lemmas in members), pairs))


def synonym_groups() -> Iterator[list[str]]:
    """Lemmas and phrases of lemmas that stand for each other; groups must not be chained into one another,
    for a lemma of several senses is in several."""
    for table in read_folder("synonyms", "words"):
        yield from (split_cell(cell) for cell in table.column("words"))


def one_way_pairs() -> Iterator[list[str]]:
    """A word with each that it stands for, which do not stand for one another."""
    for table in read_folder("one_way_synonyms", "word", "stands_for"):
        for word, others in table:
            yield from ([word, other] for other in split_cell(others))


@cache
def hyponym_keys() -> tuple[dict[str, str], dict[str, list[str]]]:
    """The key of each general word («зверь»), and the keys of the general words of each special one.

    A question's general word is met by a base's special one («медведь»), and not the other way.
    """
    general: dict[str, str] = {}
    special: dict[str, list[str]] = {}
    for table in read_folder("hyponyms", "general", "special"):
        for word, others in table:
            general[word] = f"<{word}"
            for other in split_cell(others):
                special.setdefault(other, []).append(general[word])
    return general, special
