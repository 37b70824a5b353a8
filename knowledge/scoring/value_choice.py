"""Which of a statement's values a question asks for: the one whose part of the statement has most of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp

from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.values import Value, ValueRole, read_values
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.understanding.request import Request

_NEAR = 15.0
"""Letters over which nearness to a value fades."""
_EDGE = re.compile(r"[,;:()]|\.\s|\b(?:а|но)\b")
_AND = re.compile(r"\bи (?:\w+ ){0,1}$")
_CROSSED = 15
_PREDICATES = frozenset({"VERB", "INFN", "ADVB", "PRED"})
_PREDICATE = 0.2
"""What a verb counts: it tells of all values of a statement alike."""
_OWN = 4.0
"""What a word of a follow-up itself counts beside those carried over."""
_TOTAL = 1.0
"""What speaks against «480» of «412 билетов из 480»."""


def pick(
    values: Sequence[Value],
    fact: Fact,
    query: QueryTerms,
    lexicon: Lexicon,
    own_words: frozenset[str] = frozenset(),
) -> Value | None:
    """The value whose part of the statement has most of the question; the first of equals. `own_words` of a
    follow-up count most."""
    if not values:
        return None
    terms = lexicon.read(fact.says)
    request = query.question.request
    scored = [
        (_support(value, fact.says, terms, query, own_words) + _role_fit(value, request), -number, value)
        for number, value in enumerate(values)
    ]
    return max(scored, key=lambda one: (one[0], one[1]))[2]


def _role_fit(value: Value, request: Request) -> float:
    until, since = request.form == "until", request.since
    if not (until or since):
        return 0.0
    wanted = ValueRole.UNTIL if until else ValueRole.SINCE
    return 2.0 if value.role in (wanted, ValueRole.RANGE) else 0.0


def _support(
    value: Value, says: str, terms: Sequence[Term], query: QueryTerms, own_words: frozenset[str]
) -> float:
    """How much of the question stands near a value, by letters; a mark between costs _CROSSED letters."""
    edges = _edges(says)
    got = 0.0
    for word in query.terms:
        keys = {key for key, _ in word.term.keys}
        places = [term.token.start for term in terms if any(key in keys for key, _ in term.keys)]
        if not places:
            continue
        distance = min(_distance(value, place, edges) for place in places)
        share = _PREDICATE if word.term.morphology.first_pos in _PREDICATES else 1.0
        share *= _OWN if word.term.word in own_words else 1.0
        got += share * word.weight * exp(-distance / _NEAR)
    return got - (_TOTAL if says[: value.start].lower().endswith(" из ") else 0.0)


def _edges(says: str) -> list[int]:
    """Where one part ends: at marks, at «а» and «но», and at «и» before another value."""
    edges = [found.start() for found in _EDGE.finditer(says)]
    for value in read_values(says):
        before = _AND.search(says[: value.start])
        if before is not None:
            edges.append(before.start())
    return edges


def _distance(value: Value, place: int, edges: Sequence[int]) -> int:
    if value.start <= place < value.end:
        return 0
    first, last = (value.end, place) if place >= value.end else (place, value.start)
    return last - first + _CROSSED * sum(first <= edge < last for edge in edges)
