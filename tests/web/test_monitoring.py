"""/healthz waits for nothing, /readyz names what is down within its bound, /metrics are plain text."""

from __future__ import annotations

import asyncio
import time

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request
from prometheus_client import CollectorRegistry

from bot.web import monitoring
from bot.web.monitoring import Readiness, add_health, add_metrics, passing
from bot.web.server import build_app

Client = TestClient[Request, Application]


@pytest.fixture(autouse=True)
def short_times(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(monitoring, "CHECK_TIMEOUT", 0.1)
    monkeypatch.setattr(monitoring, "REMEMBERED", 0.0)


def client_of(readiness: Readiness) -> Client:
    app = build_app()
    add_health(app, readiness)
    add_metrics(app, CollectorRegistry())
    return TestClient(TestServer(app))


async def hanging() -> bool:
    """A server that is frozen, and a driver that takes a while to give it up."""
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        await asyncio.sleep(0.5)
        raise
    return True


async def test_readiness_names_what_is_down() -> None:
    async def refusing() -> bool:
        raise ConnectionRefusedError

    readiness = Readiness(("database", "base", "redis"))
    readiness.register("database", refusing)
    readiness.register("redis", passing)
    async with client_of(readiness) as client:
        response = await client.get("/readyz")
        assert response.status == 503
        assert await response.json() == {
            "status": "failing",
            "checks": {"database": "failing", "base": "failing", "redis": "ok"},
        }
        readiness.register("database", passing)
        readiness.register("base", passing)
        assert (await client.get("/readyz")).status == 200


async def test_what_hangs_counts_as_down_and_is_not_waited_for() -> None:
    readiness = Readiness(("database",))
    readiness.register("database", hanging)
    async with client_of(readiness) as client:
        for _ in range(3):
            began = time.monotonic()
            assert (await client.get("/readyz")).status == 503
            assert time.monotonic() - began < 0.4
        began = time.monotonic()
        assert (await client.get("/healthz")).status == 200
        assert time.monotonic() - began < 0.1


async def test_a_result_is_remembered_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(monitoring, "REMEMBERED", 60.0)
    asked = 0

    async def count() -> bool:
        nonlocal asked
        asked += 1
        return True

    readiness = Readiness(("database",))
    readiness.register("database", count)
    async with client_of(readiness) as client:
        assert [(await client.get("/readyz")).status for _ in range(5)] == [200] * 5
    assert asked == 1


async def test_metrics_are_plain_text() -> None:
    async with client_of(Readiness(())) as client:
        response = await client.get("/metrics")
        assert (response.status, response.content_type) == (200, "text/plain")
