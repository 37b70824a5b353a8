"""Reads a file that an editor uploaded into pack files; hostile files and other formats are refused.

Nothing is written to disk and nothing is unpacked beyond the limit, whatever the headers say.
"""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import PurePosixPath

from bot.evaluation.question_files import FOLDER
from knowledge.facts.model import FactBase
from knowledge.facts.pack import dump_pack
from knowledge.facts.pack.pack_files import FILES

_MOST_ENTRIES = 50
_ARCHIVES = (".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".tar")
_COPY = re.compile(r" ?\(\d+\)(?=\.)")
"""«facts (1).yaml», as a phone saves a second copy."""
_ENCRYPTED = 0x1
_DRIVE = re.compile(r"[A-Za-z]:")


class RefusalReason(StrEnum):
    """Why an upload is refused."""

    NEITHER = "neither"
    """Neither YAML nor a zip."""
    TOO_LARGE = "too-large"
    UNKNOWN = "unknown"
    """Not a file of a pack."""
    BROKEN = "broken"
    """A damaged zip."""
    OUTSIDE = "outside"
    """A path out of the folder."""
    LINK = "link"
    NESTED = "nested"
    """An archive inside the archive."""
    DUPLICATE = "duplicate"
    ENCRYPTED = "encrypted"
    MANY = "many"
    BOMB = "bomb"
    """Larger than a pack may be when unpacked."""
    EMPTY = "empty"


class UploadRefusedError(Exception):
    """`name`: the file inside the archive, or the uploaded file."""

    def __init__(self, why: RefusalReason, name: str = "") -> None:
        super().__init__(why, name)
        self.why = why
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadLimits:
    """Bytes: of the uploaded file, and of all that it unpacks to."""

    sent: int
    unpacked: int


def read_upload(name: str, content: bytes, base: FactBase, limits: UploadLimits) -> Mapping[str, bytes]:
    """The files of a whole pack by name; a single uploaded file replaces that file of the base.

    Raises UploadRefusedError.
    """
    if len(content) > limits.sent:
        raise UploadRefusedError(RefusalReason.TOO_LARGE, name)
    if not content:
        raise UploadRefusedError(RefusalReason.EMPTY, name)
    kind = PurePosixPath(name.lower()).suffix
    if kind == ".zip":
        return _unpack(content, limits.unpacked)
    if kind not in (".yaml", ".yml"):
        raise UploadRefusedError(RefusalReason.NEITHER, name)
    file = _COPY.sub("", PurePosixPath(name.lower()).name).replace(".yml", ".yaml")
    if file not in FILES:
        raise UploadRefusedError(RefusalReason.UNKNOWN, name)
    return {**{key: text.encode() for key, text in dump_pack(base).items()}, file: content}


def pack_zip(base: FactBase) -> bytes:
    """The base as a zip of its pack files."""
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in dump_pack(base).items():
            # A fixed date: equal bases give equal files.
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return into.getvalue()


def _unpack(content: bytes, limit: int) -> dict[str, bytes]:
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
        if path.name not in FILES:
            raise UploadRefusedError(RefusalReason.UNKNOWN, entry.filename)
        folders.add(path.parent)
        if len(folders) > 1 or len(path.parts) > 2:
            raise UploadRefusedError(RefusalReason.UNKNOWN, entry.filename)
        entries[path.name] = entry
    if not entries:
        raise UploadRefusedError(RefusalReason.EMPTY)
    return entries


def _is_ignored(path: PurePosixPath) -> bool:
    """Metadata of macOS, and the pack's golden questions, which are not part of the base."""
    return path.parts[0] == "__MACOSX" or (path.parent.name == FOLDER and path.name not in FILES)


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
