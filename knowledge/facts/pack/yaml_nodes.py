"""YAML lists and mappings that know the line of each item; every scalar is text or None."""

from __future__ import annotations

from typing import Any


class MarkedList(list[Any]):
    """A list; `lines[i]` is the line of item `i`."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []

    def at(self, step: int | str) -> tuple[Marked, int] | None:
        """The item at that place and its line; None where there is none."""
        if isinstance(step, str) or not 0 <= step < len(self):
            return None
        return self[step], self.lines[step]


class MarkedMap(dict[str, Any]):
    """A mapping; `lines[key]` is the line of that key."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}

    def at(self, step: int | str) -> tuple[Marked, int] | None:
        """The value of that key and the key's line; None where there is none."""
        if not isinstance(step, str) or step not in self:
            return None
        return self[step], self.lines[step]


Marked = MarkedMap | MarkedList | str | None
