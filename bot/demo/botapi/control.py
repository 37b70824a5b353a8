"""Control of the server over HTTP, under /control/, for tests that run it as another process."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, fields
from typing import Any

from aiohttp import web

from bot.demo.botapi.faults import Chaos
from bot.demo.botapi.state import Json, ServerState


def add(app: web.Application, state: ServerState) -> None:
    """Add the routes. Requests and responses are JSON."""
    control = _Control(state)
    app.router.add_post("/control/push", control.push)
    app.router.add_get("/control/messages", control.messages)
    app.router.add_post("/control/faults", control.order)
    app.router.add_post("/control/chaos", control.chaos)
    app.router.add_post("/control/options", control.options)
    app.router.add_get("/control/counters", control.counters)


@dataclass(frozen=True, slots=True)
class _Control:
    """The handlers of the routes."""

    state: ServerState

    async def push(self, request: web.Request) -> web.Response:
        """Takes an update without its id; returns {"update_id"}."""
        return web.json_response({"update_id": await self.state.push(await request.json())})

    async def messages(self, request: web.Request) -> web.Response:
        """The bot's messages; optionally only of ?chat= and after the message id ?after=."""
        chat, after = request.query.get("chat"), int(request.query.get("after", 0))
        found = [
            one
            for (where, number), one in self.state.messages.items()
            if number > after and chat in (None, str(where)) and one.get("from", {}).get("is_bot")
        ]
        return web.json_response(found)

    async def order(self, request: web.Request) -> web.Response:
        """Takes the fields of one Fault."""
        return web.json_response(asdict(self.state.faults.order(**await request.json())))

    async def chaos(self, request: web.Request) -> web.Response:
        """Takes the fields of Chaos."""
        self.state.faults.chaos = Chaos(**await request.json())
        return web.json_response({})

    async def options(self, request: web.Request) -> web.Response:
        """Takes fields of Options, and "blocked": chats where every send is a 403."""
        given: Json = await request.json()
        for chat in given.pop("blocked", ()):
            self.state.chats[chat] = {"id": chat, "type": "private", "blocked": True}
        known = {field.name for field in fields(self.state.options)}
        for key in given.keys() & known:
            setattr(self.state.options, key, given[key])
        return web.json_response(asdict(self.state.options))

    async def counters(self, _request: web.Request) -> web.Response:
        return web.json_response(counted(self.state))


def counted(state: ServerState) -> dict[str, Any]:
    """Send requests by second (monotonic clock), messages by chat, the busiest second."""
    seconds = Counter(int(at) for at in state.send_times)
    return {
        "delivered": sum(state.sent.values()),
        "by_chat": {str(chat): count for chat, count in state.sent.items()},
        "send_requests_by_second": {str(second): count for second, count in sorted(seconds.items())},
        "busiest_second": state.busiest_second(),
        "updates_waiting": len(state.updates),
    }
