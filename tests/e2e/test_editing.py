"""Editing over HTTP: files, the gate, undo, a conflict of two editors, a kill in between."""

from __future__ import annotations

import asyncio
import io
import signal
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot.demo.botapi import updates
from bot.demo.botapi.running import RunningServer, running
from bot.demo.botapi.state import Json
from bot.replies.editing import gate, history
from bot.replies.editing import proposals as proposal_texts
from bot.storage.connection.database import Database
from bot.storage.fact_base.base_store import StoredBase
from knowledge.facts.edits import assemble, entities
from knowledge.facts.model import Fact, FactBase
from knowledge.facts.pack import dump_pack
from knowledge.facts.serialization import key_of
from tests.e2e.program import Program, running_program
from tests.editing.harness import BASE, CHAIR, MOVED, PLACE
from tests.followups.harness import MOSCOW
from tests.storage.conftest import database

__all__ = ["database"]
OWNER, ANNA, READER = 7, 11, 50
HARBIN = replace(PLACE, says="Второй диалог пройдёт в Харбине.", where="Харбин")
QUESTION = "Где пройдёт второй диалог?"


@asynccontextmanager
async def program(api: RunningServer, folder: Path, database: Database) -> AsyncIterator[Program]:
    """Run the bot on this database with a small pack."""
    pack = folder / "pack"
    pack.mkdir(exist_ok=True)
    for name, text in dump_pack(BASE).items():
        (pack / name).write_text(text, "utf-8")
    environ = {
        "ADMIN_IDS": str(OWNER),
        "PACK_DIR": str(pack),
        "DATABASE_URL": database.url.render_as_string(hide_password=False),
        "SPRAVKA_NOW": "2027-05-01T12:00:00+03:00",
    }
    polls = api.state.poller
    async with running_program(api.url, folder, **environ) as started:
        await api.until(lambda: api.state.poller > polls, 60)
        yield started


def base_with(*changed: Fact) -> FactBase:
    """The small pack with some facts replaced."""
    parts = entities(BASE)
    return assemble({**parts, **{key_of(one): one for one in changed}})


async def send(api: RunningServer, user: int, base: FactBase, *, zipped: bool = False) -> Json:
    """Send the base as a file; returns the screen of the proposal."""
    files, before = dump_pack(base), len(api.messages(user))
    name, content = "facts.yaml", files["facts.yaml"].encode()
    if zipped:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for one, text in files.items():
                archive.writestr(one, text)
        name, content = "baza.zip", buffer.getvalue()
    file_id = f"sent-{len(api.state.files)}"
    api.state.files[file_id] = content
    await api.state.push(updates.document(updates.private(user), file_id, name, len(content)))
    return (await api.replies(user, before + 1))[-1]


async def tap(api: RunningServer, user: int, label: str, expected: str, shown: Json | None = None) -> Json:
    """Press the button with this label; returns the newest message with `expected` once there is one."""
    message = shown or api.messages(user)[-1]
    keys = [key for row in message["reply_markup"]["inline_keyboard"] for key in row]
    data = next(str(key["callback_data"]) for key in keys if key["text"] == label)
    await api.press(message, data)
    await api.until(lambda: any(expected in one.get("text", "") for one in api.messages(user)))
    return next(one for one in reversed(api.messages(user)) if expected in one.get("text", ""))


async def time_until_answered(api: RunningServer, expected: str) -> float:
    """Ask until the answer contains `expected`; returns the seconds that it took."""
    started = asyncio.get_running_loop().time()
    while True:
        before = len(api.messages(READER))
        await api.say(READER, QUESTION)
        text = (await api.replies(READER, before + 1))[-1]["text"]
        if expected in text:
            return asyncio.get_running_loop().time() - started
        await asyncio.sleep(0.2)


async def test_a_zip_is_published_and_undone_each_visible_within_five_seconds(
    database: Database, tmp_path: Path
) -> None:
    async with running() as api, program(api, tmp_path, database) as bot:
        screen = await send(api, OWNER, base_with(MOVED), zipped=True)
        assert "Место: Пекин → Шанхай" in screen["text"]
        await bot.stop(signal.SIGKILL)
        assert await StoredBase(database, MOSCOW).current_revision() == 1
    async with running(api.state) as api, program(api, tmp_path, database):
        published = await tap(api, OWNER, gate.PUBLISH, "Правка 2 опубликована", screen)
        assert await time_until_answered(api, "Шанхае") < 5
        undo = await tap(api, OWNER, history.UNDO, "Место: Шанхай → Пекин", published)
        await tap(api, OWNER, gate.PUBLISH, "Правка 3 опубликована", undo)
        assert await time_until_answered(api, "Пекине") < 5
    assert (await StoredBase(database, MOSCOW).load_base()).base == BASE


async def test_a_stranger_a_conflict_and_a_failed_self_check(database: Database, tmp_path: Path) -> None:
    """One run of the program for all three, because a start takes seconds."""
    async with running() as api, program(api, tmp_path, database):
        await _check_stranger(api)
        await _check_conflict(api)
        await _check_failed_self_check(api, database)


async def _check_stranger(api: RunningServer) -> None:
    for number, command in enumerate(("/roles", "/nonsense", "/history", "/export"), 1):
        await api.say(READER, command)
        replies = await api.replies(READER, number)
    assert len({reply["text"] for reply in replies}) == 1


async def _check_conflict(api: RunningServer) -> None:
    await api.say(OWNER, f"/roles {ANNA}")
    await api.replies(OWNER, 1)
    await tap(api, OWNER, "Сделать: редактор", f"• {ANNA} ({ANNA}) — редактор")
    assert f"commands:{{'type': 'chat', 'chat_id': {ANNA}}}:" in api.state.settings
    await send(api, OWNER, base_with(MOVED))
    await send(api, ANNA, base_with(HARBIN))
    await tap(api, OWNER, gate.PUBLISH, "Правка 2 опубликована")
    shown = await tap(api, ANNA, gate.PUBLISH, "это изменили другие")
    assert "Место: было «Пекин», в базе «Шанхай», у вас «Харбин»" in shown["text"]
    await tap(api, ANNA, f"{gate.MINE}: 1", "\nМесто: было «Пекин»")
    await tap(api, ANNA, gate.MINE, "Место: Шанхай → Харбин")
    await tap(api, ANNA, gate.PUBLISH, "Правка 3 опубликована")
    assert await time_until_answered(api, "Харбине") < 5


async def _check_failed_self_check(api: RunningServer, database: Database) -> None:
    worse = replace(CHAIR, questions=("абракадабра", "шурум бурум", "трам тарарам", "тыр пыр"))
    screen = await send(api, OWNER, base_with(HARBIN, worse))
    assert "⚠ Собственная проверка не пройдена" in screen["text"]
    await tap(api, OWNER, gate.PUBLISH, proposal_texts.REASON_NEEDED)
    assert await StoredBase(database, MOSCOW).current_revision() == 3
    await api.say(OWNER, "так спрашивают")
    await api.until(lambda: "Правка 4 опубликована" in api.messages(OWNER)[-1].get("text", ""))
