"""Sends the answer that a reader waited for, and notes it as any other, so that it can be rated."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import structlog
from aiogram import Bot

from bot.followups.send_outcome import Needless, Outcome, Sent
from bot.records.outbox import Message
from bot.records.question_log import PROMISED
from bot.replies.answers import feedback as texts
from bot.telegram.ask.question_flow import AnsweredTurn, QuestionFlow, Reader
from bot.telegram.sending.reminders import send_once
from knowledge.results import Answer

log = structlog.get_logger()


class AnswerSender:
    """By the base as it stands when the message goes out."""

    def __init__(self, bot: Bot, question_flow: QuestionFlow) -> None:
        self._bot = bot
        self._question_flow = question_flow

    async def send(self, message: Message, *, late: bool, now: datetime) -> Outcome:  # noqa: ARG002
        question = str((message.after or {})["question"])
        consulted = self._question_flow.announce(question)
        if not isinstance(consulted.result, Answer) or not consulted.result.shown:
            return Needless()
        outcome = await send_once(self._bot, message.chat_id, texts.told(question, consulted.reply))
        if isinstance(outcome, Sent):
            await self._note(message.chat_id, consulted, outcome.message_id)
        return outcome

    async def _note(self, chat_id: int, consulted: AnsweredTurn, message_id: int) -> None:
        """Without the note its buttons say that they are old; the message itself is sent and counts."""
        told = replace(consulted, result=replace(consulted.result, rule=PROMISED))
        try:
            await self._question_flow.note(Reader(chat_id=chat_id, user_id=chat_id), told, message_id)
        except Exception as error:  # noqa: BLE001 - whatever the database says, what was sent was sent
            log.warning("answer not noted", reason=repr(error))
