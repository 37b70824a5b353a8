"""The noun that a post is: «тренер» of «старший тренер бассейна», whose adjective may stand as a noun too."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from knowledge.language.lexicon import Term


def post_head(post: Sequence[Term]) -> Term | None:
    """The first noun of a post; an adjective before the noun it agrees with is none."""
    for term, after in zip_longest(post, post[1:]):
        if term.morphology.first_pos == "NOUN" and not _is_quality_of(term, after):
            return term
    return None


def _is_quality_of(term: Term, after: Term | None) -> bool:
    """«Старший тренер», unlike «рабочий сцены»: posts are written in the nominative."""
    if after is None or "ADJF" not in term.morphology.pos or after.morphology.first_pos != "NOUN":
        return False
    return after.word in after.morphology.lemmas
