"""Import all that the program needs, once, then bear it: `python -m tests.nursery DESCRIPTOR`."""

from __future__ import annotations

import gc
import runpy
import socket
import sys

import aiosqlite
import asyncpg
import coverage

import bot.app
import bot.cli
import bot.storage.commands
from tests.nursery.keeper import keep

IMPORTED = (aiosqlite, asyncpg, bot.app, bot.cli, bot.storage.commands)


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
