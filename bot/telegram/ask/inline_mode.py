"""Inline mode: «@bot вопрос» in any chat offers the answer, or the nearest facts, to insert.

What is typed so far finds the questions that begin or go on so; nothing typed, the main ones. `#id` is a fact
that a reader shares.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
)

from bot.records.engine_holder import EngineHolder, LoadedEngine
from bot.replies.answers import links as texts
from bot.replies.answers import rendering
from bot.replies.parts import Reply
from bot.replies.splitting import split
from bot.replies.truncation import shorten
from bot.settings.clock import Clock
from bot.telegram.ask.answered_turn import facts_of
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.links import Links, LinkTarget, address, to_id, to_question
from bot.telegram.sending.entities import text_and_entities
from bot.telegram.sending.message_calls import NO_PREVIEW
from knowledge.facts.model import Fact, FactId
from knowledge.results import Answer, Shown, Slot

CACHE_TIME = 60
"""Seconds for which Telegram may reuse the results; the base may change meanwhile."""
TITLE_LENGTH = 60
_OFFERED = 8
_CACHED = 1000
Articles = Sequence[InlineQueryResultArticle]


class InlineResults:
    """The results by query, for one revision of the base and one day: answers say what has passed."""

    def __init__(self) -> None:
        self._key: tuple[int, date] | None = None
        self._found: OrderedDict[str, Articles] = OrderedDict()

    def get(self, revision: int, day: date, query: str) -> Articles | None:
        if self._key != (revision, day):
            self._key = (revision, day)
            self._found.clear()
        return self._found.get(query)

    def keep(self, query: str, articles: Articles) -> None:
        self._found[query] = articles
        while len(self._found) > _CACHED:
            self._found.popitem(last=False)


async def inline(
    query: InlineQuery,
    bot: Bot,
    question_flow: QuestionFlow,
    engine: EngineHolder,
    inline_results: InlineResults,
    links: Links,
    now: Clock,
) -> None:
    """The button above the results asks the same question in the bot's own chat; where nothing is found, it
    says so.
    """
    text, loaded = " ".join(query.query.split()), engine.current
    articles = inline_results.get(loaded.revision, now().date(), text)
    if articles is None:
        articles = await search(text, loaded, question_flow, now, (await bot.me()).username)
        inline_results.keep(text, articles)
    is_question = bool(text) and not text.startswith("#")
    parameter = await to_question(text, links, now()) if is_question else "inline"
    label = texts.ASK_BOT if articles else texts.NOTHING_FOUND
    button = InlineQueryResultsButton(text=label, start_parameter=parameter)
    # «query is too old»: the reader has typed on, and the next query follows.
    with suppress(TelegramBadRequest):
        await query.answer(list(articles), cache_time=CACHE_TIME, is_personal=False, button=button)


async def search(
    text: str, loaded: LoadedEngine, question_flow: QuestionFlow, now: Clock, username: str | None
) -> Articles:
    base = loaded.base
    if text.startswith("#") and FactId(text[1:]) in base.fact_by_id:
        return [_fact_article(base.fact_by_id[FactId(text[1:])], loaded, now, username)]
    articles: dict[str, InlineQueryResultArticle] = {}
    for question in [text] if text else base.source.examples:
        turn = await question_flow.answer_once(question)
        facts = [base.fact_by_id[fact_id] for fact_id in facts_of(turn.result)]
        if isinstance(turn.result, Answer) and facts:
            link = address(username, to_id(LinkTarget.FACT, facts[0].id))
            articles[facts[0].id] = _article(facts[0], question, texts.shared(turn.reply, link))
        else:
            articles |= {fact.id: _fact_article(fact, loaded, now, username) for fact in facts}
    if len(articles) < 2 and text:
        for question, fact in _begun(text, loaded)[:_OFFERED]:
            articles.setdefault(fact.id, _fact_article(fact, loaded, now, username, question))
    if not articles and not text:
        return [_fact_article(fact, loaded, now, username) for fact in base.facts[:_OFFERED]]
    return list(articles.values())


def _begun(text: str, loaded: LoadedEngine) -> list[tuple[str, Fact]]:
    """Example questions with these words, the last of them perhaps unfinished, each with its fact; one of a
    fact. Those that begin so come first.
    """
    *whole, last = _words(text) or [""]
    if not last:
        return []
    ranked: list[tuple[bool, str, Fact]] = []
    for fact in loaded.base.facts:
        words = {question: _words(question) for question in fact.questions}
        fits = [
            (one[0].startswith((*whole, last)[0]), question)
            for question, one in words.items()
            if set(whole) <= set(one) and any(word.startswith(last) for word in one)
        ]
        if fits:
            begins, question = max(fits, key=lambda pair: pair[0])
            ranked.append((begins, question, fact))
    ranked.sort(key=lambda found: not found[0])
    return [(question, fact) for _, question, fact in ranked]


def _words(text: str) -> list[str]:
    """As typed, the last one perhaps a single letter."""
    return re.findall(r"\w+", text.casefold().replace("ё", "е"))


def _fact_article(
    fact: Fact, loaded: LoadedEngine, now: Clock, username: str | None, title: str = ""
) -> InlineQueryResultArticle:
    """A fact near the question, with the answer that shows it."""
    answer = Answer(rule="chosen", confidence=1.0, shown=(Shown(fact=fact, slot=Slot.STATEMENT),))
    reply = rendering.render(answer, loaded.base, now(), loaded.changed)
    link = address(username, to_id(LinkTarget.FACT, fact.id))
    title = title or (fact.questions[0] if fact.questions else fact.says)
    return _article(fact, title, texts.shared(reply, link))


def _article(fact: Fact, title: str, reply: Reply) -> InlineQueryResultArticle:
    text, entities = text_and_entities(split(reply)[0])
    content = InputTextMessageContent(message_text=text, entities=entities, link_preview_options=NO_PREVIEW)
    return InlineQueryResultArticle(
        id=fact.id, title=shorten(title, TITLE_LENGTH), description=fact.says, input_message_content=content
    )


def build_router() -> Router:
    router = Router(name="inline")
    router.inline_query.register(inline)
    return router
