"""The buttons under a reminder: send no more of its kind, or send it again later."""

from __future__ import annotations

from datetime import timedelta

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from bot.followups.chosen_reminders import ChosenReminders
from bot.followups.reminder_rule import KINDS, ReminderRule
from bot.followups.subscription_service import SubscriptionService
from bot.records.outbox import MessageKind
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.followups import menus
from bot.telegram.follow.callbacks import DisableKindCallback, SnoozeCallback
from bot.telegram.follow.rights import may_manage
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage, Toast

_SNOOZE_HOURS = (1, 24, 168)


async def disable_kind(
    callback: CallbackQuery,
    callback_data: DisableKindCallback,
    shown: ShownMessage,
    bot: Bot,
    following: SubscriptionService,
) -> str:
    if callback_data.what not in KINDS:
        return OLD_BUTTON
    chat = shown.chat
    if not await may_manage(bot, chat, callback.from_user.id):
        return menus.ADMINS_ONLY
    found = await following.get(chat.id, callback_data.number)
    if found is None:
        return menus.GONE
    rule = ReminderRule.parse(found.schedule.rule).without(MessageKind(callback_data.what))
    await following.set_rule(chat.id, found.id, rule)
    return Toast(menus.SWITCHED_OFF)


async def snooze(
    callback: CallbackQuery,
    callback_data: SnoozeCallback,
    shown: ShownMessage,
    bot: Bot,
    following: SubscriptionService,
    chosen_reminders: ChosenReminders,
) -> str:
    if callback_data.hours not in _SNOOZE_HOURS:
        return OLD_BUTTON
    chat = shown.chat
    if not await may_manage(bot, chat, callback.from_user.id):
        return menus.ADMINS_ONLY
    at = await chosen_reminders.snooze(chat.id, callback_data.row, timedelta(hours=callback_data.hours))
    if at is None:
        return menus.NOT_SNOOZED
    return Toast(menus.snoozed(at, (await following.schedule_of(chat.id)).zone))


def build_router() -> Router:
    router = Router(name="reminder-buttons")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(disable_kind, DisableKindCallback.filter())
    router.callback_query.register(snooze, SnoozeCallback.filter())
    return router
