"""The composition root inside the test process: everything that `run` wires, without the slow start."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.demo.botapi.running import RunningServer, running
from bot.errors import (
    DatabaseUnavailableError,
    PortTakenError,
    TokenMissingError,
    TokenRejectedError,
    WebhookIncompleteError,
    WebhookRefusedError,
)
from bot.replies.cli.failures import explain
from bot.settings import tasks
from bot.settings.loading import load_settings
from bot.settings.options import Settings
from bot.wiring.application import run, serve
from tests.e2e.program import environment_of


def settings_of(folder: Path, api_url: str = "http://127.0.0.1:1", **environment: str) -> Settings:
    return load_settings(environment_of(api_url, folder) | environment, dotenv=folder / "none")


@asynccontextmanager
async def serving(
    api: RunningServer, settings: Settings, *, webhook: bool = False, role: str = "all"
) -> AsyncIterator[None]:
    """Serve during the block; stopped by SIGTERM, as by an operator."""
    task = tasks.start_task(serve(settings, webhook=webhook, role=role))
    try:
        yield
    finally:
        os.kill(os.getpid(), signal.SIGTERM)
        async with asyncio.timeout(3):
            assert await task == 0


async def ready(client: aiohttp.ClientSession) -> dict[str, str]:
    """The checks of /readyz once it says 200: on a busy machine one may take too long at first."""
    async with asyncio.timeout(20):
        while (answer := await client.get("/readyz")).status != 200:  # noqa: ASYNC110 - asked over HTTP
            await asyncio.sleep(0.5)
    checks: dict[str, str] = (await answer.json())["checks"]
    return checks


async def test_polling_with_metrics_on_localhost(tmp_path: Path, free_port: int) -> None:
    async with running() as api, serving(api, settings_of(tmp_path, api.url, PORT=str(free_port))):
        await api.say(1, "Где прошёл диалог?")
        (reply,) = await api.replies(1)
        assert reply["text"].startswith("Вашингтон.")
        async with aiohttp.ClientSession(f"http://127.0.0.1:{free_port}") as client:
            assert (await client.get("/healthz")).status == 200
            assert set((await ready(client)).values()) == {"ok"}
            assert "spravka_update_seconds" in await (await client.get("/metrics")).text()
            assert (await client.post("/")).status in (404, 405)


async def test_a_port_in_use_stops_the_webhook_but_not_polling(tmp_path: Path, free_port: int) -> None:
    server = await asyncio.start_server(lambda _reader, _writer: None, "0.0.0.0", free_port)
    hook = {"WEBHOOK_URL": "http://127.0.0.1/hook", "WEBHOOK_SECRET": "s", "PORT": str(free_port)}
    async with server, running() as api:
        with capture_logs() as lines:
            async with serving(api, settings_of(tmp_path, api.url, PORT=str(free_port))):
                await api.say(1, "/help")
                await api.replies(1)
        assert "no /healthz and /metrics" in [line["event"] for line in lines]
        with pytest.raises(PortTakenError):
            await serve(settings_of(tmp_path, api.url, **hook), webhook=True, role="all")


async def test_webhook(tmp_path: Path, free_port: int) -> None:
    url = f"http://127.0.0.1:{free_port}/hook"
    hook = {"WEBHOOK_URL": url, "WEBHOOK_SECRET": "s3cret", "PORT": str(free_port)}
    async with running() as api, serving(api, settings_of(tmp_path, api.url, **hook), webhook=True):
        await api.until(lambda: api.state.webhook["url"] == url)
        await api.say(1, "/help")
        await api.replies(1)
        await api.confirmed()
        async with aiohttp.ClientSession(f"http://127.0.0.1:{free_port}") as client:
            checks = {"database": "ok", "schema": "ok", "base": "ok", "webhook": "ok"}
            assert await ready(client) == checks
            assert (await client.get("/metrics")).status == 404


async def test_a_webhook_that_telegram_refuses(tmp_path: Path) -> None:
    hook = {"WEBHOOK_URL": "http://example.org/hook", "WEBHOOK_SECRET": "s3cret"}
    async with running() as api:
        with pytest.raises(WebhookRefusedError, match="HTTPS url must be provided"):
            await serve(settings_of(tmp_path, api.url, **hook), webhook=True, role="all")


async def test_a_worker_receives_no_updates(tmp_path: Path) -> None:
    async with running() as api:
        async with serving(api, settings_of(tmp_path, api.url)):
            await api.until(lambda: "short_description" in api.state.settings)
        api.state.calls.clear()
        with capture_logs() as lines:
            async with serving(api, settings_of(tmp_path, api.url), role="worker"):
                await api.until(
                    lambda: any(call.method == "setMyShortDescription" for call in api.state.calls)
                )
        assert lines[-1]["event"] == "stopped"
        assert "getUpdates" not in {call.method for call in api.state.calls}


async def test_a_token_that_telegram_rejects(tmp_path: Path) -> None:
    async with running() as api:
        with pytest.raises(TokenRejectedError):
            await serve(settings_of(tmp_path, api.url, BOT_TOKEN="43:WRONG"), webhook=False, role="all")


@pytest.mark.postgres
async def test_a_database_that_refuses_for_good_ends_the_start(tmp_path: Path) -> None:
    address = os.environ["TEST_POSTGRES_URL"].rsplit("/", 1)[0].replace("postgres@", "postgres:secret@")
    with pytest.raises(DatabaseUnavailableError) as raised:
        await serve(settings_of(tmp_path, DATABASE_URL=f"{address}/absent"), webhook=False, role="all")
    assert raised.value.reason == "InvalidCatalogNameError"
    assert "secret" not in explain(raised.value)


@pytest.mark.postgres
async def test_a_database_that_comes_late_is_waited_for(tmp_path: Path, free_port: int) -> None:
    port = str(free_port)
    settings = settings_of(tmp_path, PORT=port, DATABASE_URL="postgresql://nobody:secret@127.0.0.1:1/none")
    with capture_logs() as lines:
        async with running() as api, serving(api, settings), aiohttp.ClientSession() as client:
            await _until_logged(lines, "database unreachable")
            assert (await client.get(f"http://127.0.0.1:{port}/healthz")).status == 200
            response = await client.get(f"http://127.0.0.1:{port}/readyz")
            assert (response.status, (await response.json())["checks"]["base"]) == (503, "failing")
    assert lines[-1]["event"] == "stopped"


async def _until_logged(lines: Sequence[Mapping[str, object]], event: str) -> None:
    async with asyncio.timeout(10):
        while event not in [line["event"] for line in lines]:  # noqa: ASYNC110 - the log has no event
            await asyncio.sleep(0.02)


def test_a_webhook_without_its_secret_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(WebhookIncompleteError) as raised:
        run(settings_of(tmp_path, WEBHOOK_URL="https://a.example/hook"), webhook=True, role="all")
    assert explain(raised.value) == "Для --webhook не хватает: WEBHOOK_SECRET."


def test_a_bot_without_a_token_says_so(tmp_path: Path) -> None:
    with pytest.raises(TokenMissingError):
        run(load_settings({}, dotenv=tmp_path / "none"), webhook=False, role="all")
