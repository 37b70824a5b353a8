"""sendMessage as plain JSON values: nothing is validated twice, and of the response only its id is read."""

from __future__ import annotations

import json
from typing import Any

from aiogram import Bot
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import BytesPayload, FormData

from bot.telegram.updates.typed_updates import LenientSession

_FORM = "application/x-www-form-urlencoded"
_JSON = json.JSONEncoder(ensure_ascii=False)


class SendText(TelegramMethod[Any]):
    """A message with its entities and buttons as Telegram's JSON has them; so is what comes back."""

    __returning__ = Any
    __api_method__ = "sendMessage"

    chat_id: int
    text: str
    entities: list[dict[str, Any]] | None = None
    message_thread_id: int | None = None
    reply_parameters: dict[str, Any] | None = None
    reply_markup: dict[str, Any] | None = None
    link_preview_options: dict[str, Any] | None = None


class PlainSession(LenientSession):
    """Writes the form of a SendText by itself; every other call goes aiogram's way."""

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> FormData:
        if not isinstance(method, SendText):
            return super().build_form_data(bot, method)
        fields = [
            f"{name}={_quoted(value if isinstance(value, str) else _JSON.encode(value))}"
            for name, value in method.__dict__.items()
            if value is not None and value != []
        ]
        return BytesPayload("&".join(fields).encode(), content_type=_FORM)  # type: ignore[return-value]  # aiohttp takes both


def _quoted(text: str) -> str:
    """A value of a form with every byte escaped, for which no byte need be looked at."""
    return text if text.isascii() and text.isalnum() else f"%{text.encode().hex('%')}"
