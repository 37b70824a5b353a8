"""Which noun «сколько» counts: «сколько было встреч», but not «сколько стоит билет»."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.language.lexicon import Term
from knowledge.language.morphology import readings
from knowledge.language.semantic_classes import TIMES

NOUN_WINDOW = 4
"""How many words after «какой» or «сколько» its noun may stand: «в каком крупном европейском городе»."""
_ATTRIBUTIVE = frozenset({"ADJF", "PRTF", "NUMR"})
_OF = read_groups("function_words/prepositions")["of_them"]


def noun_after(terms: Sequence[Term], place: int) -> int | None:
    """The place of the noun that «сколько» counts: «сколько встреч», «сколько было встреч»; «сколько стоит
    билет» counts nothing.
    """
    for at in range(place + 1, min(place + 1 + NOUN_WINDOW, len(terms))):
        if terms[at].morphology.first_pos == "INFN" or _is_done_at(terms, at) or _is_given_to(terms, at):
            return None
        if terms[at].morphology.first_pos == "VERB":
            after = at + 1
            is_counted = starts_with_plural(terms[after : after + 1]) and not _is_named_after(terms, after)
            return after if is_counted else None
        is_aside = _is_aside(terms, place, at) or _is_doer(terms, at)
        if not is_aside and _is_named_doer(terms, at):
            return None
        if "NOUN" in terms[at].morphology.pos and not is_aside:
            return at
    return None


def _is_done_at(terms: Sequence[Term], place: int) -> bool:
    """«Сколько закрыто за год» counts no years."""
    after = terms[place + 1 : place + 2]
    is_done = terms[place].morphology.first_pos in ("PRTS", "ADJS")
    return is_done and any(term.morphology.first_pos == "PREP" for term in after)


def _is_named_doer(terms: Sequence[Term], place: int) -> bool:
    """«На сколько Орлова обогнала Лиду»: a name before its verb is not counted."""
    acts = any(one.morphology.first_pos == "VERB" for one in terms[place + 1 : place + 2])
    if not acts or place == 0 or terms[place - 1].morphology.first_pos == "PREP":
        return False
    return terms[place].token.capitalised


def _is_named_after(terms: Sequence[Term], place: int) -> bool:
    """«Сколько получил Гарипов»: a name that its verb agrees with, though it reads as a genitive plural."""
    gender = readings(terms[place - 1].word)[0].tag.gender
    if not terms[place].token.capitalised or gender not in ("masc", "femn"):
        return False
    return any({"nomn", "sing", gender} <= one.tag.grammemes for one in readings(terms[place].word))


def _is_aside(terms: Sequence[Term], asking: int, noun: int) -> bool:
    """«Сколько на мосту полос», «сколько на образование дали»: a noun with a preposition is not what is
    counted; «сколько из них» and «на сколько» count."""
    between = (
        term for term in reversed(terms[asking + 1 : noun]) if term.morphology.first_pos not in _ATTRIBUTIVE
    )
    before = next(between, None)
    return before is not None and before.morphology.first_pos == "PREP" and before.word not in _OF


def _is_doer(terms: Sequence[Term], noun: int) -> bool:
    """«Сколько завод должен за газ», «сколько Фомин набрал»: what is counted stands in the genitive, and its
    verb is plural or neuter."""
    form, after = terms[noun].morphology, terms[noun + 1 : noun + 2]
    if form.first_pos != "NOUN" or not after or after[0].morphology.first_pos not in ("VERB", "ADJS"):
        return False
    agrees = readings(after[0].word)[0].tag.gender in ("masc", "femn")
    may_be = any(one.tag.case == "nomn" for one in readings(terms[noun].word))
    is_other_case = not form.genitive or (agrees and not form.known)
    return may_be and TIMES.isdisjoint(form.lemmas) and is_other_case


def _is_given_to(terms: Sequence[Term], noun: int) -> bool:
    """«Сколько студентам», «сколько Панину»: they are not counted, who stand in the dative; with a verb it is
    what they are given."""
    form = terms[noun].morphology
    if (
        any(term.morphology.first_pos == "VERB" for term in terms)
        or not form.animate
        or form.genitive
        or terms[noun].word in form.lemmas
    ):
        return False
    return any({"NOUN", "datv", "anim"} <= one.tag.grammemes for one in readings(terms[noun].word))


def starts_with_plural(after: Sequence[Term]) -> bool:
    """«Число председателей», «число новых мест» ask how many; «число и месяц» asks for a date."""
    noun = next((term for term in after if term.morphology.first_pos not in _ATTRIBUTIVE), None)
    return noun is not None and "plur" in noun.morphology.genders and noun.morphology.genitive
