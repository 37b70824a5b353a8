"""FSM storage and isolation in Redis, for all processes. While Redis is away nobody has an open form, what
would open one says so, and updates of one person are kept apart within this process only.
"""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, TypeVar

import structlog
from aiogram.fsm.storage.base import (
    BaseEventIsolation,
    BaseStorage,
    DefaultKeyBuilder,
    StateType,
    StorageKey,
)
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.fsm.storage.redis import RedisEventIsolation, RedisStorage
from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.errors import StorageUnavailableError

log = structlog.get_logger()
ANSWERS_WITHIN = 1.0
"""Seconds after which a server that does not answer counts as down."""
ASK_AGAIN = 1.0
"""Seconds for which a server that is down is not asked."""
_FAILURES = (RedisError, OSError, TimeoutError)
Result = TypeVar("Result")


class _Line:
    """The line to the server: after a failure calls fail at once for a while, so that nobody waits."""

    def __init__(self) -> None:
        self._down_until = float("-inf")

    async def call(self, work: Callable[[], Awaitable[Result]]) -> Result:
        """Raises StorageUnavailableError."""
        if time.monotonic() < self._down_until:
            raise StorageUnavailableError
        try:
            return await work()
        except _FAILURES as error:
            self._down_until = time.monotonic() + ASK_AGAIN
            log.warning("redis down", reason=type(error).__name__)
            raise StorageUnavailableError from error


class ForgivingStorage(RedisStorage):
    """Reads as empty while Redis is away, counted in `missed_reads`; what would store something raises
    StorageUnavailableError.
    """

    line: _Line
    missed_reads = 0

    async def get_state(self, key: StorageKey) -> str | None:
        try:
            return await self.line.call(lambda: super(ForgivingStorage, self).get_state(key))
        except StorageUnavailableError:
            self.missed_reads += 1
            return None

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        try:
            return await self.line.call(lambda: super(ForgivingStorage, self).get_data(key))
        except StorageUnavailableError:
            self.missed_reads += 1
            return {}

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        try:
            await self.line.call(lambda: super(ForgivingStorage, self).set_state(key, state))
        except StorageUnavailableError:
            if state is not None:
                raise

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        try:
            await self.line.call(lambda: super(ForgivingStorage, self).set_data(key, data))
        except StorageUnavailableError:
            if data:
                raise


class ForgivingIsolation(BaseEventIsolation):
    """Redis's lock, and always this process's own: the latter is enough while Redis is away."""

    def __init__(self, isolation: RedisEventIsolation, line: _Line) -> None:
        self._shared = isolation
        self._own = SimpleEventIsolation()
        self._line = line

    @asynccontextmanager
    async def lock(self, key: StorageKey) -> AsyncGenerator[None, None]:
        async with AsyncExitStack() as stack, self._own.lock(key):
            held = AsyncExitStack()
            try:
                await self._line.call(lambda: held.enter_async_context(self._shared.lock(key)))
            except StorageUnavailableError:
                log.info("isolated within this process only")
            stack.push_async_callback(self._release, held)
            yield

    async def _release(self, held: AsyncExitStack) -> None:
        try:
            await held.aclose()
        except _FAILURES as error:
            log.info("lock left to its timeout", reason=type(error).__name__)

    async def close(self) -> None:
        await self._own.close()
        await self._shared.close()


class RedisForms:
    """Whether somebody has an open form."""

    def __init__(self, storage: BaseStorage, bot_id: int) -> None:
        self._storage = storage
        self._bot_id = bot_id

    async def is_open(self, chat_id: int, user_id: int) -> bool:
        key = StorageKey(bot_id=self._bot_id, chat_id=chat_id, user_id=user_id)
        return await self._storage.get_state(key) is not None


def redis_fsm(url: str) -> dict[str, Any]:
    """Storage and isolation in Redis: arguments of `build_dispatcher`."""
    keys, line = DefaultKeyBuilder(with_destiny=True), _Line()
    redis: Redis = Redis.from_url(url, socket_timeout=ANSWERS_WITHIN, socket_connect_timeout=ANSWERS_WITHIN)
    storage = ForgivingStorage(redis, key_builder=keys)
    storage.line = line
    isolation = RedisEventIsolation(redis=redis, key_builder=keys)
    return {"storage": storage, "isolation": ForgivingIsolation(isolation, line)}
