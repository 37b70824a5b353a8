"""The real program under fuzz: statuses, tracebacks, memory, and whether the next question is answered."""

from __future__ import annotations

import os
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.demo.botapi.running import running
from bot.demo.botapi.state import TOKEN, Options, ServerState
from tests.bench_bot.processes import started
from tests.chaos.logs import unhandled
from tests.chaos.trial import free_port
from tests.forkserver.client import PROJECT, fork_server
from tests.fuzz.posting import post_many
from tests.fuzz.updates import UpdateMaker

_START, _STOP, _ANSWER = 60.0, 20.0, 30.0
_ASKER = 99_000_001
_PACED_BELOW = 10_000
"""Updates: a longer fuzz would measure the 30 replies a second that follow the first 10,000."""
_WARM = 0.1
"""The share of the updates before which memory grows by caches that fill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`memory`: MB after a tenth and at the end; `bad`: bodies with a status that must not come."""

    statuses: Mapping[int, int]
    bad: Sequence[tuple[int, bytes]]
    exceptions: Sequence[str]
    memory: tuple[float, float]
    answered: bool
    seconds: float
    log: str

    @property
    def growth(self) -> float:
        """A share of what it was."""
        return self.memory[1] / self.memory[0] - 1


async def fuzz(number: int, seed: int, folder: Path) -> Report:
    """Post `number` updates to a bot by webhook on SQLite, then ask it a question."""
    port, maker, output = free_port(), UpdateMaker(seed), folder / "fuzz.log"
    hook = f"http://127.0.0.1:{port}/hook"
    state = ServerState(options=Options(any_chat=True, keep=2000))
    async with running(state) as api:
        environ = {
            **os.environ,
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": api.url,
            "DATABASE_URL": f"sqlite:///{folder}/fuzz.db",
            "WEBHOOK_URL": hook,
            "WEBHOOK_SECRET": "s",
            "PORT": str(port),
            "MONITORING_PORT": "0",
        }
        async with _started(environ, output, paced=number < _PACED_BELOW) as pid:
            await api.until(lambda: bool(state.webhook["url"]), _START)
            began = time.monotonic()
            first = await post_many(hook, "s", maker, int(number * _WARM))
            warm = _resident(pid)
            second = await post_many(hook, "s", maker, number - int(number * _WARM))
            seconds, full = time.monotonic() - began, _resident(pid)
            await api.say(_ASKER, "Когда состоится второй диалог?")
            replies = await api.replies(_ASKER, 1, _ANSWER)
    log = output.read_text("utf-8")
    return Report(
        statuses=first.statuses + second.statuses,
        bad=(*first.bad, *second.bad),
        exceptions=tuple(unhandled(log.splitlines())),
        memory=(warm, full),
        answered=replies[0]["text"].startswith("Июнь 2016"),
        seconds=seconds,
        log=log,
    )


@asynccontextmanager
async def _started(environ: Mapping[str, str], output: Path, *, paced: bool) -> AsyncIterator[int]:
    """The number of the process of the bot, which answers without a pace unless `paced`."""
    if not paced:
        async with started("tests.bench_bot.unpaced_bot", log=output, **environ) as measured:
            yield measured.pid
        return
    process = await fork_server().spawn("run", "--webhook", environ=environ, cwd=PROJECT, output=output)
    try:
        yield process.pid
    finally:
        process.send_signal(15)
        await process.wait()


def _resident(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
