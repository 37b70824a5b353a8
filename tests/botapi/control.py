"""The same powers over HTTP, under /control/, for tests whose server is another process."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, fields
from typing import Any

from aiohttp import web

from tests.botapi.faults import Chaos
from tests.botapi.world import Json, World


def add(app: web.Application, world: World) -> None:
    """Put the routes of control into `app`. Bodies and answers are JSON."""

    async def push(request: web.Request) -> web.Response:
        """An update without its id; answers {"update_id"}."""
        return web.json_response({"update_id": await world.push(await request.json())})

    async def messages(request: web.Request) -> web.Response:
        """The bot's messages, of ?chat= only if given, after ?after= (a message id)."""
        chat, after = request.query.get("chat"), int(request.query.get("after", 0))
        found = [
            one
            for (where, number), one in world.messages.items()
            if number > after and chat in (None, str(where)) and one.get("from", {}).get("is_bot")
        ]
        return web.json_response(found)

    async def order(request: web.Request) -> web.Response:
        """Fields of one Fault."""
        return web.json_response(asdict(world.faults.order(**await request.json())))

    async def chaos(request: web.Request) -> web.Response:
        """Fields of Chaos."""
        world.faults.chaos = Chaos(**await request.json())
        return web.json_response({})

    async def options(request: web.Request) -> web.Response:
        """Fields of Options, and "blocked": chats where every send is a 403."""
        given: Json = await request.json()
        for chat in given.pop("blocked", ()):
            world.chats[chat] = {"id": chat, "type": "private", "blocked": True}
        known = {field.name for field in fields(world.options)}
        for key in given.keys() & known:
            setattr(world.options, key, given[key])
        return web.json_response(asdict(world.options))

    async def counters(request: web.Request) -> web.Response:
        return web.json_response(counted(world))

    app.router.add_post("/control/push", push)
    app.router.add_get("/control/messages", messages)
    app.router.add_post("/control/faults", order)
    app.router.add_post("/control/chaos", chaos)
    app.router.add_post("/control/options", options)
    app.router.add_get("/control/counters", counters)


def counted(world: World) -> dict[str, Any]:
    """Sends in each second (of the monotonic clock), messages in each chat, the busiest second."""
    seconds = Counter(int(at) for at in world.send_times)
    return {
        "delivered": sum(world.sent.values()),
        "by_chat": {str(chat): count for chat, count in world.sent.items()},
        "send_requests_by_second": {str(second): count for second, count in sorted(seconds.items())},
        "busiest_second": world.busiest_second(),
        "updates_waiting": len(world.updates),
    }
