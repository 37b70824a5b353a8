"""Worker processes of the real program: started, killed at random, started again, weighed."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.botapi.state import TOKEN

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(slots=True)
class Crew:
    """`weights` are (seconds since it said that it had started, MB of resident memory) by process."""

    environment: dict[str, str]
    size: int
    on_kill: Callable[[], Awaitable[int]]
    processes: list[asyncio.subprocess.Process] = field(default_factory=list)
    awake: dict[int, asyncio.Event] = field(default_factory=dict)
    born: dict[int, float] = field(default_factory=dict)
    died: dict[int, float] = field(default_factory=dict)
    weights: dict[int, list[tuple[float, float]]] = field(default_factory=dict)
    kills: list[float] = field(default_factory=list)
    in_flight: list[int] = field(default_factory=list)
    readers: list[asyncio.Task[None]] = field(default_factory=list)

    async def start(self) -> None:
        for _ in range(self.size):
            self.processes.append(await self._spawn())

    async def kill_at_random(self, every: tuple[float, float], dice: random.Random) -> None:
        """Until cancelled: SIGKILL one of those at work, start another in its place."""
        while True:
            place = dice.randrange(self.size)
            await self.awake[self.processes[place].pid].wait()
            await asyncio.sleep(dice.uniform(*every))
            self.processes[place].send_signal(signal.SIGKILL)
            self.kills.append(time.monotonic())
            self.died[self.processes[place].pid] = self.kills[-1]
            await self.processes[place].wait()
            self.in_flight.append(await self.on_kill())
            self.processes[place] = await self._spawn()

    async def weigh(self, every: float = 2.0) -> None:
        """Until cancelled: note how much memory each holds."""
        while True:
            await asyncio.sleep(every)
            for process in self.processes:
                born = self.born.get(process.pid)
                if born is not None and (weight := _resident(process.pid)) is not None:
                    age = time.monotonic() - born
                    self.weights.setdefault(process.pid, []).append((age, weight))

    def lives(self, until: float) -> list[tuple[float, float]]:
        """From its start to its kill, or `until`, for every process that started before."""
        spans = [(start, min(until, self.died.get(pid, until))) for pid, start in self.born.items()]
        return [(start, end) for start, end in spans if start < end]

    async def stop(self) -> None:
        for process in self.processes:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
        await asyncio.gather(*(process.wait() for process in self.processes), *self.readers)

    async def _spawn(self) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot", "run", "--role", "worker"),
            env={**os.environ, "BOT_TOKEN": TOKEN, "PORT": "0", **self.environment},
            cwd=PROJECT,
            stderr=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
        )
        self.awake[process.pid] = asyncio.Event()
        self.readers.append(asyncio.get_running_loop().create_task(self._listen(process)))
        return process

    async def _listen(self, process: asyncio.subprocess.Process) -> None:
        """Its log: it counts as born when it says that it has started."""
        assert process.stderr is not None
        async for line in process.stderr:
            if b"started" in line:
                self.born.setdefault(process.pid, time.monotonic())
                self.awake[process.pid].set()


def _resident(pid: int) -> float | None:
    """MB."""
    try:
        fields = Path(f"/proc/{pid}/statm").read_text().split()
    except OSError:
        return None
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
