"""Feedback over HTTP: an answer alert sent once, the inbox, ratings, reports."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from bot.demo.botapi import updates
from bot.demo.botapi.running import RunningServer, running
from bot.demo.botapi.state import Json
from bot.replies.answers import feedback
from bot.replies.editing import gate, inbox
from bot.storage.connection.database import Database
from tests.e2e.test_editing import program, tap
from tests.feedback.steps import KNOWN, UNKNOWN
from tests.storage.conftest import database

__all__ = ["database"]
OWNER, READER, OTHER = 7, 50, 51
ALERT = "Теперь в базе есть ответ."


async def ask(api: RunningServer, chat: int, text: str) -> Json:
    count = len(api.messages(chat)) + 1
    await api.say(chat, text)
    return (await api.replies(chat, count))[-1]


async def press(api: RunningServer, shown: Json, label: str) -> str:
    """Press the button with this label; returns the notice."""
    keys = [key for row in shown["reply_markup"]["inline_keyboard"] for key in row]
    data = next(str(key["callback_data"]) for key in keys if key["text"] == label)
    query = await api.press(shown, data)
    await api.until(lambda: query in api.state.answered)
    return str(api.state.answered[query].get("text"))


async def open_more(api: RunningServer, chat: int) -> Json:
    """Open the further buttons of the last answer; returns it."""
    await press(api, api.messages(chat)[-1], "⋯")
    await api.until(lambda: len(api.messages(chat)[-1]["reply_markup"]["inline_keyboard"]) > 1)
    return api.messages(chat)[-1]


def alerts(api: RunningServer, chat: int) -> list[str]:
    return [one["text"] for one in api.messages(chat) if ALERT in one.get("text", "")]


async def test_an_answer_alert_is_sent_once_despite_kills(database: Database, tmp_path: Path) -> None:
    async with running() as api, program(api, tmp_path, database) as bot:
        refusal = await ask(api, READER, UNKNOWN)
        assert await press(api, refusal, feedback.SET_ALERT) == feedback.ALERT_SET
        await ask(api, OTHER, UNKNOWN)
        card = await ask(api, OWNER, "/inbox")
        assert f"«{UNKNOWN}»\nотказов: 2, ждут ответа: 1" in card["text"]
        example = next(
            key["text"]
            for row in card["reply_markup"]["inline_keyboard"]
            for key in row
            if str(key["callback_data"]).endswith(":place")
        )
        await tap(api, OWNER, example, "Проверено вопросов")
        screen = api.messages(OWNER)[-1]
        await api.confirmed()
        await bot.stop(signal.SIGKILL)
    async with running(api.state) as api, program(api, tmp_path, database) as bot:
        await tap(api, OWNER, gate.PUBLISH, "опубликована", screen)
        await api.until(lambda: len(alerts(api, READER)) > 0, 30)
        await asyncio.sleep(0.5)  # until it is recorded as sent
        await bot.stop(signal.SIGKILL)
    async with running(api.state) as api, program(api, tmp_path, database):
        assert (await ask(api, OWNER, "/inbox"))["text"] == inbox.EMPTY
        # The worker checks alerts as it starts and polls its outbox twice a second.
        await asyncio.sleep(1.5)
        (alert,) = alerts(api, READER)
        assert alert.startswith(f"Вы спрашивали: «{UNKNOWN}»")
        assert "Пекин" in alert
        assert alerts(api, OTHER) == []
        assert await press(api, await open_more(api, READER), "👍") == feedback.LIKED


async def test_ratings_and_a_report_reach_the_inbox(database: Database, tmp_path: Path) -> None:
    async with running() as api, program(api, tmp_path, database) as bot:
        await ask(api, READER, KNOWN)
        answer = await open_more(api, READER)
        assert await press(api, answer, "👍") == feedback.LIKED
        await api.state.push(updates.reaction(updates.private(READER), answer["message_id"], "👎", old=""))
        await press(api, answer, feedback.REPORT)
        await api.replies(READER, 2)
        await api.confirmed()
        await asyncio.sleep(0.5)  # until it is marked as handled, or it is answered again after the kill
        await bot.stop(signal.SIGKILL)
    async with running(api.state) as api, program(api, tmp_path, database):
        assert "передал редакторам" in (await ask(api, READER, "Диалог уже прошёл."))["text"]
        card = await ask(api, OWNER, "/inbox")
        assert f"«{KNOWN}»\nоценок 👎: 1, сообщений об ошибке: 1" in card["text"]
        await ask(api, OWNER, "/stats")
        await api.until(lambda: "photo" in api.messages(OWNER)[-1], 30)
        assert "Оценки: 👍 0, 👎 1. Сообщений об ошибках: 1." in api.messages(OWNER)[-2]["text"]
