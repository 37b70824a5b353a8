"""What these tests do again and again: ask, find a press by its label, tell of answers that were promised."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from aiogram import Bot

from bot.replies.editing import gate
from bot.telegram.sending.answer_alerts import AnswerAlertSender
from bot.wiring.background import build_answer_alerts
from bot.wiring.feedback import build_question_flow
from knowledge.facts.model import FactId
from tests.botapi.direct import DirectSession
from tests.editing.desk import EditingDesk

READER, OTHER = 50, 51
UNKNOWN = "Где усядутся снова?"
"""Refused; one more example under «place» answers it."""
KNOWN = "Где пройдёт второй диалог?"


async def send_alerts(desk: EditingDesk) -> None:
    """What the worker does: the newest base, a look at it, and everything due sent."""
    await desk.refresh()
    database, now = desk.followups.database, desk.followups.clock
    sender = AnswerAlertSender(
        Bot(desk.api.token, session=DirectSession(desk.api)), build_question_flow(database, desk.engine, now)
    )
    alert_checker, outbox_sender = build_answer_alerts(desk.settings, database, desk.engine, sender, now)
    await alert_checker.step(now())
    while True:
        async with asyncio.TaskGroup() as group:
            claimed = await outbox_sender.send_batch(group, asyncio.Event())
        if not claimed:
            return


async def publish_answer(desk: EditingDesk, user: int) -> None:
    """Publish the example that answers UNKNOWN, from the inbox."""
    await desk.by(user, "/inbox")
    await desk.tap(user, f"1. {UNKNOWN}")
    await desk.tap(user, next(label for label in desk.labels_to(user) if label.startswith("Пример к 1")))
    await desk.tap(user, gate.PUBLISH)


async def edit_place(desk: EditingDesk, says: str | None) -> None:
    """Publish another statement of «place», or retire it."""
    before = (await desk.base()).fact_by_id[FactId("place")]
    await desk.followups.publish(before, None if says is None else replace(before, says=says))
    await desk.refresh()
