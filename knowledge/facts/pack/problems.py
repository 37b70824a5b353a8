"""What may be wrong with a pack, as codes with data; the Russian wording is in `bot.replies`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Code(StrEnum):
    """Kinds of problems. Each comment names the keys of `Problem.data`."""

    NO_FOLDER = "no-folder"
    MISSING_FILE = "missing-file"
    UNKNOWN_FILE = "unknown-file"  # nearest
    UNREADABLE = "unreadable"  # reason
    TOO_LARGE = "too-large"  # size, limit (bytes)
    EMPTY_FILE = "empty-file"
    ENCODING = "encoding"
    BROKEN_YAML = "broken-yaml"  # reason
    MANY_DOCUMENTS = "many-documents"
    TAG = "tag"  # tag
    ALIASES = "aliases"  # name
    TOO_DEEP = "too-deep"  # limit
    BAD_KEY = "bad-key"
    BAD_LINE = "bad-line"  # of a .env
    DUPLICATE_KEY = "duplicate-key"  # key, first (line)
    UNKNOWN_KEY = "unknown-key"  # key, nearest
    MISSING_KEY = "missing-key"  # key
    MAPPING_EXPECTED = "mapping-expected"  # key
    LIST_EXPECTED = "list-expected"  # key
    TEXT_EXPECTED = "text-expected"  # key
    EMPTY_TEXT = "empty-text"  # key
    EMPTY_LIST = "empty-list"  # key
    CONTROL_CHARACTER = "control-character"  # key
    BAD_ID = "bad-id"  # key, value
    BAD_DATE = "bad-date"  # key, value
    BAD_ZONE = "bad-zone"  # key, value
    BAD_NUMBER = "bad-number"  # key, value
    BAD_FLAG = "bad-flag"  # key, value
    BAD_BASIS = "bad-basis"  # value
    BAD_VALUE = "bad-value"  # key, value
    DUPLICATE_ID = "duplicate-id"  # value, first (line)
    UNKNOWN_EVENT = "unknown-event"  # key, value, nearest
    UNKNOWN_PERSON = "unknown-person"  # key, value, nearest
    UNKNOWN_SOURCE = "unknown-source"  # key, value, nearest
    UNKNOWN_COLUMN = "unknown-column"  # key
    RENAMED_COLUMN = "renamed-column"  # key, missing: columns that the sheet lacks
    MISSING_COLUMN = "missing-column"  # missing
    DUPLICATE_COLUMN = "duplicate-column"  # key
    FORMULA = "formula"
    CIRCLE = "circle"  # value (ids joined by arrows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to correct. `line` counts from 1; it is None where the whole file is meant.

    In a spreadsheet `file` is the sheet, `line` the row and `column` its letter («D»).
    """

    code: Code
    file: str
    line: int | None = None
    column: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


class PackError(Exception):
    """The pack is not valid. `problems` holds all of them, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        shown = (f"{problem.file}:{problem.line}: {problem.code}" for problem in self.problems[:5])
        super().__init__("; ".join(shown))
