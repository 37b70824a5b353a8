"""Reminders of the real program: followed before a kill, sent once after it, by a clock set by the test."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from bot.demo.botapi.running import RunningServer, running
from bot.demo.botapi.state import Json
from tests.e2e.program import running_program

CHAT = 5


def callback_data(shown: Json, prefix: str) -> str:
    rows = shown["reply_markup"]["inline_keyboard"]
    return next(
        str(key["callback_data"])
        for row in rows
        for key in row
        if str(key["callback_data"]).startswith(prefix)
    )


def reminders(api: RunningServer) -> list[Json]:
    return [one for one in api.messages(CHAT) if one.get("text", "").startswith("Напоминание: Второй")]


async def follow(api: RunningServer, folder: Path) -> Json:
    """Follow an event a few seconds before its reminder «a month before»; returns the card."""
    async with running_program(api.url, folder, SPRAVKA_NOW="2016-05-01T09:58:00+03:00") as program:
        await api.until(lambda: api.state.poller > 0, 30)
        await api.say(CHAT, "/follow")
        (menu,) = await api.replies(CHAT, 1)
        await api.press(menu, callback_data(menu, "follow:e:dialogue-2"))
        card = (await api.replies(CHAT, 2))[-1]
        await api.confirmed()
        await program.stop(signal.SIGKILL)
    return card


async def test_a_reminder_survives_a_kill_and_comes_once(tmp_path: Path) -> None:
    async with running() as api:
        card = await follow(api, tmp_path)
        assert "1 мая 2016 года, 10:00: за месяц" in card["text"]
        assert "1 июня 2016 года, 10:00: когда начнётся" in card["text"]
        async with running_program(api.url, tmp_path, SPRAVKA_NOW="2016-05-01T09:59:59+03:00") as program:
            await api.until(lambda: len(reminders(api)) > 0, 30)
            (reminder,) = reminders(api)
            assert "Дата: июнь 2016 года" in reminder["text"]
            await api.press(reminder, callback_data(reminder, "ics:"))
            await api.until(lambda: "document" in api.messages(CHAT)[-1])
            file = api.messages(CHAT)[-1]["document"]["file_id"]
            assert b"DTSTART;VALUE=DATE:20160601" in api.state.files[file]
            await asyncio.sleep(1.5)
            assert len(reminders(api)) == 1
            code, _ = await program.stop()
        assert code == 0
