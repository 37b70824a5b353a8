"""aiogram's FSM storage: in the bot's database, or in Redis."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.fsm.storage.redis import RedisEventIsolation, RedisStorage


class StateKey(Protocol):
    """Identifies the state of one user in one chat."""

    @property
    def key(self) -> str: ...


class StateStore(Protocol):
    """Where states and their data are stored; bot.storage implements it with plain values."""

    async def state(self, key: Any) -> str | None: ...

    async def set_state(self, key: Any, state: str | None, at: datetime) -> None: ...

    async def data(self, key: Any) -> dict[str, Any]: ...

    async def set_data(self, key: Any, data: Mapping[str, Any], at: datetime) -> None: ...

    async def update_data(self, key: Any, data: Mapping[str, Any], at: datetime) -> dict[str, Any]: ...


class DatabaseStorage(BaseStorage):
    """`make_key(text, chat_id, user_id)` builds the store's own key."""

    def __init__(
        self, store: StateStore, make_key: Callable[[str, int, int], StateKey], now: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._make_key = make_key
        self._now = now

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        await self._store.set_state(self._key(key), name, self._now())

    async def get_state(self, key: StorageKey) -> str | None:
        return await self._store.state(self._key(key))

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._store.set_data(self._key(key), data, self._now())

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return await self._store.data(self._key(key))

    async def update_data(self, key: StorageKey, data: Mapping[str, Any]) -> dict[str, Any]:
        """aiogram's version reads, then writes, and would lose one of two concurrent updates."""
        return await self._store.update_data(self._key(key), data, self._now())

    async def close(self) -> None:
        """The database is closed by whoever opened it."""

    def _key(self, key: StorageKey) -> StateKey:
        parts = (key.bot_id, key.chat_id, key.user_id, key.thread_id, key.business_connection_id, key.destiny)
        text = ":".join("" if part is None else str(part) for part in parts)
        return self._make_key(text, key.chat_id, key.user_id)


def database_fsm(
    store: StateStore, make_key: Callable[[str, int, int], StateKey], now: Callable[[], datetime]
) -> dict[str, Any]:
    """Storage in the database, isolation within this process: arguments of `build_dispatcher`."""
    return {"storage": DatabaseStorage(store, make_key, now), "isolation": SimpleEventIsolation()}


def redis_fsm(url: str) -> dict[str, Any]:
    """Storage and isolation in Redis, for all processes: arguments of `build_dispatcher`."""
    keys = DefaultKeyBuilder(with_destiny=True)
    storage = RedisStorage.from_url(url, key_builder=keys)
    return {"storage": storage, "isolation": RedisEventIsolation(redis=storage.redis, key_builder=keys)}
