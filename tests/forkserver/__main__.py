"""The fork server's process, `python -m tests.forkserver SOCKET_FD`: imports the program, then serves.

It has read the shipped base once, so a fork finds most words looked up when it builds its own engine.
"""

from __future__ import annotations

import gc
import runpy
import socket
import sys
from pathlib import Path

import aiosqlite
import asyncpg
import coverage

import bot.cli.app
import bot.cli.facts
import bot.wiring.application
import knowledge
from knowledge.engine import Engine
from knowledge.facts.pack.loader import load_pack
from tests.forkserver.server import serve

SHIPPED = Path(knowledge.__file__).parent / "dialogue"
IMPORTED = (aiosqlite, asyncpg, bot.wiring.application, bot.cli.app, bot.cli.facts)


def main() -> None:
    Engine(load_pack(SHIPPED))
    # The imported objects are never garbage; if the collector does not touch them, forks share their memory.
    gc.collect()
    gc.freeze()
    if serve(socket.socket(fileno=int(sys.argv[1]))) is not None:
        # As Python does at its start: measures nothing unless the environment of the fork asks for it.
        coverage.process_startup()
        runpy.run_module("bot", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
