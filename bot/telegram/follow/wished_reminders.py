"""«Напомни за 3 дня до второго диалога в 9 утра»: sets just that reminder, or offers what can be followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from bot.followups.reminder_rule import ReminderRule
from bot.followups.subscription_service import SubscriptionService
from bot.followups.time_zones import find_city
from bot.followups.wished_moment import counted_from, wished_moment
from bot.records.engine_holder import EngineHolder
from bot.records.subscriptions import Schedule
from bot.replies.followups import menus
from bot.replies.followups import wished_reminders as replies
from bot.replies.followups.wished_reminders import Obstacle
from bot.replies.parts import Reply, Text
from bot.settings.clock import Clock
from bot.telegram.follow.callbacks import MomentCallback
from bot.telegram.follow.follow import followed
from bot.telegram.follow.menus import is_over, offer
from bot.telegram.follow.rights import may_manage, writer_may_manage
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.places import place_for_author, place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import Event, EventId, FactBase
from knowledge.results import WishedReminder


async def remind(
    message: Message,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
    now: Clock,
    reminder: WishedReminder | None = None,
) -> None:
    """Without a moment in the words the event is followed; where it is not one alone, /follow opens."""
    if not await writer_may_manage(bot, message):
        await sender.send(place_for_author(message), menus.admins_only())
        return
    base = engine.current.base
    schedule = await following.schedule_of(message.chat.id)
    if reminder is None or not reminder.says_when:
        event = (reminder and reminder.event) or _only_one_ahead(base, now(), schedule.zone)
        reply = offer(base, now(), schedule.zone)
        if event is not None:
            reply = await followed(message, event, base, following, now(), schedule.zone)
    else:
        reply = await _set(message, reminder, base, schedule, following, now())
    await sender.send(place_of(message), reply)


async def _set(
    message: Message,
    reminder: WishedReminder,
    base: FactBase,
    schedule: Schedule,
    following: SubscriptionService,
    now: datetime,
) -> Reply:
    offered = offer(base, now, schedule.zone)
    if reminder.unknown:
        return replies.unknown_event(reminder.unknown, offered)
    event = reminder.event or _only_one_ahead(base, now, schedule.zone)
    if event is None:
        return replies.which(offered)
    city = find_city(reminder.zone) if reminder.zone else None
    if reminder.zone and city is None:
        return replies.unknown_zone(reminder.zone, offered)
    meant = schedule if city is None else replace(schedule, zone=city.zone)
    wishes = [replace(reminder, before=one) for one in (reminder.before, *reminder.also)]
    found = [_moment(one, event, base, meant, now) for one in wishes]
    moments = sorted({one for one in found if not isinstance(one, Obstacle)})
    obstacles = [one for one in found if isinstance(one, Obstacle)]
    if not moments:
        return replies.not_possible(obstacles[0], event, offered)
    chat, writer = message.chat, message.from_user
    by = chat.id if writer is None else writer.id
    for at in moments:
        made = await following.remind(chat.id, chat.type, event.id, at, by)
        if made is None:
            return Reply(parts=(Text(replies.GONE),))
    assert made is not None
    if made.paused:
        return Reply(parts=(Text(replies.PAUSED),))
    assert event.when is not None  # `remind` returns None for an event without a date
    since = counted_from(reminder, event.when, ZoneInfo(meant.zone), now)
    if len(found) > 1:
        return replies.are_set(event, moments, obstacles, meant.zone, now, made.id, since)
    return replies.is_set(event, moments[0], meant.zone, now, made.id, since)


async def move(
    callback: CallbackQuery,
    callback_data: MomentCallback,
    shown: ShownMessage,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
    now: Clock,
) -> str | None:
    """The buttons under a reminder that was set: another moment, or none."""
    if not await may_manage(bot, shown.chat, callback.from_user.id):
        return menus.ADMINS_ONLY
    at, to = _instant(callback_data.at), _instant(callback_data.to) if callback_data.to else None
    event_id = await following.move_moment(shown.chat.id, callback_data.subscription, at, to)
    event = None if event_id is None else engine.current.base.event_by_id.get(EventId(event_id))
    if event is None:
        return menus.NOT_SNOOZED
    reply = replies.removed()
    if to is not None:
        zone = (await following.schedule_of(shown.chat.id)).zone
        reply = replies.is_set(event, to, zone, now(), callback_data.subscription)
    await sender.edit_shown(shown, reply)
    return None


def _instant(minutes: int) -> datetime:
    return datetime.fromtimestamp(minutes * 60, UTC)


def build_router() -> Router:
    router = Router(name="wished-reminders")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(move, MomentCallback.filter())
    return router


def _moment(
    reminder: WishedReminder, event: Event, base: FactBase, schedule: Schedule, now: datetime
) -> datetime | Obstacle:
    if event.when is None:
        return Obstacle.NO_DAY
    if event.cancelled or is_over(event, now, schedule.zone):
        return Obstacle.PAST
    usual, zone = ReminderRule.parse(schedule.rule).at, ZoneInfo(schedule.zone)
    return wished_moment(reminder, event.when, usual, zone, ZoneInfo(base.source.zone), now)


def _only_one_ahead(base: FactBase, now: datetime, zone: str) -> Event | None:
    dated = [one for one in base.events if one.when is not None and not one.cancelled]
    ahead = [one for one in dated if not is_over(one, now, zone)]
    return ahead[0] if len(ahead) == 1 else None
