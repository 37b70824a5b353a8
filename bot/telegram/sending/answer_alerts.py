"""Sends an answer alert, and records its answer like any other, so that it can be rated."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import structlog
from aiogram import Bot

from bot.followups.send_outcome import NothingToSend, SendOutcome, Sent
from bot.records.outbox import Message
from bot.records.question_log import ALERT_RULE
from bot.replies.answers import feedback as texts
from bot.telegram.ask.question_flow import AnsweredTurn, Asker, QuestionFlow
from bot.telegram.sending.reminders import send_once
from knowledge.results import Answer

log = structlog.get_logger()


class AnswerAlertSender:
    """Answers from the base as it is at the moment of sending."""

    def __init__(self, bot: Bot, question_flow: QuestionFlow) -> None:
        self._bot = bot
        self._question_flow = question_flow

    async def send(self, message: Message, *, late: bool, now: datetime) -> SendOutcome:  # noqa: ARG002
        question = str((message.after or {})["question"])
        turn = await self._question_flow.answer_alert(question)
        if not isinstance(turn.result, Answer) or not turn.result.shown:
            return NothingToSend()
        outcome = await send_once(self._bot, message.chat_id, texts.answer_alert(question, turn.reply))
        if isinstance(outcome, Sent):
            await self._record(message.chat_id, turn, outcome.message_id)
        return outcome

    async def _record(self, chat_id: int, turn: AnsweredTurn, message_id: int) -> None:
        """Best effort: if it fails, the message counts as sent, but its buttons answer OLD_BUTTON."""
        alert = replace(turn, result=replace(turn.result, rule=ALERT_RULE))
        try:
            await self._question_flow.record(Asker(chat_id=chat_id, user_id=chat_id), alert, message_id)
        except Exception as error:  # noqa: BLE001 - whatever the database says, the message was sent
            log.warning("answer not noted", reason=repr(error))
