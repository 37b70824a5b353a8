"""`python -m bot.demo.bot_process CLOCK`: the bot as `spravka run` runs it, on the demo's clock.

The settings come from the environment. It ends when its stdin does: it never outlives the demo.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from bot.demo.clock import SharedClock
from bot.settings.loading import load_settings
from bot.settings.options import Settings

PLAN_EVERY = 0.5
"""Seconds; a reader of the demo waits for a reminder at the screen."""


def main(clock: Path) -> int:
    """Serve until a signal or the end of stdin; returns the exit code. Raises SpravkaError."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from bot.wiring.application import run  # takes seconds, in which the demo may end already

    return run(_impatient(load_settings()), webhook=False, role="all", clock=SharedClock(clock))


def _impatient(settings: Settings) -> Settings:
    followups = settings.followups.model_copy(update={"plan_every": PLAN_EVERY})
    return settings.model_copy(update={"followups": followups})


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
