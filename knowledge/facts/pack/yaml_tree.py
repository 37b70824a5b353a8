"""Builds the tree of a YAML document from the parser's events, with the line of every node."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from knowledge.facts.pack.problems import Code, Problem
from knowledge.facts.pack.yaml_nodes import Marked, MarkedList, MarkedMap

MAX_DEPTH = 20
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN_TAGS = frozenset({None, "!", *(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))})


class UnusableError(Exception):
    """The rest of the file cannot be parsed."""


_NO_KEY: Any = object()
_BAD_KEY: Any = object()


@dataclass(slots=True, kw_only=True)
class TreeBuilder:
    """Builds the tree. More nodes than `budget`, all that the text can hold without aliases, are refused."""

    file: str
    budget: int
    stand_in: str
    """What stands for a question mark in the text."""
    root: Marked = None
    problems: list[Problem] = field(default_factory=list)
    _documents: int = 0
    _open: list[MarkedMap | MarkedList] = field(default_factory=list)
    _keys: list[Any] = field(default_factory=list)
    _anchors: dict[str, tuple[Marked, int]] = field(default_factory=dict)
    _starts: list[tuple[str | None, int]] = field(default_factory=list)
    _nodes: int = 0

    def take(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
            self._start(event)
        elif isinstance(event, CollectionEndEvent):
            self._end()
        elif isinstance(event, AliasEvent):
            self._alias(event)
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self.problem(Code.MANY_DOCUMENTS, _line(event))
                raise UnusableError

    def problem(self, code: Code, line: int | None, **data: str) -> None:
        """Add a problem; `line` counts from 0, as in the parser's marks."""
        at = None if line is None else line + 1
        self.problems.append(Problem(code=code, file=self.file, line=at, data=data))

    def _scalar(self, event: ScalarEvent) -> None:
        self._check_tag(event)
        plain_null = not event.style and event.tag is None and event.value in NULLS
        value = None if plain_null else event.value.replace(self.stand_in, "?")
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, 1)
        self._nodes += 1
        self._put(value, _line(event))

    def _start(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        line = _line(event)
        self._check_tag(event)
        if len(self._open) >= MAX_DEPTH:
            self.problem(Code.TOO_DEEP, line, limit=str(MAX_DEPTH))
            raise UnusableError
        kind = MarkedMap if isinstance(event, MappingStartEvent) else MarkedList
        node = kind(line + 1)
        self._put(node, line)
        self._nodes += 1
        self._open.append(node)
        self._keys.append(_NO_KEY)
        self._starts.append((event.anchor, self._nodes))

    def _end(self) -> None:
        node = self._open.pop()
        self._keys.pop()
        anchor, nodes_before = self._starts.pop()
        if anchor is not None:
            # Known only after its end: an alias inside its own node would be endless.
            self._anchors[anchor] = (node, self._nodes - nodes_before + 1)

    def _alias(self, event: AliasEvent) -> None:
        line = _line(event)
        name = str(event.anchor)
        value, nodes = self._anchors.get(name, (None, self.budget))
        self._nodes += nodes
        if self._nodes > self.budget:
            self.problem(Code.ALIASES, line, name=name)
            raise UnusableError
        self._put(value, line)

    def _check_tag(self, event: NodeEvent) -> None:
        tag = event.tag  # type: ignore[attr-defined]  # the stub leaves it out; scalars and collections have it
        if tag not in _PLAIN_TAGS:
            self.problem(Code.TAG, _line(event), tag=tag)

    def _put(self, value: Marked, line: int) -> None:
        if not self._open:
            self.root = value
            return
        into = self._open[-1]
        if isinstance(into, MarkedList):
            into.append(value)
            into.lines.append(line + 1)
        elif self._keys[-1] is _NO_KEY:
            self._keys[-1] = self._key(into, value, line)
        else:
            if self._keys[-1] is not _BAD_KEY:
                into[self._keys[-1]] = value
            self._keys[-1] = _NO_KEY

    def _key(self, into: MarkedMap, key: Marked, line: int) -> Any:
        if not isinstance(key, str):
            self.problem(Code.BAD_KEY, line)
            return _BAD_KEY
        if key in into.lines:
            self.problem(Code.DUPLICATE_KEY, line, key=key, first=str(into.lines[key]))
        into.lines.setdefault(key, line + 1)
        return key


def _line(event: Event) -> int:
    """Counted from 0. The type stub allows an event without a mark; the parser never gives one."""
    return 0 if event.start_mark is None else event.start_mark.line
