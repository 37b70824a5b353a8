"""Lists and mappings as a file holds them, each item with its line; every scalar is text or None."""

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
        """The item there and its line, None where there is no such."""
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
        """The value of that key and the key's line, None where there is no such."""
        if not isinstance(step, str) or step not in self:
            return None
        return self[step], self.lines[step]


Marked = MarkedMap | MarkedList | str | None
