"""The web side: the webhook, /healthz for a balancer and /metrics for Prometheus."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from json import JSONDecodeError

from aiohttp import web
from prometheus_client import CollectorRegistry, generate_latest

from bot.telegram.arrivals import Raw, fingerprint, lane
from bot.telegram.lanes import Lanes
from bot.telegram.stores import HandledUpdates

SECRET = "X-Telegram-Bot-Api-Secret-Token"
MAX_BODY = 4 * 2**20


class Webhook:
    """An update is answered before the 200, so that one cut short is delivered again."""

    def __init__(self, bot_id: int, secret: str, handled: HandledUpdates, lanes: Lanes[Raw]) -> None:
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


def build_app(
    registry: CollectorRegistry,
    healthy: Callable[[], Awaitable[bool]],
    webhook: tuple[str, Webhook] | None = None,
) -> web.Application:
    """`webhook`: its path and what receives it."""

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
async def listening(app: web.Application, host: str, port: int, within: float) -> AsyncIterator[None]:
    """Serve `app` for the length of the block; requests in hand get `within` seconds. Raises OSError."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=within)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield
    finally:
        await runner.cleanup()
