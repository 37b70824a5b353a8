"""Opens the database of a running bot: connects, checks the schema, closes at the end."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import cache
from typing import TypeVar

from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import DatabaseUnavailableError, SchemaForeignError, SchemaUnknownError
from bot.storage.connection import schema
from bot.storage.connection.database import Database

Result = TypeVar("Result")
_VERSIONS = text("SELECT version_num FROM alembic_version")
_PASSING = frozenset(("53300", "57P01", "57P02", "57P03", "08000", "08001", "08003", "08006"))
"""SQLSTATEs of a server that is full, is starting or stopping, or lost the connection."""


@asynccontextmanager
async def open_database(address: str, *, alone: bool) -> AsyncIterator[Database]:
    """`alone`: no other process uses the database, so that SQLite may be upgraded.

    Raises DatabaseAddressError, DatabaseUnavailableError or a Schema…Error.
    """
    database = Database(address)
    try:
        try:
            await schema.ensure(database, alone=alone)
        except (SQLAlchemyError, OSError) as error:
            raise unavailable(error, database) from None
        yield database
    finally:
        await database.close()


async def using_database(address: str, work: Callable[[Database], Awaitable[Result]]) -> Result:
    """Run `work` on a database whose schema is not checked, and close it.

    Raises DatabaseAddressError or DatabaseUnavailableError.
    """
    database = Database(address)
    try:
        return await work(database)
    except (SQLAlchemyError, OSError) as error:
        raise unavailable(error, database) from None
    finally:
        await database.close()


async def upgrade_schema(address: str) -> None:
    """Upgrade the schema. Raises DatabaseAddressError, DatabaseUnavailableError, SchemaUnknownError
    or SchemaForeignError.
    """
    database = Database(address)
    try:
        found = await schema.state(database)
        if found is schema.SchemaState.UNKNOWN:
            raise SchemaUnknownError
        if found is schema.SchemaState.FOREIGN:
            raise SchemaForeignError
        await schema.upgrade(database)
    except (SQLAlchemyError, OSError) as error:
        raise unavailable(error, database) from None
    finally:
        await database.close()


def unavailable(error: Exception, database: Database) -> DatabaseUnavailableError:
    """The error without the driver's message, which may quote the address and so the password."""
    cause = driver_error(error)
    mended_by_waiting = isinstance(cause, OSError) or getattr(cause, "sqlstate", "") in _PASSING
    return DatabaseUnavailableError(
        type(cause).__name__, may_come_back=mended_by_waiting and not database.is_sqlite
    )


def driver_error(error: BaseException) -> BaseException:
    """The driver's own error, which SQLAlchemy wraps."""
    wrapped = getattr(error, "orig", None)
    return error if wrapped is None else wrapped.__cause__ or wrapped


async def is_reachable(database: Database) -> bool:
    """Whether the database can be read now. Raises what the driver raises."""
    async with database.read() as connection:
        return await connection.scalar(select(1)) == 1


async def is_schema_current(database: Database) -> bool:
    """Whether its schema is this program's. Raises what the driver raises."""
    async with database.read() as connection:
        found = await connection.execute(_VERSIONS)
    return {row.version_num for row in found} == {_newest()}


@cache
def _newest() -> str:
    return schema.versions()[-1]
