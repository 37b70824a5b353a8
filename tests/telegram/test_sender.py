"""How the sender takes Telegram's refusals, and how calls are repeated."""

from __future__ import annotations

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError, TelegramServerError

from bot.replies.parts import Link, Quote, Reply, Strong, Text
from bot.telegram.sending.retrying import HASTE
from bot.telegram.sending.sender import Place, Sender
from tests.botapi import updates
from tests.telegram.office import CHAT, GROUP, Office

HELLO = Reply(parts=(Strong("Привет"), Text(" 😀 "), Quote((Link("сюда", "https://a.b"),))))


@pytest.fixture
async def sender(office: Office) -> Sender:
    for chat in (updates.private(CHAT), updates.group(GROUP)):
        office.world.chats[chat["id"]] = chat
    return Sender(office.bot)


async def test_parts_become_entities_in_utf_16(office: Office, sender: Sender) -> None:
    await sender.send(Place(chat_id=CHAT), HELLO)
    assert office.texts == ["Привет 😀 сюда"]
    places = [(one["type"], one["offset"], one["length"]) for one in office.last["entities"]]
    assert sorted(places) == [("bold", 0, 6), ("expandable_blockquote", 10, 4), ("text_link", 10, 4)]


async def test_retry_after_is_obeyed_to_the_second(office: Office, sender: Sender) -> None:
    office.world.faults.order(
        method="sendMessage", code=429, description="Too Many Requests", retry_after=17, times=2
    )
    assert await sender.send(Place(chat_id=CHAT), HELLO)
    assert office.slept == [17.0, 17.0]


@pytest.mark.parametrize("kind", ["error", "reset", "hang"])
async def test_lost_calls_are_repeated_with_growing_pauses(office: Office, sender: Sender, kind: str) -> None:
    office.world.faults.order(method="sendMessage", kind=kind, times=5)
    assert await sender.send(Place(chat_id=CHAT), HELLO)
    bounds = [(0.75, 1), (1.5, 2), (3, 4), (6, 8), (6, 8)]
    assert all(low <= pause <= high for pause, (low, high) in zip(office.slept, bounds, strict=True))


async def test_patience_ends(office: Office, sender: Sender) -> None:
    office.world.faults.order(method="sendMessage", times=-1)
    with pytest.raises(TelegramServerError):
        await sender.send(Place(chat_id=CHAT), HELLO)
    assert 1500 < sum(office.slept) <= 1800


async def test_nobody_waits_long_for_a_press(office: Office) -> None:
    office.world.faults.order(method="answerCallbackQuery", kind="reset", times=-1)
    with pytest.raises(TelegramNetworkError):
        await office.bot.answer_callback_query("1")
    assert sum(office.slept) <= HASTE


@pytest.mark.parametrize(
    ("code", "description"),
    [(403, "Forbidden: bot was blocked by the user"), (400, "Bad Request: not enough rights to send text")],
)
async def test_a_closed_chat_is_left_quietly(
    office: Office, sender: Sender, code: int, description: str
) -> None:
    office.world.faults.order(method="sendMessage", code=code, description=description)
    assert await sender.send(Place(chat_id=CHAT), HELLO) is None
    assert office.slept == []


async def test_a_group_that_moved_is_followed(office: Office, sender: Sender) -> None:
    office.world.chats[GROUP]["moved_to"] = -1000
    office.world.chats[-1000] = updates.group(-1000, "supergroup")
    assert await sender.send(Place(chat_id=GROUP, reply_to=3), HELLO)
    assert office.last["chat"]["id"] == -1000


async def test_a_quoted_message_that_is_gone_is_left_out(office: Office, sender: Sender) -> None:
    assert await sender.send(Place(chat_id=GROUP, reply_to=999), HELLO)
    office.world.faults.order(
        method="sendMessage", code=400, description="Bad Request: message to be replied not found"
    )
    assert await sender.send(Place(chat_id=GROUP, reply_to=999), HELLO)
    assert "reply_parameters" not in office.calls("sendMessage")[-1]


async def test_a_topic_that_is_gone_is_left_out(office: Office, sender: Sender) -> None:
    office.world.faults.order(
        method="sendMessage", code=400, description="Bad Request: message thread not found"
    )
    assert await sender.send(Place(chat_id=GROUP, thread_id=4), HELLO)


async def test_a_mistake_of_ours_is_not_hidden(office: Office, sender: Sender) -> None:
    office.world.faults.order(
        method="sendMessage", code=400, description="Bad Request: ENTITY_BOUNDS_INVALID"
    )
    with pytest.raises(TelegramBadRequest):
        await sender.send(Place(chat_id=CHAT), HELLO)


async def test_an_edit_that_does_not_fit_goes_on_below(office: Office, sender: Sender) -> None:
    sent = await sender.send(Place(chat_id=CHAT), HELLO)
    assert sent is not None
    last = await sender.edit(Place(chat_id=CHAT), sent, Reply(parts=(Text("слово " * 1000),)))
    assert len(office.texts) == 2
    assert last == office.last["message_id"]


async def test_an_edit_in_a_chat_that_is_closed(office: Office, sender: Sender) -> None:
    office.world.faults.order(method="editMessageText", code=403, description="Forbidden: bot was kicked")
    assert await sender.edit(Place(chat_id=CHAT), 1, HELLO) is None
