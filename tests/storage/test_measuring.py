"""Transactions are counted by what they do, on both kinds of databases."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import text

from bot.storage.connection.database import Database
from bot.storage.connection.measuring import counting_transactions


async def test_reads_and_writes_are_counted_while_asked_for(database: Database) -> None:
    counts: Counter[str] = Counter()
    with counting_transactions(lambda kind: counts.update([kind])):
        async with database.read() as connection:
            await connection.execute(text("SELECT 1"))
            await connection.execute(text("SELECT 2"))
        for _ in range(2):
            async with database.write() as connection:
                await connection.execute(text("DELETE FROM fsm"))
    async with database.read() as connection:
        await connection.execute(text("SELECT 3"))
    assert counts == {"read": 1, "write": 2}
