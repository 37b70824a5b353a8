"""Inline mode offers answers, or facts that are near."""

from __future__ import annotations

from tests.botapi import updates
from tests.botapi.world import Json
from tests.replies.bases import NEXT, OPENED
from tests.telegram.office import CHAT, Office


async def results(office: Office, words: str) -> list[Json]:
    update = updates.inline(words, updates.user(CHAT))
    await office.feed(update)
    answered = office.world.answered[update["inline_query"]["id"]]
    return list(answered.get("results", []))


async def test_an_answer_is_one_article(office: Office) -> None:
    (article,) = await results(office, "Где стоит мост?")
    assert article["title"] == "Где стоит мост?"
    assert article["input_message_content"]["message_text"].startswith("Место: Тула")
    assert office.questions.asked == []


async def test_choices_are_articles_of_their_facts(office: Office) -> None:
    found = await results(office, "Какой мост?")
    assert [one["description"] for one in found] == [NEXT.says, OPENED.says]


async def test_an_empty_query_offers_examples(office: Office) -> None:
    found = await results(office, "")
    assert [one["id"] for one in found] == ["next", "opened"]
