"""Control of the server over HTTP, under /control/, for tests that run it as another process."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, fields
from typing import Any

from aiohttp import web

from bot.demo.botapi.faults import Chaos
from bot.demo.botapi.state import Json, ServerState


def add(app: web.Application, state: ServerState) -> None:
    """Add the routes. Requests and responses are JSON."""

    async def push(request: web.Request) -> web.Response:
        """Takes an update without its id; returns {"update_id"}."""
        return web.json_response({"update_id": await state.push(await request.json())})

    async def messages(request: web.Request) -> web.Response:
        """The bot's messages; optionally only of ?chat= and after the message id ?after=."""
        chat, after = request.query.get("chat"), int(request.query.get("after", 0))
        found = [
            one
            for (where, number), one in state.messages.items()
            if number > after and chat in (None, str(where)) and one.get("from", {}).get("is_bot")
        ]
        return web.json_response(found)

    async def order(request: web.Request) -> web.Response:
        """Takes the fields of one Fault."""
        return web.json_response(asdict(state.faults.order(**await request.json())))

    async def chaos(request: web.Request) -> web.Response:
        """Takes the fields of Chaos."""
        state.faults.chaos = Chaos(**await request.json())
        return web.json_response({})

    async def options(request: web.Request) -> web.Response:
        """Takes fields of Options, and "blocked": chats where every send is a 403."""
        given: Json = await request.json()
        for chat in given.pop("blocked", ()):
            state.chats[chat] = {"id": chat, "type": "private", "blocked": True}
        known = {field.name for field in fields(state.options)}
        for key in given.keys() & known:
            setattr(state.options, key, given[key])
        return web.json_response(asdict(state.options))

    async def counters(request: web.Request) -> web.Response:
        return web.json_response(counted(state))

    app.router.add_post("/control/push", push)
    app.router.add_get("/control/messages", messages)
    app.router.add_post("/control/faults", order)
    app.router.add_post("/control/chaos", chaos)
    app.router.add_post("/control/options", options)
    app.router.add_get("/control/counters", counters)


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
