"""Menus of commands by role: each person with a role sees their own in the private chat."""

from __future__ import annotations

from collections.abc import Sequence

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import DeleteMyCommands, SetMyCommands, TelegramMethod
from aiogram.types import BotCommand, BotCommandScopeChat

from bot.editing.roles import Staff
from bot.records.editing import Role
from bot.replies.editing import roles as texts

log = structlog.get_logger()


class Menus:
    """`everybody` are the readers' commands. A server that refuses is noted and no more."""

    def __init__(self, bot: Bot, everybody: Sequence[tuple[str, str]]) -> None:
        self._bot = bot
        self._everybody = everybody

    async def show_all(self, staff: Staff) -> None:
        """For everybody with a role, at the start."""
        for owner in staff.owners:
            await self.show(owner, Role.OWNER)
        for grant in await staff.grants():
            await self.show(grant.user_id, grant.role)

    async def show(self, user_id: int, role: Role | None) -> None:
        """The menu of one person; without a role it is the readers' own again."""
        scope = BotCommandScopeChat(chat_id=user_id)
        call: TelegramMethod[bool] = DeleteMyCommands(scope=scope)
        if role is not None:
            listed = (*self._everybody, *texts.commands(role))
            menu = [BotCommand(command=name, description=about) for name, about in listed]
            call = SetMyCommands(commands=menu, scope=scope)
        try:
            await self._bot(call)
        except AiogramError as error:
            log.warning("menu refused", user=user_id, reason=str(error))
