"""«Напомни за 3 дня до второго диалога в 9 утра»: sets just that reminder, or offers what can be followed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from bot.followups.chosen_reminders import ChosenReminders, NotMoved, TooManyRemindersError
from bot.followups.reminder_rule import ReminderRule
from bot.followups.subscription_service import SubscriptionService
from bot.followups.time_zones import find_city
from bot.followups.wished_moment import SetReminder, counted_from, example_day, read_moment
from bot.records.engine_holder import EngineHolder
from bot.records.subscriptions import Schedule, Subscription
from bot.replies.followups import menus, reminder_refusals
from bot.replies.followups import wished_reminders as replies
from bot.replies.followups.reminder_refusals import Obstacle
from bot.replies.parts import Reply, Text
from bot.settings.clock import Clock
from bot.telegram.follow.callbacks import MomentCallback
from bot.telegram.follow.follow import followed
from bot.telegram.follow.menus import is_over, offer_to, only_one_ahead
from bot.telegram.follow.refusals import refusal
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
    chosen_reminders: ChosenReminders,
    sender: Sender,
    now: Clock,
    reminder: WishedReminder | None = None,
) -> None:
    """Without a moment in the words the event is followed; where it is not one alone, /follow opens."""
    base = engine.current.base
    schedule = await following.schedule_of(message.chat.id)
    if not await writer_may_manage(bot, message):
        event = (reminder and reminder.event) or only_one_ahead(base, now(), schedule.zone)
        await sender.send(place_for_author(message), await refusal(bot, event))
        return
    reply = await offer_to(following, message.chat.id, base, now())
    if reminder is not None and reminder.repeats:
        reply = reminder_refusals.no_repetition(reminder.repeats, reply)
    elif reminder is not None and reminder.impossible:
        reply = reminder_refusals.impossible(reminder.impossible)
    elif reminder is not None and reminder.unknown:
        reply = reminder_refusals.unknown_event(reminder.unknown, reply)
    elif reminder is not None and reminder.vague:
        reply = _no_day(reminder, base, schedule, reply, now())
    elif reminder is None or not reminder.says_when:
        event = (reminder and reminder.event) or only_one_ahead(base, now(), schedule.zone)
        if event is not None:
            reply = await followed(message, event, base, following, now(), schedule.zone)
    else:
        reply = await _set(message, reminder, base, schedule, following, chosen_reminders, now())
    await sender.send(place_of(message), reply)


def _no_day(
    reminder: WishedReminder, base: FactBase, schedule: Schedule, offered: Reply, now: datetime
) -> Reply:
    """«Напомни в июне»: the day is asked for, or whatever stands against any reminder is said."""
    event = reminder.event or only_one_ahead(base, now, schedule.zone)
    if event is not None and (event.cancelled or is_over(event, now, schedule.zone)):
        return reminder_refusals.cancelled(event) if event.cancelled else menus.has_passed(event, base)
    example = example_day(reminder, now.astimezone(ZoneInfo(schedule.zone)).date())
    return reminder_refusals.no_day_named(reminder.vague, example, event, offered)


async def _set(
    message: Message,
    reminder: WishedReminder,
    base: FactBase,
    schedule: Schedule,
    following: SubscriptionService,
    chosen_reminders: ChosenReminders,
    now: datetime,
) -> Reply:
    offered = await offer_to(following, message.chat.id, base, now)
    event = reminder.event or only_one_ahead(base, now, schedule.zone)
    if event is None:
        return reminder_refusals.which(offered)
    if event.cancelled or is_over(event, now, schedule.zone):
        return reminder_refusals.cancelled(event) if event.cancelled else menus.has_passed(event, base)
    city = find_city(reminder.zone) if reminder.zone else None
    if reminder.zone and city is None:
        return reminder_refusals.unknown_zone(reminder.zone, offered)
    own_zone = "" if city is None else city.zone
    schedule = await following.schedule_for(message.chat.id, event.id)
    wishes = [replace(reminder, before=one) for one in (reminder.before, *reminder.also)]
    found = [_moment(one, event, base, schedule, own_zone, now) for one in wishes]
    possible = [one for one in found if not isinstance(one, Obstacle)]
    obstacles = [one for one in found if isinstance(one, Obstacle)]
    if not possible:
        return reminder_refusals.not_possible(obstacles[0], event)
    try:
        made = await _stored(message, event, possible, chosen_reminders)
    except TooManyRemindersError:
        return Reply(parts=(Text(replies.TOO_MANY),))
    if made is None or made.paused:
        return Reply(parts=(Text(replies.GONE if made is None else replies.PAUSED),))
    if reminder.instead:
        left = ReminderRule.parse(made.schedule.rule).without_lengths(reminder.instead)
        await following.set_rule(message.chat.id, made.id, left)
    return _told(reminder, event, found, own_zone or schedule.zone, schedule.quiet, made.id, now)


def _told(
    reminder: WishedReminder,
    event: Event,
    found: Sequence[SetReminder | Obstacle],
    zone: str,
    quiet: str,
    card: int,
    now: datetime,
) -> Reply:
    """What was set of a wish, and what was not."""
    assert event.when is not None  # nothing is set for an event without a date
    possible = [one for one in found if not isinstance(one, Obstacle)]
    obstacles = [one for one in found if isinstance(one, Obstacle)]
    since = counted_from(reminder, event.when, ZoneInfo(zone), now)
    moments = sorted({one.at for one in possible})
    moved = [(one.wanted, one.at) for one in possible if one.at != one.wanted]
    if len(found) > 1:
        reply = replies.are_set(event, moments, obstacles, zone, now, card, since)
    else:
        reply = replies.is_set(event, moments[0], zone, now, card, since)
    reply = replies.with_quiet_hours(reply, moved, zone, quiet)
    return replies.instead_of(reminder.instead, reply) if reminder.instead else reply


async def _stored(
    message: Message, event: Event, wished: Sequence[SetReminder], chosen_reminders: ChosenReminders
) -> Subscription | None:
    """Set each; None where the event's date has just gone."""
    chat, by = message.chat, message.chat.id if message.from_user is None else message.from_user.id
    made: Subscription | None = None
    for one in wished:
        if one.typed is None:
            made = await chosen_reminders.remind(chat.id, chat.type, event.id, one.at, by)
        else:
            made = await chosen_reminders.remind_before(chat.id, chat.type, event.id, one.typed, by)
        if made is None:
            return None
    return made


async def move(
    callback: CallbackQuery,
    callback_data: MomentCallback,
    shown: ShownMessage,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    chosen_reminders: ChosenReminders,
    sender: Sender,
    now: Clock,
) -> str | None:
    """The buttons under a reminder that was set: another moment, or none."""
    if not await may_manage(bot, shown.chat, callback.from_user.id):
        return menus.ADMINS_ONLY
    at, to = _instant(callback_data.at), _instant(callback_data.to) if callback_data.to else None
    moved = await chosen_reminders.move_moment(shown.chat.id, callback_data.subscription, at, to)
    if isinstance(moved, NotMoved):
        return _NOT_MOVED[moved]
    event = engine.current.base.event_by_id.get(EventId(moved.event_id))
    if event is None:
        return menus.NO_REMINDER
    reply = replies.removed()
    if to is not None and moved.at is not None:
        schedule = await following.schedule_of(shown.chat.id)
        reply = replies.is_set(event, moved.at, schedule.zone, now(), callback_data.subscription)
        quiet = [(to, moved.at)] if to != moved.at else []
        reply = replies.with_quiet_hours(reply, quiet, schedule.zone, schedule.quiet)
    await sender.edit_shown(shown, reply)
    return None


_NOT_MOVED = {
    NotMoved.UNFOLLOWED: menus.GONE,
    NotMoved.GONE: menus.NO_REMINDER,
    NotMoved.SENSELESS: menus.NOT_MOVED,
}


def _instant(minutes: int) -> datetime:
    return datetime.fromtimestamp(minutes * 60, UTC)


def build_router() -> Router:
    router = Router(name="wished-reminders")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(move, MomentCallback.filter())
    return router


def _moment(
    reminder: WishedReminder, event: Event, base: FactBase, schedule: Schedule, own_zone: str, now: datetime
) -> SetReminder | Obstacle:
    if event.when is None:
        return Obstacle.NO_DAY
    return read_moment(reminder, event.when, schedule, own_zone, base.source.zone, now)
