"""What happens around the conversation: introduction, side tasks, exchange of the base, the log, numbers."""

from __future__ import annotations

import asyncio
import json
import logging

import pytest
import structlog
from aiogram.types import Update
from prometheus_client import generate_latest
from structlog.testing import capture_logs

from bot.records.engine_holder import EngineHolder, LoadedEngine
from bot.records.loaded_base import LoadedBase
from bot.settings import logs
from bot.settings.options import LogOptions
from bot.settings.tasks import beside
from bot.telegram.browse.bot_profile import introduce
from bot.telegram.updates.metrics import MeasureCalls, MeasureUpdates, Metrics
from bot.wiring.base_refresh import refresh
from tests.botapi import updates
from tests.replies.bases import BASE
from tests.telegram.office import CHAT, Office, Scripted


async def test_the_menu_and_the_descriptions_are_set_in_russian(office: Office) -> None:
    await introduce(office.bot, BASE)
    settings = office.world.settings
    assert [one["command"] for one in settings["commands:None:"]][:2] == ["topics", "why"]
    assert BASE.source.about in settings["description"]
    assert settings["short_description"] == "Мосты города"


async def test_a_server_that_refuses_the_introduction_is_noted(office: Office) -> None:
    for method in ("setMyCommands", "setMyDescription"):
        office.world.faults.order(method=method, code=400, description="Bad Request: no")
    with capture_logs() as lines:
        await introduce(office.bot, BASE)
    assert [line["method"] for line in lines] == ["setMyCommands", "setMyDescription"]
    assert "short_description" in office.world.settings


async def test_a_side_task_that_fails_spoils_nothing() -> None:
    async def fail() -> None:
        raise OSError("away")

    with capture_logs() as lines:
        async with beside(fail()):
            await asyncio.sleep(0)
    assert lines[0]["error"] == "OSError"


class Watched(EngineHolder):
    """Tells when it was exchanged."""

    def __init__(self, edition: LoadedEngine) -> None:
        super().__init__(edition)
        self.exchanged = asyncio.Event()

    def swap(self, edition: LoadedEngine) -> None:
        super().swap(edition)
        self.exchanged.set()


class Publishing:
    """A store that goes from revision 1 to 2, with a failure between."""

    def __init__(self) -> None:
        self._looks = iter([1, None, 2])

    async def current_revision(self) -> int:
        found = next(self._looks, 2)
        if found is None:
            raise OSError
        return found

    async def load_base(self) -> LoadedBase:
        return LoadedBase(base=BASE, revision=2, changed={})


async def test_a_newer_base_is_taken_up_and_a_failure_waited_out() -> None:
    first = LoadedEngine(engine=Scripted(), revision=1)
    engine = Watched(first)
    with capture_logs() as lines:
        async with beside(refresh(engine, Publishing(), interval=0.001)):
            await asyncio.wait_for(engine.exchanged.wait(), 5)
    assert engine.current is not first
    assert lines[0] == {"event": "base not refreshed", "log_level": "warning", "reason": "OSError"}


async def test_numbers_of_updates_and_calls(office: Office) -> None:
    metrics = Metrics()
    office.dispatcher.update.outer_middleware(MeasureUpdates(metrics))
    office.bot.session.middleware(MeasureCalls(metrics))
    office.world.faults.order(method="sendMessage", kind="reset")
    await office.say("Где стоит мост?")
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
    logs.set_up(LogOptions(level="info", format="json"), ["42:SECRET"])
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


async def test_an_unmounted_update_reaches_the_handlers_too(office: Office) -> None:
    office.world.chats[CHAT] = updates.private(CHAT)
    raw = {"update_id": 1, **updates.text(updates.private(CHAT), "/help")}
    await office.dispatcher.feed_update(office.bot, Update.model_validate(raw))
    assert len(office.texts) == 1
