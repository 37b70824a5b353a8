"""Reads an uploaded file: pack files in YAML, sheets of a workbook or of CSV files, alone or in a zip."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from bot.editing.spreadsheets.csv_files import read_csv
from bot.editing.spreadsheets.errors import BrokenWorkbookError
from bot.editing.spreadsheets.headers import Sheet
from bot.editing.spreadsheets.sheets import from_sheets
from bot.editing.uploads.archives import CSV, CSV_FILES, REVISION_FILE, unpack
from bot.editing.uploads.refusals import RefusalReason, UploadLimits, UploadRefusedError
from knowledge.facts.model import FactBase
from knowledge.facts.pack import FILES, Problem, dump_pack, load_files, load_pack

_MOST_DIGITS = 9
_COPY = re.compile(r" ?\(\d+\)(?=\.)")
"""«facts (1).yaml», as a phone saves a second copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What an upload holds: YAML files by name, sheets by name, problems of the sheets' cells.

    `revision`: of the base that it was exported from, None where it does not say.
    """

    files: Mapping[str, bytes]
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    revision: int | None = None
    is_whole: bool = False
    """Whether a pack file that is absent here is absent from the base."""

    def base_on(self, base: FactBase, limits: UploadLimits) -> FactBase:
        """The base that the upload describes; what it leaves out comes from `base`. Raises PackError."""
        kept = {} if self.is_whole else {name: text.encode() for name, text in dump_pack(base).items()}
        if self.sheets:
            if self.files:
                base = load_files({**kept, **self.files}, max_bytes=limits.unpacked)
            return from_sheets(self.sheets, base, self.problems)
        return load_files({**kept, **self.files}, max_bytes=limits.unpacked)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFolder:
    """YAML files in a folder; problems name their paths."""

    folder: Path
    revision: int | None = None

    def base_on(self, base: FactBase, limits: UploadLimits) -> FactBase:  # noqa: ARG002 - a folder is whole
        """The base of the folder. Raises PackError."""
        return load_pack(self.folder, max_bytes=limits.unpacked)


def read_path(path: Path, limits: UploadLimits) -> Contents | PackFolder:
    """A file as an editor would upload it, or a folder of YAML or CSV files. Raises UploadRefusedError."""
    if path.is_file():
        return read_upload(path.name, path.read_bytes(), limits)
    mark = path / REVISION_FILE
    revision = _revision(mark.read_bytes()) if mark.is_file() else None
    tables = {name: path / name for name in CSV_FILES if (path / name).is_file()}
    if tables and not any((path / name).is_file() for name in FILES):
        files = {name: table.read_bytes() for name, table in tables.items()}
        return replace(_contents(files), revision=revision)
    return PackFolder(folder=path, revision=revision)


def read_upload(name: str, content: bytes, limits: UploadLimits) -> Contents:
    """Raises UploadRefusedError."""
    if len(content) > limits.sent:
        raise UploadRefusedError(RefusalReason.TOO_LARGE, name)
    if not content:
        raise UploadRefusedError(RefusalReason.EMPTY, name)
    file = _COPY.sub("", PurePosixPath(name.lower()).name).replace(".yml", ".yaml")
    match PurePosixPath(file).suffix:
        case ".zip":
            return _zip_contents(unpack(content, limits.unpacked))
        case ".xlsx":
            return _workbook_contents(name, content, limits.unpacked)
        case ".csv" | ".yaml":
            if file not in (*FILES, *CSV_FILES):
                raise UploadRefusedError(RefusalReason.UNKNOWN, name)
            return _contents({file: content})
    raise UploadRefusedError(RefusalReason.NEITHER, name)


def _zip_contents(files: Mapping[str, bytes]) -> Contents:
    contents = _contents(files)
    return replace(contents, is_whole=not contents.sheets)


def _contents(files: Mapping[str, bytes]) -> Contents:
    yaml_files = {name: content for name, content in files.items() if name in FILES}
    sheets = {
        name.removesuffix(CSV): _read_csv(name, content)
        for name, content in files.items()
        if name in CSV_FILES
    }
    return Contents(files=yaml_files, sheets=sheets, revision=_revision(files.get(REVISION_FILE, b"")))


def _revision(mark: bytes) -> int | None:
    text = mark.strip()
    return int(text) if text.isdigit() and len(text) <= _MOST_DIGITS else None


def _read_csv(name: str, content: bytes) -> Sheet:
    try:
        return read_csv(content)
    except (UnicodeDecodeError, csv.Error) as error:
        raise UploadRefusedError(RefusalReason.BROKEN_SHEET, name) from error


def _workbook_contents(name: str, content: bytes, limit: int) -> Contents:
    from bot.editing.spreadsheets.workbook import read_workbook

    try:
        read = read_workbook(content, limit)
    except BrokenWorkbookError as error:
        raise UploadRefusedError(RefusalReason.BROKEN_SHEET, name) from error
    if not read.sheets:
        raise UploadRefusedError(RefusalReason.EMPTY, name)
    return Contents(files={}, sheets=read.sheets, problems=read.problems, revision=read.revision)
