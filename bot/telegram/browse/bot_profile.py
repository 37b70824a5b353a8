"""What Telegram shows around the chat: the menu of commands and the bot's descriptions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.methods import SetMyCommands, SetMyDescription, SetMyShortDescription, TelegramMethod
from aiogram.types import BotCommand, BotCommandScopeAllGroupChats

from bot.replies.answers import menus
from knowledge.facts.model import FactBase

log = structlog.get_logger()
_HIDDEN = ("why", "follow")
"""Commands of a group that, with their replies, nobody but the author sees, where the client can do that."""


async def set_profile(bot: Bot, base: FactBase, commands: Sequence[tuple[str, str]] = menus.COMMANDS) -> None:
    """Set all of it. A refusal by the server is only logged. `commands`: (name, description)."""
    calls: tuple[TelegramMethod[bool], ...] = (
        *_menus(commands),
        SetMyDescription(description=menus.description(base)),
        SetMyDescription(description=menus.description_in_english(base), language_code="en"),
        SetMyShortDescription(short_description=menus.short_description(base)),
    )
    for call in calls:
        try:
            await bot(call)
        except AiogramError as error:
            log.warning("introduction refused", method=call.__api_method__, reason=str(error))


def _menus(commands: Sequence[tuple[str, str]]) -> Iterator[SetMyCommands]:
    """For private chats and groups, each in Russian (for everybody else too) and in English."""
    in_group = [one for one in commands if one[0] in menus.GROUP_COMMANDS]
    group = BotCommandScopeAllGroupChats()
    for chosen, scope in ((commands, None), (in_group, group)):
        hidden = _HIDDEN if scope is not None else ()
        for language in (None, "en"):
            menu = [
                BotCommand(
                    command=name,
                    description=about if language is None else menus.ENGLISH_COMMANDS.get(name, about),
                    is_ephemeral=True if name in hidden else None,
                )
                for name, about in chosen
            ]
            yield SetMyCommands(commands=menu, scope=scope, language_code=language)
