"""The files of a pack -> a FactBase, or every problem at once with file and line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath

from knowledge.facts.model import FactBase
from knowledge.facts.pack.pack_files import FILES, PACK_FILES, PackFile
from knowledge.facts.pack.problems import Code, PackError, Problem
from knowledge.facts.pack.suggestions import suggest
from knowledge.facts.pack.trees import base_from_trees
from knowledge.facts.pack.yaml_nodes import Marked
from knowledge.facts.pack.yaml_reader import read_marked

MAX_BYTES = 64 * 1024 * 1024
"""Of one file, unless the caller says otherwise: 100,000 facts of six questions are 54 MB."""
_SUFFIXES = (".yaml", ".yml")


def load_pack(folder: Path, *, max_bytes: int = MAX_BYTES) -> FactBase:
    """Read the pack in `folder`. Raises PackError with every problem."""
    loader = _Loader({}, folder=folder, max_bytes=max_bytes)
    for path in _paths_in(folder):
        if path.suffix in _SUFFIXES and path.is_file():
            loader.read(path)
    return loader.base()


def _paths_in(folder: Path) -> Sequence[Path]:
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        raise PackError([Problem(code=Code.NO_FOLDER, file=str(folder))]) from None
    except OSError as error:
        data = {"reason": error.strerror or str(error)}
        raise PackError([Problem(code=Code.UNREADABLE, file=str(folder), data=data)]) from None


def load_files(files: Mapping[str, bytes], *, max_bytes: int = MAX_BYTES) -> FactBase:
    """Read a pack from its files by name («facts.yaml»…). Raises PackError with every problem."""
    return _Loader(dict(files), folder=None, max_bytes=max_bytes).base()


class _Loader:
    """Loads one pack; `_unusable` are the stems of files whose content could not be parsed."""

    def __init__(self, contents: dict[str, bytes], *, folder: Path | None, max_bytes: int) -> None:
        self._contents = contents
        self._folder = folder
        self._max_bytes = max_bytes
        self._shown_names = {file.stem: self._shown_name(file.name) for file in PACK_FILES}
        self._problems: list[Problem] = []
        self._unusable: set[str] = set()

    def read(self, path: Path) -> None:
        """Read a file of the folder; of one that is not part of a pack only the name is kept."""
        self._contents[path.name] = b""
        if path.name not in FILES:
            return
        try:
            size = path.stat().st_size
            if size > self._max_bytes:
                self._reject(path.stem, Code.TOO_LARGE, size=str(size), limit=str(self._max_bytes))
            else:
                self._contents[path.name] = path.read_bytes()
        except OSError as error:
            self._reject(path.stem, Code.UNREADABLE, reason=error.strerror or str(error))

    def base(self) -> FactBase:
        """The base that the files describe. Raises PackError."""
        trees = {file.stem: self._parse(file) for file in PACK_FILES}
        self._find_misspelt_files()
        return base_from_trees(trees, self._shown_names, unusable=self._unusable, found=self._problems)

    def _shown_name(self, name: str) -> str:
        return str(self._folder / name) if self._folder else name

    def _parse(self, file: PackFile) -> Marked:
        """The content of a file; None where it is empty, absent or unusable."""
        if file.stem in self._unusable:
            return None
        content = self._contents.get(file.name)
        if content is None:
            return self._reject(file.stem, Code.MISSING_FILE) if file.is_required else None
        if len(content) > self._max_bytes:
            size, limit = str(len(content)), str(self._max_bytes)
            return self._reject(file.stem, Code.TOO_LARGE, size=size, limit=limit)
        try:
            reading = read_marked(content.decode("utf-8-sig"), self._shown_names[file.stem])
        except UnicodeDecodeError as error:
            return self._reject(file.stem, Code.ENCODING, line=content.count(b"\n", 0, error.start) + 1)
        self._problems += reading.problems
        if not reading.usable:
            self._unusable.add(file.stem)
        # A file with nothing but comments means "none"; one of no bytes was truncated.
        elif reading.tree is None and (file.is_required or not content.strip()):
            return self._reject(file.stem, Code.EMPTY_FILE)
        return reading.tree

    def _reject(self, stem: str, code: Code, line: int | None = None, **data: str) -> Marked:
        """Add the problem that makes a file unusable; its tree is None."""
        self._unusable.add(stem)
        self._problems.append(Problem(code=code, file=self._shown_names[stem], line=line, data=data))
        return None

    def _find_misspelt_files(self) -> None:
        for name in sorted(set(self._contents) - set(FILES)):
            path = PurePath(name)
            meant = suggest(f"{path.stem.lower()}.yaml", FILES)
            if path.parent != PurePath() or path.suffix not in _SUFFIXES:
                continue
            if meant and meant not in self._contents:
                problem = Problem(
                    code=Code.UNKNOWN_FILE, file=self._shown_name(name), data={"nearest": meant}
                )
                self._problems.append(problem)
