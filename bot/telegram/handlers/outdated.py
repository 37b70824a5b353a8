"""Buttons under an answer whose fact was changed since: the answer is marked, the new one is at hand."""

from __future__ import annotations

from typing import Any

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Filter
from aiogram.types import CallbackQuery

from bot.records.corrections import Correction
from bot.replies import feedback as texts
from bot.replies.notices import OLD_BUTTON
from bot.telegram.answering import AnswerPresses
from bot.telegram.consulting import Consultant, Reader
from bot.telegram.hearing_presses import AnewPress, RatePress, ReportPress
from bot.telegram.marking import Marker
from bot.telegram.sender import Place, Sender
from bot.telegram.stores import AskedQuestions, Corrections


class Outdated(Filter):
    """Lets through a press under an answer that is out of date; hands on its `correction`."""

    async def __call__(
        self, press: CallbackQuery, asked_questions: AskedQuestions, corrections: Corrections
    ) -> bool | dict[str, Any]:
        if press.message is None:
            return False
        asked = await asked_questions.by_message(press.message.chat.id, press.message.message_id)
        if asked is None or asked.outcome != "answer" or not asked.facts:
            return False
        found = await corrections.since(asked.facts, asked.at)
        return False if found is None else {"correction": found}


async def outdated(press: CallbackQuery, correction: Correction, marker: Marker, bot: Bot) -> str | None:
    """Neither rated nor reported: what the reader sees is no longer what the base says."""
    assert press.message is not None  # the filter
    await marker.mark(bot, press.message, correction)
    return texts.OUTDATED


async def followed(press: CallbackQuery, correction: Correction, marker: Marker, bot: Bot) -> str | None:
    """Following goes on: the fact is the same, only its answer above is old."""
    assert press.message is not None  # the filter
    await marker.mark(bot, press.message, correction)
    raise SkipHandler


async def anew(
    press: CallbackQuery, consultant: Consultant, asked_questions: AskedQuestions, sender: Sender
) -> str | None:
    if press.message is None:
        return OLD_BUTTON
    place = Place(chat_id=press.message.chat.id)
    asked = await asked_questions.by_message(place.chat_id, press.message.message_id)
    if asked is None:
        return OLD_BUTTON
    reader = Reader(chat_id=place.chat_id, user_id=press.from_user.id)
    consulted = await consultant.answer(reader, asked.understood or asked.text)
    sent = await sender.send(place, consulted.reply)
    if sent is not None:
        await consultant.note(reader, consulted, sent)
    return None


def build_routers() -> tuple[Router, ...]:
    """They stand before the buttons' own handlers."""
    before = Router(name="outdated-followed")
    before.callback_query.register(followed, F.data.startswith("follow:f:"), Outdated())
    router = Router(name="outdated")
    router.callback_query.middleware(AnswerPresses())
    router.callback_query.register(outdated, RatePress.filter(), Outdated())
    router.callback_query.register(outdated, ReportPress.filter(), Outdated())
    router.callback_query.register(anew, AnewPress.filter())
    return before, router
