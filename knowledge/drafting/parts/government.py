"""The reading of a noun in a case that the preposition before it takes."""

from __future__ import annotations

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_table, read_words, split_cell
from knowledge.drafting.grammar.words import Word

_VENUES = read_words("places/venues") | read_words("places/addresses")
_CASES = {
    preposition: frozenset(split_cell(cases))
    for cases, prepositions in read_table("drafting/government", "cases", "prepositions")
    for preposition in split_cell(prepositions)
}
_ALIKE = {"gen1": "gent", "gen2": "gent", "loc1": "loct", "loc2": "loct", "acc2": "accs"}
_ANY = frozenset({"gent", "datv", "accs", "ablt", "loct"})


def case_of(reading: Parse) -> str:
    case = str(reading.tag.case)
    return _ALIKE.get(case, case)


def cases_after(preposition: str) -> frozenset[str]:
    return _CASES.get(preposition, _ANY)


def governed(preposition: str, noun: Word, reading: Parse) -> Parse:
    """The likeliest reading in such a case, as a noun of place first; `reading` where there is none."""
    cases = cases_after(preposition)
    every = [one for one in noun.readings if str(one.tag.POS) == "NOUN" and case_of(one) in cases]
    places = [one for one in every if one.normal_form.replace("ё", "е") in _VENUES]
    if reading in every and not places:
        return reading
    return next(iter(places or every), reading)
