"""Finds the slots that a clause asks for (a date, a place, …) and the words that ask for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.data.tables import read_groups
from knowledge.language import question_words
from knowledge.language.function_words import REASON_CONJUNCTIONS
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import ORGANISATIONS, SAYING
from knowledge.language.word_class import WordClass
from knowledge.results import Slot
from knowledge.understanding.counted_nouns import NOUN_WINDOW, noun_after, starts_with_plural
from knowledge.understanding.phrase_slots import phrase_slot

_THAN_REACHES = 3
"""«Чем» of a comparison stands within so many words after its comparative."""
_OF = read_groups("function_words/prepositions")["of_them"]
_NUMBER_OF = read_groups("question_words/groups")["number_of"]
_WHY = read_groups("question_words/groups")["spoken_why"]
_SO = read_groups("question_words/groups")["so"]
_WHETHER = read_groups("function_words/particles")["whether"]
_DENY = read_groups("function_words/particles")["deny_next"]


@dataclass(slots=True)
class AskedSlots:
    """What a clause asks for; places are indexes of its terms."""

    slots: tuple[Slot, ...] = ()
    asking_places: set[int] = field(default_factory=set)
    """Of question words and of nouns that only say what is asked: «в каком городе»."""
    counted_place: int | None = None
    """Of the noun after «сколько»."""
    head_places: set[int] = field(default_factory=set)
    """Of nouns after «какой» and «сколько» that name what is asked."""


def find_asked_slots(terms: Sequence[Term], describing: frozenset[int] = frozenset()) -> AskedSlots:
    """The slots asked for by question words and phrases, but those at `describing` places."""
    found = AskedSlots()
    slots: list[Slot] = []
    place = 0
    while place < len(terms):
        slot, length = phrase_slot(terms, place) if place not in describing else (None, 1)
        if slot is None and place not in describing:
            slot = _word_slot(terms, place, found)
        says_verb = terms[place + length - 1].morphology.first_pos == "VERB"
        if slot is Slot.NUMBER and found.counted_place is None and not says_verb:
            # «Какое число участников» counts what follows the noun that asks.
            found.counted_place = noun_after(terms, max({place + length - 1, *found.asking_places}))
        if slot is not None:
            # «Каким образом поняли» asks no more than «как поняли».
            is_loose = slot is Slot.MANNER and terms[place].word not in question_words.QUESTION_WORDS
            slots.append(Slot.STATEMENT if is_loose and _acts(terms) else slot)
            # «Во сколько обошлось»: the verb must be met.
            length -= slot is Slot.NUMBER and says_verb
            found.asking_places.update(range(place, place + length))
        place += length
    for at, slot in list(_named_beside(terms, found.asking_places)):
        slots.append(slot)
        found.asking_places.add(at)
    whether = [place for place, term in enumerate(terms) if term.word in question_words.YES_NO]
    found.asking_places.update(whether)
    if found.counted_place is not None:
        found.head_places.add(found.counted_place)
    kinds = [slot for slot in dict.fromkeys(slots) if slot is not Slot.STATEMENT] or slots[:1]
    found.slots = tuple(kinds or ([Slot.YES_NO] if whether else []))
    return found


def _acts(terms: Sequence[Term]) -> bool:
    return any(term.morphology.first_pos in ("VERB", "INFN", "PRTS") for term in terms)


def _named_beside(terms: Sequence[Term], asking: set[int]) -> Iterator[tuple[int, Slot]]:
    """«Месяц» of «какой город и месяц»: the place and the slot of a noun that asks beside another."""
    for place in sorted(asking):
        link, after = terms[place + 1 : place + 2], terms[place + 2 : place + 3]
        is_noun = terms[place].morphology.first_pos == "NOUN"
        if not (is_noun and after and link[0].word == "и" and only_asks(after[0])):
            continue
        slot = next(
            question_words.NOUNS[one] for one in after[0].morphology.lemmas if one in question_words.NOUNS
        )
        if slot in (Slot.PLACE, Slot.DATE):
            yield place + 2, slot


def _word_slot(terms: Sequence[Term], place: int, found: AskedSlots) -> Slot | None:
    """The slot of one question word; the place of the noun after «какой» is added to `found`."""
    word = terms[place].word
    if (word == "что" and _is_conjunction(terms, place)) or _is_than(terms, place):
        return None
    if word in _WHY and _asks_why(terms, place):
        return Slot.REASON
    if word in question_words.QUESTION_WORDS:
        slot = question_words.QUESTION_WORDS[word]
        return Slot.STATEMENT if slot is Slot.MANNER and not _asks_manner(terms, place) else slot
    if word not in question_words.WHICH:
        return None
    slot, noun = _which_slot(terms, place)
    if noun is not None:
        is_head = slot is Slot.STATEMENT or not only_asks(terms[noun])
        (found.head_places if is_head else found.asking_places).add(noun)
    return slot


def _is_conjunction(terms: Sequence[Term], place: int) -> bool:
    """«Китай считает, что…», «потому что…»: after a verb with a subject, neither an order nor a polite
    request, or after a word that opens a reason."""
    before = terms[place - 1] if place else None
    if before is not None and (before.word in REASON_CONJUNCTIONS or _is_asked_whether_said(terms[:place])):
        return True
    if before is None or before.word_class is WordClass.POLITE or place + 1 >= len(terms):
        return False
    if before.morphology.first_pos not in ("VERB", "PRED") or "impr" in before.morphology.moods:
        return False
    return any(term.morphology.first_pos in ("NOUN", "NPRO") for term in terms[: place - 1])


def _is_asked_whether_said(before: Sequence[Term]) -> bool:
    """«Говорил ли Орлов, что…» asks for yes or no."""
    pairs = pairwise(before)
    return any(
        after.word in _WHETHER and SAYING.intersection(verb.morphology.lemmas) for verb, after in pairs
    )


def _is_than(terms: Sequence[Term], place: int) -> bool:
    """«Больше чем», «раньше, чем», «больше парусов, чем»: a comparative stands soon before."""
    before = terms[max(place - _THAN_REACHES, 0) : place]
    return terms[place].word == "чем" and any(term.morphology.first_pos == "COMP" for term in before)


def _which_slot(terms: Sequence[Term], place: int) -> tuple[Slot, int | None]:
    """The slot that «какой» asks for, and the place of its noun."""
    for at in range(place + 1, min(place + 1 + NOUN_WINDOW, len(terms))):
        if terms[at].morphology.first_pos == "PREP" and terms[at].word not in _OF:
            break
        for lemma in terms[at].morphology.lemmas:
            if lemma in question_words.PARTIES and not _follows_preposition(terms, place):
                return Slot.STATEMENT, at
            # «Какого числа участники уезжают» asks for a day.
            if terms[at].word in _NUMBER_OF and starts_with_plural(terms[at + 1 : at + 4]):
                return Slot.NUMBER, at
            if lemma in question_words.NOUNS:
                return question_words.NOUNS[lemma], at
        if terms[at].morphology.first_pos == "NOUN":
            return (Slot.PERSON if _asks_who(terms, place, at) else Slot.STATEMENT), at
    return _slot_before(terms, place)


def _slot_before(terms: Sequence[Term], place: int) -> tuple[Slot, int | None]:
    """«Число какое?», «должности у них какие?»: the noun stands before «какой»."""
    for at in range(place - 1, max(place - NOUN_WINDOW, -1), -1):
        if terms[at].morphology.first_pos == "VERB":
            break
        for lemma in terms[at].morphology.lemmas:
            if lemma in question_words.NOUNS:
                return question_words.NOUNS[lemma], at
    return Slot.STATEMENT, None


def _asks_who(terms: Sequence[Term], which: int, noun: int) -> bool:
    """«Какой министр», «какая компания построила» ask who; «в каком музее» asks which one."""
    if terms[noun].morphology.animate:
        return True
    subject = terms[which].word in question_words.WHICH_SUBJECT and not _follows_preposition(terms, which)
    return subject and bool(ORGANISATIONS.intersection(terms[noun].morphology.lemmas))


def _asks_why(terms: Sequence[Term], place: int) -> bool:
    """«Чего так долго», «чего не все дали»: why, unlike «чего не хватает» and «не из чего»."""
    after = [term.word for term in terms[place + 1 : place + 2]]
    beyond = terms[place + 2 : place + 3]
    if not beyond or _follows_preposition(terms, place):
        return False
    is_deed = beyond[0].morphology.first_pos in ("VERB", "INFN", "PRTS", "PRED", "PREP")
    measures = beyond[0].morphology.first_pos in ("ADVB", "ADJF", "ADJS", "NUMR")
    return (after[0] in _DENY and not is_deed) or (after[0] in _SO and measures)


def _asks_manner(terms: Sequence[Term], place: int) -> bool:
    """«Как добраться» asks how; «как проголосовал комитет» asks what happened."""
    return any(term.morphology.first_pos == "INFN" for term in terms[place + 1 : place + 4])


def _follows_preposition(terms: Sequence[Term], place: int) -> bool:
    return place > 0 and terms[place - 1].morphology.first_pos == "PREP"


def only_asks(noun: Term) -> bool:
    """Whether a noun only says what is asked: «город» of «в каком городе», but not «мост» of «какой мост»."""
    slots = [question_words.NOUNS[lemma] for lemma in noun.morphology.lemmas if lemma in question_words.NOUNS]
    return bool(slots) and (slots[0] is not Slot.NUMBER or "количество" in noun.morphology.lemmas)
