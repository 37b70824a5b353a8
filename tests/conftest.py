"""Services that tests need: a test whose service is away is left out and counted; in CI it fails."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from dataclasses import dataclass, field

import asyncpg
import pytest
import redis

_DEFAULTS = {
    "TEST_POSTGRES_URL": "postgresql://postgres@127.0.0.1:5432/test",
    "TEST_REDIS_URL": "redis://127.0.0.1:6379/0",
}
_NEEDS = {"postgres": "TEST_POSTGRES_URL", "redis": "TEST_REDIS_URL"}
_TIMEOUT = 3.0


@dataclass
class Services:
    """What answers, asked once a run and only where a test needs it."""

    required: bool
    left_out: Counter[str] = field(default_factory=Counter)
    _lets_in: dict[str, bool] = field(default_factory=dict)

    def ready(self, mark: str) -> bool:
        """Whether the service of `mark` lets us in; its variable is set where it does."""
        if mark not in self._lets_in:
            name = _NEEDS[mark]
            url = os.environ.get(name) or _DEFAULTS[name]
            self._lets_in[mark] = _postgres(url) if mark == "postgres" else _redis(url)
            if self._lets_in[mark]:
                os.environ[name] = url
        return self._lets_in[mark]

    def summary(self) -> str:
        """The last line of a run."""
        if not self.left_out:
            return "Left out: nothing."
        parts = (f"{count} for want of {mark} ({_NEEDS[mark]})" for mark, count in self.left_out.items())
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


_services = pytest.StashKey[Services]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_services] = Services(required=os.environ.get("CI", "").lower() in ("1", "true"))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    services = item.config.stash[_services]
    for mark in _NEEDS:
        if item.get_closest_marker(mark) is None or services.ready(mark):
            continue
        if services.required:
            pytest.fail(f"{mark} does not let us in and CI may leave nothing out", pytrace=False)
        services.left_out[mark] += 1
        pytest.skip(f"{mark} does not let us in")


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Said here so that no summary of another plugin comes after it."""
    config.get_terminal_writer().line(config.stash[_services].summary())


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own token or database must not reach a test."""
    for name in (
        "BOT_TOKEN",
        "DATABASE_URL",
        "REDIS_URL",
        "WEBHOOK_URL",
        "PACK_DIR",
        "SPRAVKA_NOW",
        "ADMIN_IDS",
    ):
        monkeypatch.delenv(name, raising=False)
