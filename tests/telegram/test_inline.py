"""Inline mode offers the answer, or the nearest facts."""

from __future__ import annotations

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from tests.replies.sample_base import NEXT, OPENED
from tests.telegram.harness import CHAT, TelegramHarness


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
