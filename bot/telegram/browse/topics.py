"""/topics: every fact by topic and timeline, turned page by page in one message."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.records.engine_holder import EngineHolder
from bot.replies.answers import topics as replies
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram.browse.callbacks import CardCallback, TimelineCallback, TopicCallback, TopicsCallback
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.sender import Place, Sender, place_of
from knowledge.facts.model import FactId


async def topics(message: Message, engine: EngineHolder, sender: Sender) -> None:
    await sender.send(place_of(message), replies.topics(engine.current.base))


async def all_topics(callback: CallbackQuery, engine: EngineHolder, sender: Sender) -> str | None:
    return await _turn(callback, sender, replies.topics(engine.current.base))


async def topic(
    callback: CallbackQuery,
    callback_data: TopicCallback,
    engine: EngineHolder,
    sender: Sender,
    page_size: int,
) -> str | None:
    base = engine.current.base
    try:
        reply = replies.topic_page(base, callback_data.topic, callback_data.page, page_size)
    except KeyError:
        return OLD_BUTTON
    return await _turn(callback, sender, reply)


async def timeline(
    callback: CallbackQuery,
    callback_data: TimelineCallback,
    engine: EngineHolder,
    sender: Sender,
    page_size: int,
) -> str | None:
    reply = replies.timeline_page(engine.current.base, callback_data.page, page_size)
    return await _turn(callback, sender, reply)


async def card(
    callback: CallbackQuery,
    callback_data: CardCallback,
    engine: EngineHolder,
    sender: Sender,
    page_size: int,
    now: Clock,
) -> str | None:
    edition = engine.current
    fact = edition.base.fact_by_id.get(FactId(callback_data.fact))
    if fact is None:
        return OLD_BUTTON
    return await _turn(callback, sender, replies.card(fact, edition.base, now(), page_size, edition.changed))


async def _turn(callback: CallbackQuery, sender: Sender, reply: Reply) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    await sender.edit(Place(chat_id=callback.message.chat.id), callback.message.message_id, reply)
    return None


def build_router() -> Router:
    router = Router(name="browsing")
    router.callback_query.middleware(AnswerCallbacks())
    router.message.register(topics, Command("topics"))
    router.callback_query.register(all_topics, TopicsCallback.filter())
    router.callback_query.register(topic, TopicCallback.filter())
    router.callback_query.register(timeline, TimelineCallback.filter())
    router.callback_query.register(card, CardCallback.filter())
    return router
