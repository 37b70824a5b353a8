"""/subscriptions: the list, one subscription's card, and its buttons; the buttons under a reminder."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import time, timedelta

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.followups.following import Following
from bot.followups.rule import KINDS, Rule
from bot.records.following import Subscription
from bot.records.sending import What
from bot.replies import followups_menus as menus
from bot.replies.notices import OLD_BUTTON
from bot.telegram.answering import AnswerPresses
from bot.telegram.engine import Engine
from bot.telegram.following import card
from bot.telegram.presses import (
    HourPress,
    KindPress,
    OffPress,
    PausePress,
    SnoozePress,
    SubscriptionPress,
    SubscriptionsPress,
    UnfollowPress,
)
from bot.telegram.rights import may_manage
from bot.telegram.sender import Place, Sender, place_of

_SNOOZES = (1, 24, 168)
Change = Callable[[int, Subscription], Awaitable[Subscription | None]]


async def subscriptions(message: Message, engine: Engine, following: Following, sender: Sender) -> None:
    """Any member of a group may read what it follows."""
    found = await following.all_of(message.chat.id)
    await sender.send(place_of(message), menus.listing(found, engine.current.base))


async def listed(press: CallbackQuery, engine: Engine, following: Following, sender: Sender) -> str | None:
    if press.message is None:
        return OLD_BUTTON
    chat = press.message.chat.id
    reply = menus.listing(await following.all_of(chat), engine.current.base)
    await sender.edit(Place(chat_id=chat), press.message.message_id, reply)
    return None


async def opened(
    press: CallbackQuery,
    callback_data: SubscriptionPress,
    engine: Engine,
    following: Following,
    sender: Sender,
) -> str | None:
    if press.message is None:
        return OLD_BUTTON
    found = await following.one(press.message.chat.id, callback_data.number)
    if found is None:
        return menus.GONE
    reply = await card(following, found, engine.current.base)
    await sender.edit(Place(chat_id=press.message.chat.id), press.message.message_id, reply)
    return None


async def kind(
    press: CallbackQuery,
    callback_data: KindPress,
    bot: Bot,
    engine: Engine,
    following: Following,
    sender: Sender,
) -> str | None:
    async def change(chat: int, found: Subscription) -> Subscription | None:
        rule = Rule.parse(found.schedule.rule).toggled(What(callback_data.what))
        return await following.set_rule(chat, found.id, rule)

    if callback_data.what not in KINDS:
        return OLD_BUTTON
    return await _changed(press, callback_data.number, change, bot, engine, following, sender)


async def hour(
    press: CallbackQuery,
    callback_data: HourPress,
    bot: Bot,
    engine: Engine,
    following: Following,
    sender: Sender,
) -> str | None:
    async def change(chat: int, found: Subscription) -> Subscription | None:
        kinds = Rule.parse(found.schedule.rule).kinds
        return await following.set_rule(chat, found.id, Rule(kinds=kinds, at=time(callback_data.hour)))

    if callback_data.hour not in menus.HOURS:
        return OLD_BUTTON
    return await _changed(press, callback_data.number, change, bot, engine, following, sender)


async def pause(
    press: CallbackQuery,
    callback_data: PausePress,
    bot: Bot,
    engine: Engine,
    following: Following,
    sender: Sender,
) -> str | None:
    async def change(chat: int, found: Subscription) -> Subscription | None:
        return await following.set_paused(chat, found.id, paused=bool(callback_data.on))

    return await _changed(press, callback_data.number, change, bot, engine, following, sender)


async def unfollow(
    press: CallbackQuery, callback_data: UnfollowPress, bot: Bot, following: Following
) -> str | None:
    if press.message is None:
        return OLD_BUTTON
    if not await may_manage(bot, press.message.chat, press.from_user.id):
        return menus.ADMINS_ONLY
    stopped = await following.stop(press.message.chat.id, callback_data.number)
    return menus.STOPPED if stopped else menus.GONE


async def off(press: CallbackQuery, callback_data: OffPress, bot: Bot, following: Following) -> str | None:
    """From the reminder itself: no more of its kind."""
    if press.message is None or callback_data.what not in KINDS:
        return OLD_BUTTON
    chat = press.message.chat
    if not await may_manage(bot, chat, press.from_user.id):
        return menus.ADMINS_ONLY
    found = await following.one(chat.id, callback_data.number)
    if found is None:
        return menus.GONE
    rule = Rule.parse(found.schedule.rule).without(What(callback_data.what))
    await following.set_rule(chat.id, found.id, rule)
    return menus.SWITCHED_OFF


async def snooze(
    press: CallbackQuery, callback_data: SnoozePress, bot: Bot, following: Following
) -> str | None:
    if press.message is None or callback_data.hours not in _SNOOZES:
        return OLD_BUTTON
    chat = press.message.chat
    if not await may_manage(bot, chat, press.from_user.id):
        return menus.ADMINS_ONLY
    at = await following.put_off(chat.id, callback_data.row, timedelta(hours=callback_data.hours))
    if at is None:
        return menus.NOT_SNOOZED
    return menus.snoozed(at, (await following.schedule_of(chat.id)).zone)


async def _changed(
    press: CallbackQuery,
    number: int,
    change: Change,
    bot: Bot,
    engine: Engine,
    following: Following,
    sender: Sender,
) -> str | None:
    """Change one subscription and show its card anew, in place."""
    if press.message is None:
        return OLD_BUTTON
    chat = press.message.chat
    if not await may_manage(bot, chat, press.from_user.id):
        return menus.ADMINS_ONLY
    found = await following.one(chat.id, number)
    after = None if found is None else await change(chat.id, found)
    if after is None:
        return menus.GONE
    reply = await card(following, after, engine.current.base)
    await sender.edit(Place(chat_id=chat.id), press.message.message_id, reply)
    return None


def build_router() -> Router:
    router = Router(name="subscriptions")
    router.callback_query.middleware(AnswerPresses())
    router.message.register(subscriptions, Command("subscriptions"))
    router.callback_query.register(listed, SubscriptionsPress.filter())
    router.callback_query.register(opened, SubscriptionPress.filter())
    router.callback_query.register(kind, KindPress.filter())
    router.callback_query.register(hour, HourPress.filter())
    router.callback_query.register(pause, PausePress.filter())
    router.callback_query.register(unfollow, UnfollowPress.filter())
    router.callback_query.register(off, OffPress.filter())
    router.callback_query.register(snooze, SnoozePress.filter())
    return router
