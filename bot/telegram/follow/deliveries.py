"""/deliveries, for owners only: how many messages the outbox holds, and what Telegram refused."""

from __future__ import annotations

from collections.abc import Collection

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import Message

from bot.replies.followups import owners as texts
from bot.telegram.ports import Deliveries
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender

_FAILURES_SHOWN = 10


async def deliveries(message: Message, delivery_log: Deliveries, sender: Sender) -> None:
    reply = texts.deliveries(await delivery_log.counts(), await delivery_log.failures(_FAILURES_SHOWN))
    await sender.send(place_of(message), reply)


def build_router(owners: Collection[int]) -> Router:
    """For anybody else the command is unknown."""
    router = Router(name="deliveries")
    by_owner = F.from_user.id.in_(set(owners))
    router.message.register(deliveries, Command("deliveries"), F.chat.type == ChatType.PRIVATE, by_owner)
    return router
