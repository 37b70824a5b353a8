"""The real program is edited over HTTP: files, the gate, undo, two editors in conflict, a kill in between."""

from __future__ import annotations

import asyncio
import io
import signal
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot.replies.editing import gate, history
from bot.storage.base_store import StoredBase
from bot.storage.database import Database
from knowledge.facts.edits import assemble, entities
from knowledge.facts.model import Fact, FactBase
from knowledge.facts.pack import dump_pack
from knowledge.facts.serialization import key_of
from tests.botapi import updates
from tests.botapi.running import Running, running
from tests.botapi.world import Json
from tests.e2e.program import Program, running_program
from tests.editing.desk import BASE, CHAIR, MOVED, PLACE
from tests.followups.harness import MOSCOW
from tests.storage.conftest import database, places

__all__ = ["database", "places"]
OWNER, ANNA, READER = 7, 11, 50
HARBIN = replace(PLACE, says="Второй диалог пройдёт в Харбине.", where="Харбин")
QUESTION = "Где пройдёт второй диалог?"


@asynccontextmanager
async def program(api: Running, folder: Path, database: Database) -> AsyncIterator[Program]:
    """The bot on this database, with a small pack of its own."""
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
    polls = api.world.poller
    async with running_program(api.url, folder, **environ) as started:
        await api.until(lambda: api.world.poller > polls, 60)
        yield started


def facts(*changed: Fact) -> FactBase:
    parts = entities(BASE)
    return assemble({**parts, **{key_of(one): one for one in changed}})


async def send(api: Running, user: int, base: FactBase, *, zipped: bool = False) -> Json:
    """Send the base as a file; the screen that comes."""
    files, before = dump_pack(base), len(api.messages(user))
    name, content = "facts.yaml", files["facts.yaml"].encode()
    if zipped:
        into = io.BytesIO()
        with zipfile.ZipFile(into, "w") as archive:
            for one, text in files.items():
                archive.writestr(one, text)
        name, content = "baza.zip", into.getvalue()
    file_id = f"sent-{len(api.world.files)}"
    api.world.files[file_id] = content
    await api.world.push(updates.document(updates.private(user), file_id, name, len(content)))
    return (await api.replies(user, before + 1))[-1]


async def tap(api: Running, user: int, label: str, holds: str, shown: Json | None = None) -> Json:
    """Press the button with this label; the newest message that says `holds`, once there is one."""
    message = shown or api.messages(user)[-1]
    keys = [key for row in message["reply_markup"]["inline_keyboard"] for key in row]
    data = next(str(key["callback_data"]) for key in keys if key["text"] == label)
    await api.callback(message, data)
    await api.until(lambda: any(holds in one.get("text", "") for one in api.messages(user)))
    return next(one for one in reversed(api.messages(user)) if holds in one.get("text", ""))


async def answered(api: Running, holds: str) -> float:
    """Ask until the answer holds this; the seconds that it took."""
    began = asyncio.get_running_loop().time()
    while True:
        before = len(api.messages(READER))
        await api.say(READER, QUESTION)
        said = (await api.replies(READER, before + 1))[-1]["text"]
        if holds in said:
            return asyncio.get_running_loop().time() - began
        await asyncio.sleep(0.2)


async def test_a_zip_is_published_read_within_five_seconds_and_undone(
    database: Database, tmp_path: Path
) -> None:
    async with running() as api, program(api, tmp_path, database) as bot:
        screen = await send(api, OWNER, facts(MOVED), zipped=True)
        assert "Место: Пекин → Шанхай" in screen["text"]
        await bot.end(signal.SIGKILL)
        assert await StoredBase(database, MOSCOW).current_revision() == 1
    async with running(api.world) as api, program(api, tmp_path, database):
        done = await tap(api, OWNER, gate.PUBLISH, "опубликована, номер в истории — 2", screen)
        assert await answered(api, "Шанхае") < 5
        undo = await tap(api, OWNER, history.UNDO, "Место: Шанхай → Пекин", done)
        await tap(api, OWNER, gate.PUBLISH, "номер в истории — 3", undo)
        assert await answered(api, "Пекине") < 5
    assert (await StoredBase(database, MOSCOW).load_base()).base == BASE


async def test_two_editors_in_conflict_then_a_gate_that_warns(database: Database, tmp_path: Path) -> None:
    """One run of the program for all three: each start takes seconds."""
    async with running() as api, program(api, tmp_path, database):
        await _a_stranger_learns_nothing(api)
        await _conflict(api)
        await _warning(api, database)


async def _a_stranger_learns_nothing(api: Running) -> None:
    for number, words in enumerate(("/roles", "/nonsense", "/history", "/export"), 1):
        await api.say(READER, words)
        said = await api.replies(READER, number)
    assert len({one["text"] for one in said}) == 1


async def _conflict(api: Running) -> None:
    await api.say(OWNER, f"/roles {ANNA}")
    await api.replies(OWNER, 1)
    await tap(api, OWNER, "Сделать: редактор", f"• {ANNA} ({ANNA}) — редактор")
    assert f"commands:{{'type': 'chat', 'chat_id': {ANNA}}}:" in api.world.settings
    await send(api, OWNER, facts(MOVED))
    await send(api, ANNA, facts(HARBIN))
    await tap(api, OWNER, gate.PUBLISH, "опубликована, номер в истории — 2")
    shown = await tap(api, ANNA, gate.PUBLISH, "это изменили другие")
    assert "Место: Шанхай" in shown["text"]
    assert "Место: Харбин" in shown["text"]
    await tap(api, ANNA, gate.MINE, "Место: Шанхай → Харбин")
    await tap(api, ANNA, gate.PUBLISH, "опубликована, номер в истории — 3")
    assert await answered(api, "Харбине") < 5


async def _warning(api: Running, database: Database) -> None:
    worse = replace(CHAIR, questions=("абракадабра", "шурум бурум", "трам тарарам", "тыр пыр"))
    screen = await send(api, OWNER, facts(HARBIN, worse))
    assert "⚠ Собственная проверка не пройдена" in screen["text"]
    await tap(api, OWNER, gate.PUBLISH, gate.REASON_NEEDED)
    assert await StoredBase(database, MOSCOW).current_revision() == 3
    await api.say(OWNER, "так спрашивают")
    await api.until(lambda: "номер в истории — 4" in api.messages(OWNER)[-1].get("text", ""))
