"""/deliveries, for owners alone: the outbox in numbers, and what Telegram refused."""

from __future__ import annotations

from collections.abc import Collection

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import Message

from bot.replies.followups import owners as texts
from bot.telegram.sending.sender import Sender, place_of
from bot.telegram.stores import Deliveries

_SHOWN = 10


async def deliveries(message: Message, delivery_log: Deliveries, sender: Sender) -> None:
    reply = texts.deliveries(await delivery_log.counts(), await delivery_log.failures(_SHOWN))
    await sender.send(place_of(message), reply)


def build_router(owners: Collection[int]) -> Router:
    """To anybody else the command does not exist."""
    router = Router(name="deliveries")
    theirs = F.from_user.id.in_(set(owners))
    router.message.register(deliveries, Command("deliveries"), F.chat.type == ChatType.PRIVATE, theirs)
    return router
