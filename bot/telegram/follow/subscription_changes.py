"""The buttons that change a subscription, or end it; in a group only those who manage it may press them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, time

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.followups.chosen_reminders import ChosenReminders
from bot.followups.reminder_rule import KINDS, ReminderRule
from bot.followups.subscription_service import SubscriptionService
from bot.records.engine_holder import EngineHolder
from bot.records.outbox import MessageKind
from bot.records.subscriptions import Subscription
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.followups import cards, menus
from bot.telegram.follow.callbacks import (
    DropReminderCallback,
    HourCallback,
    KindCallback,
    PauseCallback,
    StopAllCallback,
    StopCallback,
    UnfollowCallback,
)
from bot.telegram.follow.menus import subscription_card
from bot.telegram.follow.rights import ManagersOnly
from bot.telegram.sending.callback_answers import ShownMessage, Toast
from bot.telegram.sending.sender import Sender

Change = Callable[[int, Subscription], Awaitable[Subscription | None]]
"""Takes the chat's id and its subscription; returns it changed, None where it is gone."""


async def toggle_kind(
    _callback: CallbackQuery,
    callback_data: KindCallback,
    shown: ShownMessage,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
) -> str | None:
    async def change(chat: int, found: Subscription) -> Subscription | None:
        rule = ReminderRule.parse(found.schedule.rule).toggled(MessageKind(callback_data.what))
        return await following.set_rule(chat, found.id, rule)

    if callback_data.what not in KINDS:
        return OLD_BUTTON
    return await _change(shown, callback_data.number, change, engine, following, sender)


async def set_hour(
    _callback: CallbackQuery,
    callback_data: HourCallback,
    shown: ShownMessage,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
) -> str | None:
    async def change(chat: int, found: Subscription) -> Subscription | None:
        rule = replace(ReminderRule.parse(found.schedule.rule), at=time(callback_data.hour))
        return await following.set_rule(chat, found.id, rule)

    if callback_data.hour not in cards.HOURS:
        return OLD_BUTTON
    return await _change(shown, callback_data.number, change, engine, following, sender)


async def drop(
    _callback: CallbackQuery,
    callback_data: DropReminderCallback,
    shown: ShownMessage,
    engine: EngineHolder,
    following: SubscriptionService,
    chosen_reminders: ChosenReminders,
    sender: Sender,
) -> str | None:
    """One that is gone already just vanishes from the card."""

    async def change(chat: int, found: Subscription) -> Subscription | None:
        at = datetime.fromtimestamp(callback_data.at * 60, UTC)
        await chosen_reminders.move_moment(chat, found.id, at, None)
        return await following.get(chat, found.id)

    return await _change(shown, callback_data.number, change, engine, following, sender)


async def pause(
    _callback: CallbackQuery,
    callback_data: PauseCallback,
    shown: ShownMessage,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
) -> str | None:
    async def change(chat: int, found: Subscription) -> Subscription | None:
        return await following.set_paused(chat, found.id, paused=bool(callback_data.on))

    return await _change(shown, callback_data.number, change, engine, following, sender)


async def unfollow(
    _callback: CallbackQuery,
    callback_data: UnfollowCallback,
    shown: ShownMessage,
    following: SubscriptionService,
    sender: Sender,
) -> str:
    """The message stays, without its buttons."""
    stopped = await following.unfollow(shown.chat.id, callback_data.number)
    await sender.edit_keyboard(shown, None)
    return Toast(menus.STOPPED) if stopped else menus.GONE


async def stop(
    _callback: CallbackQuery,
    callback_data: StopCallback,
    shown: ShownMessage,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
) -> str | None:
    """The card then says that nothing is followed any more."""
    found = await following.get(shown.chat.id, callback_data.number)
    if found is None or not await following.unfollow(shown.chat.id, found.id):
        return menus.GONE
    await sender.edit_shown(shown, menus.stopped(found, engine.current.base))
    return None


async def stop_all(
    _callback: CallbackQuery,
    shown: ShownMessage,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
) -> None:
    ended = await following.unfollow_all(shown.chat.id)
    await sender.edit_shown(shown, menus.all_stopped(ended, engine.current.base))


async def _change(
    shown: ShownMessage,
    number: int,
    change: Change,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
) -> str | None:
    """Change one subscription and show its card again in place."""
    chat = shown.chat
    found = await following.get(chat.id, number)
    changed = None if found is None else await change(chat.id, found)
    if changed is None:
        return menus.GONE
    await sender.edit_shown(shown, await subscription_card(following, changed, engine.current.base))
    return None


def build_router() -> Router:
    router = Router(name="subscription-changes")
    router.callback_query.middleware(ManagersOnly())
    router.callback_query.register(toggle_kind, KindCallback.filter())
    router.callback_query.register(set_hour, HourCallback.filter())
    router.callback_query.register(drop, DropReminderCallback.filter())
    router.callback_query.register(pause, PauseCallback.filter())
    router.callback_query.register(unfollow, UnfollowCallback.filter())
    router.callback_query.register(stop, StopCallback.filter())
    router.callback_query.register(stop_all, StopAllCallback.filter())
    return router
