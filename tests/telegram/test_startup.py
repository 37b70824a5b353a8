"""Around the conversations: the bot's profile, background tasks, the base refresh, metrics, the log."""

from __future__ import annotations

import asyncio
import json
import logging

import pytest
import structlog
from aiogram.types import Update
from prometheus_client import generate_latest
from structlog.testing import capture_logs

from bot.demo.botapi import updates
from bot.records.engine_holder import EngineHolder, LoadedEngine
from bot.records.loaded_base import LoadedBase
from bot.settings import logs
from bot.settings.options import LogOptions
from bot.settings.tasks import run_alongside
from bot.telegram.browse.bot_profile import set_profile
from bot.telegram.updates.metrics import MeasureCalls, MeasureUpdates, Metrics
from bot.wiring.base_refresh import refresh
from tests.replies.sample_base import BASE
from tests.telegram.harness import CHAT, ScriptedEngine, TelegramHarness


async def test_the_profile_is_set_in_russian(harness: TelegramHarness) -> None:
    await set_profile(harness.bot, BASE)
    settings = harness.api.settings
    assert [one["command"] for one in settings["commands:None:"]][:2] == ["topics", "why"]
    assert BASE.source.about in settings["description"]
    assert settings["short_description"] == "Мосты города"


async def test_a_refused_profile_is_logged_and_the_rest_is_set(harness: TelegramHarness) -> None:
    for method in ("setMyCommands", "setMyDescription"):
        harness.api.faults.order(method=method, code=400, description="Bad Request: no")
    with capture_logs() as lines:
        await set_profile(harness.bot, BASE)
    assert [line["method"] for line in lines] == ["setMyCommands", "setMyDescription"]
    assert "short_description" in harness.api.settings


async def test_a_failed_background_task_is_only_logged() -> None:
    async def fail() -> None:
        raise OSError("away")

    with capture_logs() as lines:
        async with run_alongside(fail()):
            await asyncio.sleep(0)
    assert lines[0]["error"] == "OSError"


class ObservedHolder(EngineHolder):
    """Signals when the engine is swapped."""

    def __init__(self, loaded: LoadedEngine) -> None:
        super().__init__(loaded)
        self.swapped = asyncio.Event()

    def swap(self, loaded: LoadedEngine) -> None:
        super().swap(loaded)
        self.swapped.set()


class PublishingStore:
    """Goes from revision 1 to 2, with a failure in between."""

    def __init__(self) -> None:
        self._revisions = iter([1, None, 2])

    async def current_revision(self) -> int:
        found = next(self._revisions, 2)
        if found is None:
            raise OSError
        return found

    async def load_base(self) -> LoadedBase:
        return LoadedBase(base=BASE, revision=2, changed={})


async def test_a_newer_base_is_loaded_after_a_failure() -> None:
    first = LoadedEngine(engine=ScriptedEngine(), revision=1)
    engine = ObservedHolder(first)
    with capture_logs() as lines:
        async with run_alongside(refresh(engine, PublishingStore(), interval=0.001)):
            async with asyncio.timeout(5):
                await engine.swapped.wait()
    assert engine.current is not first
    assert lines[0] == {"event": "base not refreshed", "log_level": "warning", "reason": "OSError"}


async def test_metrics_of_updates_and_calls(harness: TelegramHarness) -> None:
    metrics = Metrics()
    harness.dispatcher.update.outer_middleware(MeasureUpdates(metrics))
    harness.bot.session.middleware(MeasureCalls(metrics))
    harness.api.faults.order(method="sendMessage", kind="reset")
    await harness.say("Где стоит мост?")
    text = generate_latest(metrics.registry).decode()
    assert 'spravka_update_seconds_count{kind="message"} 1.0' in text
    assert 'spravka_call_seconds_count{method="sendMessage"} 2.0' in text
    assert 'error="TelegramNetworkError",method="sendMessage"} 1.0' in text


@pytest.fixture
def log_restored() -> object:
    root = logging.getLogger()
    kept = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = kept
    structlog.reset_defaults()


@pytest.mark.usefixtures("log_restored")
def test_the_token_never_reaches_the_log(capfd: pytest.CaptureFixture[str]) -> None:
    logs.configure(LogOptions(level="info", format="json"), ["42:SECRET"])
    structlog.get_logger().info("call", url="http://a/bot42:SECRET/getMe")
    logging.getLogger("aiohttp").error("cannot reach %s", "http://a/bot42:SECRET/getMe")
    try:
        raise OSError("http://a/bot42:SECRET/")
    except OSError:
        structlog.get_logger().exception("failed")
    lines = capfd.readouterr().err.splitlines()
    assert len(lines) == 3
    assert all("***" in json.dumps(json.loads(line)) for line in lines)
    assert "SECRET" not in "".join(lines)


async def test_an_update_without_a_bot_reaches_the_handlers_too(harness: TelegramHarness) -> None:
    harness.api.chats[CHAT] = updates.private(CHAT)
    raw = {"update_id": 1, **updates.text(updates.private(CHAT), "/help")}
    await harness.dispatcher.feed_update(harness.bot, Update.model_validate(raw))
    assert len(harness.texts) == 1
