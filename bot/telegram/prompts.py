"""Prompts: the bot waits ten minutes for one text. A question or a command goes through, «Отмена» ends it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Protocol

from aiogram import BaseMiddleware, Bot, Router
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramAPIError
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.replies.answers import other_messages
from bot.replies.answers.notices import FOREIGN_BUTTON
from bot.settings.clock import Clock
from bot.telegram.ask.addressing import Addressed
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.sender import Sender
from knowledge.language.question_words import asks
from knowledge.understanding.doubts import doubts_answer

LASTS = timedelta(minutes=10)
TAKES_ANY = "takes_any"
"""The prompt takes what would pass for a question if it has no question mark: «больше не верно»."""
TAKES_DOUBTS = "takes_doubts"
"""The prompt takes a question that doubts an answer: «а разве это не ошибка?»."""
TAKES_QUESTIONS = "takes_questions"
"""The prompt asks for questions: only a command ends it."""
CARD = "card"
"""The message that the prompt was opened from, where another will take its place: its buttons go as well."""
KEPT = "kept"
"""What is kept of the prompt where something else interrupts it, as JSON."""
_ASKED_AT, _MESSAGE = "asked_at", "prompt"
_OWN = "own"
"""Messages whose «Отмена» ends the prompt, where it stands in an older message than others do."""
_LONG = 8
"""A longer text without a question mark tells something, even if it begins with «что»."""
_KEEPS_STATE = ("/cancel", "/start")
"""Commands that end a prompt themselves and say so."""


class LeftPrompts(Protocol):
    """Where interrupted prompts are kept. A bot without editing has none."""

    async def keep(self, user_id: int, kept: Mapping[str, Any]) -> None: ...


class CancelCallback(CallbackData, prefix="cancel"):
    """«Отмена» under a prompt."""


async def begin(state: FSMContext, waits: State, message: int | None, now: Clock, **data: Any) -> None:
    """Wait for the text; `message` is the id of the bot's message that asks for it."""
    await state.set_state(waits)
    await state.set_data({**data, _ASKED_AT: now().isoformat(), _MESSAGE: message})


async def begin_here(state: FSMContext, waits: State, message: int | None, now: Clock, **data: Any) -> None:
    """The same where a message was edited into the prompt: later messages may be of earlier prompts."""
    await begin(state, waits, message, now, **data, **{_OWN: [message]})


async def asked_again(state: FSMContext, message: int | None) -> None:
    """This message asks once more, as after a value that cannot be read."""
    data = await state.get_data()
    if _OWN in data:
        await state.update_data({_OWN: [*data[_OWN], message]})


async def end_own(state: FSMContext, message: int) -> None:
    """End what this message asks for, if it still does; another prompt stays."""
    if (await state.get_data()).get(_MESSAGE) == message:
        await state.clear()


async def end(state: FSMContext, bot: Bot, chat_id: int) -> None:
    """The text came: nothing is waited for any more, and nothing is left to cancel."""
    data = await state.get_data()
    await state.clear()
    for message in filter(None, (data.get(_MESSAGE), data.get(CARD))):
        with suppress(TelegramAPIError):
            await bot.edit_message_reply_markup(chat_id=chat_id, message_id=message)


async def answers_prompt(message: Message, state: FSMContext) -> bool:
    """Whether the message replies to the one that asks."""
    original = message.reply_to_message
    return original is not None and original.message_id == (await state.get_data()).get(_MESSAGE)


class EndPrompts(BaseMiddleware):
    """An outer middleware of messages: it ends a prompt that is over before a handler sees the message."""

    def __init__(self, now: Clock) -> None:
        self._now = now

    async def __call__(
        self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        state: FSMContext | None = data.get("state")
        if state is None:
            return None  # a message without a sender, as of a channel: nobody to answer
        waits = data.get("raw_state") is not None
        if waits and isinstance(event, Message):
            is_over = await self._is_over(event, state, data["bot"])
            if is_over or (event.text or "").startswith("/start"):
                await _keep(event, state, data.get("left_prompts"))
            if is_over:
                await state.clear()
                data["raw_state"] = None
        return await handler(event, data)

    async def _is_over(self, message: Message, state: FSMContext, bot: Bot) -> bool:
        text = message.text or message.caption or ""
        if text.startswith("/"):
            return not text.startswith(_KEEPS_STATE)
        data = await state.get_data()
        asked_at = data.get(_ASKED_AT)
        if asked_at is None or self._now() - datetime.fromisoformat(asked_at) > LASTS:
            return True
        if message.forward_origin is not None or message.document is not None or data.get(TAKES_QUESTIONS):
            return False  # the caption of a file asks nothing
        if data.get(TAKES_ANY) and not text.rstrip().endswith("?"):
            return False
        if data.get(TAKES_DOUBTS) and doubts_answer(text):
            return False
        if not is_question(text) or await answers_prompt(message, state):
            return False
        return bool(await Addressed()(message, bot))


async def _keep(message: Message, state: FSMContext, left: LeftPrompts | None) -> None:
    """Keep what the prompt says is to be kept of it."""
    kept = (await state.get_data()).get(KEPT)
    if kept is not None and left is not None and message.from_user is not None:
        await left.keep(message.from_user.id, kept)


def is_question(text: str) -> bool:
    """«Кто такая Линч?», but not «не в Пекине?» and not a long tale that begins with «что»."""
    return asks(text) and (text.rstrip().endswith("?") or len(text.split()) <= _LONG)


async def cancel(
    _callback: CallbackQuery, shown: ShownMessage, state: FSMContext, sender: Sender
) -> str | None:
    """In a group only who was asked may cancel. One that was answered already leaves a later prompt alone;
    what asks again, as after an unknown city, stands below the message that asked first.
    """
    waiting = await state.get_state() is not None
    if not waiting and shown.chat.type != ChatType.PRIVATE:
        return FOREIGN_BUTTON
    if not waiting or not _asks(shown.message_id, await state.get_data()):
        await sender.edit_shown(shown, other_messages.cancelled(something=False))
        return None
    await state.clear()
    await sender.edit_shown(shown, other_messages.cancelled(something=True))
    return None


def _asks(message: int, data: dict[str, Any]) -> bool:
    """Whether a message asks, first or again, for what is awaited."""
    if _OWN in data:
        return message in data[_OWN]
    return data.get(_MESSAGE) is None or message >= data[_MESSAGE]


def build_router() -> Router:
    router = Router(name="prompts")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(cancel, CancelCallback.filter())
    return router
