"""Buttons: options answered in place, examples, browsing, and buttons that are outdated or another user's."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from bot.demo.botapi import updates
from bot.replies.answers import notices
from bot.replies.parts import Button, Reply, Text
from bot.telegram.ask.callbacks import FactCallback
from bot.telegram.browse.callbacks import TopicCallback, TopicsCallback
from bot.telegram.sending import entities
from tests.replies.sample_base import NEXT, OPENED
from tests.telegram.harness import CHAT, GROUP, TelegramHarness


async def test_an_option_is_answered_in_place(harness: TelegramHarness) -> None:
    await harness.say("Какой мост?")
    assert harness.buttons() == ["fact:next", "fact:opened"]
    assert await harness.press("fact:opened") is None
    assert len(harness.texts) == 1
    assert OPENED.says in harness.texts[0]
    assert harness.buttons() == []
    assert harness.questions.asked[-1].rule == "chosen"


async def test_the_same_button_twice_is_harmless(harness: TelegramHarness) -> None:
    await harness.say("Какой мост?")
    choices = dict(harness.last)
    assert await harness.press("fact:next", choices) is None
    assert await harness.press("fact:next", choices) is None
    assert len(harness.texts) == 1
    assert NEXT.says in harness.texts[0]


async def test_nearest_facts_of_a_refusal_are_buttons_too(harness: TelegramHarness) -> None:
    await harness.say("Что угодно?")
    assert harness.buttons() == ["fact:next"]
    await harness.press("fact:next")
    assert NEXT.says in harness.texts[0]


async def test_another_users_button_is_declined(harness: TelegramHarness) -> None:
    group, asker = updates.group(GROUP), updates.user(1)
    await harness.feed(updates.text(group, "@spravka_test_bot Какой мост?", asker))
    before = harness.texts
    assert await harness.press("fact:next", user=2) == notices.FOREIGN_BUTTON
    assert harness.texts == before
    assert await harness.press("fact:next", user=1) is None


async def test_what_is_not_understood_as_typed_leaves_the_answer(harness: TelegramHarness) -> None:
    await harness.say("Где мозт?")
    assert "Понял вопрос как: «Где мост?»" in harness.texts[0]
    assert await harness.press("asis") is None
    assert harness.scripted_engine.asked == ["Где мозт?", "Где мозт? (as typed)"]
    assert len(harness.texts) == 2
    assert "Понял вопрос" in harness.texts[0]
    assert harness.questions.asked[-1].rule == "off-topic"


async def test_only_the_asker_says_what_was_not_meant(harness: TelegramHarness) -> None:
    group = updates.group(GROUP)
    await harness.feed(updates.text(group, "@spravka_test_bot Где мозт?", updates.user(1)))
    before = harness.texts
    assert await harness.press("asis", user=2) == notices.FOREIGN_BUTTON
    assert harness.texts == before


@pytest.mark.parametrize(
    "data", ["asis", "fact:gone", "old:button", "topic:gone:0", "topic:bridges:x", "example:9", "card:gone"]
)
async def test_outdated_buttons_are_declined(harness: TelegramHarness, data: str) -> None:
    await harness.say("/start")
    before = harness.texts
    assert await harness.press(data) == notices.OLD_BUTTON
    assert harness.texts == before


async def test_a_message_too_old_to_edit_is_answered_by_a_new_one(harness: TelegramHarness) -> None:
    await harness.say("Какой мост?")
    inaccessible = {"chat": updates.private(CHAT), "message_id": 1, "date": 0}
    assert await harness.press("fact:next", inaccessible) is None
    assert NEXT.says in harness.texts[-1]
    assert len(harness.texts) == 2


async def test_an_example_is_answered_below_the_start(harness: TelegramHarness) -> None:
    await harness.say("/start")
    assert await harness.press("example:2") is None
    assert harness.texts[1].startswith("Тула.")
    # The script answers no other example: those that are refused are not offered.
    assert harness.buttons(harness.shown[0]) == ["example:2"]


async def test_every_fact_is_reached_by_browsing(harness: TelegramHarness) -> None:
    await harness.say("/topics")
    assert harness.buttons() == ["topic:bridges:0", "topic:plans:0", "timeline:0"]
    await harness.press("topic:bridges:0")
    assert harness.buttons() == ["card:opened", "card:length", "topics"]
    await harness.press("card:length")
    assert "Мост длиной в сто метров." in harness.texts[0]
    assert harness.buttons() == ["topic:bridges:0"]
    await harness.press("topic:bridges:0")
    await harness.press("topics")
    await harness.press("timeline:0")
    assert harness.buttons() == ["card:opened", "card:next", "timeline:1", "topics"]
    await harness.press("timeline:1")
    assert harness.buttons() == ["card:length", "timeline:0", "topics"]
    assert len(harness.texts) == 1


async def test_opening_the_same_page_again_is_no_error(harness: TelegramHarness) -> None:
    await harness.say("/topics")
    assert await harness.press("topics") is None
    assert len(harness.texts) == 1


async def test_a_button_under_an_inline_message_is_declined(harness: TelegramHarness) -> None:
    query = {"id": "q", "from": updates.user(CHAT), "chat_instance": "1", "inline_message_id": "i"}
    for data in ("fact:next", "topics", "example:0"):
        await harness.feed({"callback_query": {**query, "data": data}})
        assert harness.api.answered["q"]["text"] == notices.OLD_BUTTON


async def test_a_late_answer_to_a_button_is_no_error(harness: TelegramHarness) -> None:
    await harness.say("Какой мост?")
    harness.api.faults.order(
        method="answerCallbackQuery", code=400, description="Bad Request: query is too old"
    )
    await harness.feed(updates.callback(harness.last, "fact:next"))
    assert NEXT.says in harness.texts[0]
    assert notices.FAULT not in harness.texts


async def test_an_error_in_a_buttons_handler_is_shown_as_a_notice(harness: TelegramHarness) -> None:
    await harness.say("Какой мост?")
    harness.api.faults.order(method="editMessageText", code=418, description="teapot")
    with capture_logs() as lines:
        assert await harness.press("fact:next") == notices.FAULT
    assert [line["event"] for line in lines] == ["update failed"]


def test_callback_data_of_buttons_is_what_handlers_parse() -> None:
    longest = "a" * 40
    for callback, button in [
        (FactCallback(fact=longest), Button(label="x", action="fact", argument=longest)),
        (
            TopicCallback(topic=longest, page=9999),
            Button(label="x", action="topic", argument=f"{longest}:9999"),
        ),
        (TopicsCallback(), Button(label="x", action="topics")),
    ]:
        assert callback.pack() == entities.callback_data(button)
        markup = entities.keyboard(Reply(parts=(Text("."),), buttons=((button,),)))
        assert markup is not None
        assert len(entities.callback_data(button).encode()) <= 64
