"""Import all that the program needs, once, then bear it: `python -m tests.forkserver DESCRIPTOR`."""

from __future__ import annotations

import gc
import runpy
import socket
import sys

import aiosqlite
import asyncpg
import coverage

import bot.cli.app
import bot.cli.facts
import bot.wiring.application
from tests.forkserver.keeper import keep

IMPORTED = (aiosqlite, asyncpg, bot.wiring.application, bot.cli.app, bot.cli.facts)


def main() -> None:
    # What the imports made is never garbage; unmoved, children share its memory.
    gc.collect()
    gc.freeze()
    if keep(socket.socket(fileno=int(sys.argv[1]))) is not None:
        # As Python does at its start: nothing is measured unless the child's environment asks for it.
        coverage.process_startup()
        runpy.run_module("bot", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
