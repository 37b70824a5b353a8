"""Copies everything that a bot has stored from one database to another, of either kind."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import Table, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import DatabaseNotEmptyError, SchemaBehindError, SchemaForeignError, SchemaUnknownError
from bot.storage.connection import schema
from bot.storage.connection.database import Database
from bot.storage.connection.schema import SchemaState
from bot.storage.tables import METADATA

_BATCH = 1000
"""Rows in memory at once."""
_TABLES = METADATA.sorted_tables
"""A table comes after those that its rows refer to."""


async def copy_all(source: Database, target: Database, *, replace: bool) -> int:
    """Copy one state of `source`, in which another process may write meanwhile; returns the number of rows.

    `target` gets the tables where it has none. All or nothing.
    Raises DatabaseNotEmptyError unless `replace`, a Schema…Error where one of them is not this program's.
    """
    _require(await schema.state(source), SchemaState.CURRENT)
    if await schema.state(target) is SchemaState.EMPTY:
        await schema.upgrade(target)
    _require(await schema.state(target), SchemaState.CURRENT)
    async with _snapshot(source) as read, target.write() as written:
        if not replace and await _has_rows(written):
            raise DatabaseNotEmptyError
        await _empty(written)
        copied = 0
        for table in _TABLES:
            copied += await _copy(table, read, written)
        await _continue_numbers(written)
    return copied


def _require(found: SchemaState, wanted: SchemaState) -> None:
    if found is SchemaState.UNKNOWN:
        raise SchemaUnknownError
    if found is SchemaState.FOREIGN:
        raise SchemaForeignError
    if found is not wanted:
        raise SchemaBehindError


@asynccontextmanager
async def _snapshot(database: Database) -> AsyncIterator[AsyncConnection]:
    """A transaction in which all statements see the same state."""
    async with database.engine.connect() as connection:
        if not database.is_sqlite:
            await connection.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True, stream_results=True
            )
        async with connection.begin():
            yield connection


async def _has_rows(connection: AsyncConnection) -> bool:
    for table in _TABLES:
        if await connection.scalar(select(1).select_from(table).limit(1)):
            return True
    return False


async def _empty(connection: AsyncConnection) -> None:
    if connection.dialect.name == "postgresql":
        names = ", ".join(table.name for table in _TABLES)
        await connection.execute(text(f"TRUNCATE {names}"))
        return
    for table in reversed(_TABLES):
        await connection.execute(table.delete())


async def _copy(table: Table, read: AsyncConnection, written: AsyncConnection) -> int:
    """In the order of the key: a row may refer to one before it."""
    copied = 0
    async with read.stream(select(table).order_by(*table.primary_key)) as rows:
        async for batch in rows.mappings().partitions(_BATCH):
            await written.execute(insert(table), [dict(row) for row in batch])
            copied += len(batch)
    return copied


async def _continue_numbers(connection: AsyncConnection) -> None:
    """PostgreSQL counts ids beside the rows: the next one must be above those that were copied."""
    if connection.dialect.name != "postgresql":
        return
    for table in _TABLES:
        column = table._autoincrement_column
        if column is None:
            continue
        sequence = func.pg_get_serial_sequence(table.name, column.name)
        highest = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
        await connection.execute(select(func.setval(sequence, highest, False)))
