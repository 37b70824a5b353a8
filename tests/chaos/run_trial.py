"""One trial: processes, readers and faults beside each other, then the count of what arrived."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.demo.botapi.running import running
from bot.demo.botapi.state import TOKEN
from tests.chaos.fleet import Fleet, Role
from tests.chaos.load import Readers
from tests.chaos.logs import seen_outages, unhandled
from tests.chaos.plan import Clock, Plan, Result
from tests.chaos.proxy import Proxy
from tests.chaos.reckoning import Faults, count_messages, measure_waits
from tests.chaos.storms import Storm
from tests.chaos.story import tell
from tests.chaos.telegram import RecordingState, recording_state
from tests.forkserver.client import close_fork_server

DRAIN = 90.0
"""Seconds after the last fault in which everything must have arrived; a lost claim is free after 60."""
SETTLE = 4.0
"""Seconds after that in which a second answer would come."""
START = 60.0


async def run_trial(
    name: str,
    plan: Plan,
    roles: Sequence[Role],
    shared: Mapping[str, str],
    clock: Clock,
    servers: Mapping[str, Proxy],
    hooks: Sequence[str],
    followers: Sequence[int],
) -> Result:
    """Ask questions while faults rage, wait until all has arrived, count. `servers`: proxies by name."""
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
