"""What a question of yes or no states: its dates and numbers, its places and its people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.places import is_country
from knowledge.language.function_words import PLACE_PREPOSITIONS
from knowledge.language.lexicon import Term
from knowledge.language.morphology import analyse
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Slot
from knowledge.understanding.question import Question

_OF_THEM = read_groups("function_words/prepositions")["of_them"]
_AT_LEAST = read_groups("function_words/particles")["at_least"]
_NAMES = frozenset({"Name", "Surn", "Patr"})
_SLOTS = {
    ValueKind.DATE: Slot.DATE,
    ValueKind.WEEKDAY: Slot.DATE,
    ValueKind.CLOCK: Slot.DATE,
}


@dataclass(frozen=True, slots=True)
class Stated:
    """One value that the question states, at these places of its words."""

    places: frozenset[int]
    slot: Slot
    value: Value | None = None
    kind: str = "value"
    """`value`, `place` or `person`."""


def stated_values(question: Question, access: BaseAccess) -> Iterator[Stated]:
    """The values, places and people of a question, in the order of its words."""
    found: list[Stated] = []
    for value in question.request.values:
        if value.kind in (ValueKind.ORDINAL, ValueKind.NUMBER) or _is_one_of(value, question):
            continue
        places = frozenset(
            at for at, term in enumerate(question.terms) if value.start <= term.token.start < value.end
        )
        if places:
            found.append(Stated(places, _SLOTS.get(value.kind, Slot.NUMBER), value))
    found += [Stated(places, Slot.PLACE, kind="place") for places in _compound_places(question)]
    taken = frozenset().union(*(one.places for one in found)) if found else frozenset()
    for at, term in enumerate(question.terms):
        if at in taken:
            continue
        if _is_place(term, access) or _is_small_town(question, at):
            found.append(Stated(frozenset({at}), Slot.PLACE, kind="place"))
    found += [Stated(places, Slot.PERSON, kind="person") for places in _people(question, access, taken)]
    return iter(sorted(found, key=lambda one: min(one.places)))


def _is_one_of(value: Value, question: Question) -> bool:
    """«Один из председателей» counts nobody, «хоть один» asks whether there is any."""
    before = question.text[: value.start].lower().split()[-1:]
    if value.low == 1 and _AT_LEAST.intersection(before):
        return True
    after = question.text[value.end :].split(maxsplit=1)[:1]
    return value.kind is ValueKind.COUNT and value.low == 1 and bool(_OF_THEM.intersection(after))


def _is_small_town(question: Question, at: int) -> bool:
    """«В лондоне», typed without a capital letter."""
    marks = question.terms[at].morphology
    after_place = at > 0 and question.terms[at - 1].word in PLACE_PREPOSITIONS
    return after_place and marks.known and marks.always_name and "Geox" in marks.marks


def _compound_places(question: Question) -> Iterator[frozenset[int]]:
    """Towns whose name has a hyphen, of which each part is a word of the question: «в Нью-Йорке»."""
    first = 0
    for at, term in enumerate(question.terms):
        if not term.token.glued:
            first = at
        after = question.terms[at + 1] if at + 1 < len(question.terms) else None
        if first == at or (after is not None and after.token.glued):
            continue
        found = analyse(question.text[question.terms[first].token.start : term.token.end].lower())
        if found.known and "Geox" in found.marks:
            yield frozenset(range(first, at + 1))


def _is_place(term: Term, access: BaseAccess) -> bool:
    lemmas = {key for key, level in term.keys if level is Level.LEMMA}
    if lemmas & access.place_keys:
        return True
    if lemmas & access.person_keys:
        return False
    return ("Geox" in term.morphology.marks and term.token.capitalised) or (
        is_country(term) and term.token.capitalised
    )


def _people(question: Question, access: BaseAccess, taken: frozenset[int]) -> list[frozenset[int]]:
    """Places of each name: words in a row."""
    runs: list[set[int]] = []
    for at, term in enumerate(question.terms):
        named = any(key in access.person_keys for key, level in term.keys if level >= Level.ROOT)
        marked = bool(term.morphology.marks & _NAMES) and (
            term.token.capitalised or term.morphology.always_name
        )
        if at in taken or not (named or marked) or _is_place(term, access) or _is_publisher(term, access):
            continue
        if runs and at - 1 in runs[-1] and _is_joined(question, at):
            runs[-1].add(at)
        else:
            runs.append({at})
    return [frozenset(run) for run in runs]


def _is_publisher(term: Term, access: BaseAccess) -> bool:
    """Who published the text is no person."""
    keys = access.lexicon.sure(access.base.source.publisher)
    return any(key in keys for key, level in term.keys if level is Level.LEMMA)


def _is_joined(question: Question, at: int) -> bool:
    """Whether nothing but a space or a hyphen stands before a word: no dash, no comma."""
    before, here = question.terms[at - 1].token, question.terms[at].token
    return question.text[before.end : here.start] in (" ", "-")


def without_value(question: Question, stated: Stated) -> Question | None:
    """The question that asks for the value instead of stating it."""
    left = tuple(at for at in question.content_places if at not in stated.places)
    if not any(question.terms[at].word_class is WordClass.CONTENT for at in left):
        return None
    return replace(
        question, content_places=left, slots=(stated.slot,), counted_place=None, head_places=frozenset()
    )


def states_more_than_person(stated: Sequence[Stated], question: Question) -> bool:
    """False of «Линч там была?»: a fact that only has the name proves nothing."""
    rest: Question | None = question
    for one in stated:
        if one.kind != "person":
            return True
        rest = without_value(rest, one) if rest is not None else None
    return rest is not None


def given_words(question: Question, places: frozenset[int]) -> str:
    first, last = question.terms[min(places)].token, question.terms[max(places)].token
    return question.text[first.start : last.end]
