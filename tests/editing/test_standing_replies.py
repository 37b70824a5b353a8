"""What is asked at leisure lets readers and edits go first."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.editing import standing_replies
from bot.editing.standing_replies import StandingReplies
from bot.records.engine_holder import EngineHolder, LoadedEngine
from bot.settings.tasks import run_alongside
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactId
from knowledge.facts.pack import load_pack
from knowledge.quality.gate import Probe, examples

FOLDER = Path(__file__).resolve().parents[2] / "knowledge" / "dialogue"

NOW = datetime(2026, 11, 3, tzinfo=UTC)


def _standing() -> tuple[StandingReplies, Engine]:
    engine = Engine(load_pack(FOLDER))
    return StandingReplies(EngineHolder(LoadedEngine(engine=engine)), lambda: NOW), engine


async def _asked(standing: StandingReplies, engine: Engine) -> None:
    for _ in range(2_000):
        if len(standing.of(engine, {})):
            return
        await asyncio.sleep(0.01)
    raise AssertionError("nothing was asked")


async def test_nothing_is_asked_while_readers_ask_and_an_edit_need_not_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(standing_replies, "_LOOK_AGAIN", 0.01)
    monkeypatch.setattr(standing_replies, "_LOOKS", 1_000)
    standing, engine = _standing()
    busy = True

    async def probes() -> Sequence[Probe]:
        return examples(engine.base)[:3]

    async with run_alongside(standing.run(probes, lambda: busy, 0.0)):
        await asyncio.sleep(0.1)
        assert not len(standing.of(engine, {}))
        assert not standing.lock.locked()
        busy = False
        await _asked(standing, engine)


async def test_readers_who_never_stop_asking_do_not_put_it_off_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(standing_replies, "_LOOK_AGAIN", 0.001)
    standing, engine = _standing()

    async def probes() -> Sequence[Probe]:
        return examples(engine.base)[:1]

    async with run_alongside(standing.run(probes, lambda: True, 0.0)):
        await _asked(standing, engine)


def test_work_that_somebody_waits_for_hardly_sleeps() -> None:
    throttle = standing_replies.make_throttle()
    began, worked = time.monotonic(), time.thread_time()
    while time.thread_time() - worked < 0.2:
        throttle()
    assert time.monotonic() - began < 5


def test_replies_to_be_compared_are_of_one_moment() -> None:
    moments = iter([NOW, NOW + timedelta(minutes=7)])
    engine = Engine(load_pack(FOLDER))
    standing = StandingReplies(EngineHolder(LoadedEngine(engine=engine)), lambda: next(moments))
    before = standing.of(engine, {})
    after = standing.of(engine.edited(engine.base), {FactId("opening"): EdtfDate.parse("2026")}, before.now)
    assert after is not before
    assert before.of("который час").seen == after.of("который час").seen
