"""Sides that a word means without naming them: «россиянка», «российский» of «Россия»."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import sides_named
from knowledge.language.lexicon import Term

_FAMILY = "%"
"""The mark of keys of word families: «Франция», «француз»."""
_NOMINAL = frozenset({"NOUN", "ADJF"})


def sides_meant(term: Term, access: BaseAccess) -> list[str]:
    """The sides that a word names, also by an adjective or as one from there."""
    found = sides_named([term], access)
    if found or term.morphology.first_pos not in _NOMINAL:
        return found
    keys = _families([term])
    sides = {one.side for one in access.base.people if one.side}
    return sorted(side for side in sides if keys & _families(access.lexicon.read(side)))


def _families(terms: Sequence[Term]) -> set[str]:
    return {key for term in terms for key, _ in term.keys if key[0] == _FAMILY}
