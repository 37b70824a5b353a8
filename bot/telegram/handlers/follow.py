"""/follow and the button «Следить»: start to follow an event, its chain, or a fact."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.clock import Clock
from bot.followups.calendar import to_ics
from bot.followups.following import Following
from bot.records.following import Target
from bot.replies import followups_menus as menus
from bot.replies.notices import OLD_BUTTON
from bot.telegram.answering import AnswerPresses
from bot.telegram.engine import Engine
from bot.telegram.following import card, is_over, offer
from bot.telegram.presses import CalendarPress, FollowPress
from bot.telegram.rights import may_manage, writer_may_manage
from bot.telegram.sender import Place, Sender, place_of
from knowledge.dates import Precision
from knowledge.model import EventId, FactBase, FactId

_TARGETS = {"e": Target.EVENT, "c": Target.CHAIN, "f": Target.FACT}


async def follow(
    message: Message, bot: Bot, engine: Engine, following: Following, sender: Sender, now: Clock
) -> None:
    if not await writer_may_manage(bot, message):
        await sender.send(place_of(message), menus.admins_only())
        return
    zone = (await following.schedule_of(message.chat.id)).zone
    await sender.send(place_of(message), offer(engine.current.base, now(), zone))


async def begin(
    press: CallbackQuery,
    callback_data: FollowPress,
    bot: Bot,
    engine: Engine,
    following: Following,
    sender: Sender,
    now: Clock,
) -> str | None:
    """The card comes as a new message: the answer above keeps standing."""
    shown, target = press.message, _TARGETS.get(callback_data.target)
    base = engine.current.base
    if shown is None or target is None or not _exists(base, target, callback_data.id):
        return OLD_BUTTON
    if not await may_manage(bot, shown.chat, press.from_user.id):
        return menus.ADMINS_ONLY
    place, chat = Place(chat_id=shown.chat.id), shown.chat
    zone = (await following.schedule_of(chat.id)).zone
    if target is Target.EVENT and is_over(base.event_by_id[EventId(callback_data.id)], now(), zone):
        await sender.send(place, menus.has_passed(base.event_by_id[EventId(callback_data.id)]))
        return None
    made = await following.follow(chat.id, chat.type, target, callback_data.id, by=press.from_user.id)
    await sender.send(place, await card(following, made, base))
    return None


async def calendar(
    press: CallbackQuery, callback_data: CalendarPress, bot: Bot, engine: Engine, now: Clock
) -> str | None:
    base = engine.current.base
    event = base.event_by_id.get(EventId(callback_data.event))
    if press.message is None or event is None:
        return OLD_BUTTON
    exact = event.when is not None and event.when.precision is Precision.DAY
    file = to_ics(event, base.source.id, now(), note="" if exact else menus.UNCERTAIN)
    if file is None:
        return menus.NO_CALENDAR
    await bot.send_document(press.message.chat.id, BufferedInputFile(file, f"{event.id}.ics"))
    return None


def _exists(base: FactBase, target: Target, target_id: str) -> bool:
    if target is Target.FACT:
        return FactId(target_id) in base.fact_by_id
    return EventId(target_id) in base.event_by_id


def build_router() -> Router:
    router = Router(name="follow")
    router.callback_query.middleware(AnswerPresses())
    router.message.register(follow, Command("follow"))
    router.callback_query.register(begin, FollowPress.filter())
    router.callback_query.register(calendar, CalendarPress.filter())
    return router
