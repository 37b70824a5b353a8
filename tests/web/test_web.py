"""The webhook takes each update once, answers before its 200, and lets no stranger in."""

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
from bot.telegram.updates.raw_updates import Raw, fingerprint
from tests.telegram.office import NOW
from tests.telegram.stores import MemoryUpdates

SECRET = {web.SECRET: "s3cret"}
UPDATE = {"update_id": 1, "message": {"chat": {"id": 7}, "text": "а"}}
Client = TestClient[Request, Application]


@dataclass
class Side:
    """The web side over a lane that waits for a gate."""

    client: Client = field(init=False)
    store: MemoryUpdates = field(default_factory=MemoryUpdates)
    handled: list[Raw] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    lanes: ChatQueues[Raw] = field(init=False)
    healthy: bool = True

    def __post_init__(self) -> None:
        self.lanes = ChatQueues(self.handle)

    async def handle(self, raw: Raw) -> None:
        await self.gate.wait()
        self.handled.append(raw)

    async def health(self) -> bool:
        return self.healthy


@pytest.fixture
async def side() -> AsyncIterator[Side]:
    made = Side()
    receiver = web.Webhook(42, "s3cret", made.store, made.lanes)
    app = web.build_app(CollectorRegistry(), made.health, ("/hook", receiver))
    async with TestClient(TestServer(app)) as client:
        made.client = client
        yield made


async def test_a_repetition_in_hand_waits_for_the_one_answer(side: Side) -> None:
    posts = asyncio.gather(*(side.client.post("/hook", json=UPDATE, headers=SECRET) for _ in range(3)))
    await asyncio.sleep(0.05)
    assert not posts.done()
    side.gate.set()
    assert [response.status for response in await posts] == [200, 200, 200]
    assert side.handled == [UPDATE]


async def test_what_was_answered_before_is_not_answered_again(side: Side) -> None:
    await side.store.mark(fingerprint(UPDATE, 42), NOW)
    response = await side.client.post("/hook", json=UPDATE, headers=SECRET)
    assert (response.status, side.handled) == (200, [])


async def test_what_is_cut_short_is_delivered_again(side: Side) -> None:
    post = asyncio.gather(side.client.post("/hook", json=UPDATE, headers=SECRET))
    await asyncio.sleep(0.05)
    await side.lanes.stop(0.01)
    assert (await post)[0].status == 503
    assert side.handled == []


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
async def test_strangers_and_nonsense_are_turned_away(
    side: Side, headers: dict[str, str], body: bytes, status: int
) -> None:
    response = await side.client.post("/hook", data=body, headers=headers)
    assert response.status == status


async def test_health_follows_the_database(side: Side) -> None:
    assert (await side.client.get("/healthz")).status == 200
    side.healthy = False
    response = await side.client.get("/healthz")
    assert (response.status, await response.json()) == (503, {"status": "failing"})


async def test_metrics_are_plain_text(side: Side) -> None:
    response = await side.client.get("/metrics")
    assert (response.status, response.content_type) == (200, "text/plain")
