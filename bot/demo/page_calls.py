"""What a person does at the page, as calls: JSON in, JSON out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from bot.demo.actions import Actions
from bot.demo.botapi.state import Json, ServerState
from bot.demo.clock import SharedClock
from bot.demo.people import Persona, chat, person
from bot.demo.supervisor import Supervisor
from bot.demo.time_steps import Steps
from bot.demo.views import Views

Handler = Callable[[web.Request], Awaitable[web.Response]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """All that the page shows and moves."""

    state: ServerState
    actions: Actions
    views: Views
    clock: SharedClock
    steps: Steps
    bot: Supervisor
    title: str
    zone: str


class Calls:
    """Each takes {"chat", "as"} and its own fields; an unknown chat or person is a KeyError."""

    def __init__(self, demo: Demo) -> None:
        self._demo = demo

    @property
    def by_name(self) -> Mapping[str, Handler]:
        """The calls by the last part of their path."""
        return {
            "say": self.say,
            "edit": self.edit,
            "press": self.press,
            "inline": self.inline,
            "inline_result": self.inline_result,
            "react": self.react,
            "upload": self.upload,
            "clock": self.clock,
            "bot": self.bot,
        }

    async def say(self, request: web.Request) -> web.Response:
        given, who, where = await self._read(request)
        await self._demo.actions.say(who, where, str(given["text"]), int(given.get("reply_to") or 0))
        return web.json_response({})

    async def edit(self, request: web.Request) -> web.Response:
        given, who, where = await self._read(request)
        done = await self._demo.actions.edit(who, where, int(given["message"]), str(given["text"]))
        return web.json_response({"done": done})

    async def press(self, request: web.Request) -> web.Response:
        given, who, where = await self._read(request)
        answer = await self._demo.actions.press(who, where, int(given["message"]), str(given["data"]))
        return web.json_response(answer)

    async def inline(self, request: web.Request) -> web.Response:
        given, who, _ = await self._read(request)
        return web.json_response(await self._demo.actions.ask_inline(who, str(given["text"])))

    async def inline_result(self, request: web.Request) -> web.Response:
        given, who, where = await self._read(request)
        await self._demo.actions.send_inline(who, where, dict(given["result"]))
        return web.json_response({})

    async def react(self, request: web.Request) -> web.Response:
        given, who, where = await self._read(request)
        await self._demo.actions.react(who, where, int(given["message"]), str(given["emoji"]))
        return web.json_response({})

    async def upload(self, request: web.Request) -> web.Response:
        form = await request.post()
        file = form["file"]
        if not isinstance(file, web.FileField):
            raise web.HTTPBadRequest
        who, where = person(int(str(form["as"]))), chat(int(str(form["chat"])))
        caption = str(form.get("caption", ""))
        await self._demo.actions.upload(who, where, file.file.read(), file.filename, caption)
        return web.json_response({})

    async def clock(self, request: web.Request) -> web.Response:
        """{"step": a name} or {"to": an instant}; {"moved": false} where there is nothing to move to."""
        given = await request.json()
        steps = self._demo.steps
        await self._demo.bot.until_running()  # the schema of its database is made at the start
        to = datetime.fromisoformat(given["to"]) if "to" in given else await steps.target(given["step"])
        moved = to is not None and self._demo.clock.move(steps.in_zone(to))
        await self._demo.state.notify()
        return web.json_response({"moved": moved})

    async def bot(self, request: web.Request) -> web.Response:
        """{"kill": true} ends it as a crash would."""
        given = await request.json()
        await self._demo.bot.restart(kill=bool(given.get("kill")))
        return web.json_response({})

    async def _read(self, request: web.Request) -> tuple[Json, Persona, Json]:
        """The body, who acts, and the chat. Raises ValueError or KeyError."""
        given: Json = await request.json()
        return given, person(int(given["as"])), chat(int(given["chat"]))
