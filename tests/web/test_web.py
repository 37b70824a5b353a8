"""The webhook handles each update once, responds after handling it, and refuses wrong secrets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request
from prometheus_client import CollectorRegistry

from bot import web
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.raw_updates import RawUpdate, fingerprint
from tests.telegram.harness import NOW
from tests.telegram.memory_stores import MemoryUpdates

SECRET = {web.SECRET: "s3cret"}
UPDATE = {"update_id": 1, "message": {"chat": {"id": 7}, "text": "а"}}
Client = TestClient[Request, Application]


@dataclass
class WebServer:
    """The HTTP server; updates are handled once the gate is open."""

    client: Client = field(init=False)
    store: MemoryUpdates = field(default_factory=MemoryUpdates)
    handled: list[RawUpdate] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    queues: ChatQueues[RawUpdate] = field(init=False)
    healthy: bool = True

    def __post_init__(self) -> None:
        self.queues = ChatQueues(self.handle)

    async def handle(self, raw: RawUpdate) -> None:
        await self.gate.wait()
        self.handled.append(raw)

    async def health(self) -> bool:
        return self.healthy


@pytest.fixture
async def server() -> AsyncIterator[WebServer]:
    made = WebServer()
    receiver = web.Webhook(42, "s3cret", made.store, made.queues)
    app = web.build_app(CollectorRegistry(), made.health, ("/hook", receiver))
    async with TestClient(TestServer(app)) as client:
        made.client = client
        yield made


async def test_a_repeated_delivery_waits_for_the_first(server: WebServer) -> None:
    posts = asyncio.gather(*(server.client.post("/hook", json=UPDATE, headers=SECRET) for _ in range(3)))
    await asyncio.sleep(0.05)
    assert not posts.done()
    server.gate.set()
    assert [response.status for response in await posts] == [200, 200, 200]
    assert server.handled == [UPDATE]


async def test_a_handled_update_is_not_handled_again(server: WebServer) -> None:
    await server.store.mark(fingerprint(UPDATE, 42), NOW)
    response = await server.client.post("/hook", json=UPDATE, headers=SECRET)
    assert (response.status, server.handled) == (200, [])


async def test_an_interrupted_update_is_not_confirmed(server: WebServer) -> None:
    post = asyncio.gather(server.client.post("/hook", json=UPDATE, headers=SECRET))
    await asyncio.sleep(0.05)
    await server.queues.stop(0.01)
    assert (await post)[0].status == 503
    assert server.handled == []


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, b"{}", 401),
        ({web.SECRET: "guess"}, b"{}", 401),
        ({web.SECRET: "догадка".encode().decode("latin-1")}, b"{}", 401),
        (SECRET, b"not json", 400),
        (SECRET, b"[1]", 400),
        (SECRET, b"{}", 400),
        (SECRET, b"\xff", 400),
    ],
)
async def test_wrong_secrets_and_bad_bodies_are_refused(
    server: WebServer, headers: dict[str, str], body: bytes, status: int
) -> None:
    response = await server.client.post("/hook", data=body, headers=headers)
    assert response.status == status


async def test_healthz_reports_the_database(server: WebServer) -> None:
    assert (await server.client.get("/healthz")).status == 200
    server.healthy = False
    response = await server.client.get("/healthz")
    assert (response.status, await response.json()) == (503, {"status": "failing"})


async def test_metrics_are_plain_text(server: WebServer) -> None:
    response = await server.client.get("/metrics")
    assert (response.status, response.content_type) == (200, "text/plain")
