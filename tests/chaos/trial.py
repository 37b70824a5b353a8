"""The two trials: several processes on PostgreSQL and Redis by webhook; one on SQLite by polling."""

from __future__ import annotations

import asyncio
import os
import random
import socket
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from bot.demo.botapi.running import running
from bot.demo.botapi.state import TOKEN
from knowledge.facts.pack import load_pack
from tests.chaos.fleet import Fleet, Role
from tests.chaos.load import Readers
from tests.chaos.logs import seen_outages, unhandled
from tests.chaos.proxy import Proxy, proxied
from tests.chaos.reckoning import (
    DATABASE,
    Faults,
    Messages,
    Waits,
    count_messages,
    measure_waits,
)
from tests.chaos.storms import Storm
from tests.chaos.story import tell
from tests.chaos.telegram import RecordingState, recording_state
from tests.forkserver.client import PROJECT, close_fork_server
from tests.soak.population import filled_database

EVENT = "dialogue-2"
SINCE = datetime.fromisoformat("2016-04-20T12:00:00+03:00")
NOW = datetime.fromisoformat("2016-05-01T09:59:50+03:00")
"""Ten seconds before the first reminders fall due."""
DRAIN = 90.0
"""Seconds after the last fault in which everything must have arrived; a lost claim is free after 60."""
SETTLE = 4.0
"""Seconds after that in which a second answer would come."""
START = 60.0
_REDIS = "redis://127.0.0.1:6379/0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a trial is run. `followers`: chats with a reminder due in each minute of the load."""

    seconds: float
    rate: float
    followers: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Counts; seconds; MB by process at the end."""

    name: str
    questions: Messages
    reminders: Messages
    apologies: int
    waits: Waits
    faults: Mapping[str, int]
    kills: int
    exits: Sequence[str]
    exceptions: Sequence[str]
    memory: Mapping[str, float]
    logs: Path
    story: Sequence[str]
    """Where a message has no reason: when it and the faults came, in seconds since the first question."""

    @property
    def good(self) -> bool:
        return self.questions.good and self.reminders.good and not self.exceptions and not self.exits


@dataclass(slots=True)
class Clock:
    """What SPRAVKA_NOW must say for a process that starts now."""

    began: float = field(default_factory=time.monotonic)

    def now(self) -> str:
        return (NOW + timedelta(seconds=time.monotonic() - self.began)).isoformat()


async def web_trial(plan: Plan) -> Result:
    """Two web processes behind a balancer and one worker; PostgreSQL and Redis behind proxies."""
    rng, files = random.Random(plan.seed), load_pack(PROJECT / "knowledge" / "dialogue")
    redis = urlsplit(os.environ.get("TEST_REDIS_URL", _REDIS))
    minutes = max(1, round(plan.seconds / 60))
    rules = [f"month@10:{minute:02}" for minute in range(minutes)]
    followers = plan.followers * minutes
    async with filled_database("spravka_chaos", files, EVENT, followers, SINCE, rules) as address:
        server = urlsplit(address)
        ports = [free_port(), free_port()]
        async with (
            proxied(rng, (server.hostname or "127.0.0.1", server.port or 5432)) as postgres,
            proxied(rng, (redis.hostname or "127.0.0.1", redis.port or 6379)) as cache,
            proxied(rng, *(("127.0.0.1", port) for port in ports)) as balancer,
        ):
            host = server.netloc.rpartition("@")[0]
            clock = Clock()
            shared = {
                "DATABASE_URL": f"postgresql://{host}@127.0.0.1:{postgres.port}{server.path}",
                "REDIS_URL": f"redis://127.0.0.1:{cache.port}{redis.path or '/0'}",
                "WEBHOOK_URL": f"http://127.0.0.1:{balancer.port}/hook",
                "WEBHOOK_SECRET": "chaos",
            }
            roles = [
                Role(
                    name=f"web-{number}",
                    arguments=("--webhook", "--role", "web"),
                    environment={"PORT": str(port)},
                )
                for number, port in enumerate(ports, 1)
            ]
            roles.append(Role(name="worker", arguments=("--role", "worker")))
            hooks = [f"http://127.0.0.1:{port}/hook" for port in ports]
            return await _run(
                "webhook, PostgreSQL, Redis",
                plan,
                roles,
                shared,
                clock,
                {DATABASE: postgres, "Redis": cache},
                hooks,
                range(1, followers + 1),
            )


async def polling_trial(plan: Plan) -> Result:
    """One process for everything, with its SQLite file; it is killed, and the Bot API fails."""
    with tempfile.TemporaryDirectory() as folder:
        roles = [Role(name="bot", arguments=())]
        shared = {"DATABASE_URL": f"sqlite:///{folder}/bot.db"}
        return await _run("polling, SQLite", plan, roles, shared, Clock(), {}, (), ())


async def _run(
    name: str,
    plan: Plan,
    roles: Sequence[Role],
    shared: Mapping[str, str],
    clock: Clock,
    servers: Mapping[str, Proxy],
    hooks: Sequence[str],
    followers: Sequence[int],
) -> Result:
    state, rng = recording_state(plan.seed), random.Random(plan.seed)
    logs = Path(tempfile.mkdtemp(prefix="chaos-"))
    async with running(state) as api:

        def environment() -> Mapping[str, str]:
            base = {"BOT_TOKEN": TOKEN, "BOT_API_URL": api.url, "PORT": "0", "MONITORING_PORT": "0"}
            return {**base, **shared, "SPRAVKA_NOW": clock.now()}

        fleet = Fleet(logs, roles, environment)
        readers, storm = Readers(state, rng, hooks), Storm(fleet, state, servers, rng)
        await fleet.start()
        try:
            await api.until(lambda: bool(state.webhook["url"]) or state.poller > 0, START)
            async with _beside(fleet, storm):
                await readers.ask(plan.rate, plan.seconds)
            await _drain(state, readers, followers, fleet)
            memory = fleet.memory()
        finally:
            await fleet.stop()
            close_fork_server()
    return _result(name, state, fleet, readers, storm, followers, memory, logs)


def _result(
    name: str,
    state: RecordingState,
    fleet: Fleet,
    readers: Readers,
    storm: Storm,
    followers: Sequence[int],
    memory: Mapping[str, float],
    logs: Path,
) -> Result:
    offset = time.monotonic() - time.time()
    faults = Faults(
        kills=fleet.kills,
        taken=state.faults.taken,  # type: ignore[attr-defined]
        outages=[*storm.outages, *(one for lines in fleet.logs() for one in seen_outages(lines, offset))],
        asked=readers.asked,
    )
    questions = count_messages(list(readers.asked), state.answers, faults)
    reminders = count_messages(followers, state.answers, faults)
    chats = {*questions.unexplained, *questions.too_often, *reminders.unexplained, *reminders.too_often}
    got = {chat: state.answers[chat] for chat in sorted(chats)[:20]}
    return Result(
        name=name,
        questions=questions,
        reminders=reminders,
        story=tell(got, faults) if got else (),
        apologies=sum(map(len, state.apologies.values())),
        waits=measure_waits(readers.asked, state.answers, storm.outages),
        faults=dict(storm.counts),
        kills=len(fleet.kills),
        exits=tuple(fleet.exits),
        exceptions=tuple(unhandled(fleet.log_lines())),
        memory=memory,
        logs=logs,
    )


@asynccontextmanager
async def _beside(fleet: Fleet, storm: Storm) -> AsyncIterator[None]:
    """Faults and a supervisor while the block runs; calm after it."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(storm.rage()), group.create_task(fleet.supervise())]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
    await storm.calm()
    for role in fleet.roles:
        process = fleet.processes[role.name]
        if process.returncode is not None:
            await fleet.kill(role)


async def _drain(state: RecordingState, readers: Readers, followers: Sequence[int], fleet: Fleet) -> None:
    """Wait until everything has arrived, at most DRAIN; then for what comes too often."""
    expected = [*readers.asked, *followers]
    supervision = asyncio.get_running_loop().create_task(fleet.supervise())
    with suppress(TimeoutError):
        async with asyncio.timeout(DRAIN):
            while any(not state.answers.get(chat) for chat in expected):  # noqa: ASYNC110 - a poll is enough
                await asyncio.sleep(0.5)
    await asyncio.sleep(SETTLE)
    supervision.cancel()
    with suppress(asyncio.CancelledError):
        await supervision


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
