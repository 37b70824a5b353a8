"""Builds the engine for a command, with a progress bar while a large base is read."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

import typer

from bot.replies.answers.labels import READING
from bot.replies.cli.failures import explain
from bot.replies.cli.reader_texts import unavailable
from bot.settings.options import Settings
from bot.wiring.reader import build_reader
from knowledge.engine import Engine
from knowledge.facts.model import FactBase
from knowledge.reader.reading import Reader

if TYPE_CHECKING:
    from rich.progress import Progress

_SILENT = 1.0
"""Seconds before the bar appears."""
_EVERY = 50


def build_engine(base: FactBase, terminal: TextIO | None = None, reader: Reader | None = None) -> Engine:
    """The engine of `base`. A bar appears on `terminal` (stderr by default) after one second."""
    terminal = terminal or sys.stderr
    return Engine(base, ProgressBar(terminal) if terminal.isatty() else None, reader=reader)


def terminal_reader(settings: Settings) -> Reader | None:
    """The reader that the settings ask for; why there is none is said on stderr when it is first needed."""
    return build_reader(settings, lambda error: typer.echo(unavailable(explain(error)), err=True))


class ProgressBar:
    """A callback for the engine: called with the number of facts read and of all facts.

    `every`: so many facts lie between two looks at the clock.
    """

    def __init__(
        self, terminal: TextIO, clock: Callable[[], float] = time.monotonic, every: int | None = None
    ) -> None:
        self._terminal, self._clock, self._every = terminal, clock, every or _EVERY
        self._started = clock()
        self._bar: Progress | None = None

    def __call__(self, done: int, of: int) -> None:
        if done == of and self._bar is not None:
            self._bar.stop()
        elif done % self._every == 0 and self._clock() - self._started > _SILENT:
            self._bar = self._bar or self._open(of)
            self._bar.update(self._bar.task_ids[0], completed=done)

    def _open(self, of: int) -> Progress:
        from rich.console import Console
        from rich.progress import Progress

        bar = Progress(console=Console(file=self._terminal), transient=True)
        bar.add_task(READING, total=of)
        bar.start()
        return bar
