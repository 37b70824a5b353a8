"""Only the bot's own user may read its database and its history of typed lines."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings.private_files import make_private_file, make_private_folder
from bot.storage.connection import schema
from bot.storage.connection.database import Database


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def open_to_all(tmp_path: Path) -> Path:
    """What an older version left behind."""
    folder = tmp_path / "var"
    folder.mkdir(mode=0o755)
    (folder / "spravka.db").touch(0o644)
    return folder


async def used(address: str) -> None:
    database = Database(address)
    try:
        await schema.upgrade(database)
    finally:
        await database.close()


async def test_a_new_database_is_private_with_its_folder(tmp_path: Path) -> None:
    database = Database("sqlite:///var/spravka.db")
    async with database.write() as connection:
        await connection.exec_driver_sql("CREATE TABLE t (a)")
        found = {path.name: mode(path) for path in (tmp_path / "var").iterdir()}
    await database.close()
    assert mode(tmp_path / "var") == 0o700
    assert {"spravka.db", "spravka.db-wal", "spravka.db-shm"} <= found.keys()
    assert set(found.values()) == {0o600}


async def test_an_older_database_becomes_private(open_to_all: Path) -> None:
    await used("sqlite:///var/spravka.db")
    assert (mode(open_to_all), mode(open_to_all / "spravka.db")) == (0o700, 0o600)


async def test_a_folder_elsewhere_keeps_its_mode(open_to_all: Path) -> None:
    await used(f"sqlite:///{open_to_all}/spravka.db")
    assert (mode(open_to_all), mode(open_to_all / "spravka.db")) == (0o755, 0o600)


def test_the_current_folder_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private_folder(Path())
    make_private_file(Path("history"))
    assert (mode(tmp_path), mode(tmp_path / "history")) == (0o755, 0o600)
