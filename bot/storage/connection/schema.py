"""Schema versions: compare the database with the migrations of this program, upgrade and downgrade."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.errors import SchemaBehindError, SchemaForeignError, SchemaMissingError, SchemaUnknownError
from bot.storage.connection.database import Database

_FOLDER = Path(__file__).parents[1] / "migrations"
_TABLE = "alembic_version"
_FOUND = text(f"SELECT version_num FROM {_TABLE}")


class SchemaState(StrEnum):
    EMPTY = "empty"
    """No table at all."""
    CURRENT = "current"
    BEHIND = "behind"
    """An older version that this program can upgrade."""
    UNKNOWN = "unknown"
    """A version that this program does not know: the program is older than the database."""
    FOREIGN = "foreign"
    """Tables of another application."""


async def upgrade(database: Database, to: str = "head") -> None:
    """Migrate up to version `to`, in one transaction. Concurrent upgrades queue."""
    async with database.write() as connection:
        await connection.run_sync(_migrate, "up", to)


async def downgrade(database: Database, to: str) -> None:
    """Migrate down to version `to` (`base` drops everything). For tests and emergencies."""
    async with database.write() as connection:
        await connection.run_sync(_migrate, "down", to)


async def state(database: Database) -> SchemaState:
    """Compare the database's version with the program's."""
    async with database.read() as connection:
        return await connection.run_sync(_state)


async def ensure(database: Database, *, alone: bool) -> None:
    """Check the schema at start; upgrade SQLite where this process is the only one (`alone`).

    On PostgreSQL an upgrade is always the operator's decision.
    Raises SchemaBehindError (SchemaMissingError), SchemaUnknownError or SchemaForeignError.
    """
    found = await state(database)
    if found is SchemaState.UNKNOWN:
        raise SchemaUnknownError()
    if found is SchemaState.FOREIGN:
        raise SchemaForeignError()
    if found is SchemaState.CURRENT:
        return
    if not (alone and database.is_sqlite):
        raise SchemaMissingError() if found is SchemaState.EMPTY else SchemaBehindError()
    await upgrade(database)


def versions() -> tuple[str, ...]:
    """The versions of this program's migrations, the oldest first, by the names of their files.

    Alembic is imported only where something is migrated: a bot with a current schema starts without it.
    """
    return tuple(sorted(path.name.partition("_")[0] for path in _FOLDER.glob("versions/[0-9]*_*.py")))


def _migrate(connection: Connection, direction: str, to: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    # Alembic interpolates % in options, and the folder's path may contain one.
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    if connection.dialect.name == "postgresql":
        # Any fixed number: a second upgrade waits here, then finds nothing left to do.
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(20151201)")
    (command.upgrade if direction == "up" else command.downgrade)(config, to)


def _state(connection: Connection) -> SchemaState:
    tables = inspect(connection).get_table_names()
    found = set(connection.scalars(_FOUND)) if _TABLE in tables else set()
    if not found:
        # After a downgrade to the base Alembic's own table remains, empty.
        return SchemaState.FOREIGN if set(tables) - {_TABLE} else SchemaState.EMPTY
    known = versions()
    if found == {known[-1]}:
        return SchemaState.CURRENT
    return SchemaState.BEHIND if found <= set(known) else SchemaState.UNKNOWN
