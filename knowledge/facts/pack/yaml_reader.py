"""Reads YAML as texts, lists and mappings with their lines; no scalar is converted, no tag is executed.

The parser's events are read one by one, so neither depth nor aliases can exhaust memory.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
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

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # pragma: no cover - a build of PyYAML without libyaml is only slower
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]  # same methods, no common base

_INNER_MARK = re.compile(r"(?<=[^\s\[\]{},?'\"\\])\?")
"""A question mark within or after a word is never an indicator of YAML."""
_STAND_INS = "".join(map(chr, range(0xE000, 0xE010)))
"""Characters for private use, which no text has but by intent."""

_MAX_DEPTH = 20
_TOO_DEEP = "exceeded maximum nesting depth"
"""libyaml's own limit of 1000, which it may reach while it looks ahead."""
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN_TAGS = frozenset({None, "!", *(f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))})


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedYaml:
    """The parsed text. Where it is not `usable` the tree is None and the problems say why."""

    tree: Marked
    problems: tuple[Problem, ...]
    usable: bool


def read_marked(text: str, file: str, loader_type: Any = _Loader) -> ParsedYaml:
    """Read the only document of `text`; the tree of an empty one is None.

    Every scalar is text, but an unquoted null (`~`, `null` or nothing) is None. `[Когда?, Где?]` is two texts
    as in YAML 1.2 and libyaml, though PyYAML's own parser takes each `?` in such a list for an indicator.
    """
    stand_in = "?"
    if loader_type is yaml.BaseLoader:
        stand_in = next((one for one in _STAND_INS if one not in text), "?")
        text = _INNER_MARK.sub(stand_in, text)
    reader = _Reader(file=file, budget=len(text) + 16, stand_in=stand_in)
    # Disposed of at once: `yaml.parse` does so only when it is garbage-collected.
    loader = loader_type(text)
    try:
        while (event := loader.get_event()) is not None:
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = None if mark is None else mark.line
        if error.problem == _TOO_DEEP:
            reader.problem(Code.TOO_DEEP, line, limit=str(_MAX_DEPTH))
        else:
            reason = ", ".join(part for part in (error.context, error.problem) if part)
            reader.problem(Code.BROKEN_YAML, line, reason=reason)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position if isinstance(error.position, int) else 0)
        reader.problem(Code.CONTROL_CHARACTER, line, key="")
    except _UnusableError:
        pass
    else:
        return ParsedYaml(tree=reader.root, problems=tuple(reader.problems), usable=True)
    finally:
        loader.dispose()
    return ParsedYaml(tree=None, problems=tuple(reader.problems), usable=False)


class _UnusableError(Exception):
    """The rest of the file cannot be parsed."""


_NO_KEY: Any = object()
_BAD_KEY: Any = object()


@dataclass(slots=True, kw_only=True)
class _Reader:
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
                raise _UnusableError

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
        if len(self._open) >= _MAX_DEPTH:
            self.problem(Code.TOO_DEEP, line, limit=str(_MAX_DEPTH))
            raise _UnusableError
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
            raise _UnusableError
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
