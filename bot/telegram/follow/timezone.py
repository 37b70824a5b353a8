"""/timezone: by a city's name, by an offset, by a button; quiet hours by a button."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.followups.subscribing import SubscriptionService
from bot.followups.time_zones import cities_at, city_of, find_city, is_zone, parse_offset, similar_cities
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.followups import menus
from bot.replies.followups import time_zones as zones
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram.follow.callbacks import QuietCallback, ZoneCallback
from bot.telegram.follow.rights import may_manage, writer_may_manage
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.sender import Place, Sender, place_of

_LONGEST_NAME = 4
"""Words; what is longer, or ends in «?», is a question and no city."""


class Asking(StatesGroup):
    city = State()


async def timezone(
    message: Message,
    command: CommandObject,
    bot: Bot,
    state: FSMContext,
    following: SubscriptionService,
    sender: Sender,
    now: Clock,
) -> None:
    """«/timezone Владивосток» sets it; «/timezone» says what is set and waits for a city."""
    if not await writer_may_manage(bot, message):
        await sender.send(place_of(message), menus.admins_only())
        return
    if command.args:
        await sender.send(place_of(message), await _take(message, command.args, state, following, now))
        return
    schedule = await following.schedule_of(message.chat.id)
    await state.set_state(Asking.city)
    city = city_of(schedule.zone)
    await sender.send(place_of(message), zones.ask(schedule.zone, city, schedule.quiet, now()))


async def city(
    message: Message, bot: Bot, state: FSMContext, following: SubscriptionService, sender: Sender, now: Clock
) -> None:
    """The text awaited; a question asked instead is answered as one, and nothing waits any more."""
    text = message.text or ""
    known = find_city(text) or parse_offset(text) is not None
    if not known and (text.rstrip().endswith("?") or len(text.split()) > _LONGEST_NAME):
        await state.clear()
        raise SkipHandler
    if not await writer_may_manage(bot, message):
        await state.clear()
        raise SkipHandler
    await sender.send(place_of(message), await _take(message, text, state, following, now))


async def _take(
    message: Message, text: str, state: FSMContext, following: SubscriptionService, now: Clock
) -> Reply:
    found = find_city(text)
    if found is not None:
        await following.set_zone(message.chat.id, message.chat.type, found.zone)
        await state.clear()
        return zones.chosen(found.zone, found.name, now())
    offset = parse_offset(text)
    offered = similar_cities(text) if offset is None else cities_at(offset, now())
    return zones.offer([(one.name, one.zone) for one in offered]) if offered else zones.unknown()


async def zone(
    callback: CallbackQuery,
    callback_data: ZoneCallback,
    bot: Bot,
    state: FSMContext,
    following: SubscriptionService,
    sender: Sender,
    now: Clock,
) -> str | None:
    shown = callback.message
    if shown is None or not is_zone(callback_data.zone):
        return OLD_BUTTON
    if not await may_manage(bot, shown.chat, callback.from_user.id):
        return menus.ADMINS_ONLY
    await following.set_zone(shown.chat.id, shown.chat.type, callback_data.zone)
    await state.clear()
    reply = zones.chosen(callback_data.zone, city_of(callback_data.zone), now())
    await sender.edit(Place(chat_id=shown.chat.id), shown.message_id, reply)
    return None


async def quiet(
    callback: CallbackQuery, callback_data: QuietCallback, bot: Bot, following: SubscriptionService
) -> str | None:
    shown, offered = callback.message, (*zones.QUIETS, "")
    if shown is None or not 0 <= callback_data.number < len(offered):
        return OLD_BUTTON
    if not await may_manage(bot, shown.chat, callback.from_user.id):
        return menus.ADMINS_ONLY
    chosen = offered[callback_data.number]
    await following.set_quiet(shown.chat.id, shown.chat.type, chosen)
    return zones.quiet_set(chosen)


def build_router() -> Router:
    router = Router(name="timezone")
    router.callback_query.middleware(AnswerCallbacks())
    router.message.register(timezone, Command("timezone"))
    router.message.register(city, StateFilter(Asking.city), F.text, ~F.text.startswith("/"))
    router.callback_query.register(zone, ZoneCallback.filter())
    router.callback_query.register(quiet, QuietCallback.filter())
    return router
