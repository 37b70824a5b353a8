"""The values of a fact's statement, and which of them a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import exp

from knowledge.data.tables import read_groups, read_words
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.tokens import normalize
from knowledge.language.values import Role, Value, ValueKind, read_values
from knowledge.language.values.tables import units
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.slot_compatibility import ANYBODY
from knowledge.understanding.request import Request

_BREAK = re.compile(r"[,;:()—–]|\s-\s|\.\s|\b(?:а|но)\b")
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
_PREPOSITIONS = read_groups("function_words/prepositions")
_KEPT_BEFORE = read_words("values/approximations")
_ANY_NUMBER = frozenset(ValueKind) - {ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.CLOCK, ValueKind.ORDINAL}


def values_of(fact: Fact) -> tuple[Value, ...]:
    """Every value that the statement names."""
    return read_values(fact.says)


def asked_kinds(query: QueryTerms) -> frozenset[ValueKind]:
    """The kinds of value that would answer; none where no value is asked for."""
    request, question = query.question.request, query.question
    if request.clock:
        return frozenset({ValueKind.CLOCK})
    if question.counted_place is not None:
        unit = _unit_kind(question.terms[question.counted_place])
        if unit is not None and not (request.measure and request.measure is not unit):
            return frozenset({unit})
        if request.measure is None:
            return frozenset({ValueKind.COUNT})
    if request.measure is not None:
        return frozenset({request.measure})
    return _ANY_NUMBER if request.form in ("how-many", "how-much") else frozenset()


def _unit_kind(term: Term) -> ValueKind | None:
    table = units()
    return next((table[lemma].kind for lemma in term.morphology.lemmas if lemma in table), None)


def matching_values(fact: Fact, query: QueryTerms, lexicon: Lexicon) -> list[Value]:
    """The statement's values of the kind asked for, those of the noun that the question counts."""
    kinds = asked_kinds(query)
    stated = {(value.kind, value.low, value.high) for value in query.question.request.values}
    found = [
        value
        for value in values_of(fact)
        if value.kind in kinds and (value.kind, value.low, value.high) not in stated
    ]
    counted = query.question.counted_place
    if ValueKind.COUNT not in kinds or counted is None:
        return found
    term = query.question.terms[counted]
    named = [value for value in found if _counts(value, term, lexicon)]
    if named or not term.morphology.animate:
        return named
    people = [value for value in found if value.nouns and lexicon.word(value.nouns[0]).morphology.animate]
    return people if len(people) == 1 else []


def _counts(value: Value, term: Term, lexicon: Lexicon) -> bool:
    if value.kind is not ValueKind.COUNT:
        return False
    keys = {key for key, _ in term.keys}
    anybody = bool(ANYBODY.intersection(term.morphology.lemmas))
    for noun in value.nouns:
        entry = lexicon.word(noun)
        if keys & {key for key, _ in entry.keys} or (anybody and entry.morphology.animate):
            return True
    return False


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
    until, since = request.form == "until", _asks_since(request)
    if not (until or since):
        return 0.0
    wanted = Role.UNTIL if until else Role.SINCE
    return 2.0 if value.role in (wanted, Role.RANGE) else 0.0


def _asks_since(request: Request) -> bool:
    return request.since


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


def part_of(says: str, value: Value) -> tuple[int, int]:
    """Where the part of the statement around a value begins and ends."""
    first = max((found.end() for found in _BREAK.finditer(says, 0, value.start)), default=0)
    after = _BREAK.search(says, value.end)
    return first, after.start() if after else len(says)


def best_part(says: str, query: QueryTerms, lexicon: Lexicon) -> str:
    """The part of a statement, between commas and the like, that has most of the question."""

    def share(text: str) -> float:
        keys = {key for term in lexicon.read(text) for key, _ in term.keys}
        return sum(word.weight for word in query.terms if any(key in keys for key, _ in word.term.keys))

    pieces = [piece for piece in re.split(r"[,;:()—–]", says) if piece.strip(" .")]
    best = max(pieces, key=share, default=says)
    return best if share(best) else says


def wording(fact: Fact, value: Value, request: Request | None = None) -> str:
    """The value in the statement's own words, with «около», «не менее», «с … до» before it."""
    says = fact.says
    if value.ends and request is not None and (request.form == "until" or request.since):
        start, end = value.ends[1 if request.form == "until" else 0]
        return _with_preposition(says, start, end)
    start = _extended(says, value)
    return says[start : value.end].strip(" .")


def _with_preposition(says: str, start: int, end: int) -> str:
    before = re.search(r"(\w+) $", says[:start])
    first = before.start() if before and before[1].lower() in _PREPOSITIONS["range"] else start
    return says[first:end].strip(" .")


def _extended(says: str, value: Value) -> int:
    start = value.start
    while True:
        before = re.search(r"(\w+) $", says[:start])
        if before is None:
            return start
        word = before[1].lower()
        opens = word in _PREPOSITIONS["range_start"] and value.role is Role.RANGE
        edge = (
            word in _PREPOSITIONS["range_edge"]
            and value.kind in (ValueKind.CLOCK, ValueKind.DATE)
            and (value.role in (Role.UNTIL, Role.SINCE))
        )
        if not (word in _KEPT_BEFORE or opens or edge):
            return start
        start = before.start()


def sentence(text: str) -> str:
    """The text with a capital letter at its start."""
    return text[:1].upper() + text[1:]


def clause_texts(says: str) -> Iterator[str]:
    """The parts of a statement between commas and the like."""
    return (part.strip(" .") for part in _BREAK.split(says) if part and part.strip(" ."))


def same_text(left: str, right: str) -> bool:
    return normalize(left).casefold() == normalize(right).casefold()
