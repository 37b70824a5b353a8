"""The menu of commands: each person with a role sees the commands of that role in the private chat."""

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


class CommandMenus:
    """`readers_commands`: (name, description). A refusal by the server is only logged."""

    def __init__(self, bot: Bot, readers_commands: Sequence[tuple[str, str]]) -> None:
        self._bot = bot
        self._readers_commands = readers_commands

    async def show_all(self, staff: Staff) -> None:
        """Set the menu of everybody with a role."""
        for owner in staff.owners:
            await self.show(owner, Role.OWNER)
        for grant in await staff.grants():
            await self.show(grant.user_id, grant.role)

    async def show(self, user_id: int, role: Role | None) -> None:
        """Set the menu of one person; without a role the readers' menu is restored."""
        scope = BotCommandScopeChat(chat_id=user_id)
        call: TelegramMethod[bool] = DeleteMyCommands(scope=scope)
        if role is not None:
            listed = (*self._readers_commands, *texts.commands(role))
            menu = [BotCommand(command=name, description=about) for name, about in listed]
            call = SetMyCommands(commands=menu, scope=scope)
        try:
            await self._bot(call)
        except AiogramError as error:
            log.warning("menu refused", user=user_id, reason=str(error))
