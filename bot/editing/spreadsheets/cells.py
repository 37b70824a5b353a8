"""One row of a pack file as cell texts, and back.

A list stands in one cell, an item a line; a person of a fact as «id: role». A backslash escapes a line break
inside an item, so that every base comes back equal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from knowledge.facts.pack.yaml_nodes import Marked, MarkedList, MarkedMap
from knowledge.language.date_errors import DateParseError
from knowledge.language.date_parser import parse_russian_date

_LISTS = frozenset({("source", "examples"), ("people", "names"), ("facts", "about"), ("facts", "questions")})
"""Sheets and columns that hold a list of texts."""
PEOPLE = "people"
_DATES = frozenset({"published", "until", "when"})
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
"""«01.12.2015», as an office program in Russian rewrites a date."""
_WORDED = re.compile(r"[а-яё].*\d{4}", re.IGNORECASE)
"""Words and a year: nothing is counted from today."""
_ANY_DAY = date(2000, 1, 1)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def encode(key: str, value: Any) -> str:
    """The cell of a row's value: a text, a list of texts or a list of people."""
    if key == PEOPLE:
        return join_items(_person_line(part) for part in value)
    return join_items(value) if isinstance(value, list) else str(value)


def decode(sheet: str, key: str, text: str, line: int) -> Marked:
    """The value of a cell that is not blank, with the row's number for problems."""
    if key == PEOPLE:
        return _marked([_person(item, line) for item in split_items(text)], line)
    if (sheet, key) in _LISTS:
        return _marked(split_items(text), line)
    return _date(text.strip()) if key in _DATES else text.strip()


def _date(text: str) -> str:
    """EDTF for «01.12.2015» and «1 декабря 2015»; any other text as it is."""
    if day := _DAY.fullmatch(text):
        return "{2}-{1:0>2}-{0:0>2}".format(*day.groups())
    if not _WORDED.search(text):
        return text
    try:
        return str(parse_russian_date(text, _ANY_DAY))
    except DateParseError:
        return text


def join_items(items: Any) -> str:
    return "\n".join(item.replace("\\", "\\\\").replace("\n", "\\n") for item in items)


def split_items(text: str) -> list[str]:
    """The reverse of `join_items`; blank lines are no items."""
    return [_ESCAPED.sub(_unescape, line).strip() for line in text.split("\n") if line.strip()]


def row_node(values: Mapping[str, Marked], line: int) -> MarkedMap:
    """A mapping whose every key stands on that line."""
    node = MarkedMap(line)
    node.update(values)
    node.lines.update(dict.fromkeys(values, line))
    return node


def _unescape(found: re.Match[str]) -> str:
    return "\n" if found[1] == "n" else found[1]


def _person_line(part: Mapping[str, str]) -> str:
    return f"{part['id']}: {part['role']}" if part.get("role") else part["id"]


def _person(item: str, line: int) -> MarkedMap:
    name, _, role = item.partition(":")
    values: dict[str, Marked] = {"id": name.strip()}
    if role.strip():
        values["role"] = role.strip()
    return row_node(values, line)


def _marked(items: Sequence[Marked], line: int) -> MarkedList:
    node = MarkedList(line)
    node.extend(items)
    node.lines.extend([line] * len(items))
    return node
