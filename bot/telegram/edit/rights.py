"""Who may edit: a middleware finds the person's role once for each update, a filter requires it."""

from __future__ import annotations

from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.editing.roles import Staff
from bot.records.editing import Editor, Role
from bot.telegram.sending.callback_answers import AnswerCallbacks


class IdentifyEditor(BaseMiddleware):
    """Passes on `editor`: the person with a role, in a private chat; None for anybody else, and in groups."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff

    async def __call__(
        self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
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
    """Accepts a person whose role covers `role`. As a filter of a router it leaves the updates of
    other people to the handlers of readers.
    """

    def __init__(self, role: Role) -> None:
        self._role = role

    async def __call__(self, _event: TelegramObject, editor: Editor | None = None) -> bool:
        return editor is not None and editor.role.covers(self._role)


def staff_router(name: str, role: Role) -> Router:
    """A router for people whose role covers `role`, whose buttons are answered."""
    router = Router(name=name)
    router.message.filter(HasRole(role))
    router.callback_query.filter(HasRole(role))
    router.callback_query.middleware(AnswerCallbacks())
    return router
