"""Import all that the program needs, once, then bear it: `python -m tests.nursery DESCRIPTOR`."""

from __future__ import annotations

import gc
import runpy
import socket
import sys

import aiosqlite
import asyncpg

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
        runpy.run_module("bot", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
