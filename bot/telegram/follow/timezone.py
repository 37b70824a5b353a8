"""/timezone: set the zone by a city's name, a UTC offset or a button."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Chat, Message

from bot.followups.subscription_service import SubscriptionService
from bot.followups.time_zones import (
    City,
    cities_at,
    city_of,
    find_city,
    is_zone,
    parse_offset,
    russian_zones,
    similar_cities,
)
from bot.records.outbox import CHOSEN
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.followups import menus
from bot.replies.followups import time_zones as zones
from bot.replies.followups.zone_names import zone_words
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.ask.addressing import Addressed
from bot.telegram.follow.callbacks import ZoneCallback
from bot.telegram.follow.refusals import refusal
from bot.telegram.follow.rights import may_manage, writer_may_manage
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.places import place_for_author, place_of
from bot.telegram.sending.sender import Sender
from knowledge.understanding.wishes import read_wish

_MAX_NAME_WORDS = 4
"""A longer text, or one that ends in «?», is a question and not a city."""


class AwaitingCity(StatesGroup):
    text = State()


async def timezone(
    message: Message,
    command: CommandObject,
    bot: Bot,
    state: FSMContext,
    following: SubscriptionService,
    sender: Sender,
    now: Clock,
) -> None:
    """«/timezone Владивосток» sets the zone; «/timezone» shows it and waits for a city."""
    if not await writer_may_manage(bot, message):
        await sender.send(place_for_author(message), await refusal(bot, None))
        return
    if command.args:
        await sender.send(place_of(message), await _set_zone(message, command.args, state, following, now))
        return
    schedule = await following.schedule_of(message.chat.id)
    known = (schedule.zone, city_of(schedule.zone), schedule.quiet, now())
    if message.chat.type == ChatType.PRIVATE:
        sent = await sender.send(place_of(message), zones.ask(*known))
    else:
        await sender.send(place_for_author(message), zones.settings(*known))
        sent = await sender.send(place_of(message), zones.ask_group())
    await prompts.begin(state, AwaitingCity.text, sent, now)


async def today(message: Message, following: SubscriptionService, sender: Sender, now: Clock) -> None:
    """The date and the hour where the reader is."""
    schedule = await following.schedule_of(message.chat.id)
    await sender.send(place_of(message), zones.today(schedule.zone, now()))


class GivesCity(Filter):
    """Accepts a text that may be the awaited city. In a group: a mention, a reply, or a city alone."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        addressed = await Addressed()(message, bot)
        if isinstance(addressed, dict):
            return {"named": addressed["question"]}
        return {"named": message.text} if message.text and _is_known(message.text) else False


async def _replies_to_prompt(message: Message, bot: Bot) -> bool:
    """Whether it replies to the question for a group's city, whatever its author did meanwhile."""
    asked = message.reply_to_message
    own = asked is not None and asked.from_user is not None and asked.from_user.id == bot.id
    return own and asked is not None and asked.text == zones.ask_group().plain


async def city(
    message: Message,
    named: str,
    bot: Bot,
    state: FSMContext,
    following: SubscriptionService,
    sender: Sender,
    now: Clock,
) -> None:
    """The awaited text. A question or a wish instead of a city is answered as such, and the waiting ends."""
    asks = named.rstrip().endswith("?") or len(named.split()) > _MAX_NAME_WORDS
    wants = read_wish(named) is not None and not _similar(named)
    if ((asks or wants) and named_place(named) is None) or not await writer_may_manage(bot, message):
        await state.clear()
        raise SkipHandler
    place = named_place(named) or named
    await sender.send(place_of(message), await _set_zone(message, place, state, following, now))


def _is_known(text: str) -> bool:
    return find_city(text) is not None or parse_offset(text) is not None


def named_place(text: str) -> str | None:
    """The last words of a text, where they are a city or an offset: «часовой пояс Омск», «живу в Омске»."""
    return next((tail for tail in _tails(text) if _is_known(tail)), None)


def _tails(text: str) -> list[str]:
    """The last words of a text, as many as the name of a city may have, then fewer."""
    words = text.rstrip(" .!").split()
    return [" ".join(words[-count:]) for count in range(min(_MAX_NAME_WORDS, len(words)), 0, -1)]


def _similar(text: str) -> tuple[City, ...]:
    """Cities of which the last words may be a misspelling: «живу в екатеренбурге»."""
    return next((found for tail in _tails(text) if (found := similar_cities(tail))), ())


async def _set_zone(
    message: Message, text: str, state: FSMContext, following: SubscriptionService, now: Clock
) -> Reply:
    """Set the zone of the city, or offer cities that are spelled alike or have the offset."""
    found = find_city(text)
    if found is not None:
        await state.clear()
        return await _move(message.chat, found.zone, found.name, following, now())
    offset = parse_offset(text)
    russian = () if offset is None else russian_zones(offset, now())
    if len({zone_words(one.zone) for one in russian}) == 1:
        await state.clear()
        return await _move(message.chat, russian[0].zone, russian[0].name, following, now())
    offered = _similar(text) if offset is None else russian or cities_at(offset, now())
    return zones.offer([(one.name, one.zone) for one in offered]) if offered else zones.unknown()


async def _move(chat: Chat, zone: str, city: str, following: SubscriptionService, now: datetime) -> Reply:
    """Set the zone; says which reminders moved with it, and which stand at the moment that was chosen."""
    before = (await following.schedule_of(chat.id)).zone
    await following.set_zone(chat.id, chat.type, zone)
    coming = [
        one.reminder for found in await following.of_chat(chat.id) for one in await following.upcoming(found)
    ]
    stand = sorted({one.at for one in coming if one.what in CHOSEN})
    counted = any(one.what not in CHOSEN for one in coming)
    return zones.chosen(zone, city, now, before=before, counted=counted, stand=stand)


async def choose_zone(
    callback: CallbackQuery,
    callback_data: ZoneCallback,
    shown: ShownMessage,
    bot: Bot,
    state: FSMContext,
    following: SubscriptionService,
    sender: Sender,
    now: Clock,
) -> str | None:
    if not is_zone(callback_data.zone):
        return OLD_BUTTON
    if not await may_manage(bot, shown.chat, callback.from_user.id):
        return menus.ADMINS_ONLY
    await state.clear()
    named = city_of(callback_data.zone)
    await sender.edit_shown(shown, await _move(shown.chat, callback_data.zone, named, following, now()))
    return None


def build_router() -> Router:
    router = Router(name="timezone")
    router.callback_query.middleware(AnswerCallbacks())
    router.message.register(timezone, Command("timezone"))
    router.message.register(city, StateFilter(AwaitingCity.text), ~F.text.startswith("/"), GivesCity())
    router.message.register(city, _replies_to_prompt, GivesCity())
    router.callback_query.register(choose_zone, ZoneCallback.filter())
    return router
