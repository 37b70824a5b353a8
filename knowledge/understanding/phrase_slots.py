"""The slot of a phrase that asks: «по какой причине», «во сколько обошлось», «кем открыт»."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.values import ValueKind
from knowledge.language.values.tables import units
from knowledge.results import Slot

_COST_WINDOW = 4
_SURE_COSTS = tuple(read_groups("question_words/groups")["sure_costs"])
"""Verbs of cost of which nobody asks the hour."""
_FIRST_WORDS = frozenset(words[0] for words in question_words.PHRASES)
_GROUPS = read_groups("question_words/groups")
_SO_MUCH = _GROUPS["start"] | _GROUPS["so_much"]
_PREPOSITIONS = read_groups("function_words/prepositions")
_EDGES = _PREPOSITIONS["range_end"] | _PREPOSITIONS["since"]
_CHANGING = read_words("verbs/changing_amounts")
_OF_TIME = frozenset({ValueKind.DURATION, ValueKind.CLOCK, ValueKind.DATE})
_AGES = read_groups("calendar/groups")["units_of_age"]
_BY_WHOM = _GROUPS["by_whom"]


def phrase_slot(terms: Sequence[Term], place: int) -> tuple[Slot | None, int]:
    """The slot of a phrase («по какой причине») and its length in words; one word where there is none."""
    if terms[place].word not in _FIRST_WORDS:
        return None, 1
    for length in range(min(4, len(terms) - place), 1, -1):
        slot = question_words.PHRASES.get(tuple(term.word for term in terms[place : place + length]))
        if slot is Slot.POST and _is_done_by(terms, place, length):
            return Slot.PERSON, 1
        if slot is not None:
            is_amount = slot is Slot.DATE and asks_changed_amount(terms, place)
            return (Slot.NUMBER if is_amount or _costs(terms, place, length) else slot), length
    return None, 1


def asks_changed_amount(terms: Sequence[Term], place: int) -> bool:
    """«До скольки подняли цену», «до скольки градусов греют» ask for no hour."""
    if terms[place].word not in _EDGES or not any(one.word in _SO_MUCH for one in terms[place : place + 2]):
        return False
    if any(_is_amount(one) for one in terms[place + 2 : place + 3]):
        return True
    return any(_CHANGING.intersection(term.morphology.lemmas) for term in terms)


def _is_amount(term: Term) -> bool:
    """A unit of something else than time, or of age: «до скольки градусов», «до скольки лет»."""
    found = [units()[lemma].kind for lemma in term.morphology.lemmas if lemma in units()]
    return any(kind not in _OF_TIME for kind in found) or not _AGES.isdisjoint(term.morphology.lemmas)


def _costs(terms: Sequence[Term], place: int, length: int) -> bool:
    """«Во сколько теперь обойдётся»: a verb of cost a few words after asks for a price, not for an hour."""
    asked = tuple(term.word for term in terms[place : place + length])
    after = place + length
    for at in range(after, min(after + _COST_WINDOW, len(terms))):
        if question_words.PHRASES.get((*asked, terms[at].word)) is Slot.NUMBER:
            between = terms[after:at]
            # «Во сколько поезд встанет» asks for an hour.
            return terms[at].word.startswith(_SURE_COSTS) or all(
                one.morphology.first_pos == "NPRO" for one in between
            )
    return False


def _is_done_by(terms: Sequence[Term], place: int, length: int) -> bool:
    """«Кем была открыта выставка» asks who opened it, «с кем был» who was there; «кем она была» a post."""
    after = terms[place + length : place + length + 1]
    with_whom = place > 0 and terms[place - 1].morphology.first_pos == "PREP"
    is_passive = any(term.morphology.first_pos == "PRTS" for term in after)
    return terms[place].word in _BY_WHOM and (with_whom or is_passive)
