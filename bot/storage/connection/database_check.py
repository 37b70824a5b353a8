"""Database check for `spravka doctor`: can it be reached, and is its schema current."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.errors import DatabaseUnavailableError, SchemaBehindError, SchemaForeignError, SchemaUnknownError
from bot.storage.connection import schema
from bot.storage.connection.database import Database
from bot.storage.connection.database_address import read_address
from bot.storage.connection.schema import SchemaState
from bot.storage.connection.startup import driver_error

_ERRORS = {
    SchemaState.BEHIND: SchemaBehindError,
    SchemaState.EMPTY: SchemaBehindError,
    SchemaState.UNKNOWN: SchemaUnknownError,
    SchemaState.FOREIGN: SchemaForeignError,
}


_TIMEOUT = 5.0


def probe(address: str) -> str:
    """«PostgreSQL» or «SQLite»; empty where the SQLite file does not exist yet.

    Runs its own event loop. Raises DatabaseAddressError, DatabaseUnavailableError or a Schema…Error.
    """
    url = read_address(address).url
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return ""
    found = asyncio.run(_state(Database(address)))
    if found in _ERRORS:
        raise _ERRORS[found]()
    return "SQLite" if url.get_backend_name() == "sqlite" else "PostgreSQL"


async def _state(database: Database) -> SchemaState:
    try:
        async with asyncio.timeout(_TIMEOUT):
            return await schema.state(database)
    except (SQLAlchemyError, OSError, TimeoutError) as error:
        # The driver's message may quote the address, which contains the password.
        raise DatabaseUnavailableError(type(driver_error(error)).__name__) from None
    finally:
        await database.close()
