"""/topics: all facts by topic and in a timeline, paged within one message."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.records.engine_holder import EngineHolder
from bot.replies.answers import topics as replies
from bot.replies.answers.notices import OLD_BUTTON
from bot.settings.clock import Clock
from bot.telegram.browse.callbacks import CardCallback, TimelineCallback, TopicCallback, TopicsCallback
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import FactId


async def topics(message: Message, engine: EngineHolder, sender: Sender) -> None:
    await sender.send(place_of(message), replies.topics(engine.current.base))


async def all_topics(
    _callback: CallbackQuery, shown: ShownMessage, engine: EngineHolder, sender: Sender
) -> None:
    await sender.edit_shown(shown, replies.topics(engine.current.base))


async def topic(
    _callback: CallbackQuery,
    callback_data: TopicCallback,
    shown: ShownMessage,
    engine: EngineHolder,
    sender: Sender,
    page_size: int,
) -> str | None:
    base = engine.current.base
    try:
        reply = replies.topic_page(base, callback_data.topic, callback_data.page, page_size)
    except KeyError:
        return OLD_BUTTON
    await sender.edit_shown(shown, reply)
    return None


async def timeline(
    _callback: CallbackQuery,
    callback_data: TimelineCallback,
    shown: ShownMessage,
    engine: EngineHolder,
    sender: Sender,
    page_size: int,
) -> None:
    reply = replies.timeline_page(engine.current.base, callback_data.page, page_size)
    await sender.edit_shown(shown, reply)


async def card(
    _callback: CallbackQuery,
    callback_data: CardCallback,
    shown: ShownMessage,
    engine: EngineHolder,
    sender: Sender,
    page_size: int,
    now: Clock,
) -> str | None:
    """One fact in full."""
    loaded = engine.current
    fact = loaded.base.fact_by_id.get(FactId(callback_data.fact))
    if fact is None:
        return OLD_BUTTON
    await sender.edit_shown(shown, replies.card(fact, loaded.base, now(), page_size, loaded.changed))
    return None


def build_router() -> Router:
    router = Router(name="topics")
    router.callback_query.middleware(AnswerCallbacks())
    router.message.register(topics, Command("topics"))
    router.callback_query.register(all_topics, TopicsCallback.filter())
    router.callback_query.register(topic, TopicCallback.filter())
    router.callback_query.register(timeline, TimelineCallback.filter())
    router.callback_query.register(card, CardCallback.filter())
    return router
