"""getUpdates and the webhook: updates wait until they are confirmed, and one poller only."""

from __future__ import annotations

import asyncio
import time

from tests.botapi.refusal import CONFLICT, WEBHOOK_ACTIVE, ApiError, bad_request
from tests.botapi.world import Json, World


async def get_updates(world: World, params: Json) -> list[Json]:
    """Long polling. A newer call ends an older one with 409, as Telegram does."""
    if world.webhook["url"]:
        raise ApiError(409, WEBHOOK_ACTIVE)
    if "allowed_updates" in params:
        world.allowed = set(params["allowed_updates"]) or None
    _confirm(world, params.get("offset", 0))
    limit = min(params.get("limit") or 100, 100)
    world.poller += 1
    mine, deadline = world.poller, time.monotonic() + min(params.get("timeout", 0), 50)
    async with world.changed:
        world.changed.notify_all()
        while not world.updates and mine == world.poller and (left := deadline - time.monotonic()) > 0:
            try:
                await asyncio.wait_for(world.changed.wait(), left)
            except TimeoutError:
                break
        if mine != world.poller:
            raise ApiError(409, CONFLICT)
        return list(world.updates.values())[:limit]


async def set_webhook(world: World, params: Json) -> bool:
    url = str(params.get("url", ""))
    if url and not url.startswith(("https://", "http://127.0.0.1")):
        raise bad_request("bad webhook: HTTPS url must be provided for webhook")
    if "allowed_updates" in params:
        world.allowed = set(params["allowed_updates"]) or None
    if params.get("drop_pending_updates"):
        world.updates.clear()
    world.webhook = {"url": url, "secret_token": params.get("secret_token")}
    await world.notify()
    return True


async def delete_webhook(world: World, params: Json) -> bool:
    return await set_webhook(world, {"drop_pending_updates": params.get("drop_pending_updates")})


async def get_webhook_info(world: World, params: Json) -> Json:
    waiting = len(world.updates)
    return {"url": world.webhook["url"], "has_custom_certificate": False, "pending_update_count": waiting}


def _confirm(world: World, offset: int) -> None:
    """Updates below `offset` are forgotten; a negative one keeps only the last so many."""
    ids = list(world.updates)
    gone = ids[:offset] if offset < 0 else [number for number in ids if number < offset]
    for number in gone:
        del world.updates[number]
