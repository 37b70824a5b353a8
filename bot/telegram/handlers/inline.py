"""Inline mode: «@bot вопрос» in any chat offers the answer, or what is near, to insert."""

from __future__ import annotations

from contextlib import suppress

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineQuery, InlineQueryResultArticle, InputTextMessageContent

from bot.clock import Clock
from bot.replies import answers
from bot.replies.options import shorten
from bot.replies.parts import Reply
from bot.replies.splitting import split
from bot.telegram.consulting import Consultant, facts_of
from bot.telegram.engine import Edition, Engine
from bot.telegram.sender import NO_PREVIEW
from bot.telegram.views import formatted
from knowledge.model import Fact, FactId
from knowledge.result import Answer, Shown, Slot

FRESH = 60
"""Seconds for which Telegram may give the same results again; the base may change meanwhile."""
TITLE = 60


async def inline(query: InlineQuery, consultant: Consultant, engine: Engine, now: Clock) -> None:
    """An empty query offers the pack's examples."""
    edition = engine.current
    asked = [query.query] if query.query.strip() else list(edition.base.source.examples)
    articles: dict[str, InlineQueryResultArticle] = {}
    for text in asked:
        consulted = consultant.glance(text)
        facts = facts_of(consulted.result)
        if isinstance(consulted.result, Answer) and facts:
            articles[facts[0]] = _article(facts[0], text, edition.base.fact_by_id[facts[0]], consulted.reply)
        else:
            articles |= {one: _alone(one, edition, now) for one in facts}
    # «query is too old»: the reader has typed on, and the next query is on its way.
    with suppress(TelegramBadRequest):
        await query.answer(list(articles.values()), cache_time=FRESH, is_personal=False)


def _alone(fact_id: FactId, edition: Edition, now: Clock) -> InlineQueryResultArticle:
    fact = edition.base.fact_by_id[fact_id]
    answer = Answer(rule="chosen", confidence=1.0, shown=(Shown(fact=fact, slot=Slot.STATEMENT),))
    reply = answers.render(answer, edition.base, now(), edition.changed)
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
