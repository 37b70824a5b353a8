"""The HTTP server: the webhook, /healthz for a load balancer and /metrics for Prometheus."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from json import JSONDecodeError

import structlog
from aiohttp import web
from prometheus_client import CollectorRegistry, generate_latest

from bot.errors import PortTakenError
from bot.telegram.ports import HandledUpdates
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.raw_updates import RawUpdate, fingerprint, queue_key

log = structlog.get_logger()
SECRET = "X-Telegram-Bot-Api-Secret-Token"
MAX_BODY = 4 * 2**20
SHUTDOWN_TIMEOUT = 0.3
"""Seconds for requests that are still open when the updates are handled."""


class Webhook:
    """Responds 200 only after the update is handled, so that Telegram delivers an interrupted one again."""

    def __init__(
        self, bot_id: int, secret: str, handled: HandledUpdates, queues: ChatQueues[RawUpdate]
    ) -> None:
        self._bot_id = bot_id
        self._secret = secret.encode()
        self._handled = handled
        self._queues = queues
        self._in_progress: dict[int, asyncio.Future[None]] = {}

    async def receive(self, request: web.Request) -> web.Response:
        """200 once handled; 401 for a wrong secret; 400 if it is no update; 503 while stopping."""
        if not hmac.compare_digest(request.headers.get(SECRET, "").encode(), self._secret):
            return web.Response(status=401)
        try:
            raw = await request.json()
        except (JSONDecodeError, UnicodeDecodeError):
            return web.Response(status=400)
        if not isinstance(raw, dict) or "update_id" not in raw:
            return web.Response(status=400)
        try:
            await self._handle(raw)
        except asyncio.CancelledError:
            return web.Response(status=503)
        return web.Response()

    async def _handle(self, raw: RawUpdate) -> None:
        """Handle the update once: a repeated delivery waits for the first one."""
        number = fingerprint(raw, self._bot_id)
        if number in self._in_progress:
            await asyncio.shield(self._in_progress[number])
            return
        # No await between the check and the assignment, or two deliveries could both pass the check.
        done = self._in_progress[number] = asyncio.get_running_loop().create_future()
        try:
            if not await self._handled.seen(number):
                await asyncio.shield(self._queues.enqueue(queue_key(raw), raw))
            done.set_result(None)
        finally:
            done.cancel()  # no effect if the result is set
            del self._in_progress[number]


Receiver = tuple[str, Webhook]
"""The path of the webhook and its handler."""


def build_app(
    registry: CollectorRegistry,
    healthy: Callable[[], Awaitable[bool]],
    webhook: Receiver | None = None,
) -> web.Application:
    async def healthz(_request: web.Request) -> web.Response:
        good = await healthy()
        return web.json_response({"status": "ok" if good else "failing"}, status=200 if good else 503)

    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(
            body=generate_latest(registry), headers={"Content-Type": "text/plain; version=0.0.4"}
        )

    app = web.Application(client_max_size=MAX_BODY)
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/metrics", metrics)
    if webhook is not None:
        app.router.add_post(webhook[0], webhook[1].receive)
    return app


@asynccontextmanager
async def serving(app: web.Application, port: int, *, required: bool) -> AsyncIterator[None]:
    """Serve `app` while the block runs.

    If not `required`, it listens on 127.0.0.1 only, and a port in use is only logged.
    Raises PortTakenError.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_TIMEOUT)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, "0.0.0.0" if required else "127.0.0.1", port).start()
        except OSError as error:
            if required:
                raise PortTakenError(port) from error
            log.info("no /healthz and /metrics", port=port, reason=error.strerror)
        yield
    finally:
        await runner.cleanup()
