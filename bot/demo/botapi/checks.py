"""Telegram's rules for texts, entities and keyboards; a violation is a 400."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from bot.demo.botapi.refusal import bad_request

TEXT_UNITS = 4096
CAPTION_UNITS = 1024
DATA_BYTES = 64
ENTITIES = {
    *("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic"),
    *("underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre"),
    *("text_link", "text_mention", "custom_emoji", "date_time"),
}
QUOTES = {"blockquote", "expandable_blockquote"}
ACTIONS = {
    "url",
    "callback_data",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
}
Json = dict[str, Any]


def units(text: str) -> int:
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def text(value: object, entities: Sequence[Json], *, limit: int = TEXT_UNITS) -> str:
    """Returns the text if it may be sent. Raises ApiError."""
    if not isinstance(value, str) or not value.strip():
        raise bad_request("message text is empty")
    if units(value) > limit:
        raise bad_request("message is too long" if limit == TEXT_UNITS else "message caption is too long")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    for entity in entities:
        _entity(value, entity)
    for one, other in combinations(entities, 2):
        _pair(one, other)
    return value


def _entity(value: str, entity: Json) -> None:
    if entity.get("type") not in ENTITIES:
        raise bad_request(f"can't parse MessageEntity: unsupported type {entity.get('type')}")
    offset, length = entity.get("offset"), entity.get("length")
    if not isinstance(offset, int) or not isinstance(length, int) or offset < 0 or length <= 0:
        raise bad_request("ENTITY_BOUNDS_INVALID")
    if offset + length > units(value):
        raise bad_request("ENTITY_BOUNDS_INVALID")
    data = value.encode("utf-16-le")
    for edge in (offset, offset + length):
        if edge * 2 < len(data) and 0xDC <= data[edge * 2 + 1] <= 0xDF:  # between two surrogates
            raise bad_request("ENTITY_BOUNDS_INVALID")
    if entity["type"] == "text_link" and not str(entity.get("url", "")).startswith(("http", "tg:")):
        raise bad_request("ENTITY_URL_INVALID")


def _pair(one: Json, other: Json) -> None:
    """Entities may be disjoint or nested, but not overlap; quotes do not nest."""
    first, second = sorted((one, other), key=lambda entity: (entity["offset"], -entity["length"]))
    end = first["offset"] + first["length"]
    if second["offset"] >= end:
        return
    if second["offset"] + second["length"] > end:
        raise bad_request("ENTITIES_OVERLAP")
    if first["type"] in QUOTES and second["type"] in QUOTES:
        raise bad_request("ENTITIES_NESTED_QUOTE")


def keyboard(markup: Json | None) -> Json | None:
    """Returns an inline keyboard if it may be sent; other markups are not checked."""
    if not markup or "inline_keyboard" not in markup:
        return markup or None
    rows = markup["inline_keyboard"]
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100 or any(len(row) > 8 for row in rows) or any(not row for row in rows):
        raise bad_request("reply markup is too long")
    for button in buttons:
        _button(button)
    return {"inline_keyboard": rows} if rows else None


def _button(button: Json) -> None:
    if not str(button.get("text", "")).strip():
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed")
    if len(ACTIONS & button.keys()) != 1:
        raise bad_request("can't parse inline keyboard button: exactly one action must be used")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
