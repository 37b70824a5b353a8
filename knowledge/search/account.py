"""How the words of a question are met by the words of a fact and of its examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.language.groups import Level
from knowledge.language.lexicon import Term
from knowledge.search.evidence import Example
from knowledge.search.index import LEVEL_WEIGHT, Index
from knowledge.search.matter import Matter

Levels = tuple[Level | None, ...]
"""For each word of the matter the surest level at which the fact has it."""


def meet(matter: Matter, keys: frozenset[str] | Mapping[str, int]) -> Levels:
    """The surest level at which each word of the matter meets `keys`."""
    return tuple(level_of(word.term, keys) for word in matter.words)


def level_of(term: Term, keys: frozenset[str] | Mapping[str, int]) -> Level | None:
    for key, level in term.keys:
        if key in keys:
            return level
    return None


def share(matter: Matter, levels: Levels) -> float:
    pairs = zip(matter.words, levels, strict=True)
    return sum(word.weight * LEVEL_WEIGHT[level] for word, level in pairs if level) / matter.total


def share_loose(matter: Matter, levels: Levels) -> float:
    pairs = zip(matter.words, levels, strict=True)
    return sum(word.weight for word, level in pairs if level and level <= Level.ROOT) / matter.total


def nearest_examples(
    matter: Matter, examples: Sequence[Example], index: Index
) -> list[tuple[float, float, Example]]:
    """Examples by likeness, each with the share of it that the question has."""
    found = []
    for example in examples:
        if matter.keys.isdisjoint(example.keys):
            continue
        weights = example.weights(index)
        total = example.total
        got, matched = 0.0, set()
        for word in matter.words:
            for key, level in word.term.keys:
                if key in example.keys:
                    got += word.weight * LEVEL_WEIGHT[level]
                    matched.add(example.keys[key])
                    break
        back = sum(weights.get(place, 0.0) for place in matched)
        found.append((2 * got / (matter.total + total), back / total, example))
    found.sort(key=lambda item: -item[0])
    return found
