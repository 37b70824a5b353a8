"""The files of a pack -> a FactBase, or every problem at once with file and line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from knowledge.model import FactBase
from knowledge.pack import schema
from knowledge.pack.build import build
from knowledge.pack.faults import faults
from knowledge.pack.marked import MarkedError, read_marked
from knowledge.pack.nearest import nearest
from knowledge.pack.problem import Code, PackError, Problem
from knowledge.pack.references import References
from knowledge.pack.tree import Marked

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


def load_pack(folder: Path, *, max_bytes: int = MAX_BYTES) -> FactBase:
    """Read the pack in `folder`. Raises PackError with every problem."""
    if not folder.is_dir():
        raise PackError([Problem(code=Code.NO_FOLDER, file=str(folder))])
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in sorted(folder.iterdir()):
        if path.suffix not in (".yaml", ".yml") or not path.is_file():
            continue
        try:
            size = path.stat().st_size
            if size > max_bytes and path.name in FILES:
                problems.append(_too_large(str(path), size, max_bytes))
            files[path.name] = path.read_bytes() if size <= max_bytes else b""
        except OSError as error:
            reason = error.strerror or str(error)
            problems.append(Problem(code=Code.UNREADABLE, file=str(path), data={"reason": reason}))
            files[path.name] = b""
    return _Load(files, prefix=folder, max_bytes=max_bytes, problems=problems).base()


def load_files(files: Mapping[str, bytes], *, max_bytes: int = MAX_BYTES) -> FactBase:
    """Read a pack from its files by name («facts.yaml»…). Raises PackError with every problem."""
    return _Load(files, prefix=None, max_bytes=max_bytes, problems=[]).base()


class _Load:
    """One reading of a pack; `problems` of files that could not even be read come with it."""

    def __init__(
        self, files: Mapping[str, bytes], *, prefix: Path | None, max_bytes: int, problems: list[Problem]
    ) -> None:
        self._files = files
        self._names = {stem: str(prefix / f"{stem}.yaml") if prefix else f"{stem}.yaml" for stem in _FORMS}
        self._prefix = prefix
        self._max_bytes = max_bytes
        self._problems = problems

    def base(self) -> FactBase:
        failed = {problem.file for problem in self._problems}
        trees: dict[str, Marked] = {}
        for stem, name in self._names.items():
            if name in failed:
                trees[stem] = None
            elif f"{stem}.yaml" in self._files:
                trees[stem] = self._tree(stem, self._files[f"{stem}.yaml"])
            elif stem in _REQUIRED:
                self._problems.append(Problem(code=Code.MISSING_FILE, file=name))
        self._look_for_misspelt_files()
        rows = {stem: self._rows(stem, trees.get(stem)) for stem in _FORMS}
        self._problems += References(trees=trees, files=self._names).check()
        if self._problems:
            order = {name: place for place, name in enumerate(self._names.values())}
            raise PackError(sorted(self._problems, key=lambda it: (order.get(it.file, -1), it.line or 0)))
        return build(rows["source"], rows["people"], rows["events"], rows["facts"], rows["terms"])

    def _tree(self, stem: str, content: bytes) -> Marked:
        name = self._names[stem]
        if len(content) > self._max_bytes:
            self._problems.append(_too_large(name, len(content), self._max_bytes))
            return None
        try:
            tree = read_marked(content.decode("utf-8-sig"), name)
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self._problems.append(Problem(code=Code.ENCODING, file=name, line=line))
            return None
        except MarkedError as error:
            self._problems += error.problems
            return None
        # A file of comments only says "none"; one without a byte was lost.
        if tree is None and (stem in _REQUIRED or not content.strip()):
            self._problems.append(Problem(code=Code.EMPTY_FILE, file=name))
        return tree

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
            if path.parent != PurePath() or path.suffix not in (".yaml", ".yml"):
                continue
            if meant and meant not in self._files:
                shown = str(self._prefix / name) if self._prefix else name
                found = Problem(code=Code.UNKNOWN_FILE, file=shown, data={"nearest": meant})
                self._problems.append(found)


def _too_large(name: str, size: int, limit: int) -> Problem:
    return Problem(code=Code.TOO_LARGE, file=name, data={"size": str(size), "limit": str(limit)})
