"""aiogram's FSM storage: in the bot's database, or in Redis. While that is away, nobody has an open form."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from aiogram.fsm.storage.memory import SimpleEventIsolation

from bot.errors import StorageUnavailableError


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


def _unknown(_: tuple[int, int]) -> bool:
    return False


class DatabaseStorage(BaseStorage):
    """`make_key(text, chat_id, user_id)` builds the store's own key. `has_none(chat and user)`: surely no
    form is open there; emptying it then needs no transaction. `missed_reads` counts what was read as empty
    because the database was away.
    """

    def __init__(
        self,
        store: StateStore,
        make_key: Callable[[str, int, int], StateKey],
        now: Callable[[], datetime],
        has_none: Callable[[tuple[int, int]], bool] = _unknown,
    ) -> None:
        self._store = store
        self._make_key = make_key
        self._now = now
        self._has_none = has_none
        self.missed_reads = 0

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        if name is not None or not self._has_none((key.chat_id, key.user_id)):
            await _write(self._store.set_state(self._key(key), name, self._now()), empties=name is None)

    async def get_state(self, key: StorageKey) -> str | None:
        if self._has_none((key.chat_id, key.user_id)):
            return None
        try:
            return await self._store.state(self._key(key))
        except StorageUnavailableError:
            self.missed_reads += 1
            return None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        if data or not self._has_none((key.chat_id, key.user_id)):
            await _write(self._store.set_data(self._key(key), data, self._now()), empties=not data)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        try:
            return await self._store.data(self._key(key))
        except StorageUnavailableError:
            self.missed_reads += 1
            return {}

    async def update_data(self, key: StorageKey, data: Mapping[str, Any]) -> dict[str, Any]:
        """aiogram's version reads, then writes, and would lose one of two concurrent updates."""
        return await self._store.update_data(self._key(key), data, self._now())

    async def close(self) -> None:
        """The database is closed by whoever opened it."""

    def _key(self, key: StorageKey) -> StateKey:
        parts = (key.bot_id, key.chat_id, key.user_id, key.thread_id, key.business_connection_id, key.destiny)
        text = ":".join("" if part is None else str(part) for part in parts)
        return self._make_key(text, key.chat_id, key.user_id)


async def _write(writing: Awaitable[None], *, empties: bool) -> None:
    """An emptying that fails hinders nobody: an old form asks again, and can be left again."""
    try:
        await writing
    except StorageUnavailableError:
        if not empties:
            raise


def database_fsm(
    store: StateStore,
    make_key: Callable[[str, int, int], StateKey],
    now: Callable[[], datetime],
    has_none: Callable[[tuple[int, int]], bool] = _unknown,
) -> dict[str, Any]:
    """Storage in the database, isolation within this process: arguments of `build_dispatcher`."""
    storage = DatabaseStorage(store, make_key, now, has_none)
    return {"storage": storage, "isolation": SimpleEventIsolation()}
