"""Words by which Russian asks for the roles that mean the same in every pack."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.data.tables import read_table, split_cell
from knowledge.language.lexicon import Term
from knowledge.language.roots import root
from knowledge.language.synonyms import Level

ROLE_WORDS: Mapping[str, tuple[str, ...]] = {
    role: tuple(key for word in split_cell(words) for key in (word, f"~{root(word)}"))
    for role, words in read_table("roles/roles", "role", "words")
}
"""Role -> keys of the words that ask for it; `next` is the role of an event that follows another."""
_ROLES = ("chair", "host", "guest", "speaker", "member")


def role_of(term: Term) -> str | None:
    """The role that a word asks for, the likeliest where it may ask for several."""
    keys = {key for key, level in term.keys if level >= Level.ROOT}
    return next((role for role in _ROLES if keys & {*ROLE_WORDS[role]}), None)
