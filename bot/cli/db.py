"""`spravka db`: the schema of the database, backups, copies between databases."""

from __future__ import annotations

import asyncio
from pathlib import Path

import typer

from bot.errors import ExitCode
from bot.replies.cli import db_texts as texts
from bot.settings.options import Settings
from bot.storage.connection.startup import upgrade_schema, using_database
from bot.storage.upkeep import backup as backups
from bot.storage.upkeep.copying import copy_all


def upgrade(settings: Settings) -> ExitCode:
    """Run the migrations. Raises SpravkaError."""
    asyncio.run(upgrade_schema(_address(settings)))
    typer.echo(texts.UPGRADED)
    return ExitCode.OK


def backup(settings: Settings, file: Path) -> ExitCode:
    """Write one state of the database to a file. Raises SpravkaError."""
    size = asyncio.run(using_database(_address(settings), lambda database: backups.back_up(database, file)))
    typer.echo(texts.backed_up(str(file), size))
    return ExitCode.OK


def restore(settings: Settings, file: Path, *, replace: bool) -> ExitCode:
    """Put a backup into the database. Raises SpravkaError."""
    rows = asyncio.run(
        using_database(_address(settings), lambda database: backups.restore(file, database, replace=replace))
    )
    typer.echo(texts.restored(rows))
    return ExitCode.OK


def copy(settings: Settings, addresses: list[str], *, replace: bool) -> ExitCode:
    """Copy from the first address, or DATABASE_URL, to the last one. Raises SpravkaError."""
    source = addresses[0] if len(addresses) > 1 else _address(settings)
    rows = asyncio.run(_copy(source, addresses[-1], replace=replace))
    typer.echo(texts.copied(rows))
    return ExitCode.OK


async def _copy(source: str, target: str, *, replace: bool) -> int:
    return await using_database(
        source,
        lambda read: using_database(target, lambda written: copy_all(read, written, replace=replace)),
    )


def _address(settings: Settings) -> str:
    return settings.database_url.get_secret_value()
