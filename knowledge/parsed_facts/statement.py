"""Splits a statement into parts, with the values (dates, numbers, people, places) that each part names.

«Запустить собирались в декабре, но срок сдвинули из-за датчика» does not say when the sensor was replaced:
the date is in another part than the sensor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups
from knowledge.language.function_words import PLACE_PREPOSITIONS, REASON_CONJUNCTIONS
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import BEGINNINGS, ORGANISATIONS, TIMES
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Slot
from knowledge.understanding.modifiers import ModifiedNoun

_BREAKS = ",;:—–.!?()"
_PREDICATES = frozenset({"VERB", "PRTS", "PRTF", "INFN", "GRND", "PRED"})
_PEOPLE = frozenset({"Name", "Surn", "Patr"})
_FIRST_YEAR = 1_000
_DATE_WINDOW = 3
_SINCE = read_groups("function_words/prepositions")["since"]
"""How many words after «с» a month or a year may stand."""
Filler = frozenset[str]
"""Keys of a word that may fill a slot."""


@dataclass(frozen=True, slots=True)
class StatementPart:
    """A run of words between punctuation marks, with the words that may fill a slot."""

    keys: frozenset[str]
    fillers: tuple[tuple[Slot, Filler], ...]
    is_reason: bool
    """Whether it gives the reason or the purpose of another part."""

    def fills(self, slot: Slot, asked_keys: frozenset[str]) -> bool:
        """Whether a word fills the slot that is not one of the question's own."""
        return any(filled is slot and not filler & asked_keys for filled, filler in self.fillers)


@dataclass(frozen=True, slots=True)
class Statement:
    """The structure of a fact's statement."""

    parts: tuple[StatementPart, ...]
    modified_nouns: tuple[ModifiedNoun, ...]
    """Its nouns with their modifiers: «тепловая камера»."""
    all_modified_nouns: tuple[ModifiedNoun, ...]
    """The same, and those of the fact's examples, posts and event titles."""
    post_heads: tuple[frozenset[str], ...]
    """Keys of the first noun of each post of its people: «заместитель» of «заместитель министра»."""
    post_complements: frozenset[str]
    """Keys of the other nouns of those posts: «министр» of «заместитель министра»."""
    named_nouns: tuple[frozenset[str], ...]
    """Keys of each noun followed by a proper name: «пароход „Надежда“»."""
    is_past: bool
    """Whether everything in it had happened when the source was published."""
    states_start: bool
    """Whether it says since when: «с 12 мая», «открылась 6 сентября»."""


def split_statement(text: str, terms: Sequence[Term]) -> tuple[StatementPart, ...]:
    """The parts of a normalised statement; a run of words without a predicate belongs to the part before."""
    found: list[list[Term]] = []
    for run in _runs(text, terms):
        is_complete = any(term.morphology.first_pos in _PREDICATES for term in run)
        if found and not is_complete and not _is_reason(text, run):
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
    if term.word in REASON_CONJUNCTIONS:
        return True
    return term.word == "из" and text[term.token.end : term.token.end + 3] == "-за"


def _is_reason(text: str, run: Sequence[Term]) -> bool:
    return any(_opens_reason(text, term) for term in run[:2])


def _part(text: str, run: Sequence[Term]) -> StatementPart:
    keys = frozenset(key for term in run for key, _ in term.keys)
    return StatementPart(keys, tuple(_fillers(run)), _is_reason(text, run))


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


def states_start(terms: Sequence[Term]) -> bool:
    """Whether there is a date after «с», or a date and a verb of beginning."""
    dated = [_is_date(term) for term in terms]
    if not any(dated):
        return False
    if any(BEGINNINGS.intersection(term.morphology.lemmas) for term in terms):
        return True
    opened = (place for place, term in enumerate(terms) if term.word in _SINCE)
    return any(any(dated[place + 1 : place + 1 + _DATE_WINDOW]) for place in opened)


def _is_date(term: Term) -> bool:
    keys = [key for key, level in term.keys if level is Level.LEMMA]
    return any(key[0] == "/" or (key[0] == "#" and int(key[1:]) > _FIRST_YEAR) for key in keys)


def is_agent(term: Term) -> bool:
    """Whether a word names a person or a body that acts like one."""
    morphology = term.morphology
    if morphology.first_pos != "NOUN" and not morphology.marks & _PEOPLE:
        return False
    if term.token.capitalised and (morphology.marks & (_PEOPLE | {"Orgn"}) or not morphology.known):
        return True
    return morphology.animate or bool(ORGANISATIONS.intersection(morphology.lemmas))


def _is_place(run: Sequence[Term], place: int) -> bool:
    """«В читальном зале», «на набережной»: a noun after a preposition of place that is not a time."""
    term = run[place]
    if term.morphology.first_pos != "NOUN" or term.morphology.animate or TIMES & set(term.morphology.lemmas):
        return False
    if any(key[0] == "/" for key, _ in term.keys) or term.word_class is not WordClass.CONTENT:
        return False
    before = place - 1
    while before >= 0 and run[before].morphology.first_pos in {"ADJF", "PRTF", "NUMR"}:
        before -= 1
    return before >= 0 and run[before].word in PLACE_PREPOSITIONS
