"""The fake server refuses what Telegram refuses; otherwise the tests against it would prove nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.demo.botapi import updates
from bot.demo.botapi.polling import get_updates
from bot.demo.botapi.running import RunningServer, running
from bot.demo.botapi.state import TOKEN, Json, Options, ServerState
from bot.settings.tasks import start_task

CHAT = 7
KEY = {"text": "да", "callback_data": "x"}


@pytest.fixture
async def api() -> AsyncIterator[RunningServer]:
    state = ServerState(options=Options())
    state.chats[CHAT] = updates.private(CHAT)
    async with running(state) as served:
        yield served


async def call(api: RunningServer, method: str, token: str = TOKEN, **params: Any) -> Json:
    url = f"{api.url}/bot{token}/{method}"
    async with aiohttp.ClientSession() as client, client.post(url, json=params) as response:
        answer: Json = await response.json()
        assert answer["ok"] == (response.status == 200)
        return answer


def bold(offset: int, length: int) -> Json:
    return {"type": "bold", "offset": offset, "length": length}


def keys(*buttons: Json) -> Json:
    return {"inline_keyboard": [[button] for button in buttons]}


REFUSED: list[tuple[str, Json, int, str]] = [
    ("noSuchMethod", {}, 404, "Not Found"),
    ("sendMessage", {"chat_id": 99, "text": "а"}, 400, "chat not found"),
    ("sendMessage", {"text": "  \n"}, 400, "message text is empty"),
    ("sendMessage", {"text": "а" * 4097}, 400, "message is too long"),
    ("sendMessage", {"text": "😀" * 2049}, 400, "message is too long"),
    ("sendMessage", {"text": "абв", "entities": [bold(1, 3)]}, 400, "ENTITY_BOUNDS_INVALID"),
    ("sendMessage", {"text": "абв", "entities": [bold(0, 0)]}, 400, "ENTITY_BOUNDS_INVALID"),
    ("sendMessage", {"text": "😀", "entities": [bold(0, 1)]}, 400, "ENTITY_BOUNDS_INVALID"),
    ("sendMessage", {"text": "абв", "entities": [bold(0, 2), bold(1, 2)]}, 400, "ENTITIES_OVERLAP"),
    ("sendMessage", {"text": "а", "entities": [{**bold(0, 1), "type": "big"}]}, 400, "unsupported type"),
    ("sendMessage", {"text": "<b>а</b>", "parse_mode": "HTML"}, 400, "entities only"),
    ("sendMessage", {"text": "а", "reply_parameters": {"message_id": 5}}, 400, "replied not found"),
    (
        "sendMessage",
        {"text": "а", "reply_markup": keys({**KEY, "callback_data": "я" * 33})},
        400,
        "DATA_INVALID",
    ),
    ("sendMessage", {"text": "а", "reply_markup": keys({**KEY, "callback_data": ""})}, 400, "DATA_INVALID"),
    ("sendMessage", {"text": "а", "reply_markup": keys({"text": "а"})}, 400, "exactly one action"),
    ("sendMessage", {"text": "а", "reply_markup": keys({**KEY, "text": " "})}, 400, "unallowed"),
    ("sendMessage", {"text": "а", "reply_markup": {"inline_keyboard": [[KEY] * 9]}}, 400, "too long"),
    ("sendDocument", {"document": "attach://missing"}, 400, "file must be non-empty"),
    ("editMessageText", {"message_id": 5, "text": "а"}, 400, "message to edit not found"),
    ("deleteMessage", {"message_id": 5}, 400, "message to delete not found"),
    ("answerCallbackQuery", {"callback_query_id": "5"}, 400, "query is too old"),
    ("setMyCommands", {"commands": [{"command": "Старт", "description": "а"}]}, 400, "COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a", "description": ""}]}, 400, "DESCRIPTION_INVALID"),
    ("setMyDescription", {"description": "а" * 513}, 400, "too long"),
    ("sendChatAction", {"action": "dancing"}, 400, "wrong parameter action"),
    ("setWebhook", {"url": "http://example.org"}, 400, "HTTPS url"),
]


@pytest.mark.parametrize(("method", "params", "code", "description"), REFUSED)
async def test_what_telegram_refuses_is_refused(
    api: RunningServer, method: str, params: Json, code: int, description: str
) -> None:
    answer = await call(api, method, **{"chat_id": CHAT, **params})
    assert answer["error_code"] == code
    assert description in answer["description"]


async def test_a_wrong_token(api: RunningServer) -> None:
    assert (await call(api, "getMe", token="1:x"))["error_code"] == 401


async def test_an_edit_that_changes_nothing_is_refused(api: RunningServer) -> None:
    sent = (await call(api, "sendMessage", chat_id=CHAT, text="а", reply_markup=keys(KEY)))["result"]
    same = {"chat_id": CHAT, "message_id": sent["message_id"], "text": "а"}
    refused = await call(api, "editMessageText", **same, reply_markup=keys(KEY))
    assert "message is not modified" in refused["description"]
    assert (await call(api, "editMessageText", **same))["result"]["text"] == "а"
    assert (await call(api, "editMessageReplyMarkup", **same, reply_markup=keys(KEY)))["ok"]


async def test_updates_are_kept_until_confirmed(api: RunningServer) -> None:
    first, second = await api.say(CHAT, "раз"), await api.say(CHAT, "два")
    for _ in range(2):
        got = (await call(api, "getUpdates"))["result"]
        assert [update["update_id"] for update in got] == [first, second]
    assert [one["update_id"] for one in (await call(api, "getUpdates", offset=second))["result"]] == [second]
    assert (await call(api, "getUpdates", offset=second + 1))["result"] == []


async def test_a_long_poll_returns_when_an_update_arrives(api: RunningServer) -> None:
    polling = asyncio.gather(call(api, "getUpdates", timeout=30))
    await api.until(lambda: api.state.poller == 1)
    began = time.monotonic()
    await api.say(CHAT, "раз")
    ((answer),) = await polling
    assert len(answer["result"]) == 1
    assert time.monotonic() - began < 5


async def test_a_second_poller_stops_the_first(api: RunningServer) -> None:
    polling = asyncio.gather(call(api, "getUpdates", timeout=30))
    await api.until(lambda: api.state.poller == 1)
    await call(api, "getUpdates")
    ((answer),) = await polling
    assert answer["error_code"] == 409


async def test_updates_of_other_kinds_than_allowed_are_dropped(api: RunningServer) -> None:
    assert await api.state.push(updates.reaction(updates.private(CHAT), 1, "👍")) == 0
    await call(api, "getUpdates", allowed_updates=["message_reaction"])
    assert await api.state.push(updates.reaction(updates.private(CHAT), 1, "👍"))
    assert await api.say(CHAT, "раз") == 0


async def test_polling_is_refused_while_a_webhook_is_set(api: RunningServer) -> None:
    await call(api, "setWebhook", url="https://example.org/hook")
    assert (await call(api, "getWebhookInfo"))["result"]["url"] == "https://example.org/hook"
    assert (await call(api, "getUpdates"))["error_code"] == 409
    await call(api, "deleteWebhook")
    assert (await call(api, "getUpdates"))["ok"]


async def test_files_are_uploaded_and_downloaded(api: RunningServer) -> None:
    form = aiohttp.FormData()
    form.add_field("chat_id", str(CHAT))
    form.add_field("document", "attach://a")
    form.add_field("a", b"BEGIN:VCALENDAR", filename="event.ics")
    async with aiohttp.ClientSession() as client:
        async with client.post(f"{api.url}/bot{TOKEN}/sendDocument", data=form) as response:
            document = (await response.json())["result"]["document"]
        path = (await call(api, "getFile", file_id=document["file_id"]))["result"]["file_path"]
        async with client.get(f"{api.url}/file/bot{TOKEN}/{path}") as response:
            assert await response.read() == b"BEGIN:VCALENDAR"
    assert document["file_name"] == "event.ics"
    assert (await call(api, "getFile", file_id="?"))["error_code"] == 400


async def test_blocked_chats_and_migrated_groups(api: RunningServer) -> None:
    api.state.chats[1] = {"id": 1, "type": "private", "blocked": True}
    api.state.chats[-2] = {"id": -2, "type": "group", "moved_to": -1002}
    assert (await call(api, "sendMessage", chat_id=1, text="а"))["error_code"] == 403
    moved = await call(api, "sendMessage", chat_id=-2, text="а")
    assert moved["parameters"] == {"migrate_to_chat_id": -1002}


async def test_members_have_a_status(api: RunningServer) -> None:
    api.state.members[CHAT, 1] = "creator"
    api.state.members[CHAT, 2] = "administrator"
    admins = (await call(api, "getChatAdministrators", chat_id=CHAT))["result"]
    assert [one["status"] for one in admins] == ["creator", "administrator"]
    assert (await call(api, "getChatMember", chat_id=CHAT, user_id=3))["result"]["status"] == "member"


async def test_faults_are_applied(api: RunningServer) -> None:
    async with aiohttp.ClientSession() as client:
        await client.post(f"{api.url}/control/faults", json={"method": "getMe", "kind": "html", "code": 502})
        await client.post(f"{api.url}/control/faults", json={"method": "getMe", "kind": "reset"})
        async with client.post(f"{api.url}/bot{TOKEN}/getMe") as response:
            assert (response.status, response.content_type) == (502, "text/html")
        with pytest.raises(aiohttp.ClientError):
            await client.post(f"{api.url}/bot{TOKEN}/getMe")
    assert (await call(api, "getMe"))["ok"]


async def test_a_call_may_be_carried_out_and_its_response_lost(api: RunningServer) -> None:
    api.state.faults.order(method="sendMessage", kind="reset", taken=True, chat=CHAT)
    with pytest.raises(aiohttp.ClientError):
        await call(api, "sendMessage", chat_id=CHAT, text="а")
    assert len(api.messages(CHAT)) == 1


async def test_control_over_http(api: RunningServer) -> None:
    async with aiohttp.ClientSession(api.url) as client:
        await client.post("/control/options", json={"any_chat": True, "limit_per_second": 2, "blocked": [9]})
        codes = [
            (await call(api, "sendMessage", chat_id=chat, text="а")).get("error_code")
            for chat in (1, 9, 1, 1)
        ]
        assert codes == [None, 403, 429, 429]
        async with client.get("/control/counters") as response:
            counters = await response.json()
        assert counters["delivered"] == 1
        assert counters["busiest_second"] == 4
        async with client.get("/control/messages", params={"chat": "1"}) as response:
            assert [one["text"] for one in await response.json()] == ["а"]
        pushed = await client.post("/control/push", json=updates.text(updates.private(1), "раз"))
        assert (await pushed.json())["update_id"] in api.state.updates
        await client.post("/control/options", json={"limit_per_second": 0})
        await client.post("/control/chaos", json={"server_error": 1.0})
        assert (await call(api, "sendMessage", chat_id=1, text="а"))["error_code"] == 500


async def test_a_poll_that_is_cancelled_as_something_changes_ends() -> None:
    """The cancellation must not be lost to the change, or whoever polls goes on for ever."""
    state = ServerState(options=Options())
    for turns in range(6):
        poll = start_task(get_updates(state, {"timeout": 50}))
        await asyncio.sleep(0.01)
        await state.notify()
        for _ in range(turns):
            await asyncio.sleep(0)
        poll.cancel()
        await asyncio.wait([poll], timeout=1)
        assert poll.cancelled(), turns
