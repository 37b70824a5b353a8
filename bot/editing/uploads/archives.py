"""Zip archives of pack files: written for an export, read from an upload without trust.

Nothing is written to disk and nothing is unpacked beyond the limit, whatever the headers say.
"""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import PurePosixPath

from bot.editing.spreadsheets.sheets import SHEETS
from bot.editing.uploads.refusals import RefusalReason, UploadRefusedError
from bot.evaluation.question_files import FOLDER
from knowledge.facts.pack import FILES

CSV = ".csv"
CSV_FILES = tuple(f"{sheet}{CSV}" for sheet in SHEETS)
REVISION_FILE = "revision.txt"
"""Beside exported files: the number of the base's revision."""
_KNOWN = frozenset({*FILES, *CSV_FILES, REVISION_FILE})
_METADATA = frozenset({"thumbs.db", "desktop.ini"})
_MOST_ENTRIES = 50
_ARCHIVES = (".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".tar")
_ENCRYPTED = 0x1
_DRIVE = re.compile(r"[A-Za-z]:")


def zip_files(files: Mapping[str, bytes], revision: int) -> bytes:
    """The files as a zip, with the revision of the base beside them."""
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**files, REVISION_FILE: str(revision).encode()}.items():
            # A fixed date: equal bases give equal files.
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return into.getvalue()


def unpack(content: bytes, limit: int) -> dict[str, bytes]:
    """The known files by name, `limit` bytes together at most. Raises UploadRefusedError."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = _pack_entries(archive.infolist())
            return dict(_read(archive, entries, limit))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        raise UploadRefusedError(RefusalReason.BROKEN) from error
    except (OSError, ValueError) as error:  # zlib and malformed headers raise these
        raise UploadRefusedError(RefusalReason.BROKEN) from error


def _pack_entries(found: Sequence[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The pack files by name; all must be in one folder. Raises UploadRefusedError."""
    if len(found) > _MOST_ENTRIES:
        raise UploadRefusedError(RefusalReason.MANY)
    entries: dict[str, zipfile.ZipInfo] = {}
    folders = set()
    for entry in found:
        _check_entry(entry)
        path = PurePosixPath(entry.filename)
        if entry.is_dir() or _is_ignored(path):
            continue
        if path.name in entries:
            raise UploadRefusedError(RefusalReason.DUPLICATE, entry.filename)
        if path.name not in _KNOWN:
            raise UploadRefusedError(RefusalReason.UNKNOWN, entry.filename)
        folders.add(path.parent)
        if len(folders) > 1 or len(path.parts) > 2:
            raise UploadRefusedError(RefusalReason.UNKNOWN, entry.filename)
        entries[path.name] = entry
    if not entries:
        raise UploadRefusedError(RefusalReason.EMPTY)
    return entries


def _is_ignored(path: PurePosixPath) -> bool:
    """Metadata of a file manager, and the pack's golden questions, which are not part of the base."""
    of_system = path.parts[0] == "__MACOSX" or path.name.startswith(".") or path.name.lower() in _METADATA
    return of_system or (path.parent.name == FOLDER and path.name not in _KNOWN)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    # `filename` is cut at the first NUL byte; `orig_filename` is the name as stored.
    name = entry.orig_filename
    path = PurePosixPath(name.replace("\\", "/"))
    outside = path.is_absolute() or ".." in path.parts or _DRIVE.match(name)
    if outside or "\\" in name or "\0" in name or not path.parts:
        raise UploadRefusedError(RefusalReason.OUTSIDE, name.replace("\0", "?"))
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UploadRefusedError(RefusalReason.LINK, name)
    if entry.flag_bits & _ENCRYPTED:
        raise UploadRefusedError(RefusalReason.ENCRYPTED, name)
    if path.suffix.lower() in _ARCHIVES:
        raise UploadRefusedError(RefusalReason.NESTED, name)


def _read(
    archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], limit: int
) -> Iterator[tuple[str, bytes]]:
    """Unpacks `limit` bytes at most: the sizes in the headers may lie."""
    left = limit
    for name, entry in entries.items():
        with archive.open(entry) as stream:
            text = stream.read(left + 1)
        left -= len(text)
        if left < 0:
            raise UploadRefusedError(RefusalReason.BOMB, name)
        yield name, text
