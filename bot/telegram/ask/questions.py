"""Questions: any text in a private chat; in a group a mention of the bot or a reply to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.types import Message

from bot.replies.answers import groups
from bot.settings.clock import Clock
from bot.telegram.ask.addressing import Addressed
from bot.telegram.ask.edited_questions import reader_of
from bot.telegram.ask.fair_use import LimitQuestions
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.ask.wishes import open_screen
from bot.telegram.sending.places import place_for_author, place_of
from bot.telegram.sending.sender import Sender
from bot.telegram.sending.typing_indicator import ShowTyping
from knowledge.results import Answer, Refusal


async def question(
    message: Message,
    question: str,
    question_flow: QuestionFlow,
    sender: Sender,
    now: Clock,
    **dependencies: Any,
) -> None:
    """A caption counts as the text; the photo is ignored. A wish opens its command's screen instead."""
    reader = reader_of(message)
    replied = None if message.reply_to_message is None else message.reply_to_message.message_id
    turn = await question_flow.answer(reader, question, replied)
    wanted = {**dependencies, "sender": sender, "now": now}
    if isinstance(turn.result, Answer) and await open_screen(turn.result, message, wanted):
        return
    place = place_of(message)
    if isinstance(turn.result, Refusal) and message.chat.type != ChatType.PRIVATE:
        turn, place = replace(turn, reply=groups.short(turn.reply)), place_for_author(message)
    await question_flow.send(reader, turn, place, sender, message.message_id)


def build_router(typing_after: float, limit: LimitQuestions | None = None) -> Router:
    """`typing_after`: seconds after which «typing» is shown if there is no reply yet."""
    router = Router(name="questions")
    if limit is not None:
        router.message.middleware(limit)
    router.message.middleware(ShowTyping(typing_after))
    router.message.register(question, Addressed())
    return router
