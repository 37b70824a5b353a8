"""The first line that says which of «X или Y» a statement has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Lead, ValueLead
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import sentence, wording

_PAIR = 2
_VERBS = frozenset({"VERB", "INFN", "PRTS"})


def choice_lead(fact: Fact, query: QueryTerms, lexicon: Lexicon) -> Lead | None:
    """Which of the two the statement has, where it has but one."""
    terms = lexicon.read(fact.says)
    sides = [query.question.terms[first:last] for first, last in query.question.request.alternatives]
    if len(sides) != _PAIR:
        return None
    own = [_keys(side) for side in _contrasted(*sides)]
    met = [_having(terms, keys - own[1 - number]) for number, keys in enumerate(own)]
    if bool(met[0]) == bool(met[1]):
        return None
    found = met[0] or met[1]
    dated = _date_around(found, fact)
    if dated is not None:
        return ValueLead(held=sentence(wording(fact, dated)))
    start, end = found[0].token.start, found[-1].token.end
    last = next(at for at, term in enumerate(terms) if term.token.end == end)
    if terms[last].morphology.first_pos in ("ADJF", "NUMR") and last + 1 < len(terms):
        end = terms[last + 1].token.end
    first = next(at for at, term in enumerate(terms) if term.token.start == start)
    if first and terms[first - 1].morphology.first_pos == "PREP":
        start = terms[first - 1].token.start
    return ValueLead(held=sentence(fact.says[start:end]))


def _date_around(found: Sequence[Term], fact: Fact) -> Value | None:
    """«6 сентября 2025 года» for its month: no part of a date stands by itself."""
    dates = (one for one in values_of(fact) if one.kind is ValueKind.DATE)
    start, end = found[0].token.start, found[-1].token.end
    return next((one for one in dates if one.start < start and end <= one.end), None)


def _contrasted(one: Sequence[Term], other: Sequence[Term]) -> list[Sequence[Term]]:
    """«Двусторонний» and «многосторонний» of «диалог двусторонний или многосторонний»; no words where another
    verb follows: «прошёл в мае или отложили»."""
    first = next((term for term in other if _says(term)), None)
    kind = first.morphology.first_pos if first is not None else None
    if first is None or kind in _VERBS:
        return [(), ()]
    alike = next((term for term in reversed(one) if _says(term) and term.morphology.first_pos == kind), None)
    if alike is not None:
        return [[alike], [first]]
    return [(), ()] if any(term.morphology.first_pos in _VERBS for term in other) else [one, other]


def _says(term: Term) -> bool:
    is_number = any(key[0] in "#№" for key, _ in term.keys)
    return is_number or term.word_class is not WordClass.FUNCTION


def _having(terms: Sequence[Term], keys: set[str]) -> list[Term]:
    return [
        term
        for term in terms
        if term.morphology.first_pos != "PREP"
        and any(key in keys for key, level in term.keys if level >= Level.ROOT)
    ]


def _keys(terms: Iterable[Term]) -> set[str]:
    return {key for term in terms for key, _ in term.keys}
