"""To a member of a group who may not change what the group follows: the own chat with the bot, by a link."""

from __future__ import annotations

from aiogram import Bot

from bot.replies.followups import menus
from bot.replies.parts import Reply
from bot.telegram import links
from bot.telegram.links import LinkTarget
from knowledge.facts.model import Event


async def refusal(bot: Bot, event: Event | None) -> Reply:
    """The link follows the event there; without one it opens the chat."""
    parameter = links.to_id(LinkTarget.FOLLOW, event.id) if event else LinkTarget.FOLLOW.value
    return menus.admins_only(links.address((await bot.me()).username, parameter))
