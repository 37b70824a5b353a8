"""/subscriptions: the list and the card of a subscription."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.followups.subscription_service import SubscriptionService
from bot.records.engine_holder import EngineHolder
from bot.replies.followups import menus
from bot.telegram.follow import subscription_changes
from bot.telegram.follow.callbacks import (
    SubscriptionCallback,
    SubscriptionsCallback,
)
from bot.telegram.follow.menus import listing, subscription_card
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender


async def subscriptions(
    message: Message, engine: EngineHolder, following: SubscriptionService, sender: Sender
) -> None:
    """Any member of a group may read what it follows."""
    await sender.send(place_of(message), await listing(following, message.chat.id, engine.current.base))


async def show_list(
    _callback: CallbackQuery,
    shown: ShownMessage,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
) -> None:
    await sender.edit_shown(shown, await listing(following, shown.chat.id, engine.current.base))


async def show_one(
    _callback: CallbackQuery,
    callback_data: SubscriptionCallback,
    shown: ShownMessage,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
) -> str | None:
    found = await following.get(shown.chat.id, callback_data.number)
    if found is None:
        return menus.GONE
    await sender.edit_shown(shown, await subscription_card(following, found, engine.current.base))
    return None


def build_router() -> Router:
    router = Router(name="subscriptions")
    router.callback_query.middleware(AnswerCallbacks())
    router.message.register(subscriptions, Command("subscriptions"))
    router.callback_query.register(show_list, SubscriptionsCallback.filter())
    router.callback_query.register(show_one, SubscriptionCallback.filter())
    router.include_router(subscription_changes.build_router())
    return router
