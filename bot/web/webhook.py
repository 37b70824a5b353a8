"""The webhook: Telegram posts updates here, one a request, and repeats what is not confirmed by 200."""

from __future__ import annotations

import asyncio
import hmac
import json

import structlog
from aiohttp import web

from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.intake import Intake, QueuedUpdate
from bot.telegram.updates.raw_updates import RawUpdate
from bot.telegram.updates.reading import UnreadableUpdateError, check_update, read_json

log = structlog.get_logger()
SECRET = "X-Telegram-Bot-Api-Secret-Token"
RETRY_AFTER = 1
"""Seconds that a refused client is asked to wait; Telegram chooses by itself."""


class Webhook:
    """Responds 200 once the intake has the update; until then Telegram delivers it again."""

    def __init__(self, secret: str, intake: Intake, queues: ChatQueues[QueuedUpdate]) -> None:
        self._secret = secret.encode()
        self._intake = intake
        self._queues = queues

    async def receive(self, request: web.Request) -> web.Response:
        """200 once taken, and for JSON that is no update, which would otherwise be repeated for a day.

        401 for a wrong secret; 400 for no JSON; 413 beyond the server's limit; 503 for what shall come again:
        while stopping, while too much waits, and where storing fails.
        """
        if not self._is_allowed(request):
            return web.Response(status=401)
        if self._queues.is_full:
            return _later()
        try:
            raw = check_update(read_json((await request.read()).decode()))
        except UnreadableUpdateError as error:
            log.warning("update not readable", reason=str(error))
            return web.Response()
        except (json.JSONDecodeError, UnicodeDecodeError):
            return web.Response(status=400)
        except (web.RequestPayloadError, ConnectionError):  # broken on its way, or the client is gone
            return _unreadable(request)
        return await self._confirm(raw)

    def _is_allowed(self, request: web.Request) -> bool:
        # aiohttp keeps bytes that are no UTF-8 as lone surrogates, which encode() alone refuses.
        given = request.headers.get(SECRET, "").encode("utf-8", "surrogateescape")
        return hmac.compare_digest(given, self._secret)

    async def _confirm(self, raw: RawUpdate) -> web.Response:
        try:
            await self._intake.accept((raw,))
        except asyncio.CancelledError:
            return _later()
        except Exception as error:  # noqa: BLE001 - whatever storage raises, Telegram delivers again
            log.warning("update refused", update=raw["update_id"], reason=type(error).__name__)
            return _later()
        return web.Response()


def _unreadable(request: web.Request) -> web.Response:
    """For a body of which nothing more can be read; so aiohttp must not try to."""
    request.content.feed_eof()
    response = web.Response(status=400)
    response.force_close()
    return response


def _later() -> web.Response:
    return web.Response(status=503, headers={"Retry-After": str(RETRY_AFTER)})
