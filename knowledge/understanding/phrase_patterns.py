"""Phrases by lemma or form, as the data files write them, found among the words of a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.data.tables import read_table

_MOST_SKIPPED = 2


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of slots: each the words that fit, `None` for any; `optional` and `gap` slots may take none."""

    label: str
    slots: tuple[tuple[frozenset[str] | None, bool, bool], ...]


@cache
def phrases(name: str) -> tuple[Phrase, ...]:
    """The phrases of the table `requests/NAME`, each with its label."""
    table = read_table(f"requests/{name}", "label", "phrase")
    return tuple(Phrase(label, tuple(map(_slot, phrase.split()))) for label, phrase in table)


def _slot(written: str) -> tuple[frozenset[str] | None, bool, bool]:
    optional = written.startswith("(")
    word = written.strip("()")
    return (None if word in "_*" else frozenset(word.split("|"))), optional, word == "*"


@cache
def _by_first_word(name: str) -> Mapping[str, tuple[Phrase, ...]]:
    """Word -> the phrases that may begin with it."""
    index: dict[str, list[Phrase]] = {}
    for phrase in phrases(name):
        for fits, optional, _ in phrase.slots:
            for word in fits or ():
                index.setdefault(word, []).append(phrase)
            if not optional:
                break
    return {word: tuple(found) for word, found in index.items()}


def begins(name: str, word: frozenset[str]) -> bool:
    """Whether a phrase of a table may begin with a word (its forms and lemmas)."""
    return not _by_first_word(name).keys().isdisjoint(word)


def find_phrases(name: str, words: Sequence[frozenset[str]]) -> Mapping[str, tuple[int, int]]:
    """Label -> first and after-last place of its longest phrase among words (forms and lemmas)."""
    found: dict[str, tuple[int, int]] = {}
    for label, start, end in every_phrase(name, words):
        known = found.get(label)
        if known is None or end - start > known[1] - known[0]:
            found[label] = (start, end)
    return found


def every_phrase(name: str, words: Sequence[frozenset[str]]) -> Iterator[tuple[str, int, int]]:
    """Label, first and after-last place of all phrases of a table among words (forms and lemmas)."""
    index = _by_first_word(name)
    for start, forms in enumerate(words):
        if index.keys().isdisjoint(forms):
            continue
        for phrase in dict.fromkeys(one for form in forms for one in index.get(form, ())):
            end = _match(phrase.slots, words, start)
            if end is not None:
                yield phrase.label, start, end


def _match(
    slots: Sequence[tuple[frozenset[str] | None, bool, bool]], words: Sequence[frozenset[str]], at: int
) -> int | None:
    if not slots:
        return at
    (fits, optional, gap), rest = slots[0], slots[1:]
    if gap:
        ends = (_match(rest, words, at + skipped) for skipped in range(_MOST_SKIPPED + 1))
        return next((end for end in ends if end is not None), None)
    if at < len(words) and (fits is None or fits & words[at]):
        end = _match(rest, words, at + 1)
        if end is not None:
            return end
    return _match(rest, words, at) if optional else None
