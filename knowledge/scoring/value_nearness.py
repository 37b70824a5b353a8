"""How near the words of a question stand to the values of a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp

from knowledge.data.tables import alternation, read_groups
from knowledge.language.lexicon import Term
from knowledge.language.morphology import readings
from knowledge.language.synonyms import Level
from knowledge.language.values import Value
from knowledge.language.values.tables import units
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.left_out_words import leaves_out, replaced
from knowledge.scoring.value_parts import edges_of, part_around

_LIGHTEST = 0.8
"""What a word counts at least: one that many facts have may still tell two values of one fact apart."""
_NEAR = 15.0
"""Letters over which nearness to a value fades."""
_SAME_PART = 3
"""Letters that a word of the value's own part is away at most."""
_OUT_OF = re.compile(r"\bиз $", re.IGNORECASE)
_OF = alternation(read_groups("function_words/prepositions")["of_them"])
_THEM = alternation(read_groups("function_words/particles")["them"])
_PART_OF_IT = re.compile(rf"\b(?:{_OF})\s(?:{_THEM})\b", re.IGNORECASE)
"""Opens the parts of the value before, of which not all is said that is said of it."""
_CROSSED, _CROSSED_BACK = 15, 45
"""Letters that a mark between a word and a value counts for, before the value and after it: what follows a
mark is mostly said of the next value."""
_PREDICATES = frozenset({"VERB", "INFN", "ADVB", "PRED", "PREP"})
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_FINITE = frozenset({"VERB", "INFN"})
_SHARED = 0.9
"""What a word counts for the value of the next part, which has no verb of its own."""
_PREDICATE = 0.2
"""What a verb counts: it tells of all values of a statement alike."""
_OWN = 4.0
"""What a word of a follow-up itself counts beside those carried over."""
_TOTAL = 0.25
"""What a word counts for the «480» of «412 билетов из 480»: it tells of the part."""


def supports(
    values: Sequence[Value],
    says: str,
    terms: Sequence[Term],
    query: QueryTerms,
    own_words: frozenset[str],
) -> list[float]:
    """How much of the question stands near each value."""
    return [sum(words) for words in supports_by_word(values, says, terms, query, own_words)]


def supports_by_word(
    values: Sequence[Value],
    says: str,
    terms: Sequence[Term],
    query: QueryTerms,
    own_words: frozenset[str],
) -> list[list[float]]:
    """For each value how near each word of the question stands.

    A part without a verb shares the words of the value before it: «детям дают скидку 50 %, студентам — 30 %».
    """
    edges = edges_of(says)
    parts = [part_around(value, says, values, edges) for value in values]
    alone = [sum(first <= one.start < last for one in values) == 1 for first, last in parts]
    of_verb = 1.0 if _have_own_verbs(values, terms) else _PREDICATE
    near = [
        _near_words(value, part if is_alone else None, terms, query, own_words, edges, of_verb)
        for value, part, is_alone in zip(values, parts, alone, strict=True)
    ]
    for number in range(1, len(values)):
        value, before = values[number], values[number - 1]
        parted = any(before.end <= edge <= value.start for edge in edges)
        is_part = _PART_OF_IT.search(says, before.end, value.start) is not None
        if parted and not is_part and leaves_out(parts[number], terms):
            lost = replaced(parts[number - 1], parts[number], terms, query)
            shared = [_SHARED * one for one in near[number - 1]]
            near[number] = [
                own if at in lost else max(own, other)
                for at, (own, other) in enumerate(zip(near[number], shared, strict=True))
            ]
    # The noun that all of them count tells none from another; without any other word the whole is meant.
    # A value without a noun counts that of the one before: «4 800 плёнок, оцифровано 2 100».
    nouns = [set(value.nouns) for value in values if value.nouns]
    counted = set.intersection(*nouns) if nouns and values[0].nouns else set()
    counted |= _unit_words_of(values)
    for at, word in enumerate(query.terms):
        if counted.intersection(word.term.morphology.lemmas):
            for one in near:
                one[at] = 0.0
    named = any(any(one) for one in near)
    out_of = [named and bool(_OUT_OF.search(says[: value.start])) for value in values]
    for number, value in enumerate(values[:-1]):
        if _OUT_OF.search(says[: value.start]) and _asks_of_whole(value, terms, query):
            out_of[number], out_of[number + 1] = False, True
            near[number] = [max(pair) for pair in zip(near[number], near[number + 1], strict=True)]
    return [
        [_TOTAL * one for one in words] if total else words for words, total in zip(near, out_of, strict=True)
    ]


def _unit_words_of(values: Sequence[Value]) -> set[str]:
    """The words of the kind of unit that all of the values have."""
    kinds = {value.kind for value in values if value.unit}
    if len(kinds) != 1 or not all(value.unit for value in values):
        return set()
    return {word for word, unit in units().items() if unit.kind in kinds}


def _asks_of_whole(whole: Value, terms: Sequence[Term], query: QueryTerms) -> bool:
    """«Сколько деревьев в парке» of «из 300 деревьев парка спилят 20»: nothing is asked of what is done."""
    verbs = [term for term in terms if term.token.start >= whole.end and term.morphology.first_pos in _VERBS]
    if not verbs:
        return False
    told = [term for term in terms if term.token.start >= verbs[0].token.start or _is_predicative(term)]
    keys = {key for term in told for key, _ in term.keys}
    own = {key for term in terms if term not in told for key, _ in term.keys}
    met = [any(key in keys for key, _ in one.term.keys) for one in query.terms]
    of_whole = [any(key in own for key, _ in one.term.keys) for one in query.terms]
    return any(of_whole) and not any(met)


def _is_predicative(term: Term) -> bool:
    """«Ясными» of «из 22 ночей ясными оказались 14»: said by the verb after it."""
    is_adjective = term.morphology.first_pos in ("ADJF", "PRTF")
    return is_adjective and readings(term.word)[0].tag.case == "ablt"


def _near_words(
    value: Value,
    part: tuple[int, int] | None,
    terms: Sequence[Term],
    query: QueryTerms,
    own_words: frozenset[str],
    edges: Sequence[int],
    of_verb: float,
) -> list[float]:
    """For each word of the question how near it stands, by letters; a mark between costs _CROSSED letters.

    `part` has no other value: all of its words are near. `of_verb`: what a verb counts."""
    near = []
    for word in query.terms:
        places = _places_of(word.term, terms)
        distance = min((_distance_in(part, value, place, edges) for place in places), default=None)
        pos = word.term.morphology.first_pos
        share = of_verb if pos in _FINITE else _PREDICATE if pos in _PREDICATES else 1.0
        share *= _OWN if word.term.word in own_words else 1.0
        weight = max(word.weight, _LIGHTEST)
        near.append(0.0 if distance is None else share * weight * exp(-distance / _NEAR))
    return near


def _places_of(word: Term, terms: Sequence[Term]) -> list[int]:
    """Where a word stands in a statement; words of like meaning count only where itself it does not, and for
    a verb those of its root neither: «уходит» is no «приходит»."""
    keys = {key for key, _ in word.keys}
    if word.morphology.first_pos in _FINITE:
        exact = [one.token.start for one in terms if one.lemma == word.lemma]
        if exact:
            return exact
    same = {key for key, level in word.keys if level >= Level.ROOT}
    met = [term for term in terms if any(key in keys for key, _ in term.keys)]
    itself = [one for one in met if any(key in same for key, level in one.keys if level >= Level.ROOT)]
    return [term.token.start for term in itself or met]


def _have_own_verbs(values: Sequence[Value], terms: Sequence[Term]) -> bool:
    """«Приходит в 1:30 и уходит в 2:05»: each value has a verb of its own before it."""
    verbs = [term for term in terms if term.morphology.first_pos in _FINITE]
    last = [
        max((one.token.start for one in verbs if one.token.start < at.start), default=-1) for at in values
    ]
    return -1 not in last and len(set(last)) == len(last) > 1


def _distance_in(part: tuple[int, int] | None, value: Value, place: int, edges: Sequence[int]) -> int:
    distance = _distance(value, place, edges)
    return min(distance, _SAME_PART) if part is not None and part[0] <= place < part[1] else distance


def _distance(value: Value, place: int, edges: Sequence[int]) -> int:
    if value.start <= place < value.end:
        return 0
    is_after = place >= value.end
    first, last = (value.end, place) if is_after else (place, value.start)
    cost = _CROSSED_BACK if is_after else _CROSSED
    return last - first + cost * sum(first <= edge < last for edge in edges)
