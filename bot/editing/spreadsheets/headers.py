"""The header of a sheet: the pack's keys, and the Russian names under which editors see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.replies.editing.column_names import column_name
from knowledge.facts.pack.pack_files import PACK_FILES, PackFile

Sheet = Sequence[Sequence[str]]
"""Rows of cell texts, the header first; a short row ends in blank cells."""
TERMS_COLUMNS = ("kind", "key", "text")
"""Of the terms: `synonyms` without a key, `short` and `topics` by key."""


def columns_of(file: PackFile) -> tuple[str, ...]:
    return TERMS_COLUMNS if file.stem == "terms" else file.keys


def with_russian_headers(sheets: Mapping[str, Sheet]) -> dict[str, Sheet]:
    """The sheets with names in the place of keys."""
    return {
        name: [[column_name(name, key) for key in header], *body] for name, (header, *body) in sheets.items()
    }


def keys_of(sheet: str, header: Sequence[str]) -> list[str]:
    """The key of each column, which may be called by either; what is neither stays as it is written."""
    known = _KEYS.get(sheet, {})
    return [known.get(plain, plain) for plain in (" ".join(cell.lower().split()) for cell in header)]


_KEYS: Mapping[str, Mapping[str, str]] = {
    file.stem: {column_name(file.stem, key).lower(): key for key in columns_of(file)} for file in PACK_FILES
}
