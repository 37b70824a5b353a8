"""Matches a query's terms with the keys of a fact and of its examples, and weighs the unmatched ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter

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
_MISSING = {term_class: f"missing_{term_class}" for term_class in TermClass}
_NOTHING_MISSING = dict.fromkeys((*_MISSING.values(), "missing_elsewhere"), 0.0)


def match_terms(query: QueryTerms, keys: frozenset[str] | Mapping[str, int]) -> Levels:
    """The surest level at which each query term matches one of `keys`."""
    if isinstance(keys, frozenset):
        # The other way round it would look at each of the many keys of a fact.
        return levels_of(query, keys.intersection(query.keys))
    return levels_of(query, query.keys & keys.keys())


def levels_of(query: QueryTerms, shared: Iterable[str]) -> Levels:
    """The same of keys of the query itself."""
    levels: list[Level | None] = [None] * len(query.terms)
    positions = query.positions
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
    matched = 0.0
    for one, level in zip(query.terms, levels, strict=True):
        if level:
            matched += one.weight * LEVEL_WEIGHT[level]
    return matched / query.total_weight


def loosely_matched_share(query: QueryTerms, levels: Levels) -> float:
    """The share (0..1) of the query's weight that is matched only by root or thesaurus."""
    matched = 0.0
    for one, level in zip(query.terms, levels, strict=True):
        if level and level <= Level.ROOT:
            matched += one.weight
    return matched / query.total_weight


def nearest_examples(query: QueryTerms, fact: ParsedFact, index: Index) -> list[tuple[float, Example]]:
    """Examples that share a word with the question, the most similar first, each with its similarity: the
    Dice coefficient of the weights, about 0..1.
    """
    by_key, examples = fact.examples_by_key, fact.all_examples
    shared = query.keys & by_key.keys()
    matched: dict[int, float] = {}
    for one in query.terms if shared else ():
        met = [pair for pair in one.term.keys if pair[0] in shared]
        credited: set[int] = set()
        for key, level in met:
            gain = one.weight * LEVEL_WEIGHT[level]
            for place in by_key[key]:
                if place not in credited:
                    matched[place] = matched.get(place, 0.0) + gain
            if len(met) > 1:
                credited.update(by_key[key])
    found = [
        (2 * weight / (query.total_weight + index.weigh_example(examples[place]).total), examples[place])
        for place, weight in matched.items()
        if examples[place].text != fact.left_out
    ]
    found.sort(key=_similarity, reverse=True)
    return found


_similarity = itemgetter(0)


def matched_of_example(query: QueryTerms, example: Example, index: Index) -> float:
    """The share of an example's weight that the question matches."""
    places: set[int] = set()
    for one in query.terms:
        key = next((key for key, _ in one.term.keys if key in example.keys), None)
        if key is not None:
            places.add(example.keys[key])
    weights, total = index.weigh_example(example)
    return sum([weights.get(place, 0.0) for place in places]) / total


def missing_terms(query: QueryTerms, levels: Levels, back: float) -> dict[str, float]:
    """Features of the unmatched terms; `back` is the share of the nearest example that the question matches.

    `missing_*` are weights by class, where a name or a number weighs 1; `verb_*` those of the verbs by what
    is asked; `extra_*` those of the words that the question adds to the nearest example.
    """
    unmatched = [one for one, level in zip(query.terms, levels, strict=True) if level is None]
    if not unmatched:
        return _NOTHING_MISSING | _unmatched_verbs(query, 0.0) | _extra_terms(0, 0.0, 0.0, back)
    sums, elsewhere, missing_verbs = _NOTHING_MISSING.copy(), 0.0, 0.0
    count, verbs, others = 0, 0.0, 0.0
    for one in unmatched:
        term_class, share = one.term_class, one.share
        is_verb, weight = term_class is TermClass.VERB, 1.0 if term_class in _ALWAYS_FULL else share
        sums[_MISSING[term_class]] += weight
        elsewhere += weight if one.is_in_base else 0.0
        missing_verbs += share if is_verb else 0.0
        if one.term.word_class is WordClass.CONTENT:
            count += 1
            verbs += share if is_verb else 0.0
            others += 0.0 if is_verb else share
    sums["missing_elsewhere"] = elsewhere
    limited = {name: min(value, _MAX_MISSING) for name, value in sums.items()}
    return limited | _unmatched_verbs(query, missing_verbs) | _extra_terms(count, verbs, others, back)


def _unmatched_verbs(query: QueryTerms, missing: float) -> dict[str, float]:
    slot = query.question.slot
    return {
        "verb_asked": min(missing, 1.0) if slot in (Slot.PERSON, Slot.SPEAKER, Slot.YES_NO) else 0.0,
        "verb_timed": min(missing, 1.0) if slot in (Slot.DATE, Slot.PLACE) else 0.0,
    }


def _extra_terms(count: int, verbs: float, others: float, back: float) -> dict[str, float]:
    return {
        "missing_count": min(count / 3, 1.0),
        "extra_verb": min(verbs, 1.0) * back**2,
        "extra_noun": min(others, 1.5) * back**2,
    }
