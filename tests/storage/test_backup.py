"""Backups and copies hold one state of everything, between both kinds of databases, while a bot writes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import RowMapping, insert, select, text

from bot.errors import (
    BackupExistsError,
    BackupUnreadableError,
    BaseEmptyError,
    DatabaseNotEmptyError,
    SchemaBehindError,
)
from bot.settings.tasks import run_alongside
from bot.storage.connection import schema
from bot.storage.connection.database import Database
from bot.storage.tables import METADATA, asked, inbox, revisions, updates
from bot.storage.upkeep.backup import back_up, restore
from bot.storage.upkeep.copying import copy_all
from tests.followups.harness import at

NOW = at("2027-05-01 12:00")
Rows = Mapping[str, Sequence[Any]]


async def fill(database: Database) -> None:
    """Rows with JSON, instants, NULLs, references to rows of the same table."""
    async with database.write() as connection:
        revision = {"at": NOW, "author": "Анна", "why": "ё", "origin": "seed"}
        for number, parent in ((1, None), (2, 1), (3, 2)):
            await connection.execute(insert(revisions).values(number=number, parent=parent, **revision))
        about = {"chat_id": 2**40, "user_id": 7, "message_id": 1, "outcome": "answer", "rule": "best"}
        about |= {"facts": ["a", "б"], "confidence": 0.5, "explanation": "", "at": NOW}
        rows = [about | {"text": f"вопрос {number}"} for number in range(2500)]
        await connection.execute(insert(asked), rows)


async def rows_of(database: Database) -> Rows:
    async with database.read() as connection:
        return {
            table.name: (await connection.execute(select(table).order_by(*table.primary_key))).all()
            for table in METADATA.sorted_tables
        }


@pytest.fixture
async def target(tmp_path: Path) -> AsyncIterator[Database]:
    made = Database(f"sqlite:///{tmp_path}/target.db")
    yield made
    await made.close()


async def test_a_backup_gives_everything_back(database: Database, target: Database, tmp_path: Path) -> None:
    await fill(database)
    before = await rows_of(database)
    size = await back_up(database, tmp_path / "a.backup")
    assert size == (tmp_path / "a.backup").stat().st_size
    assert (tmp_path / "a.backup").stat().st_mode & 0o777 == 0o600
    assert not (tmp_path / "a.backup.part").exists()
    assert await restore(tmp_path / "a.backup", target, replace=False) == 2503
    assert await rows_of(target) == before


async def test_a_restored_database_goes_on_counting(database: Database, tmp_path: Path) -> None:
    await fill(database)
    await back_up(database, tmp_path / "a.backup")
    async with database.write() as connection:
        await connection.execute(asked.delete())
    await restore(tmp_path / "a.backup", database, replace=True)
    async with database.write() as connection:
        highest = await connection.scalar(text("SELECT max(id) FROM asked"))
        one = (await connection.execute(select(asked).limit(1))).mappings().one()
        added = await connection.execute(insert(asked).values(_without_id(one)))
        assert added.inserted_primary_key is not None
        assert added.inserted_primary_key[0] > highest


def _without_id(row: RowMapping) -> dict[str, Any]:
    return {str(key): value for key, value in row.items() if key != "id"}


@pytest.mark.postgres
async def test_from_sqlite_to_postgresql_and_back(
    sqlite: Database, postgres_bare: Database, target: Database
) -> None:
    await fill(sqlite)
    await copy_all(sqlite, postgres_bare, replace=False)
    await copy_all(postgres_bare, target, replace=False)
    assert await rows_of(target) == await rows_of(sqlite)


async def test_a_running_bot_does_not_tear_a_backup(
    database: Database, target: Database, tmp_path: Path
) -> None:
    """Each transaction writes one number into two tables: in one state both hold the same numbers."""
    written = 0

    async def write_on() -> None:
        nonlocal written
        while True:
            written += 1
            async with database.write() as connection:
                await connection.execute(insert(inbox).values(update_id=written, body={}))
                await connection.execute(insert(updates).values(update_id=written, at=NOW))

    async with run_alongside(write_on()):
        while written < 2:  # noqa: ASYNC110 - the first transaction is over then
            await asyncio.sleep(0.01)
        for number in range(3):
            await asyncio.sleep(0.05)
            await back_up(database, tmp_path / f"{number}.backup")
    assert written > 3
    for number in range(3):
        await restore(tmp_path / f"{number}.backup", target, replace=True)
        found = await rows_of(target)
        assert [row.update_id for row in found["inbox"]] == [row.update_id for row in found["updates"]]
        assert found["updates"]


async def test_what_would_be_lost_is_kept(database: Database, sqlite: Database, tmp_path: Path) -> None:
    await fill(sqlite)
    await back_up(sqlite, tmp_path / "a.backup")
    with pytest.raises(BackupExistsError):
        await back_up(sqlite, tmp_path / "a.backup")
    await copy_all(sqlite, database, replace=True)
    with pytest.raises(DatabaseNotEmptyError):
        await restore(tmp_path / "a.backup", database, replace=False)
    (tmp_path / "b.backup").write_bytes(b"SQLite format 3\0" + b"x" * 4096)
    (tmp_path / "c.backup").write_text("dump")
    before = await rows_of(database)
    for name in ("b", "c", "absent"):
        with pytest.raises(BackupUnreadableError):
            await restore(tmp_path / f"{name}.backup", database, replace=True)
    assert await rows_of(database) == before


async def test_an_empty_database_is_not_backed_up(bare: Database, tmp_path: Path) -> None:
    with pytest.raises(BaseEmptyError):
        await back_up(bare, tmp_path / "a.backup")
    assert not (tmp_path / "a.backup").exists()


async def test_a_backup_of_an_older_version_is_upgraded(
    sqlite_bare: Database, target: Database, tmp_path: Path
) -> None:
    await schema.upgrade(sqlite_bare, "0003")
    await back_up(sqlite_bare, tmp_path / "old.backup")
    await restore(tmp_path / "old.backup", target, replace=False)
    assert await schema.state(target) is schema.SchemaState.CURRENT
    with pytest.raises(SchemaBehindError):
        await copy_all(sqlite_bare, target, replace=True)
