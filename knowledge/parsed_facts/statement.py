"""A statement part by part: what each part is about, and which kinds of thing it names.

«Запустить собирались в декабре, но срок сдвинули из-за датчика» gives no date of the sensor's
change: the date stands in another part than the sensor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.language.collective_nouns import (
    BEGINNINGS,
    COLLECTIVES,
    PLACE_PREPOSITIONS,
    REASON_MARKS,
    TIMES,
)
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Slot
from knowledge.understanding.modifiers import ModifiedNoun

_BREAKS = ",;:—–.!?()"
_PREDICATES = frozenset({"VERB", "PRTS", "PRTF", "INFN", "GRND", "PRED"})
_PEOPLE = frozenset({"Name", "Surn", "Patr"})
_FIRST_YEAR = 1_000
_DATE_REACHES = 3
"""A month or a year stands so near to the «с» before its day."""
Filler = frozenset[str]
"""Keys of a word that may be what is asked for."""


@dataclass(frozen=True, slots=True)
class StatementPart:
    """One part of a statement. `fillers` are the words that name a thing of the kind."""

    keys: frozenset[str]
    fillers: tuple[tuple[Slot, Filler], ...]
    why: bool
    """Whether it tells the reason or the purpose of another part."""

    def holds(self, slot: Slot, known: frozenset[str]) -> bool:
        """Whether it names a thing of the kind that is not among the words `known` already."""
        return any(kind is slot and not filler & known for kind, filler in self.fillers)


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact's statement beyond its words."""

    parts: tuple[StatementPart, ...]
    bonds: tuple[ModifiedNoun, ...]
    """Nouns of the statement with what tells which: «тепловая камера»."""
    known_bonds: tuple[ModifiedNoun, ...]
    """Those of the examples, the posts and the titles of the fact too."""
    posts: tuple[frozenset[str], ...]
    """Keys of the first noun of each post of its people: «заместитель» of «заместитель министра»."""
    lower_posts: frozenset[str]
    """Keys of the other nouns of those posts: «министр» of «заместитель министра»."""
    named: tuple[frozenset[str], ...]
    """Keys of each noun that a proper name stands beside."""
    past: bool
    """Whether all that it tells had happened when it was published."""
    since: bool
    """Whether it says since when: «с 12 мая», «открылась 6 сентября»."""


def parts(text: str, terms: Sequence[Term]) -> tuple[StatementPart, ...]:
    """The parts of a cleaned statement. A run of words without a predicate belongs to the part before it."""
    found: list[list[Term]] = []
    for run in _runs(text, terms):
        opens_reason = _is_why(text, run)
        if found and not opens_reason and not any(term.morphology.first_pos in _PREDICATES for term in run):
            found[-1] += run
        else:
            found.append(list(run))
    return tuple(_part(text, run) for run in found)


def _runs(text: str, terms: Sequence[Term]) -> Iterator[list[Term]]:
    run: list[Term] = []
    end = 0
    for term in terms:
        between = text[end : term.token.start]
        if run and (any(char in between for char in _BREAKS) or _opens_reason(text, term)):
            yield run
            run = []
        run.append(term)
        end = term.token.end
    if run:
        yield run


def _opens_reason(text: str, term: Term) -> bool:
    if term.word in REASON_MARKS:
        return True
    return term.word == "из" and text[term.token.end : term.token.end + 3] == "-за"


def _is_why(text: str, run: Sequence[Term]) -> bool:
    return any(_opens_reason(text, term) for term in run[:2])


def _part(text: str, run: Sequence[Term]) -> StatementPart:
    keys = frozenset(key for term in run for key, _ in term.keys)
    return StatementPart(keys, tuple(_fillers(run)), _is_why(text, run))


def _fillers(run: Sequence[Term]) -> Iterator[tuple[Slot, Filler]]:
    for place, term in enumerate(run):
        keys = frozenset(key for key, level in term.keys if level is Level.LEMMA)
        numbers = [int(key[1:]) for key in keys if key[0] == "#"]
        if any(key[0] == "/" for key in keys) or any(number > _FIRST_YEAR for number in numbers):
            yield Slot.DATE, keys
        if any(number <= _FIRST_YEAR for number in numbers) or (numbers and not _is_year(run, place)):
            yield Slot.NUMBER, keys
        if is_agent(term):
            yield Slot.PERSON, keys
        if _is_place(run, place):
            yield Slot.PLACE, keys


def _is_year(run: Sequence[Term], place: int) -> bool:
    return place + 1 < len(run) and run[place + 1].lemma == "год"


def tells_since(terms: Sequence[Term]) -> bool:
    """A date after «с», or beside a word of beginning."""
    dated = [_is_date(term) for term in terms]
    if not any(dated):
        return False
    if any(BEGINNINGS.intersection(term.morphology.lemmas) for term in terms):
        return True
    opened = (place for place, term in enumerate(terms) if term.word in ("с", "со"))
    return any(any(dated[place + 1 : place + 1 + _DATE_REACHES]) for place in opened)


def _is_date(term: Term) -> bool:
    keys = [key for key, level in term.keys if level is Level.LEMMA]
    return any(key[0] == "/" or (key[0] == "#" and int(key[1:]) > _FIRST_YEAR) for key in keys)


def is_agent(term: Term) -> bool:
    """Whether a word names somebody who may act."""
    morphology = term.morphology
    if morphology.first_pos != "NOUN" and not morphology.marks & _PEOPLE:
        return False
    if term.token.capitalised and (morphology.marks & (_PEOPLE | {"Orgn"}) or not morphology.known):
        return True
    return morphology.animate or bool(COLLECTIVES.intersection(morphology.lemmas))


def _is_place(run: Sequence[Term], place: int) -> bool:
    """«В читальном зале», «на набережной»: a noun after a preposition of place that is no time."""
    term = run[place]
    if term.morphology.first_pos != "NOUN" or term.morphology.animate or TIMES & set(term.morphology.lemmas):
        return False
    if any(key[0] == "/" for key, _ in term.keys) or term.word_class is not WordClass.CONTENT:
        return False
    before = place - 1
    while before >= 0 and run[before].morphology.first_pos in {"ADJF", "PRTF", "NUMR"}:
        before -= 1
    return before >= 0 and run[before].word in PLACE_PREPOSITIONS
