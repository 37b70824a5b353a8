"""Worker processes of the real program: starts, kills and restarts them, samples their memory."""

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

from bot.demo.botapi.state import TOKEN

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(slots=True)
class WorkerPool:
    """`memory`: samples of (seconds since it logged its start, resident MB) by process id."""

    environment: dict[str, str]
    size: int
    on_kill: Callable[[], Awaitable[int]]
    processes: list[asyncio.subprocess.Process] = field(default_factory=list)
    started: dict[int, asyncio.Event] = field(default_factory=dict)
    started_at: dict[int, float] = field(default_factory=dict)
    killed_at: dict[int, float] = field(default_factory=dict)
    memory: dict[int, list[tuple[float, float]]] = field(default_factory=dict)
    kills: list[float] = field(default_factory=list)
    in_flight: list[int] = field(default_factory=list)
    readers: list[asyncio.Task[None]] = field(default_factory=list)

    async def start(self) -> None:
        for _ in range(self.size):
            self.processes.append(await self._spawn())

    async def kill_at_random(self, every: tuple[float, float], rng: random.Random) -> None:
        """Until cancelled: SIGKILL a random worker that has started, start another in its place."""
        while True:
            place = rng.randrange(self.size)
            await self.started[self.processes[place].pid].wait()
            await asyncio.sleep(rng.uniform(*every))
            self.processes[place].send_signal(signal.SIGKILL)
            self.kills.append(time.monotonic())
            self.killed_at[self.processes[place].pid] = self.kills[-1]
            await self.processes[place].wait()
            self.in_flight.append(await self.on_kill())
            self.processes[place] = await self._spawn()

    async def sample_memory(self, every: float = 2.0) -> None:
        """Until cancelled: sample the memory of each worker."""
        while True:
            await asyncio.sleep(every)
            for process in self.processes:
                started_at = self.started_at.get(process.pid)
                if started_at is not None and (weight := _resident_mb(process.pid)) is not None:
                    age = time.monotonic() - started_at
                    self.memory.setdefault(process.pid, []).append((age, weight))

    def lifetimes(self, until: float) -> list[tuple[float, float]]:
        """From the start to the kill, or `until`, of every process that started before."""
        starts = self.started_at.items()
        spans = [(start, min(until, self.killed_at.get(pid, until))) for pid, start in starts]
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
        self.started[process.pid] = asyncio.Event()
        self.readers.append(asyncio.get_running_loop().create_task(self._listen(process)))
        return process

    async def _listen(self, process: asyncio.subprocess.Process) -> None:
        """Read its log; the line «started» sets its start time."""
        assert process.stderr is not None
        async for line in process.stderr:
            if b"started" in line:
                self.started_at.setdefault(process.pid, time.monotonic())
                self.started[process.pid].set()


def _resident_mb(pid: int) -> float | None:
    """MB."""
    try:
        fields = Path(f"/proc/{pid}/statm").read_text().split()
    except OSError:
        return None
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
