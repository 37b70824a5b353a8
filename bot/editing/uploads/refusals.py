"""Why an uploaded file is refused, and the limits of uploads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RefusalReason(StrEnum):
    """Why an upload is refused."""

    NEITHER = "neither"
    """Of no known kind."""
    TOO_LARGE = "too-large"
    UNKNOWN = "unknown"
    """Not a file of a pack."""
    BROKEN = "broken"
    """A damaged zip."""
    BROKEN_SHEET = "broken-sheet"
    """A damaged or locked workbook, or no CSV."""
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
