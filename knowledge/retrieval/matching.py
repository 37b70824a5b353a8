"""Matches a query's terms with the keys of a fact and of its examples, and weighs the unmatched ones."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.parsed_facts.parsed_fact import Example, ParsedFact
from knowledge.results import Slot
from knowledge.retrieval.candidates import LEVEL_WEIGHT
from knowledge.retrieval.index import Index
from knowledge.retrieval.query_terms import QueryTerms, TermClass

Levels = tuple[Level | None, ...]
"""For each query term the surest level at which a fact has it; None where it is unmatched."""
_ALWAYS_FULL = frozenset({TermClass.NAME, TermClass.ORDINAL, TermClass.NUMBER})
_MAX_MISSING = 2.0


def match_terms(query: QueryTerms, keys: frozenset[str] | Mapping[str, int]) -> Levels:
    """The surest level at which each query term matches one of `keys`."""
    levels: list[Level | None] = [None] * len(query.terms)
    positions = query.positions
    shared = query.keys & keys if isinstance(keys, frozenset) else [key for key in positions if key in keys]
    for key in shared:
        for position, level in positions[key]:
            known = levels[position]
            if known is None or level > known:
                levels[position] = level
    return tuple(levels)


def match_level(term: Term, keys: frozenset[str] | Mapping[str, int]) -> Level | None:
    """The surest level at which one term matches one of `keys`."""
    for key, level in term.keys:
        if key in keys:
            return level
    return None


def matched_share(query: QueryTerms, levels: Levels) -> float:
    """The share (0..1) of the query's weight that is matched; a loose match counts less."""
    pairs = zip(query.terms, levels, strict=True)
    return sum(one.weight * LEVEL_WEIGHT[level] for one, level in pairs if level) / query.total_weight


def loosely_matched_share(query: QueryTerms, levels: Levels) -> float:
    """The share (0..1) of the query's weight that is matched only by root or thesaurus."""
    pairs = zip(query.terms, levels, strict=True)
    return sum(one.weight for one, level in pairs if level and level <= Level.ROOT) / query.total_weight


def nearest_examples(query: QueryTerms, fact: ParsedFact, index: Index) -> list[tuple[float, float, Example]]:
    """Examples that share a word with the question, the most similar first.

    Each with its similarity (the Dice coefficient of the weights, about 0..1) and the share of the example's
    weight that the question matches.
    """
    matched_weights: dict[int, float] = {}
    matched_places: dict[int, set[int]] = {}
    for one in query.terms:
        credited: set[int] = set()
        for key, level in one.term.keys:
            for number, place in fact.example_places.get(key, ()):
                if number not in credited:
                    credited.add(number)
                    gain = one.weight * LEVEL_WEIGHT[level]
                    matched_weights[number] = matched_weights.get(number, 0.0) + gain
                    matched_places.setdefault(number, set()).add(place)
    found = []
    for number, weight in matched_weights.items():
        example = fact.examples[number]
        weights, total = index.weigh_example(example)
        back = sum(weights.get(place, 0.0) for place in matched_places[number])
        found.append((2 * weight / (query.total_weight + total), back / total, example))
    found.sort(key=lambda item: -item[0])
    return found


def unmatched_by_class(query: QueryTerms, levels: Levels, max_idf: float) -> dict[str, float]:
    """Features `missing_*`: the weights of the unmatched terms by class; a name or a number weighs 1."""
    sums = {f"missing_{term_class}": 0.0 for term_class in TermClass}
    elsewhere = 0.0
    for one, level in zip(query.terms, levels, strict=True):
        if level is not None:
            continue
        weight = 1.0 if one.term_class in _ALWAYS_FULL else one.weight / max_idf
        sums[f"missing_{one.term_class}"] += weight
        elsewhere += weight if one.is_in_base else 0.0
    sums["missing_elsewhere"] = elsewhere
    return {name: min(value, _MAX_MISSING) for name, value in sums.items()}


def unmatched_verbs(query: QueryTerms, levels: Levels, max_idf: float) -> dict[str, float]:
    """Features `verb_*`: the weight of the unmatched verbs by what is asked."""
    pairs = zip(query.terms, levels, strict=True)
    missing = sum(
        one.weight / max_idf for one, level in pairs if level is None and one.term_class is TermClass.VERB
    )
    slot = query.question.slot
    return {
        "verb_asked": min(missing, 1.0) if slot in (Slot.PERSON, Slot.SPEAKER, Slot.YES_NO) else 0.0,
        "verb_timed": min(missing, 1.0) if slot in (Slot.DATE, Slot.PLACE) else 0.0,
    }


def extra_terms(query: QueryTerms, levels: Levels, max_idf: float, back: float) -> dict[str, float]:
    """Features of the words that the question adds to the nearest example, of which it matches `back`."""
    unmatched = [
        one
        for one, level in zip(query.terms, levels, strict=True)
        if level is None and one.term.word_class is WordClass.CONTENT
    ]
    verbs = sum(one.weight / max_idf for one in unmatched if one.term_class is TermClass.VERB)
    others = sum(one.weight / max_idf for one in unmatched if one.term_class is not TermClass.VERB)
    return {
        "missing_count": min(len(unmatched) / 3, 1.0),
        "extra_verb": min(verbs, 1.0) * back**2,
        "extra_noun": min(others, 1.5) * back**2,
    }
