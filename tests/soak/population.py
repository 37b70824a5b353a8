"""A temporary database with many followers of one event, written with COPY."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import asyncpg

from bot.storage.connection import schema
from bot.storage.connection.database import Database
from bot.storage.fact_base.files_import import import_files
from knowledge.facts.model import FactBase

SERVER = "postgresql://postgres@127.0.0.1:5432/test"
RULES = ("month,same@10:00", "month,week,day,same@10:00", "month@10:00")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@asynccontextmanager
async def filled_database(
    name: str,
    files: FactBase,
    event: str,
    followers: int,
    since: datetime,
    rules: Sequence[str] = RULES,
) -> AsyncIterator[str]:
    """Address of a PostgreSQL database in which chats 1..`followers` follow `event`, by each rule in turn;
    dropped at the end.
    """
    server = os.environ.get("TEST_POSTGRES_URL", SERVER)
    await _run(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', f'CREATE DATABASE "{name}"')
    address = server.rsplit("/", 1)[0] + f"/{name}"
    database = Database(address)
    try:
        await schema.upgrade(database)
        await import_files(database, files, since)
        await _follow(address, event, followers, since, rules)
        yield address
    finally:
        await database.close()
        await _run(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


async def _follow(address: str, event: str, followers: int, since: datetime, rules: Sequence[str]) -> None:
    connection = await asyncpg.connect(address)
    schedules = [(number, rule, "Europe/Moscow", "22:00-08:00") for number, rule in enumerate(rules, 1)]
    await connection.copy_records_to_table("schedules", records=schedules)
    chats = (
        (number, "private", "active", None, None, None, since, _EPOCH) for number in range(1, followers + 1)
    )
    await connection.copy_records_to_table("chats", records=chats)
    columns = ["chat_id", "kind", "target", "schedule_id", "paused", "asleep", "since", "created_by"]
    rows = (
        (number, "event", event, number % len(rules) + 1, False, False, since, number, since, 1)
        for number in range(1, followers + 1)
    )
    await connection.copy_records_to_table(
        "subscriptions", records=rows, columns=[*columns, "created_at", "revision"]
    )
    await connection.execute("ANALYZE")
    await connection.close()


async def _run(server: str, *statements: str) -> None:
    connection = await asyncpg.connect(server)
    for statement in statements:
        await connection.execute(statement)
    await connection.close()
