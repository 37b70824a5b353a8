"""«Отпишись», «поставь на паузу», «сними с паузы», «отмени напоминание завтра»: what stops, in words."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.followups.chosen_reminders import ChosenReminders, MovedReminder
from bot.followups.subscription_service import SubscriptionService
from bot.followups.wished_moment import is_meant
from bot.records.engine_holder import EngineHolder
from bot.records.subscriptions import Subscription
from bot.replies.followups import menus
from bot.replies.followups import wished_reminders as replies
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram.browse import commands
from bot.telegram.follow.menus import listing, subscription_card
from bot.telegram.follow.refusals import refusal
from bot.telegram.follow.rights import writer_may_manage
from bot.telegram.sending.places import place_for_author, place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import FactBase
from knowledge.results import WishedReminder


async def unfollow(
    message: Message,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
    reminder: WishedReminder | None = None,
) -> None:
    """At once where one is meant: the event that is named, or all there is; else one press chooses."""
    if not await _may(message, bot, sender):
        return
    base, chat = engine.current.base, message.chat.id
    found = await following.of_chat(chat)
    meant = await _meant(chat, following, reminder)
    if len(meant) == 1 and await following.unfollow(chat, meant[0].id):
        reply = menus.stopped(meant[0], base)
    elif len(found) > 1:
        reply = menus.which_to_stop(found, base)
    else:
        reply = await listing(following, chat, base)
    await sender.send(place_of(message), reply)


async def stop(
    message: Message,
    bot: Bot,
    engine: EngineHolder,
    state: FSMContext,
    following: SubscriptionService,
    sender: Sender,
) -> None:
    """«Стоп» ends what is being asked for; where nothing is, it may mean the reminders."""
    found = await following.of_chat(message.chat.id)
    if await state.get_state() is not None or not found:
        await commands.cancel(message, state, sender)
    elif await _may(message, bot, sender):
        await sender.send(place_of(message), menus.may_stop(found, engine.current.base))


async def unfollow_all(
    message: Message, bot: Bot, engine: EngineHolder, following: SubscriptionService, sender: Sender
) -> None:
    if await _may(message, bot, sender):
        ended = await following.unfollow_all(message.chat.id)
        await sender.send(place_of(message), menus.all_stopped(ended, engine.current.base))


async def pause(
    message: Message,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
    reminder: WishedReminder | None = None,
) -> None:
    """The event that is named, else all there is."""
    if await _may(message, bot, sender):
        reply = await _paused(message.chat.id, following, engine.current.base, reminder, on=True)
        await sender.send(place_of(message), reply)


async def resume(
    message: Message,
    bot: Bot,
    engine: EngineHolder,
    following: SubscriptionService,
    sender: Sender,
    reminder: WishedReminder | None = None,
) -> None:
    if await _may(message, bot, sender):
        reply = await _paused(message.chat.id, following, engine.current.base, reminder, on=False)
        await sender.send(place_of(message), reply)


async def drop_reminders(
    message: Message,
    reminder: WishedReminder,
    base: FactBase,
    following: SubscriptionService,
    chosen_reminders: ChosenReminders,
    now: Clock,
) -> Reply:
    """Remove every reminder that comes at the time that the wish names."""
    chat, dropped = message.chat.id, list[datetime]()
    schedule = await following.schedule_of(chat)
    for one in await following.of_chat(chat):
        zone = ZoneInfo(one.schedule.zone)
        for upcoming in await following.upcoming(one):
            at = upcoming.reminder.at
            if not is_meant(reminder, at, zone, now()):
                continue
            moved = await chosen_reminders.move_moment(chat, one.id, at, None)
            if isinstance(moved, MovedReminder) and at not in dropped:
                dropped.append(at)
    return replies.dropped(dropped, schedule.zone, now(), await listing(following, chat, base))


def build_router() -> Router:
    router = Router(name="stopping")
    router.message.register(stop, Command("stop"))
    return router


async def _paused(
    chat: int, following: SubscriptionService, base: FactBase, reminder: WishedReminder | None, *, on: bool
) -> Reply:
    """What is meant of all that is followed, paused or resumed."""
    meant = await _meant(chat, following, reminder)
    changed = [await following.set_paused(chat, one.id, paused=on) or one for one in meant]
    if len(changed) == 1:
        return await subscription_card(following, changed[0], base)
    return await listing(following, chat, base)


async def _meant(
    chat: int, following: SubscriptionService, reminder: WishedReminder | None
) -> list[Subscription]:
    """The subscription to the event that is named; all where none is, none where it is not known."""
    found = await following.of_chat(chat)
    if reminder is not None and reminder.event is not None:
        itself = await following.following(chat, reminder.event.id)
        return [one for one in found if itself is not None and one.id == itself.id]
    return [] if reminder is not None and reminder.unknown else list(found)


async def _may(message: Message, bot: Bot, sender: Sender) -> bool:
    """Whether the writer may change what the chat follows; else says who may."""
    if await writer_may_manage(bot, message):
        return True
    await sender.send(place_for_author(message), await refusal(bot, None))
    return False
