"""The trained reader that the settings ask for: opened when it is first needed, or beforehand by the bot."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bot.errors import ReaderError
from bot.reader_model.opening import cache_folder, open_reader
from bot.settings.options import Settings
from knowledge.facts.model import FactBase
from knowledge.reader.lazy_reader import LazyReader
from knowledge.reader.reading import Away, Reader, here

Failed = Callable[[ReaderError], None]
"""Told why there is no reader, once."""


def reader_folder(settings: Settings) -> Path:
    return settings.reader_dir or cache_folder()


def build_reader(settings: Settings, failed: Failed, away: Away = here) -> LazyReader | None:
    """None where the settings turn it off. Where it cannot be opened, `failed` is told, and words decide."""
    if not settings.reader:
        return None

    def open_or_tell() -> Reader | None:
        try:
            return open_reader(reader_folder(settings), away)
        except ReaderError as error:
            failed(error)
            return None

    return LazyReader(open_or_tell, away)


def prepare_in_background(reader: Reader, base: FactBase) -> None:
    """Read the texts of a base in a thread of its own; a question never waits for it.

    The process waits for the thread at its end: one cut off inside onnxruntime would abort it.
    """

    def prepare() -> None:
        with suppress(_EndedError):
            reader.prepare(base, _go_on)
        _give_memory_back()

    threading.Thread(target=prepare, name="reader").start()


class _EndedError(Exception):
    """The program ends."""


def _go_on(done: int, of: int) -> None:
    if not threading.main_thread().is_alive():
        raise _EndedError(done, of)


def _give_memory_back() -> None:
    """glibc keeps what opening and reading have freed, about 15 MB; other C libraries do as they like."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
