"""Words by which Russian asks for the roles that mean the same in every pack."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.data.tables import read_table, split_cell
from knowledge.language.roots import root

ROLE_WORDS: Mapping[str, tuple[str, ...]] = {
    role: tuple(key for word in split_cell(words) for key in (word, f"~{root(word)}"))
    for role, words in read_table("roles/roles", "role", "words")
}
"""Role -> keys of the words that ask for it; `next` is the role of an event that follows another."""
