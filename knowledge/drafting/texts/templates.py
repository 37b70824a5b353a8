"""Texts of statements and example questions with blanks, from `knowledge/data/drafting/templates.tsv`."""

from __future__ import annotations

from knowledge.data.tables import read_table

_TEMPLATES = dict(read_table("drafting/templates", "name", "text"))


def template(name: str, /, **values: str) -> str:
    return _TEMPLATES[name].format(**values)
