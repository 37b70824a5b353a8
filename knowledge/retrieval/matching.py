"""How the words of a question are met by the words of a fact and of its examples."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.parsed_facts.parsed_fact import Evidence, Example
from knowledge.retrieval.candidates import LEVEL_WEIGHT
from knowledge.retrieval.index import Index
from knowledge.retrieval.query_terms import QueryTerms

Levels = tuple[Level | None, ...]
"""For each word of the matter the surest level at which the fact has it."""


def match_terms(query: QueryTerms, keys: frozenset[str] | Mapping[str, int]) -> Levels:
    """The surest level at which each word of the matter meets `keys`."""
    levels: list[Level | None] = [None] * len(query.terms)
    by_key = query.by_key
    for key in query.keys & keys if isinstance(keys, frozenset) else [key for key in by_key if key in keys]:
        for place, level in by_key[key]:
            known = levels[place]
            if known is None or level > known:
                levels[place] = level
    return tuple(levels)


def level_of(term: Term, keys: frozenset[str] | Mapping[str, int]) -> Level | None:
    for key, level in term.keys:
        if key in keys:
            return level
    return None


def matched_share(query: QueryTerms, levels: Levels) -> float:
    pairs = zip(query.terms, levels, strict=True)
    return sum(word.weight * LEVEL_WEIGHT[level] for word, level in pairs if level) / query.total


def loosely_matched_share(query: QueryTerms, levels: Levels) -> float:
    pairs = zip(query.terms, levels, strict=True)
    return sum(word.weight for word, level in pairs if level and level <= Level.ROOT) / query.total


def nearest_examples(
    query: QueryTerms, evidence: Evidence, index: Index
) -> list[tuple[float, float, Example]]:
    """Examples by likeness, each with the share of it that the question has."""
    got: dict[int, float] = {}
    matched: dict[int, set[int]] = {}
    for word in query.terms:
        credited: set[int] = set()
        for key, level in word.term.keys:
            for number, place in evidence.askings.get(key, ()):
                if number not in credited:
                    credited.add(number)
                    got[number] = got.get(number, 0.0) + word.weight * LEVEL_WEIGHT[level]
                    matched.setdefault(number, set()).add(place)
    found = []
    for number, sum_ in got.items():
        example = evidence.examples[number]
        weights, total = index.weigh(example)
        back = sum(weights.get(place, 0.0) for place in matched[number])
        found.append((2 * sum_ / (query.total + total), back / total, example))
    found.sort(key=lambda item: -item[0])
    return found
