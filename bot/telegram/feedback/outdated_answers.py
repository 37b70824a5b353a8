"""Buttons under an answer whose fact was edited since: they mark the answer and offer to ask again."""

from __future__ import annotations

from typing import Any

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Filter
from aiogram.types import CallbackQuery

from bot.records.corrections import Correction
from bot.replies.answers import feedback as texts
from bot.replies.answers.notices import OLD_BUTTON
from bot.telegram.ask.options import presser
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.feedback.callbacks import AskAgainCallback, RateCallback, ReportCallback
from bot.telegram.feedback.outdated_marks import OutdatedMarker
from bot.telegram.ports import AskedQuestions, Corrections
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.places import chat_of
from bot.telegram.sending.sender import Sender


class IsOutdated(Filter):
    """Accepts a press under an outdated answer; passes on its `correction` and `shown`, the message."""

    async def __call__(
        self, callback: CallbackQuery, asked_questions: AskedQuestions, corrections: Corrections
    ) -> bool | dict[str, Any]:
        shown = callback.message
        if shown is None:
            return False
        asked = await asked_questions.by_message(shown.chat.id, shown.message_id)
        if asked is None or asked.outcome != "answer" or not asked.facts:
            return False
        found = await corrections.since(asked.facts, asked.at)
        return False if found is None else {"correction": found, "shown": shown}


async def rate_or_report(
    _callback: CallbackQuery,
    shown: ShownMessage,
    correction: Correction,
    outdated_marker: OutdatedMarker,
    bot: Bot,
) -> str:
    """An outdated answer is neither rated nor reported: the base no longer says it."""
    await outdated_marker.mark(bot, shown, correction)
    return texts.OUTDATED


async def follow(
    _callback: CallbackQuery,
    shown: ShownMessage,
    correction: Correction,
    outdated_marker: OutdatedMarker,
    bot: Bot,
) -> None:
    """Mark, then let the handler of «Следить» continue: only the answer is old, the fact is the same."""
    await outdated_marker.mark(bot, shown, correction)
    raise SkipHandler


async def ask_again(
    callback: CallbackQuery,
    shown: ShownMessage,
    question_flow: QuestionFlow,
    asked_questions: AskedQuestions,
    sender: Sender,
) -> str | None:
    asked = await asked_questions.by_message(shown.chat.id, shown.message_id)
    if asked is None:
        return OLD_BUTTON
    reader = presser(callback, shown)
    turn = await question_flow.answer(reader, asked.understood or asked.text)
    await question_flow.send(reader, turn, chat_of(shown), sender)
    return None


def build_routers() -> tuple[Router, ...]:
    """They come before the handlers of the same buttons."""
    followed = Router(name="outdated-follow")
    followed.callback_query.register(follow, F.data.startswith("follow:f:"), IsOutdated())
    router = Router(name="outdated")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(rate_or_report, RateCallback.filter(), IsOutdated())
    router.callback_query.register(rate_or_report, ReportCallback.filter(), IsOutdated())
    router.callback_query.register(ask_again, AskAgainCallback.filter())
    return followed, router
