"""«Ещё» under a digest: its next facts below it, page by page; a reply to a page goes on from there."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.records.engine_holder import LoadedEngine
from bot.storage.connection.database import Database
from knowledge.engine import Engine
from knowledge.facts.pack import load_pack
from tests.followups.bot_harness import BotHarness
from tests.followups.harness import FollowUpsHarness, base

PACK = load_pack(Path(__file__).resolve().parents[2] / "knowledge" / "dialogue")


@pytest.fixture
async def bot(sqlite: Database) -> BotHarness:
    followups = FollowUpsHarness(sqlite, "2016-01-01 12:00")
    await followups.seed(base())
    bot = BotHarness(followups)
    bot.engine.swap(LoadedEngine(engine=Engine(PACK)))
    return bot


async def test_the_button_tells_every_fact_once(bot: BotHarness) -> None:
    text = await bot.send_text("Перескажи кратко")
    pages = [text]
    while "Ещё" in bot.labels:
        before = bot.last
        await bot.press("Ещё")
        assert bot.last is not before, "a new message"
        pages.append(bot.last_text)
    told = "\n".join(pages)
    assert [told.count(fact.says) for fact in PACK.facts] == [1] * len(PACK.facts)


async def test_an_older_page_goes_on_from_itself(bot: BotHarness) -> None:
    await bot.send_text("Перескажи кратко")
    first = dict(bot.last)
    await bot.press("Ещё")
    second = bot.last_text
    await bot.press("Ещё")
    await bot.press("Ещё", first)
    assert bot.last_text == second


async def test_an_answer_that_tells_all_has_no_such_button(bot: BotHarness) -> None:
    await bot.send_text("Когда состоится второй диалог?")
    assert "Ещё" not in bot.labels
