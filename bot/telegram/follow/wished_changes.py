"""«Не напоминай за неделю», «отложи на час», «перенеси напоминание на 11 утра»: changes in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from operator import itemgetter

from aiogram import Bot
from aiogram.types import Message

from bot.followups.chosen_reminders import ChosenReminders
from bot.followups.reminder_rule import ReminderRule
from bot.followups.subscription_service import SubscriptionService
from bot.records.engine_holder import EngineHolder
from bot.records.subscriptions import Subscription
from bot.replies.followups import reminder_refusals
from bot.replies.followups import wished_reminders as replies
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram.follow.menus import listing, only_one_ahead, subscription_card
from bot.telegram.follow.refusals import refusal
from bot.telegram.follow.rights import writer_may_manage
from bot.telegram.follow.wished_reminders import remind
from bot.telegram.follow.wished_stops import drop_reminders
from bot.telegram.sending.places import place_for_author, place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import FactBase
from knowledge.results import WishedReminder

_MOST = 8
"""Buttons of one message."""


async def unremind(
    message: Message,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
    chosen_reminders: ChosenReminders,
    now: Clock,
    reminder: WishedReminder | None = None,
) -> None:
    """Switch the reminders of these lengths off; without one the subscriptions are listed."""
    if not await writer_may_manage(bot, message):
        await sender.send(place_for_author(message), await refusal(bot, reminder.event if reminder else None))
        return
    base = engine.current.base
    if reminder is not None and reminder.before is None and reminder.says_when:
        reply = await drop_reminders(message, reminder, base, following, chosen_reminders, now)
        await sender.send(place_of(message), reply)
        return
    found = await _followed(message, reminder, base, following, now)
    if found is None or reminder is None or reminder.before is None:
        await sender.send(place_of(message), await _which(message.chat.id, following, base, now))
        return
    lengths = (reminder.before, *reminder.also)
    rule = ReminderRule.parse(found.schedule.rule)
    left = rule.without_lengths(lengths)
    if left == rule:
        reply = reminder_refusals.none_such(lengths)
    else:
        changed = await following.set_rule(message.chat.id, found.id, left) or found
        reply = replies.switched_off(lengths, await subscription_card(following, changed, base))
    await sender.send(place_of(message), reply)


async def postpone(
    message: Message,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    chosen_reminders: ChosenReminders,
    sender: Sender,
    now: Clock,
    reminder: WishedReminder | None = None,
) -> None:
    """An hour alone is that of the event's reminders from now on; any other moment is one more reminder."""
    base = engine.current.base
    found = await _followed(message, reminder, base, following, now)
    is_hour = reminder is not None and reminder == WishedReminder(event=reminder.event, clock=reminder.clock)
    if not is_hour or found is None:
        await remind(message, bot, engine, following, chosen_reminders, sender, now, reminder)
        return
    if not await writer_may_manage(bot, message):
        await sender.send(place_for_author(message), await refusal(bot, reminder.event if reminder else None))
        return
    assert reminder is not None
    if reminder.clock is None:
        await sender.send(place_of(message), await subscription_card(following, found, base))
        return
    at = time(*divmod(reminder.clock % (24 * 60), 60))
    rule = ReminderRule.parse(found.schedule.rule)
    typed = tuple(replace(one, clock=None) if one.counts_days else one for one in rule.typed)
    moved = await following.set_rule(message.chat.id, found.id, replace(rule, at=at, typed=typed))
    reply: Reply = await subscription_card(following, moved or found, base)
    await sender.send(place_of(message), reply)


async def _which(chat: int, following: SubscriptionService, base: FactBase, now: Clock) -> Reply:
    """The reminders to come, to choose the one that is meant; what is followed where there is none."""
    moments = [
        (one.id, upcoming.reminder.at)
        for one in await following.of_chat(chat)
        for upcoming in (() if one.paused else await following.upcoming(one))
    ]
    if not moments:
        return await listing(following, chat, base)
    schedule = await following.schedule_of(chat)
    return replies.which_to_drop(sorted(moments, key=itemgetter(1))[:_MOST], schedule.zone, now())


async def _followed(
    message: Message,
    reminder: WishedReminder | None,
    base: FactBase,
    following: SubscriptionService,
    now: Clock,
) -> Subscription | None:
    """The subscription to the event that is meant; one not named is the only one ahead."""
    zone = (await following.schedule_of(message.chat.id)).zone
    event = (reminder and reminder.event) or only_one_ahead(base, now(), zone)
    return None if event is None else await following.following(message.chat.id, event.id)
