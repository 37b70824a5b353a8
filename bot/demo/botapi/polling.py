"""getUpdates and the webhook: updates are kept until confirmed; there is one poller at a time."""

from __future__ import annotations

import asyncio
import time

from bot.demo.botapi.refusal import CONFLICT, WEBHOOK_ACTIVE, ApiError, bad_request
from bot.demo.botapi.state import Json, ServerState


async def get_updates(state: ServerState, params: Json) -> list[Json]:
    """Long polling. A newer call ends an older one with 409, as Telegram does."""
    if state.webhook["url"]:
        raise ApiError(409, WEBHOOK_ACTIVE)
    if "allowed_updates" in params:
        state.allowed = set(params["allowed_updates"]) or None
    _confirm(state, params.get("offset", 0))
    limit = min(params.get("limit") or 100, 100)
    state.poller += 1
    mine, deadline = state.poller, time.monotonic() + min(params.get("timeout", 0), 50)
    async with state.changed:
        state.changed.notify_all()
        while not state.updates and mine == state.poller and (left := deadline - time.monotonic()) > 0:
            try:
                async with asyncio.timeout(left):
                    await state.changed.wait()
            except TimeoutError:
                break
        if mine != state.poller:
            raise ApiError(409, CONFLICT)
        return list(state.updates.values())[:limit]


async def set_webhook(state: ServerState, params: Json) -> bool:
    url = str(params.get("url", ""))
    if url and not url.startswith(("https://", "http://127.0.0.1")):
        raise bad_request("bad webhook: HTTPS url must be provided for webhook")
    if "allowed_updates" in params:
        state.allowed = set(params["allowed_updates"]) or None
    if params.get("drop_pending_updates"):
        state.updates.clear()
    state.webhook = {"url": url, "secret_token": params.get("secret_token")}
    await state.notify()
    return True


async def delete_webhook(state: ServerState, params: Json) -> bool:
    return await set_webhook(state, {"drop_pending_updates": params.get("drop_pending_updates")})


async def get_webhook_info(state: ServerState, params: Json) -> Json:
    waiting = len(state.updates)
    return {"url": state.webhook["url"], "has_custom_certificate": False, "pending_update_count": waiting}


def _confirm(state: ServerState, offset: int) -> None:
    """Delete updates below `offset`; a negative `offset` keeps only that many of the last ones."""
    ids = list(state.updates)
    gone = ids[:offset] if offset < 0 else [number for number in ids if number < offset]
    for number in gone:
        del state.updates[number]
