"""Inline mode: «@bot вопрос» in any chat offers the answer, or the nearest facts, to insert."""

from __future__ import annotations

from contextlib import suppress

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineQuery, InlineQueryResultArticle, InputTextMessageContent

from bot.records.engine_holder import EngineHolder, LoadedEngine
from bot.replies.answers import rendering
from bot.replies.parts import Reply
from bot.replies.splitting import split
from bot.replies.truncation import shorten
from bot.settings.clock import Clock
from bot.telegram.ask.question_flow import QuestionFlow, facts_of
from bot.telegram.sending.entities import text_and_entities
from bot.telegram.sending.sender import NO_PREVIEW
from knowledge.facts.model import Fact, FactId
from knowledge.results import Answer, Shown, Slot

CACHE_TIME = 60
"""Seconds for which Telegram may reuse the results; the base may change meanwhile."""
TITLE_LENGTH = 60


async def inline(query: InlineQuery, question_flow: QuestionFlow, engine: EngineHolder, now: Clock) -> None:
    """An empty query offers the pack's example questions."""
    loaded = engine.current
    questions = [query.query] if query.query.strip() else list(loaded.base.source.examples)
    articles: dict[str, InlineQueryResultArticle] = {}
    for text in questions:
        turn = question_flow.answer_once(text)
        facts = facts_of(turn.result)
        if isinstance(turn.result, Answer) and facts:
            articles[facts[0]] = _article(facts[0], text, loaded.base.fact_by_id[facts[0]], turn.reply)
        else:
            articles |= {fact_id: _fact_article(fact_id, loaded, now) for fact_id in facts}
    # «query is too old»: the reader has typed on, and the next query follows.
    with suppress(TelegramBadRequest):
        await query.answer(list(articles.values()), cache_time=CACHE_TIME, is_personal=False)


def _fact_article(fact_id: FactId, loaded: LoadedEngine, now: Clock) -> InlineQueryResultArticle:
    """A fact near the question, with the answer that shows it."""
    fact = loaded.base.fact_by_id[fact_id]
    answer = Answer(rule="chosen", confidence=1.0, shown=(Shown(fact=fact, slot=Slot.STATEMENT),))
    reply = rendering.render(answer, loaded.base, now(), loaded.changed)
    return _article(fact_id, fact.questions[0] if fact.questions else fact.says, fact, reply)


def _article(number: str, title: str, fact: Fact, reply: Reply) -> InlineQueryResultArticle:
    text, entities = text_and_entities(split(reply)[0])
    content = InputTextMessageContent(message_text=text, entities=entities, link_preview_options=NO_PREVIEW)
    return InlineQueryResultArticle(
        id=number, title=shorten(title, TITLE_LENGTH), description=fact.says, input_message_content=content
    )


def build_router() -> Router:
    router = Router(name="inline")
    router.inline_query.register(inline)
    return router
