"""Updates as unparsed JSON: how they are fetched, identified, and assigned to a chat's queue."""

from __future__ import annotations

import hashlib
import json
import re
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
    "guest_message",
)


_NUMBER = re.compile(r"-?\d{1,18}", re.ASCII)


class GetRawUpdates(TelegramMethod[list[Any]]):
    """getUpdates without parsing: an update that aiogram's types reject must not block the others."""

    __returning__ = list[Any]
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
    """The id of the update's chat; for an update without a chat the user's id; 0 without either.

    Never raises, whatever the update holds.
    """
    for body in update.values():
        if isinstance(body, Mapping):
            return _id(body.get("chat")) or _id(_inside(body, "message", "chat")) or _id(body.get("from"))
    return 0


def asker(update: RawUpdate) -> tuple[int, int]:
    """The ids of the chat and of the user of an update; 0 for what it has not."""
    for body in update.values():
        if isinstance(body, Mapping):
            chat = _id(body.get("chat")) or _id(_inside(body, "message", "chat"))
            return chat, _id(body.get("from")) or _id(body.get("user"))
    return 0, 0


def _inside(body: Any, *keys: str) -> Any:
    """The value at the end of a path of keys; None where the path breaks off."""
    for key in keys:
        body = body.get(key) if isinstance(body, Mapping) else None
    return body


def _id(body: Any) -> int:
    """The id of a chat or a user, which may be written as text; 0 for anything else."""
    found = _inside(body, "id")
    if isinstance(found, str) and _NUMBER.fullmatch(found):
        return int(found)
    return found if type(found) is int else 0
