"""FSM state and data of open forms, as plain values; `bot.telegram.fsm` adapts them to aiogram."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.tables import fsm


@dataclass(frozen=True, slots=True, kw_only=True)
class FormKey:
    """`key` identifies the form; the ids let `/forget` find a user's forms."""

    key: str
    chat_id: int
    user_id: int


class StoredForms:
    """`changed`: told of the chat and user whose form was changed."""

    def __init__(
        self, database: Database, changed: Callable[[tuple[int, int]], None] = lambda _: None
    ) -> None:
        self._database = database
        self._changed = changed

    async def state(self, key: FormKey) -> str | None:
        async with self._database.read() as connection:
            return await connection.scalar(select(fsm.c.state).where(fsm.c.key == key.key))

    async def set_state(self, key: FormKey, state: str | None, at: datetime) -> None:
        self._changed((key.chat_id, key.user_id))
        async with self._database.write() as connection:
            await _put(connection, key, at, state=state)
            await _drop_empty(connection, key)

    async def data(self, key: FormKey) -> dict[str, Any]:
        """A new dictionary, empty where nothing is stored."""
        async with self._database.read() as connection:
            return await _data(connection, key)

    async def set_data(self, key: FormKey, data: Mapping[str, Any], at: datetime) -> None:
        """`data` must be JSON-serialisable."""
        self._changed((key.chat_id, key.user_id))
        async with self._database.write() as connection:
            await _put(connection, key, at, data=dict(data))
            await _drop_empty(connection, key)

    async def update_data(self, key: FormKey, data: Mapping[str, Any], at: datetime) -> dict[str, Any]:
        """Merge in one transaction, so that concurrent updates are not lost. Returns the merged data."""
        self._changed((key.chat_id, key.user_id))
        async with self._database.write() as connection:
            # The row must exist to be locked.
            await connection.execute(
                insert_into(connection, fsm).values(_new(key, at)).on_conflict_do_nothing()
            )
            merged = await _data(connection, key, lock=True) | dict(data)
            await _put(connection, key, at, data=merged)
            await _drop_empty(connection, key)
        return merged

    async def purge(self, before: datetime) -> int:
        """Delete forms not touched since `before`; returns how many."""
        async with self._database.write() as connection:
            result = await connection.execute(delete(fsm).where(fsm.c.at < before))
        return result.rowcount


def _new(key: FormKey, at: datetime) -> dict[str, Any]:
    return {"key": key.key, "chat_id": key.chat_id, "user_id": key.user_id, "data": {}, "at": at}


async def _data(connection: AsyncConnection, key: FormKey, *, lock: bool = False) -> dict[str, Any]:
    query = select(fsm.c.data).where(fsm.c.key == key.key)
    return dict(await connection.scalar(query.with_for_update() if lock else query) or {})


async def _put(connection: AsyncConnection, key: FormKey, at: datetime, **values: Any) -> None:
    insert = insert_into(connection, fsm).values(_new(key, at) | values)
    await connection.execute(insert.on_conflict_do_update(index_elements=["key"], set_=values | {"at": at}))


async def _drop_empty(connection: AsyncConnection, key: FormKey) -> None:
    if await _data(connection, key):
        return
    await connection.execute(delete(fsm).where(fsm.c.key == key.key, fsm.c.state.is_(None)))
