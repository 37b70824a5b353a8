"""The faults of a trial: one after another, at random moments, each healed before the next begins."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from tests.chaos.fleet import Fleet
from tests.chaos.proxy import Proxy
from tests.chaos.telegram import RecordingState

PAUSE = (3.0, 8.0)
"""Seconds of calm between two faults."""
OUTAGE = (3.0, 8.0)
"""Seconds for which a server is stopped or frozen."""


@dataclass(slots=True)
class Storm:
    """`servers`: the proxies by name. `outages`: (name, start, end) of every outage, monotonic."""

    fleet: Fleet
    state: RecordingState
    servers: Mapping[str, Proxy]
    rng: random.Random
    counts: Counter[str] = field(default_factory=Counter)
    outages: list[tuple[str, float, float]] = field(default_factory=list)

    async def rage(self) -> None:
        """Until cancelled; every kind of fault comes once before any comes again."""
        kinds = self._kinds()
        while True:
            for name in self.rng.sample(sorted(kinds), len(kinds)):
                await asyncio.sleep(self.rng.uniform(*PAUSE))
                self.counts[name] += 1
                await kinds[name]()

    async def calm(self) -> None:
        """End every fault."""
        for proxy in self.servers.values():
            await proxy.heal()
        self.state.faults.queue.clear()

    def _kinds(self) -> dict[str, Callable[[], Awaitable[None]]]:
        kinds: dict[str, Callable[[], Awaitable[None]]] = {
            "Bot API: 500": lambda: self._break_api(code=500, times=30),
            "Bot API: resets": lambda: self._break_api(kind="reset", times=30),
            "Bot API: 429": lambda: self._break_api(
                method="sendMessage", code=429, description="Too Many Requests", retry_after=2, times=15
            ),
        }
        for role in self.fleet.roles:
            kinds[f"kill {role.name}"] = lambda role=role: self.fleet.kill(role)  # type: ignore[misc]
        for name in self.servers:
            kinds[f"{name} stopped"] = lambda name=name: self._outage(name, frozen=False)  # type: ignore[misc]
            kinds[f"{name} frozen"] = lambda name=name: self._outage(name, frozen=True)  # type: ignore[misc]
        if self.servers:
            kinds["kill all during an outage"] = self._kill_all_during_outage
        return kinds

    async def _break_api(self, method: str = "*", **fault: object) -> None:
        self.state.faults.order(method=method, **fault)

    async def _outage(self, name: str, *, frozen: bool) -> None:
        began, proxy = time.monotonic(), self.servers[name]
        try:
            if frozen:
                proxy.freeze()
            else:
                await proxy.refuse()
            await asyncio.sleep(self.rng.uniform(*OUTAGE))
        finally:
            await proxy.heal()
            self.outages.append((name, began, time.monotonic()))

    async def _kill_all_during_outage(self) -> None:
        name = self.rng.choice(sorted(self.servers))
        outage = self._outage(name, frozen=self.rng.random() < 0.5)
        async with asyncio.TaskGroup() as group:
            group.create_task(outage)
            await asyncio.sleep(1)
            for role in self.fleet.roles:
                await self.fleet.kill(role)
