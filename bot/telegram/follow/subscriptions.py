"""/subscriptions: the list, one subscription's card, and its buttons; the buttons under a reminder."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import time, timedelta

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.followups.reminder_rule import KINDS, ReminderRule
from bot.followups.subscribing import SubscriptionService
from bot.records.engine_holder import EngineHolder
from bot.records.outbox import What
from bot.records.subscriptions import Subscription
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.followups import menus
from bot.telegram.follow.callbacks import (
    HourCallback,
    KindCallback,
    OffCallback,
    PauseCallback,
    SnoozeCallback,
    SubscriptionCallback,
    SubscriptionsCallback,
    UnfollowCallback,
)
from bot.telegram.follow.menus import card
from bot.telegram.follow.rights import may_manage
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.sender import Place, Sender, place_of

_SNOOZES = (1, 24, 168)
Change = Callable[[int, Subscription], Awaitable[Subscription | None]]


async def subscriptions(
    message: Message, engine: EngineHolder, following: SubscriptionService, sender: Sender
) -> None:
    """Any member of a group may read what it follows."""
    found = await following.all_of(message.chat.id)
    await sender.send(place_of(message), menus.listing(found, engine.current.base))


async def listed(
    callback: CallbackQuery, engine: EngineHolder, following: SubscriptionService, sender: Sender
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    chat = callback.message.chat.id
    reply = menus.listing(await following.all_of(chat), engine.current.base)
    await sender.edit(Place(chat_id=chat), callback.message.message_id, reply)
    return None


async def opened(
    callback: CallbackQuery,
    callback_data: SubscriptionCallback,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    found = await following.one(callback.message.chat.id, callback_data.number)
    if found is None:
        return menus.GONE
    reply = await card(following, found, engine.current.base)
    await sender.edit(Place(chat_id=callback.message.chat.id), callback.message.message_id, reply)
    return None


async def kind(
    callback: CallbackQuery,
    callback_data: KindCallback,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
) -> str | None:
    async def change(chat: int, found: Subscription) -> Subscription | None:
        rule = ReminderRule.parse(found.schedule.rule).toggled(What(callback_data.what))
        return await following.set_rule(chat, found.id, rule)

    if callback_data.what not in KINDS:
        return OLD_BUTTON
    return await _changed(callback, callback_data.number, change, bot, engine, following, sender)


async def hour(
    callback: CallbackQuery,
    callback_data: HourCallback,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
) -> str | None:
    async def change(chat: int, found: Subscription) -> Subscription | None:
        kinds = ReminderRule.parse(found.schedule.rule).kinds
        return await following.set_rule(
            chat, found.id, ReminderRule(kinds=kinds, at=time(callback_data.hour))
        )

    if callback_data.hour not in menus.HOURS:
        return OLD_BUTTON
    return await _changed(callback, callback_data.number, change, bot, engine, following, sender)


async def pause(
    callback: CallbackQuery,
    callback_data: PauseCallback,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
) -> str | None:
    async def change(chat: int, found: Subscription) -> Subscription | None:
        return await following.set_paused(chat, found.id, paused=bool(callback_data.on))

    return await _changed(callback, callback_data.number, change, bot, engine, following, sender)


async def unfollow(
    callback: CallbackQuery, callback_data: UnfollowCallback, bot: Bot, following: SubscriptionService
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    if not await may_manage(bot, callback.message.chat, callback.from_user.id):
        return menus.ADMINS_ONLY
    stopped = await following.stop(callback.message.chat.id, callback_data.number)
    return menus.STOPPED if stopped else menus.GONE


async def off(
    callback: CallbackQuery, callback_data: OffCallback, bot: Bot, following: SubscriptionService
) -> str | None:
    """From the reminder itself: no more of its kind."""
    if callback.message is None or callback_data.what not in KINDS:
        return OLD_BUTTON
    chat = callback.message.chat
    if not await may_manage(bot, chat, callback.from_user.id):
        return menus.ADMINS_ONLY
    found = await following.one(chat.id, callback_data.number)
    if found is None:
        return menus.GONE
    rule = ReminderRule.parse(found.schedule.rule).without(What(callback_data.what))
    await following.set_rule(chat.id, found.id, rule)
    return menus.SWITCHED_OFF


async def snooze(
    callback: CallbackQuery, callback_data: SnoozeCallback, bot: Bot, following: SubscriptionService
) -> str | None:
    if callback.message is None or callback_data.hours not in _SNOOZES:
        return OLD_BUTTON
    chat = callback.message.chat
    if not await may_manage(bot, chat, callback.from_user.id):
        return menus.ADMINS_ONLY
    at = await following.put_off(chat.id, callback_data.row, timedelta(hours=callback_data.hours))
    if at is None:
        return menus.NOT_SNOOZED
    return menus.snoozed(at, (await following.schedule_of(chat.id)).zone)


async def _changed(
    callback: CallbackQuery,
    number: int,
    change: Change,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
) -> str | None:
    """Change one subscription and show its card anew, in place."""
    if callback.message is None:
        return OLD_BUTTON
    chat = callback.message.chat
    if not await may_manage(bot, chat, callback.from_user.id):
        return menus.ADMINS_ONLY
    found = await following.one(chat.id, number)
    after = None if found is None else await change(chat.id, found)
    if after is None:
        return menus.GONE
    reply = await card(following, after, engine.current.base)
    await sender.edit(Place(chat_id=chat.id), callback.message.message_id, reply)
    return None


def build_router() -> Router:
    router = Router(name="subscriptions")
    router.callback_query.middleware(AnswerCallbacks())
    router.message.register(subscriptions, Command("subscriptions"))
    router.callback_query.register(listed, SubscriptionsCallback.filter())
    router.callback_query.register(opened, SubscriptionCallback.filter())
    router.callback_query.register(kind, KindCallback.filter())
    router.callback_query.register(hour, HourCallback.filter())
    router.callback_query.register(pause, PauseCallback.filter())
    router.callback_query.register(unfollow, UnfollowCallback.filter())
    router.callback_query.register(off, OffCallback.filter())
    router.callback_query.register(snooze, SnoozeCallback.filter())
    return router
