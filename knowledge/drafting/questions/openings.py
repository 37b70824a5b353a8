"""The words that open a question, by what they ask for."""

from __future__ import annotations

from knowledge.data.tables import read_table

_OPENINGS = dict(read_table("drafting/openings", "kind", "text"))


def opening(kind: str) -> str:
    return _OPENINGS[kind]
