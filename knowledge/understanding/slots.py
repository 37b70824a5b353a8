"""Finds the words that ask, and the kind of thing that each asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.language import question_words
from knowledge.language.collective_nouns import COLLECTIVES
from knowledge.language.lexicon import Term
from knowledge.language.word_class import WordClass
from knowledge.results import Slot

_FIRST_WORDS = frozenset(words[0] for words in question_words.PHRASES)
_WHICH_REACHES = 4
"""How many words after «какой» its noun may stand: «в каком крупном европейском городе»."""


@dataclass(slots=True)
class Asked:
    """What a clause asks for, by the words that say so."""

    slots: tuple[Slot, ...] = ()
    places: set[int] = field(default_factory=set)
    """Places of the words that ask."""
    counted: int | None = None
    """The place of the noun after «сколько»."""
    heads: set[int] = field(default_factory=set)
    """Places of nouns after «какой» and «сколько» that name what is asked."""


def asked(terms: Sequence[Term]) -> Asked:
    """Read the question words of a clause."""
    found = Asked()
    slots: list[Slot] = []
    place = 0
    while place < len(terms):
        slot, length = _phrase_at(terms, place)
        if slot is None:
            slot = _word_at(terms, place, found)
        if slot is Slot.NUMBER and found.counted is None:
            found.counted = _noun_after(terms, place + length - 1)
        if slot is not None:
            slots.append(slot)
            found.places.update(range(place, place + length))
        place += length
    found.places.update(place for place, term in enumerate(terms) if term.word in question_words.YES_NO)
    if found.counted is not None:
        found.heads.add(found.counted)
    kinds = [slot for slot in dict.fromkeys(slots) if slot is not Slot.STATEMENT] or slots[:1]
    whether = [Slot.YES_NO] if any(term.word in question_words.YES_NO for term in terms) else []
    found.slots = tuple(kinds or whether)
    return found


def _word_at(terms: Sequence[Term], place: int, found: Asked) -> Slot | None:
    """The slot of one question word; the noun of «какой» is noted in `found`."""
    word = terms[place].word
    if word in question_words.QUESTION_WORDS:
        slot = question_words.QUESTION_WORDS[word]
        way = slot is not Slot.MANNER or _asks_way(terms, place)
        return slot if way else Slot.STATEMENT
    if word not in question_words.WHICH:
        return None
    slot, noun = _which(terms, place)
    if noun is not None:
        (found.heads if slot is Slot.STATEMENT or not _only_asks(terms[noun]) else found.places).add(noun)
    return slot


def _phrase_at(terms: Sequence[Term], place: int) -> tuple[Slot | None, int]:
    if terms[place].word not in _FIRST_WORDS:
        return None, 1
    for length in range(min(4, len(terms) - place), 1, -1):
        slot = question_words.PHRASES.get(tuple(term.word for term in terms[place : place + length]))
        if slot is not None:
            return slot, length
    return None, 1


def _which(terms: Sequence[Term], place: int) -> tuple[Slot, int | None]:
    """What «какой» asks for, and the place of the noun that says so."""
    for at in range(place + 1, min(place + 1 + _WHICH_REACHES, len(terms))):
        for lemma in terms[at].morphology.lemmas:
            if lemma in question_words.PARTIES and not _follows_preposition(terms, place):
                return Slot.STATEMENT, at
            if lemma == "число" and _is_many(terms[at + 1 : at + 2]):
                return Slot.NUMBER, at
            if lemma in question_words.NOUNS:
                return question_words.NOUNS[lemma], at
        if terms[at].morphology.first_pos == "NOUN":
            return (Slot.PERSON if _acts(terms, place, at) else Slot.STATEMENT), at
    return Slot.STATEMENT, None


def _acts(terms: Sequence[Term], which: int, noun: int) -> bool:
    """«Какой министр», «какая компания построила»; «в каком музее» and «какую организацию» ask which one."""
    if terms[noun].morphology.animate:
        return True
    subject = terms[which].word in question_words.WHICH_SUBJECT and not _follows_preposition(terms, which)
    return subject and bool(COLLECTIVES.intersection(terms[noun].morphology.lemmas))


def _asks_way(terms: Sequence[Term], place: int) -> bool:
    """«Как добраться» asks for a way; «как проголосовал комитет» for what happened."""
    return any(term.morphology.first_pos == "INFN" for term in terms[place + 1 : place + 4])


def _follows_preposition(terms: Sequence[Term], place: int) -> bool:
    return place > 0 and terms[place - 1].morphology.first_pos == "PREP"


def _noun_after(terms: Sequence[Term], place: int) -> int | None:
    """The place of what is counted; «сколько стоит билет» counts nothing."""
    for at in range(place + 1, min(place + 1 + _WHICH_REACHES, len(terms))):
        if terms[at].morphology.first_pos in {"VERB", "INFN"}:
            return None
        if "NOUN" in terms[at].morphology.pos:
            return at
    return None


def terse(terms: Sequence[Term]) -> tuple[tuple[Slot, ...], set[int]]:
    """Slots of «дата и место второго диалога»; in a text with a verb only nouns before any other word."""
    verbless = not any(term.morphology.first_pos == "VERB" for term in terms)
    slots: list[Slot] = []
    places: set[int] = set()
    for place, term in enumerate(terms):
        slot = next(
            (
                question_words.NOUNS[lemma]
                for lemma in term.morphology.lemmas
                if lemma in question_words.NOUNS
            ),
            None,
        )
        if term.lemma == "число" and _is_many(terms[place + 1 : place + 2]):
            slot = Slot.NUMBER
        if slot is not None:
            slots.append(slot)
            if _only_asks(term):
                places.add(place)
        elif (
            not verbless
            and term.word_class is WordClass.CONTENT
            and term.morphology.first_pos in {"NOUN", "VERB"}
        ):
            break
    return tuple(dict.fromkeys(slots)), places


def _is_many(after: Sequence[Term]) -> bool:
    """«Число председателей», unlike «число и месяц»."""
    return any("plur" in term.morphology.genders for term in after)


def _only_asks(noun: Term) -> bool:
    """«В каком городе» asks for a place; «какая актриса» for a person, and an actress at that."""
    slots = [question_words.NOUNS[lemma] for lemma in noun.morphology.lemmas if lemma in question_words.NOUNS]
    return bool(slots) and (slots[0] is not Slot.NUMBER or "количество" in noun.morphology.lemmas)
