"""Inline mode offers the answer, or the nearest facts."""

from __future__ import annotations

from dataclasses import replace

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.telegram.ask.inline_ahead import MainFactsAhead
from tests.replies.sample_base import NEXT, OPENED
from tests.telegram.harness import CHAT, NOW, TelegramHarness


async def results(harness: TelegramHarness, text: str) -> list[Json]:
    update = updates.inline(text, updates.user(CHAT))
    await harness.feed(update)
    answered = harness.api.answered[update["inline_query"]["id"]]
    return list(answered.get("results", []))


async def test_an_answer_is_one_article(harness: TelegramHarness) -> None:
    (article,) = await results(harness, "Где стоит мост?")
    assert article["title"] == "Где стоит мост?"
    assert article["input_message_content"]["message_text"].startswith("Тула.")
    assert harness.questions.asked == []


async def test_choices_are_articles_of_their_facts(harness: TelegramHarness) -> None:
    found = await results(harness, "Какой мост?")
    assert [one["description"] for one in found] == [NEXT.says, OPENED.says]


async def test_an_empty_query_offers_examples(harness: TelegramHarness) -> None:
    found = await results(harness, "")
    assert [one["id"] for one in found] == ["next", "opened"]


async def test_the_main_facts_are_found_before_anybody_asks(harness: TelegramHarness) -> None:
    given = harness.dispatcher.workflow_data
    ahead = MainFactsAhead(
        harness.bot,
        harness.engine,
        given["question_flow"],
        given["inline_results"],
        lambda: NOW,
        lambda: True,
    )
    await ahead.prepare()
    found = list(harness.scripted_engine.asked)
    assert found
    await ahead.prepare()
    assert len(await results(harness, "")) == 2
    assert harness.scripted_engine.asked == found, "nothing is asked anew"
    harness.engine.swap(replace(harness.engine.current, revision=1))
    await ahead.prepare()
    assert harness.scripted_engine.asked == found * 2
    await results(harness, "")
    assert harness.scripted_engine.asked == found * 2
