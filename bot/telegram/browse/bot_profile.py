"""What Telegram shows around the chat: the menu of commands and the bot's descriptions."""

from __future__ import annotations

from collections.abc import Sequence

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import SetMyCommands, SetMyDescription, SetMyShortDescription, TelegramMethod
from aiogram.types import BotCommand

from bot.replies.answers import menus
from knowledge.facts.model import FactBase

log = structlog.get_logger()


async def set_profile(bot: Bot, base: FactBase, commands: Sequence[tuple[str, str]] = menus.COMMANDS) -> None:
    """Set all of it. A refusal by the server is only logged. `commands`: (name, description)."""
    menu = [BotCommand(command=name, description=about) for name, about in commands]
    calls: tuple[TelegramMethod[bool], ...] = (
        SetMyCommands(commands=menu),
        SetMyDescription(description=menus.description(base)),
        SetMyShortDescription(short_description=menus.short_description(base)),
    )
    for call in calls:
        try:
            await bot(call)
        except AiogramError as error:
            log.warning("introduction refused", method=call.__api_method__, reason=str(error))
