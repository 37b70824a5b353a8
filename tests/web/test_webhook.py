"""The webhook handles each update once, responds after handling it, and refuses wrong secrets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from io import BytesIO

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request
from structlog.testing import capture_logs

from bot.telegram.updates import chat_queues
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.intake import Intake, QueuedUpdate
from bot.telegram.updates.raw_updates import RawUpdate, fingerprint
from bot.web import webhook
from bot.web.server import MAX_BODY, build_app
from bot.web.webhook import Webhook
from tests.telegram.harness import NOW
from tests.telegram.memory_stores import MemoryUpdates

SECRET = {webhook.SECRET: "s3cret"}
UPDATE = {"update_id": 1, "message": {"chat": {"id": 7}, "text": "а"}}
Client = TestClient[Request, Application]


@dataclass
class WebServer:
    """The HTTP server; updates are handled once the gate is open."""

    client: Client = field(init=False)
    store: MemoryUpdates = field(default_factory=MemoryUpdates)
    handled: list[RawUpdate] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    queues: ChatQueues[QueuedUpdate] = field(init=False)

    def __post_init__(self) -> None:
        self.queues = ChatQueues(self.handle)

    async def handle(self, update: QueuedUpdate) -> bool:
        await self.gate.wait()
        self.handled.append(update.raw)
        self.store.mark(update.number, NOW)
        return True


@pytest.fixture
async def server() -> AsyncIterator[WebServer]:
    made = WebServer()
    app = build_app()
    app.router.add_post("/hook", Webhook("s3cret", Intake(42, made.store, made.queues), made.queues).receive)
    async with TestClient(TestServer(app)) as client:
        made.client = client
        yield made


async def test_an_update_is_confirmed_once_it_is_stored_and_handled_once(server: WebServer) -> None:
    posts = await asyncio.gather(
        *(server.client.post("/hook", json=UPDATE, headers=SECRET) for _ in range(3))
    )
    assert [response.status for response in posts] == [200, 200, 200]
    assert server.handled == []
    server.gate.set()
    await asyncio.sleep(0.05)
    assert server.handled == [UPDATE]


async def test_without_the_database_a_repeated_delivery_waits_for_the_first(server: WebServer) -> None:
    server.store.is_down = True
    posts = asyncio.gather(*(server.client.post("/hook", json=UPDATE, headers=SECRET) for _ in range(3)))
    await asyncio.sleep(0.05)
    assert not posts.done()
    server.gate.set()
    assert [response.status for response in await posts] == [200, 200, 200]
    assert server.handled == [UPDATE]


async def test_an_update_is_confirmed_as_soon_as_the_database_has_it(server: WebServer) -> None:
    server.store.is_down = True
    post = asyncio.gather(server.client.post("/hook", json=UPDATE, headers=SECRET))
    await asyncio.sleep(0.05)
    server.store.is_down = False
    assert (await post)[0].status == 200
    assert (list(server.store.inbox.values()), server.handled) == ([UPDATE], [])
    server.gate.set()
    await asyncio.sleep(0.05)
    assert server.handled == [UPDATE]


async def test_a_handled_update_is_not_handled_again(server: WebServer) -> None:
    server.store.mark(fingerprint(UPDATE, 42), NOW)
    response = await server.client.post("/hook", json=UPDATE, headers=SECRET)
    assert (response.status, server.handled) == (200, [])


async def test_an_interrupted_update_that_is_not_stored_is_not_confirmed(server: WebServer) -> None:
    server.store.is_down = True
    post = asyncio.gather(server.client.post("/hook", json=UPDATE, headers=SECRET))
    await asyncio.sleep(0.05)
    await server.queues.stop(0.01)
    assert (await post)[0].status == 503
    assert server.handled == []


LATIN = "догадка".encode().decode("latin-1")


@pytest.mark.parametrize("headers", [{}, {webhook.SECRET: "guess"}, {webhook.SECRET: LATIN}])
async def test_a_wrong_secret_is_refused(server: WebServer, headers: dict[str, str]) -> None:
    assert (await server.client.post("/hook", json=UPDATE, headers=headers)).status == 401


async def test_a_secret_that_is_no_utf_8_is_refused(server: WebServer) -> None:
    """Sent by hand: the client refuses to send such a header."""
    port = server.client.port
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /hook HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n" + webhook.SECRET.encode())
    writer.write(b": \xff\xfe\r\n\r\n{}")
    assert (await reader.readline()).split()[1] == b"401"
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize("body", [b"", b"not json", b"\xff", b"[" * 100_000, b'{"update_id": 1,}'])
async def test_what_is_no_json_is_refused(server: WebServer, body: bytes) -> None:
    assert (await server.client.post("/hook", data=body, headers=SECRET)).status == 400


@pytest.mark.parametrize(
    "body",
    [
        b"[1]",
        b"{}",
        b"null",
        b'{"update_id": "1", "message": {}}',
        b'{"update_id": Infinity, "message": {}}',
        b'{"update_id": 1}',
        b'{"update_id": 1, "message": null}',
        b'{"update_id": 1, "telepathy": {}}',
        b"[" * 5000 + b"]" * 5000,
    ],
)
async def test_json_that_is_no_update_is_confirmed_with_one_line(server: WebServer, body: bytes) -> None:
    with capture_logs() as lines:
        response = await server.client.post("/hook", data=body, headers=SECRET)
    assert (response.status, server.handled) == (200, [])
    assert [line["event"] for line in lines] == ["update not readable"]


async def test_a_body_in_a_broken_encoding_is_refused(server: WebServer) -> None:
    headers = {**SECRET, "Content-Encoding": "gzip"}
    response = await server.client.post("/hook", data=b"no gzip", headers=headers)
    assert response.status == 400
    assert (await server.client.post("/hook", json=UPDATE, headers=SECRET)).status == 200


async def test_a_body_beyond_the_limit_is_refused(server: WebServer) -> None:
    body = BytesIO(b" " * (MAX_BODY + 1))
    response = await server.client.post("/hook", data=body, headers=SECRET)
    assert response.status == 413


async def test_beyond_the_bound_updates_are_asked_for_again(
    server: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat_queues, "MAX_PENDING", 1)
    first = await server.client.post("/hook", json=UPDATE, headers=SECRET)
    second = await server.client.post("/hook", json=UPDATE | {"update_id": 2}, headers=SECRET)
    assert (second.status, second.headers["Retry-After"]) == (503, "1")
    server.gate.set()
    assert first.status == 200
