"""Quiet hours: set in words («не беспокой меня с 23 до 9») or by a button of /timezone."""

from __future__ import annotations

from datetime import time

from aiogram import Bot, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message

from bot.followups.quiet_hours import QuietHours
from bot.followups.subscription_service import SubscriptionService
from bot.followups.time_zones import city_of
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.followups import menus
from bot.replies.followups import time_zones as zones
from bot.replies.parts import Reply, Text
from bot.settings.clock import Clock
from bot.telegram.follow.callbacks import QuietHoursCallback
from bot.telegram.follow.refusals import refusal
from bot.telegram.follow.rights import may_manage, writer_may_manage
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage, Toast
from bot.telegram.sending.places import place_for_author, place_of
from bot.telegram.sending.sender import Sender
from knowledge.understanding.wishes import read_hours


async def quiet_by_words(
    message: Message, bot: Bot, following: SubscriptionService, sender: Sender, now: Clock
) -> None:
    """«Не беспокой меня с 23 до 9»; without such hours the settings are shown."""
    hours = read_hours(message.text or "")
    if hours is None or hours[0] == hours[1]:
        schedule = await following.schedule_of(message.chat.id)
        known = (schedule.zone, city_of(schedule.zone), schedule.quiet, now())
        await sender.send(place_for_author(message), zones.settings(*known))
        return
    start, end = (time(*divmod(one, 60)) for one in hours)
    await _set_quiet(message, str(QuietHours(start=start, end=end)), bot, following, sender)


async def no_quiet_hours(message: Message, bot: Bot, following: SubscriptionService, sender: Sender) -> None:
    await _set_quiet(message, "", bot, following, sender)


async def _set_quiet(
    message: Message, quiet: str, bot: Bot, following: SubscriptionService, sender: Sender
) -> None:
    if not await writer_may_manage(bot, message):
        await sender.send(place_for_author(message), await refusal(bot, None))
        return
    await following.set_quiet(message.chat.id, message.chat.type, quiet)
    await sender.send(place_of(message), Reply(parts=(Text(zones.quiet_set(quiet)),)))


async def choose_quiet_hours(
    callback: CallbackQuery,
    callback_data: QuietHoursCallback,
    shown: ShownMessage,
    bot: Bot,
    following: SubscriptionService,
    sender: Sender,
    now: Clock,
) -> str:
    """The message then shows the new settings."""
    offered = (*zones.QUIETS, "")
    if not 0 <= callback_data.number < len(offered):
        return OLD_BUTTON
    if not await may_manage(bot, shown.chat, callback.from_user.id):
        return menus.ADMINS_ONLY
    chosen = offered[callback_data.number]
    await following.set_quiet(shown.chat.id, shown.chat.type, chosen)
    zone = (await following.schedule_of(shown.chat.id)).zone
    private = shown.chat.type == ChatType.PRIVATE
    reply = (zones.ask if private else zones.settings)(zone, city_of(zone), chosen, now())
    await sender.edit_shown(shown, reply)
    return Toast(zones.quiet_set(chosen))


def build_router() -> Router:
    router = Router(name="quiet-hours")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(choose_quiet_hours, QuietHoursCallback.filter())
    return router
