"""Buttons: choices answered in place, examples, browsing, and the old and the foreign ones."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from bot.replies.answers import notices
from bot.replies.parts import Button, Reply, Text
from bot.telegram.ask.callbacks import FactCallback
from bot.telegram.browse.callbacks import TopicCallback, TopicsCallback
from bot.telegram.sending import entities
from tests.botapi import updates
from tests.replies.bases import NEXT, OPENED
from tests.telegram.office import CHAT, GROUP, Office


async def test_a_choice_is_answered_in_its_place(office: Office) -> None:
    await office.say("Какой мост?")
    assert office.buttons() == ["fact:next", "fact:opened"]
    assert await office.callback("fact:opened") is None
    assert len(office.texts) == 1
    assert OPENED.says in office.texts[0]
    assert office.buttons() == []
    assert office.questions.asked[-1].rule == "chosen"


async def test_the_same_button_twice_is_harmless(office: Office) -> None:
    await office.say("Какой мост?")
    choices = dict(office.last)
    assert await office.callback("fact:next", choices) is None
    assert await office.callback("fact:next", choices) is None
    assert len(office.texts) == 1
    assert NEXT.says in office.texts[0]


async def test_near_facts_of_a_refusal_are_buttons_too(office: Office) -> None:
    await office.say("Что угодно?")
    assert office.buttons() == ["fact:next"]
    await office.callback("fact:next")
    assert NEXT.says in office.texts[0]


async def test_anothers_choice_is_declined_politely(office: Office) -> None:
    group, asker = updates.group(GROUP), updates.user(1)
    await office.feed(updates.text(group, "@spravka_test_bot Какой мост?", asker))
    before = office.texts
    assert await office.callback("fact:next", user=2) == notices.FOREIGN_BUTTON
    assert office.texts == before
    assert await office.callback("fact:next", user=1) is None


@pytest.mark.parametrize(
    "data", ["fact:gone", "old:button", "topic:gone:0", "topic:bridges:x", "example:9", "card:gone"]
)
async def test_old_buttons_are_declined_politely(office: Office, data: str) -> None:
    await office.say("/start")
    before = office.texts
    assert await office.callback(data) == notices.OLD_BUTTON
    assert office.texts == before


async def test_a_message_too_old_to_edit_is_answered_anew(office: Office) -> None:
    await office.say("Какой мост?")
    inaccessible = {"chat": updates.private(CHAT), "message_id": 1, "date": 0}
    assert await office.callback("fact:next", inaccessible) is None
    assert NEXT.says in office.texts[-1]
    assert len(office.texts) == 2


async def test_an_example_is_answered_below_the_start(office: Office) -> None:
    await office.say("/start")
    assert await office.callback("example:2") is None
    assert office.texts[1].startswith("Место: Тула")
    assert office.buttons(office.shown[0]) == ["example:0", "example:1", "example:2"]


async def test_every_fact_is_reached_by_browsing(office: Office) -> None:
    await office.say("/topics")
    assert office.buttons() == ["topic:bridges:0", "topic:plans:0", "timeline:0"]
    await office.callback("topic:bridges:0")
    assert office.buttons() == ["card:opened", "card:length", "topics"]
    await office.callback("card:length")
    assert "Мост длиной в сто метров." in office.texts[0]
    assert office.buttons() == ["topic:bridges:0"]
    await office.callback("topic:bridges:0")
    await office.callback("topics")
    await office.callback("timeline:0")
    assert office.buttons() == ["card:opened", "card:next", "timeline:1", "topics"]
    await office.callback("timeline:1")
    assert office.buttons() == ["card:length", "timeline:0", "topics"]
    assert len(office.texts) == 1


async def test_turning_to_the_same_page_is_no_fault(office: Office) -> None:
    await office.say("/topics")
    assert await office.callback("topics") is None
    assert len(office.texts) == 1


async def test_a_press_under_an_inline_message_is_answered(office: Office) -> None:
    query = {"id": "q", "from": updates.user(CHAT), "chat_instance": "1", "inline_message_id": "i"}
    for data in ("fact:next", "topics", "example:0"):
        await office.feed({"callback_query": {**query, "data": data}})
        assert office.world.answered["q"]["text"] == notices.OLD_BUTTON


async def test_a_late_answer_to_a_press_is_no_fault(office: Office) -> None:
    await office.say("Какой мост?")
    office.world.faults.order(
        method="answerCallbackQuery", code=400, description="Bad Request: query is too old"
    )
    await office.feed(updates.callback(office.last, "fact:next"))
    assert NEXT.says in office.texts[0]
    assert notices.FAULT not in office.texts


async def test_a_fault_behind_a_button_is_told_above_the_chat(office: Office) -> None:
    await office.say("Какой мост?")
    office.world.faults.order(method="editMessageText", code=418, description="teapot")
    with capture_logs() as lines:
        assert await office.callback("fact:next") == notices.FAULT
    assert [line["event"] for line in lines] == ["update failed"]


def test_the_data_of_a_button_is_what_callback_data_parses() -> None:
    longest = "a" * 40
    for callback, button in [
        (FactCallback(fact=longest), Button(label="x", action="fact", argument=longest)),
        (
            TopicCallback(topic=longest, page=9999),
            Button(label="x", action="topic", argument=f"{longest}:9999"),
        ),
        (TopicsCallback(), Button(label="x", action="topics")),
    ]:
        assert callback.pack() == entities.data(button)
        markup = entities.keyboard(Reply(parts=(Text("."),), buttons=((button,),)))
        assert markup is not None
        assert len(entities.data(button).encode()) <= 64
