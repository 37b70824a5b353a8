"""Attributes that a question asks for beyond who, where and when: the price, the age, the reason.

«Сколько стоит билет?» asks for a price; a fact without any of the words of price does not answer it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from knowledge.data.tables import read_folder, read_groups, split_cell
from knowledge.language.lexicon import Term
from knowledge.language.values.compounds import compound_of

_LATEST_COUNT = 1_000
"""A larger number before «год» is a year, not a number of years."""
_AGE = "age"
_AGE_OF_PERSON = "age-of-person"
"""«Сколько ему лет»: only words of age state it, not any number of years."""
_OF_AGE = read_groups("calendar/groups")["units_of_age"]
_OF_SOMEBODY = read_groups("function_words/pronouns")["to_somebody"]
_COLUMNS = ("id", "asked_by", "after_how_many", "stated_by", "unambiguous")
_Phrases = Mapping[tuple[str, ...], frozenset[str]]
_Index = defaultdict[tuple[str, ...], set[str]]


class _Attributes(NamedTuple):
    """The tables by word; values are sets of attribute ids."""

    asked_by: _Phrases
    after_how_many: _Phrases
    """Lemmas that ask only after «сколько»."""
    stated_by: _Phrases
    """Phrases that state an attribute: those that ask for it and others («потому» states a reason)."""
    unambiguous: frozenset[str]


def asked_attributes(terms: Sequence[Term], counted: int | None) -> dict[int, frozenset[str]]:
    """Position of each word that asks for an attribute -> the attributes it may mean.

    `counted` is the position of the noun after «сколько».
    """
    found: dict[int, frozenset[str]] = {}
    for place, ids in _matches(terms, _attributes().asked_by):
        if place != counted and _is_ambiguous(terms, place):
            continue
        found[place] = found.get(place, frozenset()) | ids
    if counted is not None:
        for lemma in terms[counted].morphology.lemmas:
            counts = _attributes().after_how_many.get((lemma,), frozenset())
            if _AGE in counts and any(_is_somebody(term) for term in terms):
                counts = frozenset({_AGE_OF_PERSON})
            if counts:
                found[counted] = found.get(counted, frozenset()) | counts
    return found


def stated_attributes(terms: Sequence[Term]) -> frozenset[str]:
    """The attributes that a statement gives; «2016 года» gives no number of years."""
    ids = {attribute for _, matched in _matches(terms, _attributes().stated_by) for attribute in matched}
    states_age = _AGE in ids
    for place, term in enumerate(terms):
        if place and _is_count(terms[place - 1]):
            for lemma in term.morphology.lemmas:
                ids |= _attributes().after_how_many.get((lemma,), frozenset())
    for compound in filter(None, (compound_of(term.lemma) for term in terms)):
        ids |= _attributes().after_how_many.get((compound.unit,), frozenset())
        states_age = states_age or compound.unit in _OF_AGE
    if states_age:
        ids |= {_AGE, _AGE_OF_PERSON}
    return frozenset(ids)


def unambiguous_attributes() -> frozenset[str]:
    """Attributes whose words are hardly used for anything else: a fact without them does not answer."""
    return _attributes().unambiguous


def _is_ambiguous(terms: Sequence[Term], place: int) -> bool:
    """«На скольких опорах стоит мост»: «стоить» only right after «сколько»."""
    after = terms[place - 1].word if place else ""
    return len(terms[place].morphology.lemmas) > 1 and not after.startswith("скольк")


def _is_somebody(term: Term) -> bool:
    """«Сколько лет Линч», «сколько ему лет» ask for an age, «сколько лет строили мост» for a duration."""
    return term.word in _OF_SOMEBODY or bool(term.morphology.marks & {"Name", "Surn", "Patr"})


def _is_count(term: Term) -> bool:
    return any(key[0] == "#" and int(key[1:]) <= _LATEST_COUNT for key, _ in term.keys)


def _matches(terms: Sequence[Term], phrases: _Phrases) -> Iterator[tuple[int, frozenset[str]]]:
    """Positions of the words and two-word phrases found, with the attributes of each."""
    for place, term in enumerate(terms):
        for lemma in term.morphology.lemmas:
            if (lemma,) in phrases:
                yield place, phrases[(lemma,)]
            if place + 1 < len(terms):
                for after in terms[place + 1].morphology.lemmas:
                    ids = phrases.get((lemma, after))
                    if ids:
                        yield place, ids
                        yield place + 1, ids


@cache
def _attributes() -> _Attributes:
    asked_by, after_how_many, stated_by = _Index(set), _Index(set), _Index(set)
    unambiguous = {_AGE_OF_PERSON}
    for table in read_folder("attributes", *_COLUMNS):
        for attribute, asked, counted, stated, sure in table:
            for index, cell in ((asked_by, asked), (after_how_many, counted), (stated_by, stated)):
                for words in split_cell(cell):
                    index[tuple(words.split())].add(attribute)
            if sure:
                unambiguous.add(attribute)
    for phrase, ids in asked_by.items():
        stated_by[phrase] |= ids
    first, second, third = (
        {key: frozenset(ids) for key, ids in index.items()} for index in (asked_by, after_how_many, stated_by)
    )
    return _Attributes(first, second, third, unambiguous=frozenset(unambiguous))
