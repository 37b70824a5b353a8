"""A file that an editor sent -> the files of a pack; whatever is hostile or no pack is refused by name.

Nothing is written to disk, and nothing is unpacked beyond the limit, whatever the file says of itself.
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

from knowledge.facts.model import FactBase
from knowledge.facts.pack import dump_pack
from knowledge.facts.pack.loader import FILES

_MOST_ENTRIES = 50
_ARCHIVES = (".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".tar")
_COPY = re.compile(r" ?\(\d+\)(?=\.)")
"""«facts (1).yaml», as a phone saves a second copy."""
_ENCRYPTED = 0x1
_DRIVE = re.compile(r"[A-Za-z]:")


class Why(StrEnum):
    """Why a file is refused."""

    NEITHER = "neither"
    """Neither YAML nor a zip."""
    TOO_LARGE = "too-large"
    UNKNOWN = "unknown"
    """Not a file of a pack."""
    BROKEN = "broken"
    """A zip that cannot be read."""
    OUTSIDE = "outside"
    """A path that leads out of the folder."""
    LINK = "link"
    NESTED = "nested"
    """An archive in the archive."""
    DUPLICATE = "duplicate"
    ENCRYPTED = "encrypted"
    MANY = "many"
    BOMB = "bomb"
    """Unpacked it would be larger than a pack may be."""
    EMPTY = "empty"


class UploadRefusedError(Exception):
    """`name` is the file within the archive, or the file itself."""

    def __init__(self, why: Why, name: str = "") -> None:
        super().__init__(why, name)
        self.why = why
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """In bytes: of the file that is sent, of all that is in it."""

    sent: int
    unpacked: int


def files(name: str, content: bytes, base: FactBase, limits: Limits) -> Mapping[str, bytes]:
    """The whole pack by file name: a zip is one, a single file stands in place of the base's own.

    Raises UploadRefusedError.
    """
    if len(content) > limits.sent:
        raise UploadRefusedError(Why.TOO_LARGE, name)
    if not content:
        raise UploadRefusedError(Why.EMPTY, name)
    kind = PurePosixPath(name.lower()).suffix
    if kind == ".zip":
        return _unpacked(content, limits.unpacked)
    if kind not in (".yaml", ".yml"):
        raise UploadRefusedError(Why.NEITHER, name)
    meant = _COPY.sub("", PurePosixPath(name.lower()).name).replace(".yml", ".yaml")
    if meant not in FILES:
        raise UploadRefusedError(Why.UNKNOWN, name)
    return {**{key: text.encode() for key, text in dump_pack(base).items()}, meant: content}


def packed(base: FactBase) -> bytes:
    """The base as a zip of its files."""
    into = BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in dump_pack(base).items():
            # A fixed date, so that equal bases give equal files.
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return into.getvalue()


def _unpacked(content: bytes, limit: int) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = _looked_through(archive.infolist())
            return dict(_read(archive, entries, limit))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        raise UploadRefusedError(Why.BROKEN) from error
    except (OSError, ValueError) as error:  # what zlib and odd headers raise
        raise UploadRefusedError(Why.BROKEN) from error


def _looked_through(found: Sequence[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The files by their bare names; all in one folder. Raises UploadRefusedError."""
    if len(found) > _MOST_ENTRIES:
        raise UploadRefusedError(Why.MANY)
    entries: dict[str, zipfile.ZipInfo] = {}
    folders = set()
    for entry in found:
        _look(entry)
        path = PurePosixPath(entry.filename)
        if entry.is_dir() or path.parts[0] == "__MACOSX":
            continue
        if path.name in entries:
            raise UploadRefusedError(Why.DUPLICATE, entry.filename)
        if path.name not in FILES:
            raise UploadRefusedError(Why.UNKNOWN, entry.filename)
        folders.add(path.parent)
        if len(folders) > 1 or len(path.parts) > 2:
            raise UploadRefusedError(Why.UNKNOWN, entry.filename)
        entries[path.name] = entry
    if not entries:
        raise UploadRefusedError(Why.EMPTY)
    return entries


def _look(entry: zipfile.ZipInfo) -> None:
    # `filename` ends at the first NUL byte; `orig_filename` is what the archive says.
    name = entry.orig_filename
    path = PurePosixPath(name.replace("\\", "/"))
    outside = path.is_absolute() or ".." in path.parts or _DRIVE.match(name)
    if outside or "\\" in name or "\0" in name or not path.parts:
        raise UploadRefusedError(Why.OUTSIDE, name.replace("\0", "?"))
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UploadRefusedError(Why.LINK, name)
    if entry.flag_bits & _ENCRYPTED:
        raise UploadRefusedError(Why.ENCRYPTED, name)
    if path.suffix.lower() in _ARCHIVES:
        raise UploadRefusedError(Why.NESTED, name)


def _read(
    archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], limit: int
) -> Iterator[tuple[str, bytes]]:
    """Never more than the limit is unpacked: sizes in the header are only words."""
    left = limit
    for name, entry in entries.items():
        with archive.open(entry) as stream:
            text = stream.read(left + 1)
        left -= len(text)
        if left < 0:
            raise UploadRefusedError(Why.BOMB, name)
        yield name, text
