"""Inline mode: «@bot вопрос» in any chat offers the answer, or what is near, to insert."""

from __future__ import annotations

from contextlib import suppress

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineQuery, InlineQueryResultArticle, InputTextMessageContent

from bot.records.engine_holder import EngineHolder, LoadedEngine
from bot.replies.answers import rendering
from bot.replies.answers.options import shorten
from bot.replies.parts import Reply
from bot.replies.splitting import split
from bot.settings.clock import Clock
from bot.telegram.ask.question_flow import QuestionFlow, facts_of
from bot.telegram.sending.entities import formatted
from bot.telegram.sending.sender import NO_PREVIEW
from knowledge.facts.model import Fact, FactId
from knowledge.results import Answer, Shown, Slot

FRESH = 60
"""Seconds for which Telegram may give the same results again; the base may change meanwhile."""
TITLE = 60


async def inline(query: InlineQuery, question_flow: QuestionFlow, engine: EngineHolder, now: Clock) -> None:
    """An empty query offers the pack's examples."""
    edition = engine.current
    asked = [query.query] if query.query.strip() else list(edition.base.source.examples)
    articles: dict[str, InlineQueryResultArticle] = {}
    for text in asked:
        consulted = question_flow.glance(text)
        facts = facts_of(consulted.result)
        if isinstance(consulted.result, Answer) and facts:
            articles[facts[0]] = _article(facts[0], text, edition.base.fact_by_id[facts[0]], consulted.reply)
        else:
            articles |= {one: _alone(one, edition, now) for one in facts}
    # «query is too old»: the reader has typed on, and the next query is on its way.
    with suppress(TelegramBadRequest):
        await query.answer(list(articles.values()), cache_time=FRESH, is_personal=False)


def _alone(fact_id: FactId, edition: LoadedEngine, now: Clock) -> InlineQueryResultArticle:
    fact = edition.base.fact_by_id[fact_id]
    answer = Answer(rule="chosen", confidence=1.0, shown=(Shown(fact=fact, slot=Slot.STATEMENT),))
    reply = rendering.render(answer, edition.base, now(), edition.changed)
    return _article(fact_id, fact.questions[0] if fact.questions else fact.says, fact, reply)


def _article(number: str, title: str, fact: Fact, reply: Reply) -> InlineQueryResultArticle:
    text, entities = formatted(split(reply)[0])
    content = InputTextMessageContent(message_text=text, entities=entities, link_preview_options=NO_PREVIEW)
    return InlineQueryResultArticle(
        id=number, title=shorten(title, TITLE), description=fact.says, input_message_content=content
    )


def build_router() -> Router:
    router = Router(name="inline")
    router.inline_query.register(inline)
    return router
