"""The measured processes: how each is started, its processor time and its memory."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.demo.botapi.state import TOKEN

PROJECT = Path(__file__).resolve().parents[2]
SECRET = "bench"
_TICKS = os.sysconf("SC_CLK_TCK")
_UNSET = {"PACK_DIR", "SPRAVKA_NOW", "ADMIN_IDS", "REDIS_URL", "DATABASE_URL", "WEBHOOK_URL", "PORT"}


@dataclass(frozen=True, slots=True)
class Measured:
    """A running process; a child that it started counts with it once it has ended."""

    pid: int

    def processor(self) -> float:
        """Seconds of processor time since its start."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(int(ticks) for ticks in fields[11:15]) / _TICKS

    def memory(self) -> float:
        """Resident megabytes."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        (resident,) = (line.split()[1] for line in lines if line.startswith("VmRSS"))
        return int(resident) / 1024


@asynccontextmanager
async def started(module: str, *arguments: str, log: Path, **environment: str) -> AsyncIterator[Measured]:
    """Run `python -m module` during the block. Raises RuntimeError if it ends by itself."""
    clean = {name: value for name, value in os.environ.items() if name not in _UNSET}
    environ = {**clean, "BOT_TOKEN": TOKEN, "WEBHOOK_SECRET": SECRET, **environment}
    with log.open("ab") as output:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", module, *arguments, cwd=PROJECT, env=environ, stdout=output, stderr=output
        )
    try:
        yield Measured(process.pid)
    finally:
        if process.returncode is not None:
            raise RuntimeError(f"{module} ended with {process.returncode}: {log}")
        process.send_signal(signal.SIGINT)
        try:
            async with asyncio.timeout(10):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()


async def run(module: str, *arguments: str, environment: Mapping[str, str]) -> None:
    """Run it to its end."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *arguments, cwd=PROJECT, env={**os.environ, **environment}
    )
    if await process.wait():
        raise RuntimeError(f"{module} {' '.join(arguments)} failed")
