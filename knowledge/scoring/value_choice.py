"""Which of a statement's values a question asks for: the one whose part of the statement has most of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
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
_CLEARLY, _LEAST = 1.5, 0.5
"""How much more of a question one value must have than another to be clearly nearer."""
_PREDICATES = frozenset({"VERB", "INFN", "ADVB", "PRED"})
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_SHARED = 0.9
"""What a word counts for the value of the next part, which has no verb of its own."""
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
    request = query.question.request
    supports = _supports(values, fact.says, lexicon.read(fact.says), query, own_words)
    scored = [
        (support + _role_fit(value, request), -number, value)
        for number, (value, support) in enumerate(zip(values, supports, strict=True))
    ]
    return max(scored, key=lambda one: (one[0], one[1]))[2]


def outweighing(
    is_meant: Callable[[Value], bool],
    values: Sequence[Value],
    fact: Fact,
    query: QueryTerms,
    lexicon: Lexicon,
) -> Value | None:
    """The value that has clearly more of the question near it than any that is meant, if there is one."""
    supports = _supports(values, fact.says, lexicon.read(fact.says), query, frozenset())
    scored = list(zip(supports, values, strict=True))
    meant = max((score for score, one in scored if is_meant(one)), default=None)
    best, value = max(scored, key=lambda one: one[0])
    if meant is None or is_meant(value) or best < _CLEARLY * meant or best - meant < _LEAST:
        return None
    return value


def _role_fit(value: Value, request: Request) -> float:
    until, since = request.form == "until", request.since
    if not (until or since):
        return 0.0
    wanted = ValueRole.UNTIL if until else ValueRole.SINCE
    return 2.0 if value.role in (wanted, ValueRole.RANGE) else 0.0


def _supports(
    values: Sequence[Value],
    says: str,
    terms: Sequence[Term],
    query: QueryTerms,
    own_words: frozenset[str],
) -> list[float]:
    """How much of the question stands near each value.

    A part without a verb shares the words of the value before it: «детям дают скидку 50 %, студентам — 30 %».
    """
    edges = _edges(says)
    near = [_near_words(value, terms, query, own_words, edges) for value in values]
    for number in range(1, len(values)):
        value, before = values[number], values[number - 1]
        parted = any(before.end <= edge <= value.start for edge in edges)
        if parted and not _has_predicate(value, terms, edges):
            shared = [_SHARED * one for one in near[number - 1]]
            near[number] = [max(pair) for pair in zip(near[number], shared, strict=True)]
    out_of = [says[: value.start].lower().endswith(" из ") for value in values]
    return [sum(words) - (_TOTAL if total else 0.0) for words, total in zip(near, out_of, strict=True)]


def _near_words(
    value: Value, terms: Sequence[Term], query: QueryTerms, own_words: frozenset[str], edges: Sequence[int]
) -> list[float]:
    """For each word of the question how near it stands, by letters; a mark between costs _CROSSED letters."""
    near = []
    for word in query.terms:
        keys = {key for key, _ in word.term.keys}
        places = [term.token.start for term in terms if any(key in keys for key, _ in term.keys)]
        distance = min((_distance(value, place, edges) for place in places), default=None)
        share = _PREDICATE if word.term.morphology.first_pos in _PREDICATES else 1.0
        share *= _OWN if word.term.word in own_words else 1.0
        near.append(0.0 if distance is None else share * word.weight * exp(-distance / _NEAR))
    return near


def _has_predicate(value: Value, terms: Sequence[Term], edges: Sequence[int]) -> bool:
    first = max((edge for edge in edges if edge <= value.start), default=0)
    after = min((edge for edge in edges if edge >= value.end), default=None)
    return any(
        term.morphology.first_pos in _VERBS
        for term in terms
        if first <= term.token.start and (after is None or term.token.start < after)
    )


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
