"""Sends an answer alert, or word that there will be no answer.

The answer is recorded like any other, so that it can be rated.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.followups.send_outcome import NothingToSend, SendOutcome, Sent
from bot.records.outbox import Message, MessageKind
from bot.records.question_log import ALERT_RULE
from bot.replies.answers import feedback as texts
from bot.replies.answers.feedback import without_alert_button
from bot.telegram.ask.answered_turn import AnsweredTurn, Asker
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.sending.entities import keyboard
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
        if message.what is MessageKind.DECLINED:
            return await self._decline(message, question)
        turn = await self._question_flow.answer_alert(question)
        if not isinstance(turn.result, Answer) or not turn.result.shown:
            return NothingToSend()
        outcome = await send_once(self._bot, message.chat_id, texts.answer_alert(question, turn.reply))
        if isinstance(outcome, Sent):
            await self._record(message.chat_id, turn, outcome.message_id)
        return outcome

    async def _decline(self, message: Message, question: str) -> SendOutcome:
        """Say that there will be no answer, and take the button off that promised one."""
        outcome = await send_once(self._bot, message.chat_id, texts.declined(question))
        refusal = (message.after or {}).get("refusal")
        if isinstance(outcome, Sent) and refusal:
            turn = await self._question_flow.answer_alert(question)
            kept = keyboard(without_alert_button(turn.reply))
            with suppress(AiogramError):
                await self._bot.edit_message_reply_markup(
                    chat_id=message.chat_id, message_id=refusal, reply_markup=kept
                )
        return outcome

    async def _record(self, chat_id: int, turn: AnsweredTurn, message_id: int) -> None:
        """Best effort: if it fails, the message counts as sent, but its buttons answer OLD_BUTTON."""
        alert = replace(turn, result=replace(turn.result, rule=ALERT_RULE))
        try:
            await self._question_flow.record(Asker(chat_id=chat_id, user_id=chat_id), alert, message_id)
        except Exception as error:  # noqa: BLE001 - whatever the database says, the message was sent
            log.warning("answer not noted", reason=repr(error))
