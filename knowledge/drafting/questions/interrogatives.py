"""Forms of «какой», «кто», «сколько» that agree with what they ask for."""

from __future__ import annotations

from functools import cache

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_table
from knowledge.drafting.grammar.inflection import inflected
from knowledge.drafting.grammar.words import Word
from knowledge.drafting.parts.government import case_of
from knowledge.language.morphology import readings

_PLAIN = dict(read_table("drafting/plain_prepositions", "written", "plain"))
_COUNTED = dict(read_table("drafting/counted_forms", "lemma", "form"))
_CASES = ("gent", "datv", "accs", "ablt", "loct")
_FORMS = {
    word: dict(zip(_CASES, forms, strict=True))
    for word, *forms in read_table("drafting/interrogatives", "word", *_CASES)
}


@cache
def _which() -> Parse:
    return next(one for one in readings("какой") if one.tag.case == "nomn" and one.tag.gender == "masc")


def which(reading: Parse, case: str | None = None) -> str | None:
    """«каком» of «парке», «какую» of «лампу»."""
    wanted = {case or case_of(reading)}
    if reading.tag.number == "plur":
        wanted.add("plur")
    elif reading.tag.gender:
        wanted |= {"sing", str(reading.tag.gender)}
    else:
        return None
    if "accs" in wanted and ("plur" in wanted or "masc" in wanted):
        wanted.add("anim" if "anim" in reading.tag else "inan")
    form = _which().inflect(frozenset(wanted))
    return str(form[0]) if form is not None else None


def who(reading: Parse) -> str | None:
    return _FORMS["кто"].get(case_of(reading))


def plain(preposition: str | None) -> str | None:
    """«во дворце», but «в каком дворце»."""
    return _PLAIN.get(preposition, preposition) if preposition is not None else None


def how_many(case: str) -> str | None:
    return _FORMS["сколько"].get(case)


def plural(noun: Word, case: str = "gent") -> str | None:
    """«зрителей» of «зрителя»."""
    reading = next((one for one in noun.readings if str(one.tag.POS) == "NOUN"), None)
    if reading is None:
        return None
    if "Fixd" in reading.tag or noun.is_abbreviation:
        return noun.text
    if case == "gent" and reading.normal_form in _COUNTED:
        return _COUNTED[reading.normal_form]
    return inflected(noun, reading, {case, "plur"})
