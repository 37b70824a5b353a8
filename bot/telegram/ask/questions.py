"""Questions: any text in a private chat; in a group a mention of the bot or a reply to it."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.types import Message

from bot.telegram.ask.addressing import Addressed
from bot.telegram.ask.question_flow import QuestionFlow, Reader
from bot.telegram.ask.wishes import open_screen
from bot.telegram.sending.sender import Sender, place_of
from bot.telegram.sending.typing_indicator import ShowTyping
from knowledge.results import Answer


async def question(
    message: Message, question: str, question_flow: QuestionFlow, sender: Sender, **dependencies: Any
) -> None:
    """A caption counts as the text; the photo is ignored. A wish opens its command's screen instead."""
    assert message.from_user is not None  # Addressed requires it
    reader = Reader(chat_id=message.chat.id, user_id=message.from_user.id)
    turn = await question_flow.answer(reader, question)
    wanted = {**dependencies, "sender": sender}
    if isinstance(turn.result, Answer) and await open_screen(turn.result, message, wanted):
        return
    await question_flow.send(reader, turn, place_of(message), sender)


def build_router(typing_after: float) -> Router:
    """`typing_after`: seconds after which «typing» is shown if there is no reply yet."""
    router = Router(name="questions")
    router.message.middleware(ShowTyping(typing_after))
    router.message.register(question, Addressed())
    return router
