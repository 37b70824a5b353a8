"""The web side: the webhook, /healthz for a balancer and /metrics for Prometheus."""

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
from bot.telegram.stores import HandledUpdates
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.raw_updates import Raw, fingerprint, lane

log = structlog.get_logger()
SECRET = "X-Telegram-Bot-Api-Secret-Token"
MAX_BODY = 4 * 2**20
CLOSING = 0.3
"""Seconds for requests still open once the updates in hand are done."""


class Webhook:
    """An update is answered before the 200, so that one cut short is delivered again."""

    def __init__(self, bot_id: int, secret: str, handled: HandledUpdates, lanes: ChatQueues[Raw]) -> None:
        self._bot_id = bot_id
        self._secret = secret.encode()
        self._handled = handled
        self._lanes = lanes
        self._in_hand: dict[int, asyncio.Future[None]] = {}

    async def receive(self, request: web.Request) -> web.Response:
        """200 once answered; 401 to a stranger; 400 to what is no update; 503 while stopping."""
        if not hmac.compare_digest(request.headers.get(SECRET, "").encode(), self._secret):
            return web.Response(status=401)
        try:
            raw = await request.json()
        except (JSONDecodeError, UnicodeDecodeError):
            return web.Response(status=400)
        if not isinstance(raw, dict) or "update_id" not in raw:
            return web.Response(status=400)
        try:
            await self._take(raw)
        except asyncio.CancelledError:
            return web.Response(status=503)
        return web.Response()

    async def _take(self, raw: Raw) -> None:
        """The same update delivered while it is in hand waits for the one answer."""
        number = fingerprint(raw, self._bot_id)
        if number in self._in_hand:
            await asyncio.shield(self._in_hand[number])
            return
        # Nothing may be awaited between the look and the note.
        done = self._in_hand[number] = asyncio.get_running_loop().create_future()
        try:
            if not await self._handled.seen(number):
                await asyncio.shield(self._lanes.put(lane(raw), raw))
            done.set_result(None)
        finally:
            done.cancel()  # no effect where the result is there
            del self._in_hand[number]


Receiver = tuple[str, Webhook]
"""The path of the webhook, and what receives it."""


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
    """Serve `app` for the length of the block.

    Where it is not `required` it is for this machine alone, and does without a port that
    is taken. Raises PortTakenError.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSING)
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
