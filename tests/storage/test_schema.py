"""Migrations up and down, the models against the schema, and when the bot refuses to start."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from bot.errors import SchemaBehindError, SchemaForeignError, SchemaUnknownError
from bot.storage.connection import schema
from bot.storage.connection.database import Database
from bot.storage.connection.schema import SchemaState
from bot.storage.tables import METADATA

_POSTGRES_ONLY = {"0012"}
"""Migrations that change lengths, which SQLite does not enforce."""


def _steps() -> tuple[str, ...]:
    """As Alembic reads them from the files."""
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parents[1] / "migrations"))
    walked = ScriptDirectory.from_config(config).walk_revisions()
    return tuple(script.revision for script in walked)[::-1]


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, METADATA))


def _columns(connection: Connection) -> set[tuple[str, str, str]]:
    """Table, column and type."""
    look = inspect(connection)
    tables = set(look.get_table_names()) - {"alembic_version"}
    columns = [(table, column) for table in tables for column in look.get_columns(table)]
    return {(table, str(column["name"]), str(column["type"])) for table, column in columns}


async def test_each_migration_is_reversible_and_the_newest_schema_matches_the_models(bare: Database) -> None:
    steps = _steps()
    assert steps == schema.versions()
    assert len(steps) >= 3
    for step in steps:
        await schema.upgrade(bare, step)
        async with bare.read() as connection:
            above = await connection.run_sync(_columns)
        await schema.downgrade(bare, "-1")
        async with bare.read() as connection:
            below = await connection.run_sync(_columns)
        assert (below != above) or (bare.is_sqlite and step in _POSTGRES_ONLY)
        await schema.upgrade(bare, step)
    async with bare.read() as connection:
        assert await connection.run_sync(_differences) == []
    await schema.downgrade(bare, "base")
    async with bare.read() as connection:
        assert await connection.run_sync(_columns) == set()


async def test_a_lone_process_upgrades_sqlite_at_start(sqlite_bare: Database) -> None:
    await schema.ensure(sqlite_bare, alone=True)
    assert await schema.state(sqlite_bare) is SchemaState.CURRENT


async def test_one_of_several_processes_refuses_an_empty_database(sqlite_bare: Database) -> None:
    with pytest.raises(SchemaBehindError):
        await schema.ensure(sqlite_bare, alone=False)


@pytest.mark.postgres
async def test_postgresql_is_never_upgraded_at_start(postgres_bare: Database) -> None:
    with pytest.raises(SchemaBehindError):
        await schema.ensure(postgres_bare, alone=True)
    await schema.upgrade(postgres_bare)
    await schema.ensure(postgres_bare, alone=True)


async def test_an_older_schema_is_behind_and_upgrading_is_idempotent(bare: Database) -> None:
    await schema.upgrade(bare, "0001")
    assert await schema.state(bare) is SchemaState.BEHIND
    await schema.upgrade(bare)
    await schema.upgrade(bare)
    assert await schema.state(bare) is SchemaState.CURRENT


async def test_a_newer_schema_is_refused(bare: Database) -> None:
    await schema.upgrade(bare)
    async with bare.write() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaUnknownError):
        await schema.ensure(bare, alone=True)


async def test_a_database_of_another_application_is_refused(bare: Database) -> None:
    async with bare.write() as connection:
        await connection.execute(text("CREATE TABLE theirs (id INTEGER)"))
    with pytest.raises(SchemaForeignError):
        await schema.ensure(bare, alone=True)
