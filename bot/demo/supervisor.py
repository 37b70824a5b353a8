"""Starts the bot's process, restarts it on request, and ends it with the demo."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from enum import StrEnum
from pathlib import Path

from bot.demo.botapi.state import ServerState
from bot.settings.environment import ENVIRONMENT
from bot.settings.tasks import run_alongside

PROJECT = Path(__file__).resolve().parents[2]
STOP_WITHIN = 6.0
"""Seconds that the bot gets to end before it is killed."""


START_WITHIN = 60.0


class Status(StrEnum):
    STARTING = "starting"
    """The process runs, but has not asked for updates yet."""
    RUNNING = "running"
    STOPPED = "stopped"


class Supervisor:
    """One process at a time, in `folder`; its output goes to `folder`/bot.log."""

    def __init__(self, state: ServerState, folder: Path, environment: Mapping[str, str]) -> None:
        self._state = state
        self._folder = folder
        self._environment = {**_inherited(), **environment}
        self._process: asyncio.subprocess.Process | None = None
        self._polls = 0
        self._one_at_a_time = asyncio.Lock()
        self.starts = 0

    @property
    def status(self) -> Status:
        if self._process is None or self._process.returncode is not None:
            return Status.STOPPED
        return Status.RUNNING if self._state.poller > self._polls else Status.STARTING

    async def until_running(self) -> bool:
        """Wait for a start to end; False where none does in time."""
        changed = self._state.changed
        try:
            async with asyncio.timeout(START_WITHIN), changed:
                await changed.wait_for(lambda: self.status is not Status.STARTING)
        except TimeoutError:
            return False
        return self.status is Status.RUNNING

    @property
    def log(self) -> Path:
        return self._folder / "bot.log"

    async def restart(self, *, kill: bool = False) -> None:
        """End the process, at once with `kill`, and start a new one."""
        async with self._one_at_a_time:
            await self._stop(kill=kill)
            await self._start()
        await self._state.notify()

    async def watch(self) -> None:
        """Tell the page when the process ends by itself; until cancelled."""
        while True:
            if self._process is not None and self._process.returncode is None:
                await self._process.wait()
                await self._state.notify()
            await asyncio.sleep(0.2)

    async def _start(self) -> None:
        self._polls = self._state.poller
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "bot.demo.bot_process", str(self._folder / "clock")),
                env=self._environment,
                cwd=self._folder,  # where no .env of a developer is
                stdin=asyncio.subprocess.PIPE,
                stdout=log,
                stderr=log,
            )
        self.starts += 1

    async def _stop(self, *, kill: bool) -> None:
        process = self._process
        if process is None or process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            if kill:
                process.kill()
            else:
                process.terminate()
        try:
            async with asyncio.timeout(STOP_WITHIN):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Run the bot during the block; afterwards no process is left."""
        try:
            async with run_alongside(self.watch()):
                await self.restart()
                yield
        finally:
            async with self._one_at_a_time:
                await self._stop(kill=False)


def _inherited() -> dict[str, str]:
    """This process's environment without the settings of another bot."""
    settings = set(ENVIRONMENT.values())
    kept = {name: text for name, text in os.environ.items() if name not in settings}
    path = os.pathsep.join(filter(None, (str(PROJECT), os.environ.get("PYTHONPATH"))))
    return {**kept, "PYTHONPATH": path}
