"""What the page asks of its server: everything a person does reaches the bot, and nobody else is let in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import pytest

from bot.demo.people import GROUP, PEOPLE
from bot.demo.supervisor import Status

ANNA, BORIS, VERA = (person.id for person in PEOPLE)
ATTEMPTS = 2400
"""Twenty a second."""
Json = dict[str, Any]


class Client:
    """Calls as the page makes them."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def post(self, name: str, chat: int = ANNA, who: int = 0, **fields: Any) -> Json:
        body = {"chat": chat, "as": who or chat, **fields}
        async with self._session.post(f"/api/{name}", json=body) as response:
            answer: Json = await response.json() if response.status == 200 else {"status": response.status}
            return answer

    async def view(self, chat: int) -> Json:
        async with self._session.get(f"/api/chats/{chat}") as response:
            view: Json = await response.json()
            return view

    async def messages(self, chat: int) -> list[Json]:
        messages: list[Json] = (await self.view(chat))["messages"]
        return messages

    async def until(self, chat: int, reached: Callable[[list[Json]], bool]) -> list[Json]:
        """The messages of a chat, once they are as expected."""
        for _attempt in range(ATTEMPTS):
            if reached(messages := await self.messages(chat)):
                return messages
            await asyncio.sleep(0.05)
        raise TimeoutError(chat)

    async def ask(self, words: str, chat: int = ANNA, who: int = 0, **fields: Any) -> Json:
        """Say a text; returns the bot's next message."""
        before = len(await self.messages(chat))
        await self.post("say", chat, who, text=words, **fields)
        return (await self.until(chat, lambda now: len(now) >= before + 2))[before + 1]


@pytest.fixture
async def client(demo: str) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession(demo) as session:
        yield Client(session)


async def test_the_summary_tells_of_the_bot_and_of_every_chat(demo: str) -> None:
    async with aiohttp.ClientSession(demo) as session, session.get("/api/events") as stream:
        line = await stream.content.readline()
    assert b'"bot": "' in line
    assert [status.value.encode() in line for status in Status].count(True) == 1
    assert line.count(b'"stamp"') == len(PEOPLE) + 1


async def test_a_question_is_edited_and_pressed_on(client: Client) -> None:
    start = await client.ask("/start")
    key = start["reply_markup"]["inline_keyboard"][0][0]
    answer = await client.post("press", message=start["message_id"], data=key["callback_data"])
    assert "callback_query_id" in answer
    mine = (await client.messages(ANNA))[0]
    assert (await client.post("edit", message=mine["message_id"], text="/help")) == {"done": True}
    edited = (await client.messages(ANNA))[0]
    assert (edited["text"], "edit_date" in edited) == ("/help", True)
    assert (await client.post("edit", message=start["message_id"], text="чужое")) == {"done": False}


async def test_only_what_is_said_to_the_bot_is_answered_in_the_group(client: Client) -> None:
    group = GROUP["id"]
    await client.post("say", group, ANNA, text="Всем добрый день")
    reply = await client.ask("@spravka_demo_bot кто председательствовал?", group, BORIS)
    assert "Го Шэнкунь" in reply["text"]
    assert len(await client.messages(group)) == 3
    follow_up = await client.ask("а где?", group, ANNA, reply_to=reply["message_id"])
    assert follow_up["reply_to_message"]["from"]["id"] == ANNA


async def test_an_inline_result_is_sent_via_the_bot(client: Client) -> None:
    found = await client.post("inline", GROUP["id"], BORIS, text="второй диалог")
    await client.post("inline_result", GROUP["id"], BORIS, result=found["results"][0])
    sent = (await client.messages(GROUP["id"]))[-1]
    assert sent["via_bot"]["username"] == "spravka_demo_bot"
    assert "Пекине" in sent["text"]


async def test_a_reaction_is_put_and_taken_away(client: Client) -> None:
    answer = await client.ask("Кто председательствовал на диалоге?")
    number = str(answer["message_id"])
    await client.post("react", message=answer["message_id"], emoji="👍")
    assert {"emoji": "👍", "by": [ANNA]} in (await client.view(ANNA))["reactions"][number]
    await client.post("react", message=answer["message_id"], emoji="👍")
    left = (await client.view(ANNA))["reactions"].get(number, [])
    assert all(ANNA not in one["by"] for one in left)


async def test_editors_have_a_menu_of_their_own_and_get_files(client: Client, demo: str) -> None:
    sent = await client.ask("/export", VERA)
    file_id = sent["document"]["file_id"]
    async with aiohttp.ClientSession(demo) as session, session.get(f"/files/{file_id}") as response:
        assert (await response.read()).startswith(b"PK")
        assert "baza.zip" in response.headers["Content-Disposition"]
    menus = [{one["command"] for one in (await client.view(chat))["commands"]} for chat in (ANNA, VERA)]
    assert "facts" in menus[1] - menus[0]


async def test_the_clock_goes_forward_only(client: Client) -> None:
    assert await client.post("clock", to="2015-12-01T10:00") == {"moved": False}
    assert await client.post("clock", step="hour") == {"moved": True}
    assert await client.post("clock", step="reminder") == {"moved": False}


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/api/say", {"chat": 5, "as": ANNA, "text": "а"}, 400),
        ("/api/say", {"chat": ANNA, "as": 5, "text": "а"}, 400),
        ("/api/press", {"chat": ANNA, "as": ANNA, "message": 1, "data": "x"}, 400),
        ("/api/clock", {"step": "century"}, 400),
    ],
)
async def test_a_senseless_request_is_refused(demo: str, path: str, body: Json, status: int) -> None:
    async with aiohttp.ClientSession(demo) as session, session.post(path, json=body) as response:
        assert response.status == status


@pytest.mark.parametrize("header", [{"Host": "rebound.example"}, {"Origin": "https://elsewhere.example"}])
async def test_another_sites_page_is_refused(demo: str, header: dict[str, str]) -> None:
    async with aiohttp.ClientSession(demo) as session:
        async with session.post("/api/bot", json={}, headers=header) as response:
            assert response.status == 403
        async with session.get("/files/none") as response:
            assert response.status == 404


async def test_the_page_holds_no_text_that_could_end_its_script(demo: str) -> None:
    async with aiohttp.ClientSession(demo) as session, session.get("/") as response:
        page = await response.text()
    assert "{{" not in page
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    assert page.count("</script>") == 2
