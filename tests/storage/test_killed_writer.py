"""A process killed while it writes leaves an intact database with complete revisions only."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

from sqlalchemy import text

from bot.storage.connection.database import Database
from bot.storage.fact_base.base_store import StoredBase
from bot.storage.fact_base.files_import import import_files
from tests.storage.test_base_store import MOSCOW, NOW, small_base

PROJECT = Path(__file__).resolve().parents[2]
WRITER = """
import asyncio, sys
from bot.storage.connection.database import Database
from bot.storage.fact_base.base_store import StoredBase
from tests.storage.test_base_store import EDIT, MOSCOW, saying, small_base, with_fact

async def main():
    store, base, number = StoredBase(Database(sys.argv[1]), MOSCOW), small_base(), 0
    while True:
        number += 1
        await store.publish([saying(base, f"Правка {number}.")], EDIT)
        base = with_fact(base, f"Правка {number}.")
        print(number, flush=True)

asyncio.run(main())
"""


async def test_a_killed_writer_leaves_only_complete_revisions(sqlite: Database) -> None:
    await import_files(sqlite, small_base(), NOW)
    address = str(sqlite.url)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", WRITER, address),
        cwd=PROJECT,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    async with asyncio.timeout(60):
        for _ in range(5):
            assert (await process.stdout.readline()).strip()
    process.send_signal(signal.SIGKILL)
    await process.wait()
    store = StoredBase(sqlite, MOSCOW)
    loaded = await store.load_base()
    assert loaded.revision >= 6
    async with sqlite.read() as connection:
        assert await connection.scalar(text("PRAGMA integrity_check")) == "ok"
        for table in ("changes", "notices"):
            newest = await connection.scalar(text(f"SELECT max(revision) FROM {table}"))
            assert newest == loaded.revision, table
    assert loaded.base.facts[0].says == f"Правка {loaded.revision - 1}."
