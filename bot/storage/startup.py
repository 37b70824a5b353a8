"""Opens the database of a running bot: connects, checks the schema, closes at the end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.exc import SQLAlchemyError

from bot.errors import DatabaseUnavailableError, SchemaForeignError, SchemaUnknownError
from bot.storage import schema
from bot.storage.database import Database


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
            # The driver's message may quote the address, which contains the password.
            raise DatabaseUnavailableError(type(error.__cause__ or error).__name__) from None
        yield database
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
        raise DatabaseUnavailableError(type(error.__cause__ or error).__name__) from None
    finally:
        await database.close()


async def is_reachable(database: Database) -> bool:
    """Whether the database can be read now."""
    try:
        await schema.state(database)
    except (SQLAlchemyError, OSError):
        return False
    return True
