"""Updates as they arrive, raw: taken by a call of our own, told apart, sorted by chat."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from aiogram.methods import TelegramMethod

Raw = Mapping[str, Any]
ALLOWED = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "message_reaction",
    "inline_query",
)


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates without aiogram's types: one update that they reject must not stop the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


def fingerprint(update: Raw, bot_id: int) -> int:
    """A number of 63 bits that is equal for an update delivered twice, and hardly otherwise.

    `update_id` alone will not do: another bot's numbers, or a numbering that Telegram
    began anew after a quiet week, must not look like updates answered long ago.
    """
    text = json.dumps([bot_id, update], sort_keys=True, ensure_ascii=False)
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8]) >> 1


def lane(update: Raw) -> int:
    """The chat whose order matters; for what belongs to no chat, the user; 0 for neither."""
    for body in update.values():
        if isinstance(body, Mapping):
            chat = body.get("chat") or (body.get("message") or {}).get("chat")
            return int((chat or body.get("from") or {}).get("id", 0))
    return 0
