"""INSERT … ON CONFLICT, which both databases speak and SQLAlchemy spells twice."""

from __future__ import annotations

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
from sqlalchemy.dialects.postgresql import insert as postgres_insert

# SQLite took its ON CONFLICT from PostgreSQL, and SQLAlchemy compiles the construct of
# either dialect only on its own; so the choice is made here, once.
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncConnection


def insert_into(connection: AsyncConnection, table: Table) -> PostgresInsert | SqliteInsert:
    """An INSERT of this connection's dialect, with `on_conflict_do_nothing` and `…_do_update`."""
    if connection.dialect.name == "sqlite":
        return sqlite_insert(table)
    return postgres_insert(table)
