"""One trial: all reminders due at once, workers of the real program, a fake Bot API that fails at random."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from bot.demo.botapi.faults import Chaos, Fault, FaultKind
from bot.demo.botapi.running import running
from bot.demo.botapi.state import ServerState
from bot.followups.planner import Planner
from bot.storage.connection.database import Database
from bot.storage.followups.change_notices import StoredChangeNotices
from bot.storage.followups.reminder_plans import StoredReminderPlans
from bot.storage.outbox.outbox import StoredOutbox
from bot.storage.tables import outbox
from knowledge.facts.pack import load_pack
from tests.soak import verdict
from tests.soak.population import filled_database
from tests.soak.verdict import Pause
from tests.soak.workers import WorkerPool

PACK = Path(__file__).resolve().parents[2] / "knowledge" / "dialogue"
EVENT = "dialogue-2"
SINCE = datetime.fromisoformat("2016-04-20T12:00:00+03:00")
NOW = datetime.fromisoformat("2016-05-01T10:00:05+03:00")
BLOCKED_SHARE = 0.02
KILL_EVERY = (20.0, 45.0)
CLAIMED_AT_ONCE = 500


@dataclass(slots=True, kw_only=True)
class Result:
    """Counts of messages, seconds, MB of memory."""

    workers: int
    planned: int
    planning: float
    claiming: float
    delivered: int
    refused: int
    lost: int
    unrecorded: int
    duplicates: int
    by_resets: int
    kills: int
    in_flight: int
    busiest: int
    rate: float
    taken_rate: float
    pauses: int
    disobeyed: int
    growth: float
    times: list[float]
    memory: dict[int, list[tuple[float, float]]]
    kill_times: list[float]


@dataclass(slots=True)
class RecordingChaos(Chaos):
    """Records the pauses that it asked for, and the resets that followed a delivered message."""

    pauses: list[Pause] = field(default_factory=list)
    resets_after_delivery: int = 0

    def roll(self, method: str) -> Fault | None:
        fault = Chaos.roll(self, method)
        if fault is not None and fault.code == 429:
            self.pauses.append(Pause(at=time.monotonic(), seconds=fault.retry_after))
        if fault is not None and fault.kind is FaultKind.RESET and fault.taken:
            self.resets_after_delivery += 1
        return fault


async def run(workers: int, followers: int, deliver: int, seed: int) -> Result:
    """Plan and claim all messages, deliver `deliver` of them, then count what is in the database."""
    files = load_pack(PACK)
    async with filled_database(f"spravka_soak_{workers}", files, EVENT, followers, SINCE) as address:
        database = Database(address)
        try:
            planned, planning, claiming = await _plan_and_claim(database)
            return await _deliver(
                database, address, workers, deliver, seed, planned=planned, times=(planning, claiming)
            )
        finally:
            await database.close()


async def _plan_and_claim(database: Database) -> tuple[int, float, float]:
    began = time.monotonic()
    planned = await Planner(StoredReminderPlans(database), StoredChangeNotices(database)).step(NOW)
    planning = time.monotonic() - began
    began, box, claimed = time.monotonic(), StoredOutbox(database, lease=600), 0
    while claims := await box.claim(NOW, CLAIMED_AT_ONCE):
        claimed += len(claims)
    claiming = time.monotonic() - began
    assert claimed == planned, (claimed, planned)
    async with database.write() as connection:
        # As if every lease had expired.
        await connection.execute(text("UPDATE outbox SET state = 'planned', claim = NULL, free_at = 'epoch'"))
        await connection.execute(text("UPDATE chats SET ready_at = 'epoch'"))
    async with database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("VACUUM ANALYZE outbox"))
        await connection.execute(text("VACUUM ANALYZE chats"))
    return planned, planning, claiming


async def _deliver(
    database: Database,
    address: str,
    workers: int,
    deliver: int,
    seed: int,
    *,
    planned: int,
    times: tuple[float, float],
) -> Result:
    server, chaos = (
        ServerState(),
        RecordingChaos(too_many=0.001, server_error=0.01, reset=0.01, retry_after=3, seed=seed),
    )
    server.options.any_chat, server.options.keep, server.options.latency = True, 2000, 0.05
    server.faults.chaos = chaos
    rng = random.Random(seed)
    blocked = set(rng.sample(range(1, planned + 1), int(planned * BLOCKED_SHARE)))
    about = {"type": "private", "first_name": "Читатель", "blocked": True}
    server.chats.update({chat: {"id": chat, **about} for chat in blocked})
    async with running(server) as api:
        environment = {"BOT_API_URL": api.url, "DATABASE_URL": address, "SPRAVKA_NOW": NOW.isoformat()}
        pool = WorkerPool(environment, workers, lambda: _unrecorded(database, server, settle=0.5))
        await pool.start()
        async with _beside(pool.sample_memory, lambda: pool.kill_at_random(KILL_EVERY, rng)):
            wanted = min(deliver, planned - len(blocked))
            async with server.changed:
                await server.changed.wait_for(lambda: len(server.sent) >= wanted)
            ended = time.monotonic()
        await pool.stop()
    return await _result(database, server, chaos, pool, workers, planned, times, ended)


async def _unrecorded(database: Database, server: ServerState, settle: float = 0.0) -> int:
    """Messages that Telegram accepted and no live worker will record."""
    await asyncio.sleep(settle)
    # Only claimed rows: a long query would delay the fake server in this process.
    query = select(outbox.c.chat_id).where(outbox.c.state == "claimed")
    async with database.read() as connection:
        claimed = (await connection.execute(query)).scalars()
        return sum(chat in server.sent for chat in claimed)


async def _result(
    database: Database,
    server: ServerState,
    chaos: RecordingChaos,
    pool: WorkerPool,
    workers: int,
    planned: int,
    spent: tuple[float, float],
    ended: float,
) -> Result:
    async with database.read() as connection:
        rows = (await connection.execute(select(outbox.c.chat_id, outbox.c.state))).all()
    sent = {row.chat_id for row in rows if row.state == "sent"}
    failed = sum(row.state == "failed" for row in rows)
    lost = planned - len(rows) + len(sent - set(server.sent))
    times = sorted(server.send_times)
    rate = verdict.rate(times, chaos.pauses, verdict.merged(pool.lifetimes(until=ended)))
    return Result(
        workers=workers,
        planned=planned,
        planning=spent[0],
        claiming=spent[1],
        delivered=len(server.sent),
        refused=failed,
        lost=lost,
        unrecorded=len(set(server.sent) - sent),
        duplicates=verdict.duplicates(server.sent),
        by_resets=chaos.resets_after_delivery,
        kills=len(pool.kills),
        in_flight=sum(pool.in_flight),
        busiest=verdict.busiest_second(times),
        rate=rate,
        taken_rate=rate * sum(server.sent.values()) / len(times),
        pauses=len(chaos.pauses),
        disobeyed=verdict.sends_during_pauses(times, chaos.pauses),
        growth=verdict.growth(pool.memory),
        times=times,
        memory=pool.memory,
        kill_times=pool.kills,
    )


class _beside:  # noqa: N801 - used like a function
    """Runs endless loops while the block runs."""

    def __init__(self, *loops: Callable[[], Awaitable[Any]]) -> None:
        self._loops = loops
        self._group = asyncio.TaskGroup()
        self._tasks: list[asyncio.Task[Any]] = []

    async def __aenter__(self) -> None:
        await self._group.__aenter__()
        self._tasks = [self._group.create_task(self._run(loop)) for loop in self._loops]

    async def __aexit__(self, *error: Any) -> None:
        for task in self._tasks:
            task.cancel()
        await self._group.__aexit__(*error)

    async def _run(self, loop: Callable[[], Awaitable[Any]]) -> None:
        with suppress(asyncio.CancelledError):
            await loop()
