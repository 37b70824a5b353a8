"""/healthz, /readyz and /metrics, for load balancers, supervisors and Prometheus."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence

import structlog
from aiohttp import web
from prometheus_client import CollectorRegistry, generate_latest

from bot.settings import tasks

log = structlog.get_logger()
CHECK_TIMEOUT = 2.0
"""Seconds after which a dependency that does not answer counts as down."""
REMEMBERED = 1.0
"""Seconds for which a result is given again, so that asking often costs nothing."""

Check = Callable[[], Awaitable[bool]]


class Readiness:
    """Whether each dependency of the bot works now; one that is not registered yet counts as failing."""

    def __init__(self, names: Sequence[str]) -> None:
        """`names`: as /readyz shows them."""
        self._checks = {name: _Bounded(_failing) for name in names}
        self._at = float("-inf")
        self._found: Mapping[str, bool] = {}

    def register(self, name: str, check: Check) -> None:
        """Replace the check of a name; a name that was not given at first is ignored."""
        if name in self._checks:
            self._checks[name] = _Bounded(check)

    async def state(self) -> Mapping[str, bool]:
        """The result of every check, at most REMEMBERED old, within CHECK_TIMEOUT."""
        if time.monotonic() - self._at > REMEMBERED:
            results = await asyncio.gather(*(check.run() for check in self._checks.values()))
            self._found, self._at = dict(zip(self._checks, results, strict=True)), time.monotonic()
        return self._found


async def passing() -> bool:
    """The check of something that stays as it is once it is there."""
    return True


async def _failing() -> bool:
    return False


class _Bounded:
    """Runs a check for at most CHECK_TIMEOUT. One that hangs is not awaited, nor started a second time:
    a driver may take long to give up a connection to a server that is frozen.
    """

    def __init__(self, check: Check) -> None:
        self._check = check
        self._task: asyncio.Task[bool] | None = None

    async def run(self) -> bool:
        if self._task is None or self._task.done():
            self._task = tasks.start_task(self._guarded())
        task = self._task
        done, _ = await asyncio.wait({task}, timeout=CHECK_TIMEOUT)
        if not done:
            task.cancel()
        return bool(done) and not task.cancelled() and task.result()

    async def _guarded(self) -> bool:
        try:
            return await self._check()
        except Exception as error:  # noqa: BLE001 - whatever a driver raises means down
            log.debug("check failed", reason=type(error).__name__)
            return False


def add_health(app: web.Application, readiness: Readiness) -> None:
    """/healthz: 200 while the process serves, without waiting for anything. /readyz: 200 or 503."""

    async def healthz(_request: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readyz(_request: web.Request) -> web.Response:
        found = await readiness.state()
        good = all(found.values())
        body = {
            "status": "ok" if good else "failing",
            "checks": {name: "ok" if one else "failing" for name, one in found.items()},
        }
        return web.json_response(body, status=200 if good else 503)

    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)


def add_metrics(app: web.Application, registry: CollectorRegistry) -> None:
    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(
            body=generate_latest(registry), headers={"Content-Type": "text/plain; version=0.0.4"}
        )

    app.router.add_get("/metrics", metrics)
