"""Updates as unparsed JSON: how they are fetched, identified, and assigned to a chat's queue."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from aiogram.methods import TelegramMethod

RawUpdate = Mapping[str, Any]
ALLOWED_UPDATES = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "message_reaction",
    "inline_query",
)


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates without parsing: an update that aiogram's types reject must not block the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


def fingerprint(update: RawUpdate, bot_id: int) -> int:
    """A 63-bit hash, the same for an update that is delivered twice.

    `update_id` is not enough: another bot's ids, or ids that Telegram restarts after a week
    without updates, must not look like updates handled long ago.
    """
    text = json.dumps([bot_id, update], sort_keys=True, ensure_ascii=False)
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8]) >> 1


def queue_key(update: RawUpdate) -> int:
    """The id of the update's chat; for an update without a chat the user's id; 0 without either."""
    for body in update.values():
        if isinstance(body, Mapping):
            chat = body.get("chat") or (body.get("message") or {}).get("chat")
            return int((chat or body.get("from") or {}).get("id", 0))
    return 0
