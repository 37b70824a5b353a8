"""The real program reminds: followed before a kill, sent after it, once, on a clock of the test's own."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from tests.botapi.running import Running, running
from tests.botapi.world import Json
from tests.e2e.program import running_program

CHAT = 5


def data(shown: Json, verb: str) -> str:
    rows = shown["reply_markup"]["inline_keyboard"]
    return next(
        str(key["callback_data"]) for row in rows for key in row if str(key["callback_data"]).startswith(verb)
    )


def reminders(api: Running) -> list[Json]:
    return [one for one in api.messages(CHAT) if one.get("text", "").startswith("Напоминание: Второй")]


async def followed(api: Running, folder: Path) -> Json:
    """Follow the second dialogue a few seconds before «a month before»; the card."""
    async with running_program(api.url, folder, SPRAVKA_NOW="2016-05-01T09:58:00+03:00") as program:
        await api.until(lambda: api.world.poller > 0, 30)
        await api.say(CHAT, "/follow")
        (menu,) = await api.replies(CHAT, 1)
        await api.callback(menu, data(menu, "follow:e:dialogue-2"))
        card = (await api.replies(CHAT, 2))[-1]
        await api.confirmed()
        await program.end(signal.SIGKILL)
    return card


async def test_a_reminder_survives_a_kill_and_comes_once(tmp_path: Path) -> None:
    async with running() as api:
        card = await followed(api, tmp_path)
        assert "1 мая 2016 года, 10:00: за месяц" in card["text"]
        assert "1 июня 2016 года, 10:00: когда начнётся" in card["text"]
        async with running_program(api.url, tmp_path, SPRAVKA_NOW="2016-05-01T09:59:59+03:00") as program:
            await api.until(lambda: len(reminders(api)) > 0, 30)
            (reminder,) = reminders(api)
            assert "Дата: июнь 2016 года" in reminder["text"]
            await api.callback(reminder, data(reminder, "ics:"))
            await api.until(lambda: "document" in api.messages(CHAT)[-1])
            file = api.messages(CHAT)[-1]["document"]["file_id"]
            assert b"DTSTART;VALUE=DATE:20160601" in api.world.files[file]
            await asyncio.sleep(1.5)
            assert len(reminders(api)) == 1
            code, _ = await program.end()
        assert code == 0
