"""Reads a table of words: a UTF-8 TSV file under a header line, in which `#` starts a comment line.

Words in one cell are separated by ", "; the words of a phrase by a space.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn, TypeVar

DATA = Path(__file__).parent
_STRAY = ("  ", " \t", "\t ", " \n", "\n ", " ,", ",\n", ",\t")
"""What no well-formed table has outside its comments."""
T = TypeVar("T")


class TableError(ValueError):
    """A table is not of its form. `line` counts from 1."""

    def __init__(self, file: Path, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")
        self.file, self.line, self.problem = file, line, problem


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one file, with the number of the line on which each stands."""

    file: Path
    columns: tuple[str, ...]
    rows: tuple[tuple[int, list[str]], ...]

    def __iter__(self) -> Iterator[list[str]]:
        return (cells for _, cells in self.rows)

    def column(self, name: str) -> tuple[str, ...]:
        place = self.columns.index(name)
        return tuple(cells[place] for _, cells in self.rows)

    def index(self, key: str, words: str, convert: Callable[[str], T]) -> dict[str, T]:
        """Each of the `words` of a row -> the row's `key`, converted. A word of two rows is an error."""
        at, listed = self.columns.index(key), self.columns.index(words)
        found: dict[str, T] = {}
        for line, cells in self.rows:
            try:
                value = convert(cells[at])
            except ValueError as error:
                self._fail(line, f"{key}: {error}")
            for word in split_cell(cells[listed]):
                if word in found:
                    self._fail(line, f"{word!r} stands twice")
                found[word] = value
        return found

    def _fail(self, line: int, problem: str) -> NoReturn:
        raise TableError(self.file, line, problem)


def read_table(name: str | Path, *columns: str) -> Table:
    """The table `name` («calendar/months», or a path with its suffix) under a header of these columns.

    Raises TableError with the file and the line.
    """
    file = (DATA / name).with_suffix(".tsv")
    text = file.read_bytes().decode("utf-8").replace("\r\n", "\n")  # Faster than read_text, for 150 files.
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line and line[0] != "#"]
    if any(map(text.__contains__, _STRAY)) or text.count(",") != text.count(", "):
        _check_separators(file, lines)
    if not lines or lines[0][1].split("\t") != list(columns):
        raise TableError(file, lines[0][0] if lines else 1, f"the header must be {' | '.join(columns)}")
    rows = tuple([(number, line.split("\t")) for number, line in lines[1:]])
    for number, cells in rows:
        if len(cells) != len(columns):
            raise TableError(file, number, f"{len(columns)} cells expected, {len(cells)} found")
        if not cells[0]:
            raise TableError(file, number, "the first cell is empty")
    return Table(file, columns, rows)


def _check_separators(file: Path, lines: list[tuple[int, str]]) -> None:
    for number, line in lines:
        if any(map(f"\n{line}\n".__contains__, _STRAY)) or line.count(",") != line.count(", "):
            raise TableError(file, number, 'a stray space, or a comma that is not ", " between two words')


def read_folder(folder: str, *columns: str) -> Iterator[Table]:
    """All tables of a folder, by name."""
    for file in sorted((DATA / folder).glob("*.tsv")):
        yield read_table(file, *columns)


def read_words(name: str) -> frozenset[str]:
    """The words of a table whose one column is `word`."""
    return frozenset(read_table(name, "word").column("word"))


@cache
def read_groups(name: str) -> Mapping[str, frozenset[str]]:
    """Group -> its words, of a table with the columns `group` and `words`."""
    return {group: frozenset(split_cell(words)) for group, words in read_table(name, "group", "words")}


def alternation(words: Iterable[str]) -> str:
    """A pattern of any of the words or phrases, the longest first; without brackets around it."""
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def split_cell(cell: str) -> list[str]:
    return cell.split(", ") if cell else []
