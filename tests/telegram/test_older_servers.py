"""A Bot API server of another version than aiogram's types: nothing is repeated, nobody meets silence."""

from __future__ import annotations

import json
import traceback
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import GetChatMember, SendMessage
from pydantic import ValidationError

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json, ServerState
from bot.telegram.sending.plain_calls import SendText
from bot.telegram.sending.retrying import TRANSIENT
from bot.telegram.updates.raw_updates import GetRawUpdates
from bot.telegram.updates.typed_updates import read_update
from tests.botapi.direct import DirectSession
from tests.telegram.harness import CHAT, TelegramHarness

BOT = Bot(ServerState().token, session=DirectSession(ServerState()))
USER = updates.user(1)
GROUP = updates.group(-5)
MESSAGE: Json = {"message_id": 1, "date": 1, "chat": GROUP, "from": USER, "text": "Где?"}
ADMINISTRATOR: Json = {"status": "administrator", "user": USER, "can_manage_chat": True}


def of(message: Json) -> Json:
    return {"update_id": 1, "message": message}


def test_a_right_that_an_older_server_does_not_know_is_read_as_missing() -> None:
    change = {
        "chat": GROUP,
        "from": USER,
        "date": 1,
        "old_chat_member": {"status": "left", "user": USER},
        "new_chat_member": ADMINISTRATOR,
    }
    read = read_update({"update_id": 1, "my_chat_member": change}, BOT).my_chat_member
    assert read is not None
    assert read.new_chat_member.status == "administrator"
    assert getattr(read.new_chat_member, "can_send_welcome_messages", None) is False
    assert getattr(read.new_chat_member, "can_manage_chat", None) is True


@pytest.mark.parametrize(
    "odd",
    [
        {"poll": {"id": 5}},
        {"forward_origin": {"type": "alien"}},
        {"reply_to_message": {"message_id": "x"}},
        {"reply_markup": "none"},
        {"sticker": [1], "photo": {"a": 1}, "entities": [{"type": "bold"}]},
        {"from": {"id": 1}},
    ],
)
def test_a_message_is_read_without_its_unreadable_parts(odd: Json) -> None:
    read = read_update(of({**MESSAGE, **odd}), BOT).message
    assert read is not None
    assert (read.text, read.chat.id) == ("Где?", -5)
    assert read.from_user is not None
    assert read.from_user.id == 1


def test_an_unknown_status_is_never_read_as_a_known_one() -> None:
    change = {"chat": GROUP, "from": USER, "date": 1, "old_chat_member": {"status": "left", "user": USER}}
    emperor = {**change, "new_chat_member": {"status": "emperor", "user": USER}}
    with pytest.raises(ValidationError):
        read_update({"update_id": 1, "my_chat_member": emperor}, BOT)


def response(method: Any, body: object, status: int = 200) -> Any:
    text = body if isinstance(body, str) else json.dumps(body)
    return BOT.session.check_response(BOT, method, status, text).result


def test_the_status_of_an_administrator_is_read_from_an_older_servers_response() -> None:
    member = response(GetChatMember(chat_id=-5, user_id=1), {"ok": True, "result": ADMINISTRATOR})
    assert member.status == "administrator"


def test_a_message_that_was_sent_is_known_by_its_id() -> None:
    call = SendMessage(chat_id=-5, text="а")
    assert response(call, {"ok": True, "result": {"message_id": 77, "chat": GROUP}}).message_id == 77
    odd = {"message_id": 78, "date": 1, "chat": GROUP, "reply_markup": {"new_keyboard": 1}}
    assert response(call, {"ok": True, "result": odd}).message_id == 78


def test_what_cannot_be_read_is_no_passing_fault_and_a_proxys_page_is_one() -> None:
    call = SendMessage(chat_id=-5, text="а")
    with pytest.raises(ClientDecodeError) as unreadable:
        response(call, {"ok": True, "result": 5})
    assert not isinstance(unreadable.value, TRANSIENT)
    with pytest.raises(ClientDecodeError):
        response(call, "<html>", 200)
    with pytest.raises(TelegramServerError):
        response(call, "<html>", 502)


async def test_a_response_that_cannot_be_read_is_not_asked_for_again() -> None:
    harness = TelegramHarness()
    harness.api.faults.order(method="sendMessage", kind="odd", times=-1)
    await harness.say("Где стоит мост?")
    assert len(harness.calls("sendMessage")) == 1
    assert harness.delays == []
    assert harness.questions.asked[-1].chat_id == CHAT


def test_a_429_that_names_no_time_is_waited_out() -> None:
    with pytest.raises(TelegramRetryAfter) as refused:
        response(SendMessage(chat_id=-5, text="а"), {"ok": False, "description": "Too Many Requests"}, 429)
    assert refused.value.retry_after == 1


@pytest.mark.parametrize(("told", "seconds"), [(0.5, 1), ("2", 2), (2.5, 3), ("soon", 1), (None, 1), ([], 1)])
def test_a_429_whose_time_is_written_otherwise_is_waited_out(told: object, seconds: int) -> None:
    body = {"ok": False, "error_code": 429, "parameters": {"retry_after": told}}
    with pytest.raises(TelegramRetryAfter) as raised:
        response(SendText(chat_id=CHAT, text="да"), body, status=429)
    assert raised.value.retry_after == seconds


@pytest.mark.parametrize(
    ("status", "kind"), [(400, TelegramBadRequest), (403, TelegramForbiddenError), (502, TelegramServerError)]
)
def test_a_failure_with_unreadable_parts_is_the_failure_of_its_status(
    status: int, kind: type[Exception]
) -> None:
    body = {"ok": False, "description": 7, "parameters": {"migrate_to_chat_id": "?"}, "error_code": "?"}
    with pytest.raises(kind):
        response(SendText(chat_id=CHAT, text="да"), body, status=status)


@pytest.mark.parametrize(
    "body", ['{"ok": true, "result": [{"text": "тайна', {"ok": True, "result": {"text": "тайна"}}]
)
def test_what_cannot_be_read_is_not_quoted(body: object) -> None:
    with pytest.raises(ClientDecodeError) as raised:
        response(GetRawUpdates(), body)
    shown = "".join(traceback.format_exception(raised.value))
    assert "тайна" not in shown


def test_an_error_without_a_description_is_an_error_all_the_same() -> None:
    call = SendMessage(chat_id=-5, text="а")
    with pytest.raises(TelegramBadRequest) as refused:
        response(call, {"ok": False}, 400)
    assert refused.value.message == ""
    with pytest.raises(TelegramServerError):
        response(call, {"ok": False}, 500)


@pytest.mark.parametrize("result", [True, [], {"message_id": "x"}])
def test_a_reply_whose_message_is_not_told_was_sent(result: object) -> None:
    assert response(SendText(chat_id=-5, text="а"), {"ok": True, "result": result}) == result
