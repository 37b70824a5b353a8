"""The processes of one bot: starts them as forks of the program, kills them and starts them anew."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.forkserver.client import PROJECT, SpawnedProcess, fork_server

_STOP_WITHIN = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One process: its name in the report, arguments of `spravka run`, variables of its own."""

    name: str
    arguments: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Fleet:
    """`environment` is called at every start, because the clock has gone on. `kills`: which and when."""

    folder: Path
    roles: Sequence[Role]
    environment: Callable[[], Mapping[str, str]]
    processes: dict[str, SpawnedProcess] = field(default_factory=dict)
    kills: list[tuple[str, float]] = field(default_factory=list)
    exits: list[str] = field(default_factory=list)
    """Processes that ended by themselves: name and exit code."""

    async def start(self) -> None:
        for role in self.roles:
            await self._spawn(role)

    async def kill(self, role: Role) -> None:
        """SIGKILL one process and start it again."""
        process = self.processes[role.name]
        if process.returncode is None:
            process.send_signal(signal.SIGKILL)
            await process.wait()
            self.kills.append((role.name, time.monotonic()))
        await self._spawn(role)

    async def supervise(self, every: float = 0.5) -> None:
        """Until cancelled: start again what ended by itself, as a supervisor does."""
        while True:
            await asyncio.sleep(every)
            for role in self.roles:
                process = self.processes[role.name]
                if process.returncode is not None and process.returncode != -signal.SIGKILL:
                    self.exits.append(f"{role.name}: {process.returncode}")
                    await self._spawn(role)

    async def stop(self) -> None:
        for process in self.processes.values():
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
        for process in self.processes.values():
            with suppress(TimeoutError):
                async with asyncio.timeout(_STOP_WITHIN):
                    await process.wait()
            if process.returncode is None:
                process.send_signal(signal.SIGKILL)
                await process.wait()

    def memory(self) -> dict[str, float]:
        """Resident MB of each process."""
        found = {}
        for name, process in self.processes.items():
            with suppress(OSError):
                pages = int(Path(f"/proc/{process.pid}/statm").read_text().split()[1])
                found[name] = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
        return found

    def logs(self) -> list[list[str]]:
        """What each process has written."""
        return [path.read_text().splitlines() for path in sorted(self.folder.glob("*.log"))]

    def log_lines(self) -> list[str]:
        """All that the processes have written, by process."""
        return [line for lines in self.logs() for line in lines]

    async def _spawn(self, role: Role) -> None:
        shared = self.environment()
        # So that the fake Bot API knows which process calls.
        own = {"BOT_API_URL": f"{shared['BOT_API_URL']}/{role.name}", **role.environment}
        environ = {**os.environ, **shared, **own}
        output = self.folder / f"{role.name}.log"
        self.processes[role.name] = await fork_server().spawn(
            "run", *role.arguments, environ=environ, cwd=PROJECT, output=output
        )
