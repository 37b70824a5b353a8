"""/topics: every fact by topic and timeline, turned page by page in one message."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.clock import Clock
from bot.replies import browsing
from bot.replies.notices import OLD_BUTTON
from bot.replies.parts import Reply
from bot.telegram.answering import AnswerPresses
from bot.telegram.engine import Engine
from bot.telegram.presses import CardPress, TimelinePress, TopicPress, TopicsPress
from bot.telegram.sender import Place, Sender, place_of
from knowledge.model import FactId


async def topics(message: Message, engine: Engine, sender: Sender) -> None:
    await sender.send(place_of(message), browsing.topics(engine.current.base))


async def all_topics(press: CallbackQuery, engine: Engine, sender: Sender) -> str | None:
    return await _turn(press, sender, browsing.topics(engine.current.base))


async def topic(
    press: CallbackQuery, callback_data: TopicPress, engine: Engine, sender: Sender, page_size: int
) -> str | None:
    base = engine.current.base
    try:
        reply = browsing.topic_page(base, callback_data.topic, callback_data.page, page_size)
    except KeyError:
        return OLD_BUTTON
    return await _turn(press, sender, reply)


async def timeline(
    press: CallbackQuery, callback_data: TimelinePress, engine: Engine, sender: Sender, page_size: int
) -> str | None:
    reply = browsing.timeline_page(engine.current.base, callback_data.page, page_size)
    return await _turn(press, sender, reply)


async def card(
    press: CallbackQuery,
    callback_data: CardPress,
    engine: Engine,
    sender: Sender,
    page_size: int,
    now: Clock,
) -> str | None:
    edition = engine.current
    fact = edition.base.fact_by_id.get(FactId(callback_data.fact))
    if fact is None:
        return OLD_BUTTON
    return await _turn(press, sender, browsing.card(fact, edition.base, now(), page_size, edition.changed))


async def _turn(press: CallbackQuery, sender: Sender, reply: Reply) -> str | None:
    if press.message is None:
        return OLD_BUTTON
    await sender.edit(Place(chat_id=press.message.chat.id), press.message.message_id, reply)
    return None


def build_router() -> Router:
    router = Router(name="browsing")
    router.callback_query.middleware(AnswerPresses())
    router.message.register(topics, Command("topics"))
    router.callback_query.register(all_topics, TopicsPress.filter())
    router.callback_query.register(topic, TopicPress.filter())
    router.callback_query.register(timeline, TimelinePress.filter())
    router.callback_query.register(card, CardPress.filter())
    return router
