"""The real program as a process against the strict Bot API over HTTP."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.botapi.world import TOKEN

PROJECT = Path(__file__).resolve().parents[2]


def environment_of(api_url: str, folder: Path) -> dict[str, str]:
    """What a bot needs to run against `api_url` with its database in `folder`."""
    return {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": api_url,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bot.db",
        "SPRAVKA_NOW": "2026-11-03T12:00:00+03:00",
        "PORT": "0",
    }


@dataclass
class Program:
    """One run of `python -m bot run`."""

    process: asyncio.subprocess.Process

    async def end(self, number: int = signal.SIGTERM) -> tuple[int, float]:
        """Signal it; the exit code and the seconds that it took."""
        began = time.monotonic()
        if self.process.returncode is None:
            self.process.send_signal(number)
        code = await asyncio.wait_for(self.process.wait(), 20)
        return code, time.monotonic() - began

    async def log(self) -> str:
        """All that it wrote to stderr; only after its end."""
        assert self.process.stderr is not None
        return (await self.process.stderr.read()).decode()

    async def line(self, containing: str, seconds: float = 20) -> str:
        """Wait for a line of the log."""
        assert self.process.stderr is not None
        async with asyncio.timeout(seconds):
            async for line in self.process.stderr:
                if containing in line.decode():
                    return line.decode()
        raise EOFError(containing)


async def launch(api_url: str, folder: Path, *arguments: str, **environment: str) -> Program:
    """Start it with its database in `folder`."""
    given = environment_of(api_url, folder)
    # Measuring would triple a start that already takes seconds; test_app.py measures in process.
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE")}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "run", *arguments),
        env={**inherited, **given, **environment},
        cwd=PROJECT,
        stderr=asyncio.subprocess.PIPE,
    )
    return Program(process)


@asynccontextmanager
async def running_program(
    api_url: str, folder: Path, *arguments: str, **environment: str
) -> AsyncIterator[Program]:
    """Launched for the length of a block; killed at its end if it still runs."""
    program = await launch(api_url, folder, *arguments, **environment)
    try:
        yield program
    finally:
        if program.process.returncode is None:
            await program.end(signal.SIGKILL)
