"""Buttons under an answer whose fact was changed since: the answer is marked, the new one is at hand."""

from __future__ import annotations

from typing import Any

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Filter
from aiogram.types import CallbackQuery

from bot.records.corrections import Correction
from bot.replies.answers import feedback as texts
from bot.replies.answers.notices import OLD_BUTTON
from bot.telegram.ask.question_flow import QuestionFlow, Reader
from bot.telegram.feedback.callbacks import AnewCallback, RateCallback, ReportCallback
from bot.telegram.feedback.outdated_marks import OutdatedMarker
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.sender import Place, Sender
from bot.telegram.stores import AskedQuestions, Corrections


class Outdated(Filter):
    """Lets through a press under an answer that is out of date; hands on its `correction`."""

    async def __call__(
        self, callback: CallbackQuery, asked_questions: AskedQuestions, corrections: Corrections
    ) -> bool | dict[str, Any]:
        if callback.message is None:
            return False
        asked = await asked_questions.by_message(callback.message.chat.id, callback.message.message_id)
        if asked is None or asked.outcome != "answer" or not asked.facts:
            return False
        found = await corrections.since(asked.facts, asked.at)
        return False if found is None else {"correction": found}


async def outdated(
    callback: CallbackQuery, correction: Correction, marker: OutdatedMarker, bot: Bot
) -> str | None:
    """Neither rated nor reported: what the reader sees is no longer what the base says."""
    assert callback.message is not None  # the filter
    await marker.mark(bot, callback.message, correction)
    return texts.OUTDATED


async def followed(
    callback: CallbackQuery, correction: Correction, marker: OutdatedMarker, bot: Bot
) -> str | None:
    """Following goes on: the fact is the same, only its answer above is old."""
    assert callback.message is not None  # the filter
    await marker.mark(bot, callback.message, correction)
    raise SkipHandler


async def anew(
    callback: CallbackQuery, question_flow: QuestionFlow, asked_questions: AskedQuestions, sender: Sender
) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    place = Place(chat_id=callback.message.chat.id)
    asked = await asked_questions.by_message(place.chat_id, callback.message.message_id)
    if asked is None:
        return OLD_BUTTON
    reader = Reader(chat_id=place.chat_id, user_id=callback.from_user.id)
    consulted = await question_flow.answer(reader, asked.understood or asked.text)
    sent = await sender.send(place, consulted.reply)
    if sent is not None:
        await question_flow.note(reader, consulted, sent)
    return None


def build_routers() -> tuple[Router, ...]:
    """They stand before the buttons' own handlers."""
    before = Router(name="outdated-followed")
    before.callback_query.register(followed, F.data.startswith("follow:f:"), Outdated())
    router = Router(name="outdated")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(outdated, RateCallback.filter(), Outdated())
    router.callback_query.register(outdated, ReportCallback.filter(), Outdated())
    router.callback_query.register(anew, AnewCallback.filter())
    return before, router
