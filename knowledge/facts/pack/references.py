"""Checks references between the rows of a pack: duplicate ids, unknown ids, circles.

Works on the parsed YAML, so that a row of another form does not hide these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from knowledge.facts.pack.problems import Code, Problem
from knowledge.facts.pack.schema import ID
from knowledge.facts.pack.suggestions import suggest
from knowledge.facts.pack.yaml_nodes import Marked, MarkedList, MarkedMap

_HOLDERS = {
    Code.UNKNOWN_PERSON: ("people",),
    Code.UNKNOWN_EVENT: ("events",),
    Code.UNKNOWN_SOURCE: ("sources", "source"),
}
"""The files that hold what a reference is to."""
ARROW = " → "
"""Between the ids of a circle."""
_MAX_SUGGESTIONS = 50
"""No more unknown ids get a suggestion: comparing one with 100,000 others takes a while."""


@dataclass(kw_only=True)
class References:
    """`trees` are the parsed files by stem, `files` their names for the reader.

    References into `unusable` files are not checked.
    """

    trees: Mapping[str, Marked]
    files: Mapping[str, str]
    unusable: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    _suggested: int = 0

    def check(self) -> list[Problem]:
        ids = {stem: self._ids(stem) for stem in ("people", "events", "facts")}
        sides = {row["side"] for row in _rows(self.trees.get("people")) if isinstance(row.get("side"), str)}
        for stem in ("events", "facts"):
            for row in _rows(self.trees.get(stem)):
                self._people(stem, row, ids["people"])
        sources = self._sources()
        for row in _rows(self.trees.get("facts")):
            self._about(row, ids["events"])
            self._speaker(row, ids["people"], sides)
            self._source(row, sources)
        self._main(ids["events"])
        self._follows(ids["events"])
        return self.problems

    def _ids(self, stem: str) -> dict[str, int]:
        lines: dict[str, int] = {}
        for row in _rows(self.trees.get(stem)):
            name = row.get("id")
            if not isinstance(name, str):
                continue
            if name in lines:
                first = str(lines[name])
                self._problem(Code.DUPLICATE_ID, stem, row.lines["id"], value=name, first=first)
            lines.setdefault(name, row.lines["id"])
        return lines

    def _people(self, stem: str, row: MarkedMap, people: Mapping[str, int]) -> None:
        for part in _rows(row.get("people")):
            person = part.get("id")
            if _is_id(person) and person not in people:
                self._unknown(Code.UNKNOWN_PERSON, stem, part.lines["id"], "people.id", person, people)

    def _about(self, row: MarkedMap, events: Mapping[str, int]) -> None:
        about = row.get("about")
        if not isinstance(about, MarkedList):
            return
        for event, line in zip(about, about.lines, strict=True):
            if _is_id(event) and event not in events:
                self._unknown(Code.UNKNOWN_EVENT, "facts", line, "about", event, events)

    def _speaker(self, row: MarkedMap, people: Mapping[str, int], sides: set[str]) -> None:
        # Free text names a side; only what looks like an id must be one.
        said_by = row.get("said_by")
        if _is_id(said_by) and said_by not in people and said_by not in sides:
            self._unknown(Code.UNKNOWN_PERSON, "facts", row.lines["said_by"], "said_by", said_by, people)

    def _sources(self) -> dict[str, int]:
        """Ids of the main source and of the further ones, which must differ."""
        main = self.trees.get("source")
        named = main.get("id") if isinstance(main, MarkedMap) else None
        further = self._ids("sources")
        if isinstance(main, MarkedMap) and isinstance(named, str) and named in further:
            first = f"{main.lines['id']} ({self.files['source']})"
            self._problem(Code.DUPLICATE_ID, "sources", further[named], value=named, first=first)
        return {**further, **({named: 0} if isinstance(named, str) else {})}

    def _source(self, row: MarkedMap, sources: Mapping[str, int]) -> None:
        source = row.get("source")
        if _is_id(source) and source not in sources:
            self._unknown(Code.UNKNOWN_SOURCE, "facts", row.lines["source"], "source", source, sources)

    def _main(self, events: Mapping[str, int]) -> None:
        source = self.trees.get("source")
        main = source.get("main") if isinstance(source, MarkedMap) else None
        if isinstance(source, MarkedMap) and _is_id(main) and main not in events:
            self._unknown(Code.UNKNOWN_EVENT, "source", source.lines["main"], "main", main, events)

    def _follows(self, events: Mapping[str, int]) -> None:
        before: dict[str, str] = {}
        lines: dict[str, int] = {}
        for row in _rows(self.trees.get("events")):
            event, follows = row.get("id"), row.get("follows")
            if not isinstance(event, str) or not _is_id(follows):
                continue
            if follows not in events:
                self._unknown(Code.UNKNOWN_EVENT, "events", row.lines["follows"], "follows", follows, events)
            before[event], lines[event] = follows, row.lines["follows"]
        for circle in _circles(before):
            self._problem(Code.CIRCLE, "events", lines[circle[0]], value=ARROW.join(circle))

    def _unknown(
        self, code: Code, stem: str, line: int, key: str, value: str, known: Mapping[str, int]
    ) -> None:
        if not self.unusable.isdisjoint(_HOLDERS[code]):
            return
        self._suggested += 1
        meant = suggest(value, known) if self._suggested <= _MAX_SUGGESTIONS else ""
        self._problem(code, stem, line, key=key, value=value, nearest=meant)

    def _problem(self, code: Code, stem: str, line: int, **data: str) -> None:
        self.problems.append(Problem(code=code, file=self.files[stem], line=line, data=data))


def _rows(tree: Any) -> Iterator[MarkedMap]:
    if isinstance(tree, MarkedList):
        for row in tree:
            if isinstance(row, MarkedMap):
                yield row


def _is_id(value: Any) -> TypeGuard[str]:
    return isinstance(value, str) and re.fullmatch(ID, value) is not None


def _circles(before: Mapping[str, str]) -> Iterator[list[str]]:
    """Each circle once; it begins and ends with the member that is found first."""
    done: set[str] = set()
    for start in before:
        path: dict[str, None] = {}
        event: str | None = start
        while event is not None and event not in done and event not in path:
            path[event] = None
            event = before.get(event)
        if event is not None and event in path:
            members = list(path)
            yield [*members[members.index(event) :], event]
        done.update(path)
