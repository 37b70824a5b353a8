"""The files of a pack -> a FactBase, or every problem at once with file and line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from knowledge.facts.model import FactBase
from knowledge.facts.pack import schema
from knowledge.facts.pack.builder import build
from knowledge.facts.pack.problems import Code, PackError, Problem
from knowledge.facts.pack.references import References
from knowledge.facts.pack.schema_problems import faults
from knowledge.facts.pack.suggestions import nearest
from knowledge.facts.pack.yaml_nodes import Marked
from knowledge.facts.pack.yaml_reader import read_marked

MAX_BYTES = 64 * 1024 * 1024
"""Of one file, unless the caller says otherwise: 100,000 facts of six questions are 54 MB."""
_FORMS: Mapping[str, TypeAdapter[Any]] = {
    "source": schema.SOURCE,
    "people": schema.PEOPLE,
    "events": schema.EVENTS,
    "facts": schema.FACTS,
    "terms": schema.TERMS,
}
FILES = tuple(f"{stem}.yaml" for stem in _FORMS)
_REQUIRED = frozenset({"source", "facts"})
_MAPPINGS = frozenset({"source", "terms"})
_SUFFIXES = (".yaml", ".yml")


def load_pack(folder: Path, *, max_bytes: int = MAX_BYTES) -> FactBase:
    """Read the pack in `folder`. Raises PackError with every problem."""
    if not folder.is_dir():
        raise PackError([Problem(code=Code.NO_FOLDER, file=str(folder))])
    load = _Load({}, prefix=folder, max_bytes=max_bytes)
    for path in sorted(folder.iterdir()):
        if path.suffix in _SUFFIXES and path.is_file():
            load.add(path)
    return load.base()


def load_files(files: Mapping[str, bytes], *, max_bytes: int = MAX_BYTES) -> FactBase:
    """Read a pack from its files by name («facts.yaml»…). Raises PackError with every problem."""
    return _Load(dict(files), prefix=None, max_bytes=max_bytes).base()


class _Load:
    """One reading of a pack; `_unread` are the stems of files that nothing can be said of."""

    def __init__(self, files: dict[str, bytes], *, prefix: Path | None, max_bytes: int) -> None:
        self._files = files
        self._names = {stem: str(prefix / f"{stem}.yaml") if prefix else f"{stem}.yaml" for stem in _FORMS}
        self._prefix = prefix
        self._max_bytes = max_bytes
        self._problems: list[Problem] = []
        self._unread: set[str] = set()

    def add(self, path: Path) -> None:
        """Take a file of the folder; one that is not of the pack need not be read."""
        self._files[path.name] = b""
        if path.name not in FILES:
            return
        try:
            size = path.stat().st_size
            if size > self._max_bytes:
                self._give_up(path.stem, Code.TOO_LARGE, size=str(size), limit=str(self._max_bytes))
            else:
                self._files[path.name] = path.read_bytes()
        except OSError as error:
            self._give_up(path.stem, Code.UNREADABLE, reason=error.strerror or str(error))

    def base(self) -> FactBase:
        trees = {stem: self._tree(stem) for stem in _FORMS}
        self._look_for_misspelt_files()
        rows = {stem: self._rows(stem, tree) for stem, tree in trees.items()}
        unread = frozenset(self._unread)
        self._problems += References(trees=trees, files=self._names, unread=unread).check()
        if self._problems:
            order = {name: place for place, name in enumerate(self._names.values())}
            raise PackError(sorted(self._problems, key=lambda it: (order.get(it.file, -1), it.line or 0)))
        return build(rows["source"], rows["people"], rows["events"], rows["facts"], rows["terms"])

    def _tree(self, stem: str) -> Marked:
        """What the file holds; None where it holds nothing, is absent or is unread."""
        name = self._names[stem]
        if stem in self._unread:
            return None
        content = self._files.get(f"{stem}.yaml")
        if content is None:
            return self._give_up(stem, Code.MISSING_FILE) if stem in _REQUIRED else None
        if len(content) > self._max_bytes:
            return self._give_up(stem, Code.TOO_LARGE, size=str(len(content)), limit=str(self._max_bytes))
        try:
            reading = read_marked(content.decode("utf-8-sig"), name)
        except UnicodeDecodeError as error:
            return self._give_up(stem, Code.ENCODING, line=content.count(b"\n", 0, error.start) + 1)
        self._problems += reading.problems
        if not reading.usable:
            self._unread.add(stem)
        # A file of comments only says "none"; one without a byte was lost.
        elif reading.tree is None and (stem in _REQUIRED or not content.strip()):
            return self._give_up(stem, Code.EMPTY_FILE)
        return reading.tree

    def _give_up(self, stem: str, code: Code, line: int | None = None, **data: str) -> Marked:
        """Note why nothing can be said of the file; its tree is None."""
        self._unread.add(stem)
        self._problems.append(Problem(code=code, file=self._names[stem], line=line, data=data))
        return None

    def _rows(self, stem: str, tree: Marked) -> Any:
        if tree is None:
            return {} if stem in _MAPPINGS else []
        try:
            return _FORMS[stem].validate_python(tree)
        except ValidationError as error:
            self._problems += faults(error, tree, self._names[stem], schema.KEYS[stem])

    def _look_for_misspelt_files(self) -> None:
        for name in sorted(set(self._files) - set(FILES)):
            path = PurePath(name)
            meant = nearest(f"{path.stem.lower()}.yaml", FILES)
            if path.parent != PurePath() or path.suffix not in _SUFFIXES:
                continue
            if meant and meant not in self._files:
                shown = str(self._prefix / name) if self._prefix else name
                found = Problem(code=Code.UNKNOWN_FILE, file=shown, data={"nearest": meant})
                self._problems.append(found)
