"""Which attributes a text asks for, and which it tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from knowledge.language.attributes import ATTRIBUTES
from knowledge.language.lexicon import Term

_LATEST_COUNT = 1_000
"""A larger number before «год» is a year, not a number of years."""
OF_PERSON = "age-of-person"
"""«Сколько ему лет»: told by words of age alone, not by any number of years."""
SURE = frozenset(
    """
    age birth death marriage education biography nationality religion language appearance clothing hobby
    age-of-person salary contact phone website price cost duration length height width depth weight area
    speed temperature distance weather hotel food color previous-job next-job profit
    """.split()
)
"""Attributes whose words are hardly ever used for anything else: a fact without them does not answer."""


def asked(terms: Sequence[Term], counted: int | None) -> dict[int, frozenset[str]]:
    """Place of each word that asks for an attribute -> the attributes it may mean.

    `counted` is the place of the noun after «сколько».
    """
    words, after_how_many, _ = _tables()
    found: dict[int, frozenset[str]] = {}
    for place, ids in _matches(terms, words):
        if place != counted and _is_ambiguous(terms, place):
            continue
        found[place] = found.get(place, frozenset()) | ids
    if counted is not None:
        for lemma in terms[counted].morphology.lemmas:
            counts = after_how_many.get(lemma, frozenset())
            if "age" in counts and any(_is_somebody(term) for term in terms):
                counts = frozenset({OF_PERSON})
            if counts:
                found[counted] = found.get(counted, frozenset()) | counts
    return found


def told(terms: Sequence[Term]) -> frozenset[str]:
    """The attributes that a statement tells; «2016 года» tells no number of years."""
    _, after_how_many, tellers = _tables()
    ids = {attribute for _, matched in _matches(terms, tellers) for attribute in matched}
    tells_age = "age" in ids
    for place, term in enumerate(terms):
        if place and _is_count(terms[place - 1]):
            for lemma in term.morphology.lemmas:
                ids |= after_how_many.get(lemma, frozenset())
    if tells_age:
        ids.add(OF_PERSON)
    return frozenset(ids)


def _is_ambiguous(terms: Sequence[Term], place: int) -> bool:
    """«На скольких опорах стоит мост»: «стоить» only right after «сколько»."""
    after = terms[place - 1].word if place else ""
    return len(terms[place].morphology.lemmas) > 1 and not after.startswith("скольк")


def _is_somebody(term: Term) -> bool:
    """«Сколько лет Линч», «сколько ему лет» ask for an age, «сколько лет строили мост» for a duration."""
    return term.word in {"ей", "ему", "им"} or bool(term.morphology.marks & {"Name", "Surn", "Patr"})


def _is_count(term: Term) -> bool:
    return any(key[0] == "#" and int(key[1:]) <= _LATEST_COUNT for key, _ in term.keys)


_Table = Mapping[tuple[str, ...], frozenset[str]]


def _matches(terms: Sequence[Term], table: _Table) -> Iterator[tuple[int, frozenset[str]]]:
    for place, term in enumerate(terms):
        for lemma in term.morphology.lemmas:
            if (lemma,) in table:
                yield place, table[(lemma,)]
            if place + 1 < len(terms):
                for after in terms[place + 1].morphology.lemmas:
                    ids = table.get((lemma, after))
                    if ids:
                        yield place, ids
                        yield place + 1, ids


@cache
def _tables() -> tuple[_Table, Mapping[str, frozenset[str]], _Table]:
    """Phrases that ask, nouns that ask after «сколько», phrases that tell."""
    words: dict[tuple[str, ...], frozenset[str]] = {}
    counts: dict[str, frozenset[str]] = {}
    tellers: dict[tuple[str, ...], frozenset[str]] = {}
    for attribute in ATTRIBUTES:
        one = frozenset({attribute.id})
        for phrase in attribute.words:
            key = tuple(phrase.split("_"))
            words[key] = words.get(key, frozenset()) | one
        for phrase in (*attribute.words, *attribute.told_by):
            key = tuple(phrase.split("_"))
            tellers[key] = tellers.get(key, frozenset()) | one
        for lemma in attribute.after_how_many:
            counts[lemma] = counts.get(lemma, frozenset()) | one
    return words, counts, tellers
