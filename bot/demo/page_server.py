"""Serves the page on 127.0.0.1: its files, its calls, and a stream of what changed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.demo import page
from bot.demo.botapi.state import Json
from bot.demo.page_calls import Calls, Demo
from bot.demo.people import PEOPLE

STATIC = Path(page.__file__).parent / "static"
UPLOAD_BYTES = 25 * 2**20
TICK = 1.0
"""Seconds after which the stream looks again though nothing was reported: «печатает» ends by itself."""
PAUSE = 0.03
"""Seconds in which several changes become one event."""
LOCAL = ("127.0.0.1", "localhost")
POLICY = "default-src 'self'; img-src 'self' data: blob:"


def build(demo: Demo) -> web.Application:
    app = web.Application(middlewares=[_only_here], client_max_size=UPLOAD_BYTES)
    handlers = _Handlers(demo)
    app.router.add_get("/", handlers.index)
    app.router.add_static("/static", STATIC)
    app.router.add_get("/api/events", handlers.events)
    app.router.add_get("/api/chats/{chat}", handlers.chat)
    app.router.add_get("/files/{file}", handlers.file)
    for name, call in Calls(demo).by_name.items():
        app.router.add_post(f"/api/{name}", call)
    return app


@web.middleware
async def _only_here(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Refuse other sites' pages, which can reach 127.0.0.1 too: by name, or by a form."""
    origin = request.headers.get("Origin", f"http://{request.host}")
    if request.host.partition(":")[0] not in LOCAL or origin != f"http://{request.host}":
        raise web.HTTPForbidden
    try:
        response = await handler(request)
    except (KeyError, ValueError) as error:  # an unknown chat or message, or no JSON
        raise web.HTTPBadRequest(text=type(error).__name__) from error
    if not response.prepared:
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["Cache-Control"] = "no-store"
    return response


class _Handlers:
    def __init__(self, demo: Demo) -> None:
        self._demo = demo

    async def index(self, _request: web.Request) -> web.Response:
        return web.Response(text=page.render(self._demo.title, self._about()), content_type="text/html")

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: the list of chats, the clock and the bot, whenever any of them changes."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        last = ""
        with suppress(ConnectionError):  # the page was closed
            while True:
                now = json.dumps(self._summary(), ensure_ascii=False)
                if now != last:
                    await response.write(f"data: {now}\n\n".encode())
                    last = now
                await asyncio.sleep(PAUSE)
                await self._changed()
        return response

    async def chat(self, request: web.Request) -> web.Response:
        return web.json_response(self._demo.views.chat(int(request.match_info["chat"])))

    async def file(self, request: web.Request) -> web.Response:
        found = self._demo.views.file(request.match_info["file"])
        if found is None:
            raise web.HTTPNotFound
        content, name = found
        headers = {"X-Content-Type-Options": "nosniff", "Content-Type": _kind_of(content)}
        if name:
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
        return web.Response(body=content, headers=headers)

    async def _changed(self) -> None:
        changed = self._demo.state.changed
        async with changed:
            try:
                async with asyncio.timeout(TICK):
                    await changed.wait()
            except TimeoutError:
                return

    def _summary(self) -> Json:
        demo = self._demo
        shift = demo.clock.shift
        return {
            "chats": demo.views.chats(),
            "shift": shift,
            "bot": demo.bot.status,
            "starts": demo.bot.starts,
        }

    def _about(self) -> Json:
        """What the page needs once."""
        people = [{"id": one.id, "name": one.name, "about": one.about} for one in PEOPLE]
        return {
            "people": people,
            "bot": self._demo.state.me,
            "zone": self._demo.zone,
            "title": self._demo.title,
        }


def _kind_of(content: bytes) -> str:
    if content.startswith(b"\x89PNG"):
        return "image/png"
    return "image/jpeg" if content.startswith(b"\xff\xd8") else "application/octet-stream"
