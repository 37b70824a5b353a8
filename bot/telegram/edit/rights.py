"""Who is an editor: found once an update, and asked for by a filter. To strangers nothing of this exists."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.editing.roles import Staff
from bot.records.editing import Editor, Role

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class KnowEditors(BaseMiddleware):
    """Hands on `editor`: the person with the role in a private chat, None for anybody else anywhere."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        data["editor"] = await self._editor(event)
        return await handler(event, data)

    async def _editor(self, event: TelegramObject) -> Editor | None:
        assert isinstance(event, Message | CallbackQuery)
        shown = event.message if isinstance(event, CallbackQuery) else event
        person = event.from_user
        if shown is None or person is None or shown.chat.type != ChatType.PRIVATE:
            return None
        return await self._staff.editor(person.id, person.full_name)


class HasRole(Filter):
    """Lets through who may do what `role` may. Stands on a router, so that what does not pass goes on
    to the handlers of strangers.
    """

    def __init__(self, role: Role) -> None:
        self._role = role

    async def __call__(self, _event: TelegramObject, editor: Editor | None = None) -> bool:
        return editor is not None and editor.role.covers(self._role)
