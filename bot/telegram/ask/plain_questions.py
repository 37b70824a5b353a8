"""The short way of most updates: a text by a reader in a private chat, with no command and no open form.

The Dispatcher would ask some forty filters and build the whole update as objects before it came to the same
handler. Whatever is not surely such a question is left to it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from typing import Any, Protocol

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramNetworkError, TelegramServerError

from bot.errors import StorageUnavailableError
from bot.replies.answers import notices
from bot.telegram.ask.addressing import AROUND
from bot.telegram.ask.answered_turn import Asker
from bot.telegram.ask.fair_use import FairUse, UseVerdict
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.ports import Readers
from bot.telegram.sending.places import Place
from bot.telegram.sending.sender import Sender
from bot.telegram.sending.typing_indicator import showing_typing
from bot.telegram.updates.raw_updates import RawUpdate
from bot.telegram.updates.worker_slots import place_given_up
from knowledge.results import Answer, Result, SmallTalk, Wish
from knowledge.understanding.wishes import read_wish

log = structlog.get_logger()
_KEYS = frozenset(("message_id", "from", "chat", "date", "text", "entities", "link_preview_options"))
"""The keys of a message that is nothing but a text."""
_FORMATS = frozenset(
    ("bold", "italic", "underline", "strikethrough", "url", "email", "phone_number", "hashtag", "cashtag")
)
"""Entities that do not change to whom a text is said; a command or a mention does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainQuestion:
    """`message_id`: the reader's message."""

    reader: Asker
    text: str
    message_id: int


class Strangers(Protocol):
    """Who has no role, as far as is known without waiting."""

    def has_none(self, user_id: int) -> bool: ...


class OpenForms(Protocol):
    """Forms that are stored elsewhere than in the database."""

    async def is_open(self, chat_id: int, user_id: int) -> bool: ...


class PlainQuestions:
    """`screens`: the wishes that open a screen, which the Dispatcher's handlers draw."""

    def __init__(
        self,
        bot: Bot,
        question_flow: QuestionFlow,
        sender: Sender,
        readers: Readers,
        strangers: Strangers,
        screens: Collection[Wish],
        *,
        typing_after: float,
        measure: Callable[[], AbstractContextManager[object]] = nullcontext,
        forms: OpenForms | None = None,
        fair_use: FairUse | None = None,
    ) -> None:
        self._bot = bot
        self._question_flow = question_flow
        self._sender = sender
        self._readers = readers
        self._strangers = strangers
        self._screens = frozenset(screens)
        self._typing_after = typing_after
        self._measure = measure
        self._forms = forms
        self._fair_use = fair_use

    async def answer(self, raw: RawUpdate) -> bool:
        """Answer a plain question; False for anything else."""
        asked = plain_question(raw)
        if asked is None or not await self._knows(asked.reader):
            return False
        with self._measure():
            async with showing_typing(self._bot, asked.reader.chat_id, self._typing_after):
                try:
                    return await self._answer(asked)
                except (StorageUnavailableError, TelegramNetworkError, TelegramServerError):
                    raise
                except Exception as error:  # noqa: BLE001 - the reader is told
                    await self._explain(raw, error)
        return True

    def is_unheard(self, raw: RawUpdate, ahead: Sequence[RawUpdate]) -> bool:
        """Whether this is a plain question that fair use leaves without a reply: it need not be stored.

        `ahead`: the updates of its chat that wait, without the one being handled.
        """
        asked = plain_question(raw)
        if asked is None or self._fair_use is None or self._forms is not None or self._is_wish(asked):
            return False
        chat, user = asked.reader.chat_id, asked.reader.user_id
        if not (self._readers.is_ordinary((chat, user)) and self._strangers.has_none(user)):
            return False
        waiting = sum(plain_question(one) is not None for one in ahead)
        return self._fair_use.is_silent(*{chat, user}, waiting=waiting, message=asked.message_id)

    async def apologise(self, raw: RawUpdate) -> None:
        """Tell the reader that there is no answer, where the update is a plain question."""
        asked = plain_question(raw)
        if asked is not None:
            with suppress(AiogramError):
                await self._sender.send(Place(chat_id=asked.reader.chat_id), notices.internal_error())

    async def _answer(self, asked: PlainQuestion) -> bool:
        reader = asked.reader
        if self._fair_use is not None:
            keys = {reader.chat_id, reader.user_id}
            if self._fair_use.is_full(*keys) and self._is_wish(asked):
                return False
            admitted = self._fair_use.admit(*keys, message=asked.message_id)
            if admitted is UseVerdict.WARN:
                await self._sender.send(Place(chat_id=reader.chat_id), notices.too_many())
            if admitted is not UseVerdict.ANSWER:
                return True
            if (pause := self._fair_use.pause(*keys)) > 0:
                async with place_given_up():
                    await asyncio.sleep(pause)
        turn = await self._question_flow.answer_unless(reader, asked.text, self._opens_screen)
        if turn is None:
            if self._fair_use is not None:  # the Dispatcher's handler counts it
                self._fair_use.withdraw(*{reader.chat_id, reader.user_id})
            return False
        place = Place(chat_id=reader.chat_id)
        await self._question_flow.send(reader, turn, place, self._sender, asked.message_id)
        return True

    async def _knows(self, reader: Asker) -> bool:
        """Whether the reader has no form, no role, and can be written to."""
        key = (reader.chat_id, reader.user_id)
        if not self._readers.is_ordinary(key) or not self._strangers.has_none(reader.user_id):
            return False
        return self._forms is None or not await self._forms.is_open(*key)

    def _is_wish(self, asked: PlainQuestion) -> bool:
        """Whether it opens a command's screen: fair use lets it through as it does the command."""
        return read_wish(asked.text) in self._screens

    def _opens_screen(self, result: Result) -> bool:
        if not isinstance(result, Answer):
            return False
        return result.wish in self._screens or result.small_talk is SmallTalk.HELP

    async def _explain(self, raw: RawUpdate, error: Exception) -> None:
        if isinstance(error, AiogramError):
            log.warning("update failed", update=raw.get("update_id"), reason=str(error))
        else:
            log.error("update failed", update=raw.get("update_id"), exc_info=error)
        await self.apologise(raw)


def plain_question(raw: RawUpdate) -> PlainQuestion | None:
    """Who asks and what, where an update is surely a plain question in a private chat."""
    message = raw.get("message")
    if not isinstance(message, Mapping) or not message.keys() <= _KEYS:
        return None
    chat, sender, text = message.get("chat"), message.get("from"), message.get("text")
    if not (isinstance(chat, Mapping) and isinstance(sender, Mapping) and isinstance(text, str) and text):
        return None
    if chat.get("type") != "private" or sender.get("is_bot") is not False or text.startswith("/"):
        return None
    numbers = (chat.get("id"), sender.get("id"), message.get("message_id"))
    if not all(type(number) is int for number in numbers):
        return None
    entities = message.get("entities") or ()
    if not isinstance(entities, Sequence) or not all(map(_only_formats, entities)):
        return None
    reader, question = Asker(chat_id=chat["id"], user_id=sender["id"]), text.strip(AROUND)
    if not question:
        return None
    return PlainQuestion(reader=reader, text=question, message_id=message["message_id"])


def _only_formats(entity: Any) -> bool:
    kind = entity.get("type") if isinstance(entity, Mapping) else None
    return isinstance(kind, str) and kind in _FORMATS
