"""Groups of people for whom rules and prices differ: pupils, students, pensioners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from knowledge.data.tables import read_groups, read_table, split_cell
from knowledge.language.lexicon import Term
from knowledge.language.morphology import analyse

ADULT, CHILD = "adult", "child"
_BY_STATUS = read_groups("requests/statuses")
_ON = "на"


@cache
def _tables() -> tuple[Mapping[str, str], Mapping[str, frozenset[str]]]:
    """Word -> its group, and group -> those that it is within."""
    table = read_table("roles/social_groups", "group", "words", "within")
    within = {group: frozenset(split_cell(wider)) for group, _, wider in table}
    return table.index("group", "words", str), within


def group_of(term: Term) -> str | None:
    """The group that a word names."""
    by_word = _tables()[0]
    return next((by_word[lemma] for lemma in term.morphology.lemmas if lemma in by_word), None)


def groups_in(terms: Sequence[Term]) -> dict[str, Term]:
    """The groups that words name, each with its word; «я на пенсии» names one too."""
    found = {group: term for term in terms if (group := group_of(term)) is not None}
    for before, term in pairwise(terms):
        if before.word == _ON:
            status = (one for one, words in _BY_STATUS.items() if words.intersection(term.morphology.lemmas))
            found.update(dict.fromkeys(status, term))
    return found


def names_group(words: Iterable[str]) -> bool:
    """Whether words say of which group somebody is."""
    known = _tables()[0].keys() | frozenset().union(*_BY_STATUS.values())
    return any(not known.isdisjoint(analyse(word).lemmas) for word in words)


def takes_in(told: Iterable[str], group: str) -> bool:
    """Whether what is told of these groups is told of that one."""
    wider = _tables()[1][group]
    return any(one == group or one in wider for one in told)
