"""What some tests need: servers that accept a connection, a browser; and how many tests were skipped."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections import Counter
from dataclasses import dataclass, field

import asyncpg
import redis

_DEFAULTS = {
    "TEST_POSTGRES_URL": "postgresql://postgres@127.0.0.1:5432/test",
    "TEST_REDIS_URL": "redis://127.0.0.1:6379/0",
    "TEST_CHROMIUM": "chromium",
}
NEEDS = {"postgres": "TEST_POSTGRES_URL", "redis": "TEST_REDIS_URL", "chromium": "TEST_CHROMIUM"}
_TIMEOUT = 3.0


@dataclass
class Services:
    """Availability of the servers, checked once a run and only when a test needs it."""

    required: bool
    left_out: Counter[str] = field(default_factory=Counter)
    _available: dict[str, bool] = field(default_factory=dict)

    def ready(self, mark: str) -> bool:
        """Whether the service of `mark` accepts a connection or is installed; if so, its variable is set."""
        if mark not in self._available:
            name = NEEDS[mark]
            url = os.environ.get(name) or _DEFAULTS[name]
            self._available[mark] = _PROBES[mark](url)
            if self._available[mark]:
                os.environ[name] = url
        return self._available[mark]

    def summary(self) -> str:
        """The last line of a run."""
        if not self.left_out:
            return "Left out: nothing."
        parts = (
            f"{self.left_out[mark]} for want of {mark} ({name})"
            for mark, name in NEEDS.items()
            if self.left_out[mark]
        )
        return f"LEFT OUT: {', '.join(parts)}."


def _postgres(url: str) -> bool:
    async def connect() -> None:
        await (await asyncpg.connect(url.replace("+asyncpg", ""), timeout=_TIMEOUT)).close()

    try:
        asyncio.run(connect())
    except (OSError, TimeoutError, asyncpg.PostgresError):
        return False
    return True


def _redis(url: str) -> bool:
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=_TIMEOUT) as client:
            return bool(client.ping())
    except (OSError, redis.RedisError):
        return False


def _installed(program: str) -> bool:
    return shutil.which(program) is not None


_PROBES = {"postgres": _postgres, "redis": _redis, "chromium": _installed}
