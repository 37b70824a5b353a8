"""Questions: any text in a private chat; in a group a mention of the bot or a reply to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.types import Message

from bot.replies.answers import groups
from bot.telegram.ask.addressing import Addressed
from bot.telegram.ask.question_flow import QuestionFlow, Reader
from bot.telegram.ask.wishes import open_screen
from bot.telegram.sending.sender import Sender, place_for_author, place_of
from bot.telegram.sending.typing_indicator import ShowTyping
from knowledge.results import Answer, Refusal


async def question(
    message: Message, question: str, question_flow: QuestionFlow, sender: Sender, **dependencies: Any
) -> None:
    """A caption counts as the text; the photo is ignored. A wish opens its command's screen instead."""
    assert message.from_user is not None  # Addressed requires it
    thread = message.message_thread_id if message.is_topic_message else None
    reader = Reader(chat_id=message.chat.id, user_id=message.from_user.id, thread_id=thread or 0)
    replied = None if message.reply_to_message is None else message.reply_to_message.message_id
    turn = await question_flow.answer(reader, question, replied)
    wanted = {**dependencies, "sender": sender}
    if isinstance(turn.result, Answer) and await open_screen(turn.result, message, wanted):
        return
    place = place_of(message)
    if isinstance(turn.result, Refusal) and message.chat.type != ChatType.PRIVATE:
        turn, place = replace(turn, reply=groups.short(turn.reply)), place_for_author(message)
    await question_flow.send(reader, turn, place, sender)


def build_router(typing_after: float) -> Router:
    """`typing_after`: seconds after which «typing» is shown if there is no reply yet."""
    router = Router(name="questions")
    router.message.middleware(ShowTyping(typing_after))
    router.message.register(question, Addressed())
    return router
