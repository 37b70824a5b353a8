"""Runs the real program as a process against the fake Bot API over HTTP."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.demo.botapi.state import TOKEN
from tests.forkserver.client import fork_server

PROJECT = Path(__file__).resolve().parents[2]


def environment_of(api_url: str, folder: Path) -> dict[str, str]:
    """The settings of a bot that talks to `api_url` and has its database in `folder`.

    Opening the trained reader takes seconds: a test that needs it says so.
    """
    return {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": api_url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bot.db",
        "SPRAVKA_NOW": "2026-11-03T12:00:00+03:00",
        "PORT": "0",
        "READER": "off",
    }


class Process(Protocol):
    """A process that was started or forked."""

    @property
    def returncode(self) -> int | None: ...

    def send_signal(self, number: int, /) -> None: ...

    async def wait(self) -> int: ...


@dataclass
class Program:
    """One run of `python -m bot run`; `output` is the file with its stdout and stderr."""

    process: Process
    output: Path

    async def stop(self, number: int = signal.SIGTERM) -> tuple[int, float]:
        """Send a signal and wait; returns the exit code and the seconds that it took."""
        started = time.monotonic()
        if self.process.returncode is None:
            self.process.send_signal(number)
        async with asyncio.timeout(20):
            code = await self.process.wait()
        return code, time.monotonic() - started

    def log(self) -> str:
        """All output so far."""
        return self.output.read_text("utf-8")

    async def wait_for_line(self, containing: str, seconds: float = 20) -> str:
        """Wait for a line of the log that contains a text. Raises EOFError if the program ends without it."""
        async with asyncio.timeout(seconds):
            while True:
                ended = self.process.returncode is not None
                for line in self.log().splitlines():
                    if containing in line:
                        return line
                if ended:
                    raise EOFError(containing)
                await asyncio.sleep(0.05)


async def launch(api_url: str, folder: Path, *arguments: str, **environment: str) -> Program:
    """Start a fork of the fork server with its database in `folder`."""
    environ, output = _environ(api_url, folder, environment), _log_in(folder)
    process = await fork_server().spawn("run", *arguments, environ=environ, cwd=PROJECT, output=output)
    return Program(process, output)


async def launch_cold(api_url: str, folder: Path, *arguments: str, **environment: str) -> Program:
    """Start it as an operator does, which takes seconds for imports and for the trained reader."""
    output = _log_in(folder)
    with output.open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot", "run", *arguments),
            env=_environ(api_url, folder, {"READER": "on", **environment}),
            cwd=PROJECT,
            stdout=log,
            stderr=log,
        )
    return Program(process, output)


@asynccontextmanager
async def running_program(
    api_url: str, folder: Path, *arguments: str, **environment: str
) -> AsyncIterator[Program]:
    """Run the program during the block; kill it afterwards if it still runs."""
    async with stopping(await launch(api_url, folder, *arguments, **environment)) as program:
        yield program


@asynccontextmanager
async def stopping(program: Program) -> AsyncIterator[Program]:
    """Kill the program after the block if it still runs."""
    try:
        yield program
    finally:
        if program.process.returncode is None:
            await program.stop(signal.SIGKILL)


def _environ(api_url: str, folder: Path, changed: Mapping[str, str]) -> dict[str, str]:
    # Without coverage, which would triple the time of a start; test_app.py measures in process.
    return {**os.environ, **environment_of(api_url, folder), **changed}


def _log_in(folder: Path) -> Path:
    number, name = tempfile.mkstemp(".log", "program-", folder)
    os.close(number)
    return Path(name)
