"""Raw updates and responses as aiogram's types, whatever the server's version."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Update
from pydantic import ValidationError

from bot.telegram.updates.lenient_reading import read_leniently
from bot.telegram.updates.raw_updates import RawUpdate

log = structlog.get_logger()
_OK, _TOO_MANY = 200, 429
_RETRY_AFTER = 1
"""Seconds after a 429 that names none."""
_NEEDED: Mapping[str, Mapping[str, Any]] = {
    "message": {
        **{name: {} for name in ("message_id", "date", "text", "caption", "entities", "caption_entities")},
        "chat": {"id": {}, "type": {}, "title": {}},
        "from": {"id": {}, "is_bot": {}, "first_name": {}, "language_code": {}},
    },
    "callback_query": {
        **{name: {} for name in ("id", "chat_instance", "data")},
        "from": {"id": {}, "is_bot": {}, "first_name": {}},
        "message": {"message_id": {}, "date": {}, "chat": {"id": {}, "type": {}}},
    },
}
"""What is read of an update whose other parts cannot be read at all."""
_NO_MESSAGE: Mapping[str, Any] = {"date": 0, "chat": {"id": 0, "type": "private"}}


def read_update(raw: RawUpdate, bot: Bot) -> Update:
    """Raises ValidationError for what is no update of a known kind."""

    def read(data: Any) -> Update:
        return Update.model_validate(data, context={"bot": bot})

    try:
        return read_leniently(read, raw, root=1)
    except ValidationError:
        bare = {kind: _only(raw[kind], needed) for kind, needed in _NEEDED.items() if kind in raw}
        if not bare:
            raise
        log.info("update read in part", update=raw.get("update_id"))
        return read({"update_id": raw.get("update_id", 0), **bare})


def _only(data: Any, needed: Mapping[str, Any]) -> Any:
    if not needed or not isinstance(data, Mapping):
        return data
    return {name: _only(data[name], inner) for name, inner in needed.items() if name in data}


class UnreadableResponseError(ClientDecodeError):
    """Its text quotes nothing of the response, which may hold what readers wrote."""

    def __str__(self) -> str:
        return f"{self.message}: {type(self.original).__name__}"


class LenientResponses(BaseSession):
    """A response that lacks what aiogram's types require is read all the same.

    A proxy's page is an error of the server; of a failure what can be read counts; JSON of a success that
    cannot be read is an UnreadableResponseError. The message of an error is always a text.
    """

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        try:
            return super().check_response(bot, method, status_code, content)
        except TelegramAPIError as error:
            error.message = error.message or ""
            if status_code == _TOO_MANY and not isinstance(error, TelegramRetryAfter):
                raise TelegramRetryAfter(method, error.message, _RETRY_AFTER) from error
            raise
        except TypeError as error:  # aiogram looks for a word in the description, which may be missing
            raise TelegramServerError(method, f"HTTP {status_code} without a description") from error
        except ClientDecodeError as error:
            if not isinstance(error.data, dict):
                if status_code == _OK:
                    raise _quiet(error) from None
                raise TelegramServerError(method, f"HTTP {status_code} without JSON") from None
            if error.data.get("ok") is False or status_code != _OK:
                return self.check_response(bot, method, status_code, json.dumps(_failure(error.data)))
            return _repaired(bot, method, error)


def _quiet(error: ClientDecodeError) -> UnreadableResponseError:
    return UnreadableResponseError(error.message, error.original, error.data)


def _failure(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """What aiogram's types can read of a failure."""
    parameters = data.get("parameters")
    given = parameters if isinstance(parameters, Mapping) else {}
    read = {"retry_after": _seconds(given.get("retry_after"))}
    if type(chat := given.get("migrate_to_chat_id")) is int:
        read["migrate_to_chat_id"] = chat
    return {"ok": False, "description": str(data.get("description") or ""), "parameters": read}


def _seconds(value: object) -> int | None:
    try:
        return math.ceil(float(str(value)))
    except (ValueError, OverflowError):
        return None


def _repaired(
    bot: Bot, method: TelegramMethod[TelegramType], error: ClientDecodeError
) -> Response[TelegramType]:
    def read(data: Any) -> Response[TelegramType]:
        kind = Response[method.__returning__]  # type: ignore[name-defined]  # a type known at run time
        found: Response[TelegramType] = kind.model_validate(data, context={"bot": bot})
        return found

    if error.data.get("ok") is not True:
        raise _quiet(error) from None
    result = error.data.get("result")
    if isinstance(result, dict) and "message_id" in result:
        # Of a message that was sent, the bot needs the id alone.
        error.data["result"] = {**_NO_MESSAGE, **result}
    try:
        response = read_leniently(read, error.data, root=1)
    except ValidationError:
        raise _quiet(error) from None
    log.info("response read in part", method=method.__api_method__)
    return response


class LenientSession(LenientResponses, AiohttpSession):
    """Over HTTP."""
