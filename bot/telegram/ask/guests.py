"""Guest mode: the bot is mentioned in a chat that it is not a member of, and answers once, by the query.

Nothing of such a chat is stored: no conversation, no question.
"""

from __future__ import annotations

from contextlib import suppress

from aiogram import Bot, F, Router
from aiogram.exceptions import AiogramError
from aiogram.methods import AnswerGuestQuery
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent, Message

from bot.records.engine_holder import EngineHolder
from bot.replies.answers import links as texts
from bot.replies.answers import menus
from bot.replies.splitting import split
from bot.telegram.ask.addressing import Addressed
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.links import address, question_parameter
from bot.telegram.sending.entities import text_and_entities
from bot.telegram.sending.message_calls import NO_PREVIEW


async def guest(
    message: Message, question: str, bot: Bot, question_flow: QuestionFlow, engine: EngineHolder
) -> None:
    """A mention alone is answered with what the bot is about."""
    assert message.guest_query_id is not None  # the router's filter
    base = engine.current.base
    reply = (await question_flow.answer_once(question)).reply if question else menus.start(base)
    link = address((await bot.me()).username, question_parameter(question) or "inline")
    text, entities = text_and_entities(split(texts.shared(reply, link))[0])
    content = InputTextMessageContent(message_text=text, entities=entities, link_preview_options=NO_PREVIEW)
    result = InlineQueryResultArticle(id="answer", title=base.source.title, input_message_content=content)
    # An answer that comes too late, or a server without guests.
    with suppress(AiogramError):
        await bot(AnswerGuestQuery(guest_query_id=message.guest_query_id, result=result))


def build_router() -> Router:
    router = Router(name="guests")
    router.guest_message.register(guest, F.guest_query_id, Addressed())
    return router
