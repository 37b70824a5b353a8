"""The parts of a statement that shares values out: «первый — 40 рублей, второй — 30 и третий — 20»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.language.values import Value, read_values

Part = tuple[int, int]
_EDGE = re.compile(r"[,:](?!\d)|[;()]|\.\s|\b(?:а|но)\b")
_AND = re.compile(r"\bи (?:\w+ ){0,2}$")
_AFTER_CLAUSE = re.compile(r",?\s*[—–]")
"""Opens a part that goes on after a clause between commas: «а тем, кто пришёл сам, — 50»."""


def edges_of(says: str) -> list[int]:
    """Where one part ends: at marks, at «а» and «но», and at «и» before another value."""
    edges = [found.start() for found in _EDGE.finditer(says)]
    for value in read_values(says):
        before = _AND.search(says[: value.start])
        if before is not None:
            edges.append(before.start())
    return edges


def part_around(value: Value, says: str, values: Sequence[Value], edges: Sequence[int]) -> Part:
    """From edge to edge around a value."""
    before = sorted((edge for edge in edges if edge <= value.start), reverse=True)
    last = min((edge for edge in edges if edge >= value.end), default=len(says))
    first = before[0] if before else 0
    if _AFTER_CLAUSE.match(says, first):
        ends = [one.end for one in values if one.end <= value.start]
        after = [edge for edge in before if not ends or edge >= max(ends)]
        first = after[-1] if after else first
    return first, last


def part_at(place: int, says: str, edges: Sequence[int]) -> Part:
    """From edge to edge around a letter."""
    first = max((edge for edge in edges if edge <= place), default=0)
    return first, min((edge for edge in edges if edge > place), default=len(says))
