"""An aiogram session without HTTP: calls reach the server's state in process, with the same checks."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from typing import Any, cast

from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile

from bot.demo.botapi import server
from bot.demo.botapi.faults import Fault, FaultKind
from bot.demo.botapi.refusal import ApiError
from bot.demo.botapi.state import Json, ServerState
from bot.telegram.updates.typed_updates import LenientResponses


class DirectSession(LenientResponses):
    """Faults work too; a hang is a network error at once."""

    def __init__(self, state: ServerState) -> None:
        super().__init__()
        self._state = state

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> TelegramType:
        params = await self._params(bot, method)
        name = method.__api_method__
        await server.count(self._state, name, params)
        try:
            if bot.token != self._state.token:
                raise ApiError(401, "Unauthorized")
            fault = self._state.faults.take(name, params.get("chat_id"))
            if fault is not None and fault.kind is not FaultKind.ODD:
                await self._fail(method, fault)
            result = await server.call(self._state, name, params)
            if fault is not None:
                result = {"message_id": self._state.next_id()}
            status, body = 200, {"ok": True, "result": result}
        except ApiError as error:
            status, body = error.code, error.as_json()
        response = self.check_response(bot=bot, method=method, status_code=status, content=json.dumps(body))
        return cast(TelegramType, response.result)

    async def _fail(self, method: TelegramMethod[Any], fault: Fault) -> None:
        if fault.kind is not FaultKind.ERROR:
            raise TelegramNetworkError(method=method, message=fault.kind)
        await asyncio.sleep(0)
        raise server.error_of(fault)

    async def _params(self, bot: Bot, method: TelegramMethod[Any]) -> Json:
        files: dict[str, InputFile] = {}
        params: Json = {}
        for key, value in method.model_dump(warnings=False).items():
            prepared = self.prepare_value(value, bot=bot, files=files)
            if prepared:
                params[key] = server.value(key, prepared)
        for key, file in files.items():
            content = b"".join([piece async for piece in file.read(bot)])
            params[key] = (content, file.filename or key)
        return params

    async def close(self) -> None:
        """There is nothing to close."""

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109 - aiogram's signature
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        yield self._state.files[url.rpartition("/")[2]]
