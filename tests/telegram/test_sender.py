"""The sender's handling of Telegram's refusals, and retries of calls."""

from __future__ import annotations

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramServerError

from bot.demo.botapi import updates
from bot.replies.parts import Link, Quote, Reply, Strong, Text
from bot.telegram.sending.places import Place
from bot.telegram.sending.retrying import SHORT_BUDGET
from bot.telegram.sending.sender import Sender
from tests.telegram.harness import CHAT, GROUP, TelegramHarness

HELLO = Reply(parts=(Strong("Привет"), Text(" 😀 "), Quote((Link("сюда", "https://a.b"),))))


@pytest.fixture
async def sender(harness: TelegramHarness) -> Sender:
    for chat in (updates.private(CHAT), updates.group(GROUP)):
        harness.api.chats[chat["id"]] = chat
    return Sender(harness.bot)


async def test_parts_become_entities_in_utf_16(harness: TelegramHarness, sender: Sender) -> None:
    await sender.send(Place(chat_id=CHAT), HELLO)
    assert harness.texts == ["Привет 😀 сюда"]
    places = [(one["type"], one["offset"], one["length"]) for one in harness.last["entities"]]
    assert sorted(places) == [("bold", 0, 6), ("expandable_blockquote", 10, 4), ("text_link", 10, 4)]


async def test_retry_after_is_obeyed(harness: TelegramHarness, sender: Sender) -> None:
    harness.api.faults.order(
        method="sendMessage", code=429, description="Too Many Requests", retry_after=17, times=2
    )
    assert await sender.send(Place(chat_id=CHAT), HELLO)
    assert harness.delays == [17.0, 17.0]


@pytest.mark.parametrize("kind", ["error", "reset", "hang"])
async def test_failed_calls_are_retried_with_growing_delays(
    harness: TelegramHarness, sender: Sender, kind: str
) -> None:
    harness.api.faults.order(method="sendMessage", kind=kind, times=5)
    assert await sender.send(Place(chat_id=CHAT), HELLO)
    bounds = [(0.75, 1), (1.5, 2), (3, 4), (6, 8), (6, 8)]
    assert all(low <= delay <= high for delay, (low, high) in zip(harness.delays, bounds, strict=True))


async def test_retries_end_after_the_budget(harness: TelegramHarness, sender: Sender) -> None:
    harness.api.faults.order(method="sendMessage", times=-1)
    with pytest.raises(TelegramServerError):
        await sender.send(Place(chat_id=CHAT), HELLO)
    assert 1500 < sum(harness.delays) <= 1800


async def test_an_answer_to_a_button_is_retried_only_briefly(harness: TelegramHarness) -> None:
    harness.api.faults.order(method="answerCallbackQuery", kind="reset", times=-1)
    with pytest.raises(TelegramNetworkError):
        await harness.bot.answer_callback_query("1")
    assert sum(harness.delays) <= SHORT_BUDGET


@pytest.mark.parametrize(
    ("code", "description"),
    [(403, "Forbidden: bot was blocked by the user"), (400, "Bad Request: not enough rights to send text")],
)
async def test_a_closed_chat_is_no_error(
    harness: TelegramHarness, sender: Sender, code: int, description: str
) -> None:
    harness.api.faults.order(method="sendMessage", code=code, description=description)
    assert await sender.send(Place(chat_id=CHAT), HELLO) is None
    assert harness.delays == []


async def test_a_migrated_group_gets_the_message(harness: TelegramHarness, sender: Sender) -> None:
    harness.api.chats[GROUP]["moved_to"] = -1000
    harness.api.chats[-1000] = updates.group(-1000, "supergroup")
    assert await sender.send(Place(chat_id=GROUP, reply_to=3), HELLO)
    assert harness.last["chat"]["id"] == -1000


async def test_a_deleted_message_is_not_replied_to(harness: TelegramHarness, sender: Sender) -> None:
    assert await sender.send(Place(chat_id=GROUP, reply_to=999), HELLO)
    harness.api.faults.order(
        method="sendMessage", code=400, description="Bad Request: message to be replied not found"
    )
    assert await sender.send(Place(chat_id=GROUP, reply_to=999), HELLO)
    assert "reply_parameters" not in harness.calls("sendMessage")[-1]


async def test_a_deleted_topic_is_left_out(harness: TelegramHarness, sender: Sender) -> None:
    harness.api.faults.order(
        method="sendMessage", code=400, description="Bad Request: message thread not found"
    )
    assert await sender.send(Place(chat_id=GROUP, thread_id=4), HELLO)


async def test_other_bad_requests_are_raised(harness: TelegramHarness, sender: Sender) -> None:
    harness.api.faults.order(method="sendMessage", code=400, description="Bad Request: ENTITY_BOUNDS_INVALID")
    with pytest.raises(TelegramBadRequest):
        await sender.send(Place(chat_id=CHAT), HELLO)


async def test_an_edit_that_does_not_fit_continues_in_a_new_message(
    harness: TelegramHarness, sender: Sender
) -> None:
    sent = await sender.send(Place(chat_id=CHAT), HELLO)
    assert sent is not None
    last = await sender.edit(Place(chat_id=CHAT), sent, Reply(parts=(Text("слово " * 1000),)))
    assert len(harness.texts) == 2
    assert last == harness.last["message_id"]


async def test_an_edit_in_a_closed_chat_is_no_error(harness: TelegramHarness, sender: Sender) -> None:
    harness.api.faults.order(method="editMessageText", code=403, description="Forbidden: bot was kicked")
    assert await sender.edit(Place(chat_id=CHAT), 1, HELLO) is None
