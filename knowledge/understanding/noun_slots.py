"""Finds the slots of a clause without question words: «дата и место второго диалога»."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from knowledge.data.tables import read_groups
from knowledge.language import question_words
from knowledge.language.calendar_words import YEARS
from knowledge.language.lexicon import Term
from knowledge.language.numerals import ORDINALS
from knowledge.language.word_class import WordClass
from knowledge.results import Slot
from knowledge.understanding.counted_nouns import starts_with_plural
from knowledge.understanding.slots import only_asks

_NUMBER_OF = read_groups("question_words/groups")["number_of"]
_IDLE = frozenset({"CONJ", "NOUN", "PRCL"})
_DIRECTIONS = read_groups("function_words/prepositions")["place_stated"]


def find_noun_slots(terms: Sequence[Term]) -> tuple[tuple[Slot, ...], set[int]]:
    """Slots of a clause without question words, and the places of the nouns that only ask.

    «Дата и место второго диалога»; in a text with a verb only nouns before any other content word count.
    """
    verbs = [term for term in terms if term.morphology.first_pos == "VERB"]
    verbless = not verbs
    slots: list[Slot] = []
    asking_places: set[int] = set()
    for place, term in enumerate(terms):
        slot = next(
            (
                question_words.NOUNS[lemma]
                for lemma in term.morphology.lemmas
                if lemma in question_words.NOUNS
            ),
            None,
        )
        if term.lemma == "число" and starts_with_plural(terms[place + 1 : place + 4]):
            slot = Slot.NUMBER
        if place and _belongs(term, _noun_before(terms, place)):
            slot = None
        if slot is Slot.DATE and place and (_is_counted(terms, place) or _says_when(terms, place)):
            slot = None
        if slot is not None and (_is_subject(terms, place) or _is_aim(terms, place, slot)):
            break
        if slot is not None:
            slots.append(slot)
            if only_asks(term):
                asking_places.add(place)
        elif (
            not verbless
            and term.word_class is WordClass.CONTENT
            and term.morphology.first_pos in {"NOUN", "VERB"}
        ):
            break
    return tuple(dict.fromkeys(slots)), asking_places


def counted_by_noun(terms: Sequence[Term], asking: Collection[int]) -> int | None:
    """The place of «спасателей» of «число задействованных спасателей»."""
    for place in sorted(asking):
        after = range(place + 1, min(place + 4, len(terms)))
        if terms[place].word in _NUMBER_OF and starts_with_plural([terms[at] for at in after]):
            return next((at for at in after if terms[at].morphology.first_pos == "NOUN"), None)
    return None


def _is_counted(terms: Sequence[Term], place: int) -> bool:
    """«В четыре часа», «в пятнадцатом году», «за вторую неделю» give the time."""
    before = terms[place - 1]
    is_placed = place > 1 and terms[place - 2].morphology.first_pos == "PREP"
    is_numbered = before.lemma in ORDINALS and (terms[place].word in YEARS or is_placed)
    return before.morphology.first_pos == "NUMR" or is_numbered


def _says_when(terms: Sequence[Term], place: int) -> bool:
    """«Долг на начало года», «выручка за месяц»: after a preposition and another noun it asks nothing."""
    first = place
    while first and terms[first - 1].morphology.first_pos in ("NOUN", "ADJF"):
        first -= 1
    before = terms[: first - 1]
    is_after = first > 0 and terms[first - 1].morphology.first_pos == "PREP"
    return is_after and any(term.morphology.first_pos == "NOUN" for term in before)


def _is_aim(terms: Sequence[Term], place: int, slot: Slot) -> bool:
    """«А в аэропорт?»: a place after a preposition of direction is named, not asked."""
    return slot is Slot.PLACE and place > 0 and terms[place - 1].word in _DIRECTIONS


def _is_subject(terms: Sequence[Term], place: int) -> bool:
    """«Второй зал откроют», «время хоть раз понадобилось»: a verb right after it, or after words
    that carry no content, says what it does, so it is not asked."""
    at = place + 1
    while at < len(terms) and _says_nothing(terms[at]):
        at += 1
    after = terms[at : at + 1]
    return any(
        one.morphology.first_pos in ("VERB", "PRTS")
        and bool(one.morphology.moods & {"past", "futr", "pres"})
        and "impr" not in one.morphology.moods
        and one.word_class is WordClass.CONTENT
        for one in after
    )


def _says_nothing(term: Term) -> bool:
    return term.word_class is not WordClass.CONTENT and term.morphology.first_pos in _IDLE


def _belongs(noun: Term, before: Term) -> bool:
    """Whether a noun asks nothing: «в 2014 году» gives the year, «мэр города» says whose mayor."""
    whose = noun.morphology.genitive and before.morphology.first_pos == "NOUN" and before.morphology.animate
    return whose or before.word.isdecimal()


def _noun_before(terms: Sequence[Term], place: int) -> Term:
    """The word to which a noun may belong: «министр» of «министр транспорта Луговского района»."""
    before = place - 1
    while before and _is_between(terms[before]):
        before -= 1
    return terms[before]


def _is_between(term: Term) -> bool:
    morphology = term.morphology
    return morphology.first_pos in ("ADJF", "PRTF") or (
        morphology.first_pos == "NOUN" and morphology.genitive and not morphology.animate
    )
