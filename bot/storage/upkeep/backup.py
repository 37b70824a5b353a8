"""Backups: one SQLite file with all that a bot has stored, whatever its database."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.errors import BackupExistsError, BackupUnreadableError, BaseEmptyError
from bot.settings.private_files import make_private_file
from bot.storage.connection import schema
from bot.storage.connection.database import Database
from bot.storage.connection.schema import SchemaState
from bot.storage.upkeep.copying import copy_all

_HEADER = b"SQLite format 3\0"


async def back_up(database: Database, file: Path) -> int:
    """Write one state of the database to `file`, readable by its owner only; returns its size in bytes.

    The bot may run meanwhile. Raises BackupExistsError, BaseEmptyError, and a Schema…Error where program and
    database do not fit.
    """
    if file.exists():  # noqa: ASYNC240 - a command, with nothing beside it
        raise BackupExistsError(file)
    if await schema.state(database) is SchemaState.EMPTY:
        raise BaseEmptyError
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    try:
        if database.is_sqlite and database.url.database:
            await asyncio.to_thread(_vacuum_into, Path(database.url.database), part)
        else:
            await _copy_into(database, part)
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)
    return file.stat().st_size  # noqa: ASYNC240


async def restore(file: Path, database: Database, *, replace: bool) -> int:
    """Put what `file` holds into the database; returns the number of rows.

    A backup of an older version is brought to this one's schema first, in a copy of the file.
    Raises BackupUnreadableError, DatabaseNotEmptyError unless `replace`, or a Schema…Error.
    """
    if not _is_sqlite_file(file):
        raise BackupUnreadableError(file)
    with tempfile.TemporaryDirectory() as folder:  # only its owner may enter it
        copied = Path(folder) / "backup.db"
        await asyncio.to_thread(shutil.copyfile, file, copied)
        source = Database(f"sqlite:///{copied}")
        try:
            await _bring_to_date(source, file)
            return await copy_all(source, database, replace=replace)
        finally:
            await source.close()


async def _bring_to_date(source: Database, file: Path) -> None:
    try:
        if await schema.state(source) is SchemaState.BEHIND:
            await schema.upgrade(source)
    except SQLAlchemyError:
        raise BackupUnreadableError(file) from None


def _vacuum_into(source: Path, target: Path) -> None:
    """A single statement, so one state; it reads beside a process that writes."""
    make_private_file(target)
    with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))


async def _copy_into(source: Database, target: Path) -> None:
    made = Database(f"sqlite:///{target}")
    try:
        await copy_all(source, made, replace=False)
    finally:
        await made.close()
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")  # one file, without its -wal


def _is_sqlite_file(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return stream.read(len(_HEADER)) == _HEADER
    except OSError:
        return False
