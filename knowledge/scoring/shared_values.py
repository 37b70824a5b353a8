"""Whose each value is: «Лада выиграла 27 партий, Рита — 19», «на землю уйдёт 5 тысяч, а 3 — на семена»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import Value
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.left_out_words import is_name
from knowledge.scoring.value_parts import Part, edges_of, part_around

_DESCRIBING = frozenset({"ADJF", "PRTF"})
_THINGS = frozenset({"NOUN", "UNKN"})


@dataclass(frozen=True, slots=True)
class _Mark:
    """A name, or a noun after a preposition, that tells one share from another."""

    preposition: str
    """Empty before a name, which is the same after any."""
    keys: frozenset[str]


def values_of_another(
    values: Sequence[Value], says: str, terms: Sequence[Term], query: QueryTerms
) -> frozenset[int]:
    """Places of the values that belong to others than the one whom the question names; none where it names
    nobody, or several, or where the values are not shared out."""
    edges = edges_of(says)
    parts = [part_around(value, says, values, edges) for value in values]
    terms_in = {part: [one for one in terms if _within(one, part)] for part in parts}
    names = {part: list(_names(own, terms)) for part, own in terms_in.items()}
    objects = {part: list(_objects(own)) for part, own in terms_in.items()}
    by_name = _others(parts, names, _asked_names(query))
    if by_name:
        return by_name
    by_object = _others(parts, objects, list(_objects(query.question.terms)))
    excluded = {part for at, part in enumerate(parts) if at in by_object}
    return frozenset() if _names_any(objects, excluded, query) else by_object


def _names_any(marks: dict[Part, list[_Mark]], excluded: set[Part], query: QueryTerms) -> bool:
    """«Сколько ждёт очереди в секцию» of «в секции 180, ещё 40 стоят в очереди»: the noun of another part is
    named too, after no preposition."""
    own = {
        key for part, marked in marks.items() if part not in excluded for one in marked for key in one.keys
    }
    others = {key for part in excluded for one in marks[part] for key in one.keys} - own
    return any(key in others for one in query.terms for key, level in one.term.keys if level >= Level.ROOT)


def _others(parts: Sequence[Part], marks: dict[Part, list[_Mark]], asked: Sequence[_Mark]) -> frozenset[int]:
    """Places of the values in parts that are marked otherwise, and of those before the asked one's own."""
    marked = [part for part, own in marks.items() if own]
    if len(marked) < 2:
        return frozenset()
    owners = [{part for part in marked if any(_is_same(one, mark) for mark in marks[part])} for one in asked]
    telling = [met for met in owners if met and len(met) < len(marked)]
    own = set.intersection(*telling) if telling else set()
    if len(own) != 1:
        return frozenset()
    (part,) = own
    return frozenset(at for at, one in enumerate(parts) if one != part and (one in marked or one < part))


def _is_same(asked: _Mark, said: _Mark) -> bool:
    return asked.preposition == said.preposition and not asked.keys.isdisjoint(said.keys)


def _names(part: Sequence[Term], terms: Sequence[Term]) -> Iterator[_Mark]:
    for term in part:
        if is_name(term, terms) or term.is_name:
            yield _Mark("", frozenset(key for key, level in term.keys if level >= Level.ROOT))


def _asked_names(query: QueryTerms) -> list[_Mark]:
    """The words of a question as names: they may be written small."""
    return [_Mark("", frozenset(key for key, _ in one.term.keys)) for one in query.terms]


def _objects(terms: Sequence[Term]) -> Iterator[_Mark]:
    """Each preposition with the noun after it."""
    for at, term in enumerate(terms):
        if term.morphology.first_pos != "PREP":
            continue
        group: set[str] = set()
        for one in terms[at + 1 :]:
            group.update(key for key, _ in one.keys)
            if one.morphology.first_pos not in _DESCRIBING:
                if one.morphology.first_pos in _THINGS:
                    yield _Mark(term.word, frozenset(group))
                break


def _within(term: Term, part: Part) -> bool:
    return part[0] <= term.token.start < part[1]
