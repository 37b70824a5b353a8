"""Which of a statement's values a question asks for: the one whose part of the statement has most of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon
from knowledge.language.values import Value, ValueRole
from knowledge.language.word_class import WordClass
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.shared_values import values_of_another
from knowledge.scoring.slot_compatibility import ANYBODY
from knowledge.scoring.value_kinds import likelihood
from knowledge.scoring.value_nearness import supports, supports_by_word
from knowledge.understanding.request import Request

_CLEAR = 1.1
"""How much more of a question the nearest value must have than the others, to be told alone."""
_CLEARLY, _LEAST = 1.5, 0.1
"""How much more of a question one value must have than another to be clearly nearer."""


def pick(
    values: Sequence[Value],
    fact: Fact,
    query: QueryTerms,
    lexicon: Lexicon,
    own_words: frozenset[str] = frozenset(),
) -> Value | None:
    """The value whose part of the statement has most of the question; the first of equals. `own_words` of a
    follow-up count most."""
    ranked = _ranked(values, fact, query, lexicon, own_words)
    return ranked[0][1] if ranked else None


def pick_clear(
    values: Sequence[Value],
    fact: Fact,
    query: QueryTerms,
    lexicon: Lexicon,
    own_words: frozenset[str] = frozenset(),
) -> Value | None:
    """The same, but None where another value has nearly as much of the question."""
    ranked = _ranked(values, fact, query, lexicon, own_words)
    if not ranked:
        return None
    (best, value), *others = ranked
    rivals = [support for support, other in others if not _is_told_with(value, other)]
    clear = _CLEARLY if _names_others(fact, query, lexicon) else _CLEAR
    return value if all(best >= clear * one and best > one for one in rivals) else None


def _names_others(fact: Fact, query: QueryTerms, lexicon: Lexicon) -> bool:
    """«Сколько платят сторожам» of «поварам платят 40, а тем, кто печёт, — 50»: people of whom the fact does
    not speak, so that none of its values is theirs but by their own words."""
    said = {key for text in (fact.says, *fact.questions) for one in lexicon.read(text) for key, _ in one.keys}
    people = (
        one.term
        for one in query.terms
        if one.term.morphology.animate and one.term.word_class > WordClass.LIGHT
    )
    return any(
        not ANYBODY.intersection(term.morphology.lemmas) and not any(key in said for key, _ in term.keys)
        for term in people
    )


def _is_told_with(value: Value, other: Value) -> bool:
    """Whether the two are the same amount, or «101,5 и 104 метра», of which both are told."""
    return (other.low, other.high) == (value.low, value.high) or (
        value.listed is not None and value.listed == other.listed
    )


def _ranked(
    values: Sequence[Value], fact: Fact, query: QueryTerms, lexicon: Lexicon, own_words: frozenset[str]
) -> list[tuple[float, Value]]:
    """Values with how much of the question stands near each, the most first."""
    if not values:
        return []
    request = query.question.request
    near = supports(values, fact.says, lexicon.read(fact.says), query, own_words)
    likely = [
        _role_fit(value, request) + likelihood(value, values, fact.says, query.question) for value in values
    ]
    least = max(min(likely), 0.0)  # what all have tells none apart
    others = values_of_another(values, fact.says, lexicon.read(fact.says), query)
    scored = [
        (support + one - least, value)
        for at, (value, support, one) in enumerate(zip(values, near, likely, strict=True))
        if at not in others or one > least
    ]
    return sorted(scored, key=lambda one: -one[0])


def outweighing(
    is_meant: Callable[[Value], bool],
    values: Sequence[Value],
    fact: Fact,
    query: QueryTerms,
    lexicon: Lexicon,
) -> Value | None:
    """The value that has clearly more of the question near it than any that is meant, if there is one."""
    terms = lexicon.read(fact.says)
    near = supports_by_word(values, fact.says, terms, query, frozenset())
    others = values_of_another(values, fact.says, terms, query)
    scored = [one for at, one in enumerate(zip(near, values, strict=True)) if at not in others]
    if others and not any(is_meant(one) for _, one in scored):
        return max(scored, key=lambda one: sum(one[0]))[1]
    meant = max((words for words, one in scored if is_meant(one)), key=sum, default=None)
    best, value = max(scored, key=lambda one: sum(one[0]))
    if meant is None or is_meant(value):
        return None
    # What stands near both says nothing of which of them is meant.
    shared = sum(min(pair) for pair in zip(best, meant, strict=True))
    more, less = sum(best) - shared, sum(meant) - shared
    return value if more >= _CLEARLY * less and more - less >= _LEAST else None


def _role_fit(value: Value, request: Request) -> float:
    until, since = request.form == "until", request.since
    if not (until or since):
        return 0.0
    wanted = ValueRole.UNTIL if until else ValueRole.SINCE
    return 2.0 if value.role in (wanted, ValueRole.RANGE) else 0.0
