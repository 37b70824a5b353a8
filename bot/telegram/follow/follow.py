"""/follow and the button «Следить»: follow an event, its chain, or a fact; the calendar file of an event."""

from __future__ import annotations

from datetime import datetime

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.followups.icalendar_export import to_ics
from bot.followups.subscription_service import SubscriptionService
from bot.records.engine_holder import EngineHolder
from bot.records.subscriptions import Target
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.followups import menus
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram.follow.callbacks import CalendarFileCallback, FollowCallback
from bot.telegram.follow.menus import is_over, may_go_on, offer_to, only_one_ahead, subscription_card
from bot.telegram.follow.refusals import refusal
from bot.telegram.follow.rights import may_manage, writer_may_manage
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.places import place_for_author, place_for_presser
from bot.telegram.sending.sender import Sender
from knowledge.facts.dates import Precision
from knowledge.facts.model import Event, EventId, FactBase, FactId
from knowledge.results import WishedReminder

_TARGETS = {"e": Target.EVENT, "c": Target.CHAIN, "f": Target.FACT}


async def offer_events(
    message: Message,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
    now: Clock,
    reminder: WishedReminder | None = None,
) -> None:
    """`reminder` names the event where a wish in words does, or means new ones: they are followed at once."""
    zone = (await following.schedule_of(message.chat.id)).zone
    base = engine.current.base
    if not await writer_may_manage(bot, message):
        event = (reminder and reminder.event) or only_one_ahead(base, now(), zone)
        await sender.send(place_for_author(message), await refusal(bot, event))
        return
    chains = may_go_on(base, now(), zone) if reminder is not None and reminder.new_events else []
    if len(chains) == 1:
        await sender.send(
            place_for_author(message), await _made(message, Target.CHAIN, chains[0], base, following)
        )
        return
    if reminder is None or reminder.event is None:
        offered = await offer_to(following, message.chat.id, base, now())
        await sender.send(place_for_author(message), offered)
        return
    reply = await followed(message, reminder.event, base, following, now(), zone)
    await sender.send(place_for_author(message), reply)


async def followed(
    message: Message,
    event: Event,
    base: FactBase,
    following: SubscriptionService,
    now: datetime,
    zone: str,
) -> Reply:
    """Follow an event that the message names; the subscription's card."""
    if is_over(event, now, zone):
        return menus.has_passed(event, base)
    return await _made(message, Target.EVENT, event, base, following)


async def _made(
    message: Message, target: Target, event: Event, base: FactBase, following: SubscriptionService
) -> Reply:
    chat, by = message.chat, message.chat.id if message.from_user is None else message.from_user.id
    made = await following.follow(chat.id, chat.type, target, event.id, by=by)
    return await subscription_card(following, made, base)


async def follow(
    callback: CallbackQuery,
    callback_data: FollowCallback,
    shown: ShownMessage,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
    now: Clock,
) -> str | None:
    """The subscription's card is a new message: the answer above stays."""
    base, target = engine.current.base, _TARGETS.get(callback_data.target)
    if target is None or not _exists(base, target, callback_data.id):
        return OLD_BUTTON
    if not await may_manage(bot, shown.chat, callback.from_user.id):
        event = base.event_by_id[EventId(callback_data.id)] if target is Target.EVENT else None
        await sender.send(place_for_presser(callback, shown), await refusal(bot, event))
        return None
    place, chat = place_for_presser(callback, shown), shown.chat
    zone = (await following.schedule_of(chat.id)).zone
    if target is Target.EVENT and is_over(base.event_by_id[EventId(callback_data.id)], now(), zone):
        await sender.send(place, menus.has_passed(base.event_by_id[EventId(callback_data.id)], base))
        return None
    made = await following.follow(chat.id, chat.type, target, callback_data.id, by=callback.from_user.id)
    await sender.send(place, await subscription_card(following, made, base))
    return None


async def send_calendar_file(
    _callback: CallbackQuery,
    callback_data: CalendarFileCallback,
    shown: ShownMessage,
    bot: Bot,
    engine: EngineHolder,
    now: Clock,
) -> str | None:
    base = engine.current.base
    event = base.event_by_id.get(EventId(callback_data.event))
    if event is None:
        return OLD_BUTTON
    exact = event.when is not None and event.when.precision >= Precision.DAY
    file = to_ics(event, base.source.id, now(), note="" if exact else menus.UNCERTAIN)
    if file is None:
        return menus.NO_CALENDAR
    await bot.send_document(shown.chat.id, BufferedInputFile(file, f"{event.id}.ics"))
    return None


def _exists(base: FactBase, target: Target, target_id: str) -> bool:
    if target is Target.FACT:
        return FactId(target_id) in base.fact_by_id
    return EventId(target_id) in base.event_by_id


def build_router() -> Router:
    router = Router(name="follow")
    router.callback_query.middleware(AnswerCallbacks())
    router.message.register(offer_events, Command("follow"))
    router.callback_query.register(follow, FollowCallback.filter())
    router.callback_query.register(send_calendar_file, CalendarFileCallback.filter())
    return router
