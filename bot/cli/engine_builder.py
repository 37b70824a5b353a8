"""Builds the engine for a command; a bar on the terminal shows how far a large base is read."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

from bot.replies.answers.labels import READING
from knowledge.engine import Engine
from knowledge.facts.model import FactBase

if TYPE_CHECKING:
    from rich.progress import Progress

_SILENT = 1.0
"""Seconds that pass before anything is shown."""
_EVERY = 50
"""Facts between two looks at the clock."""


def build_engine(base: FactBase, terminal: TextIO | None = None) -> Engine:
    """The engine. Where the terminal (standard error) is one, a bar is shown from the second second on."""
    terminal = terminal or sys.stderr
    return Engine(base, Bar(terminal) if terminal.isatty() else None)


class Bar:
    """Called with how many facts are read and how many there are."""

    def __init__(self, terminal: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._terminal, self._clock = terminal, clock
        self._began = clock()
        self._shown: Progress | None = None

    def __call__(self, done: int, of: int) -> None:
        if done == of and self._shown is not None:
            self._shown.stop()
        elif done % _EVERY == 0 and self._clock() - self._began > _SILENT:
            self._shown = self._shown or self._opened(of)
            self._shown.update(self._shown.task_ids[0], completed=done)

    def _opened(self, of: int) -> Progress:
        from rich.console import Console
        from rich.progress import Progress

        shown = Progress(console=Console(file=self._terminal), transient=True)
        shown.add_task(READING, total=of)
        shown.start()
        return shown
