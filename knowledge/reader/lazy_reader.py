"""A reader that is opened when it is first asked, so that a command which needs none does not wait for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock

from knowledge.facts.model import Fact, FactBase
from knowledge.reader.reading import Away, Reader, Reading, ReadingProgress, here


class LazyReader:
    """`open_reader` is called once and returns None where there is none; then nothing is read again."""

    def __init__(self, open_reader: Callable[[], Reader | None], away: Away = here) -> None:
        self._open, self._away = open_reader, away
        self._opened: tuple[Reader | None] | None = None
        self._lock = Lock()

    def read(
        self, question: str, facts: Sequence[Fact], base: FactBase, without: str | None = None
    ) -> tuple[Reading, ...] | None:
        reader = self.opened()
        return reader.read(question, facts, base, without) if reader else None

    def prepare(self, base: FactBase, progress: ReadingProgress | None = None) -> None:
        reader = self.opened()
        if reader is not None:
            reader.prepare(base, progress)

    def opened(self) -> Reader | None:
        """The reader itself."""
        return (self._opened or self._away(self._open_once))[0]

    def _open_once(self) -> tuple[Reader | None]:
        with self._lock:
            if self._opened is None:
                self._opened = (self._open(),)
            return self._opened
