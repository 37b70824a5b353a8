"""A reader talks with the real program; one process for the whole module."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.botapi import updates
from tests.botapi.running import Running, running
from tests.botapi.world import Json
from tests.e2e.program import Program, ending, launch_cold

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def api() -> AsyncIterator[Running]:
    async with running() as served:
        yield served


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def program(api: Running, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Program]:
    async with ending(await launch_cold(api.url, tmp_path_factory.mktemp("talk"))) as started:
        await api.until(lambda: api.world.poller > 0, 30)
        yield started


async def ask(api: Running, chat: int, words: str) -> Json:
    """The bot's next message in a chat."""
    count = len(api.messages(chat)) + 1
    await api.say(chat, words)
    return (await api.replies(chat, count))[-1]


async def test_the_second_dialogue_is_dated_placed_and_past(api: Running) -> None:
    reply = await ask(api, 1, "Когда состоится второй диалог?")
    text = reply["text"]
    assert text.startswith("Дата: июнь 2016 года")
    assert "Пекин" in text
    assert "Эта дата уже прошла" in text
    assert "Более поздних событий в базе нет." in text
    assert "По состоянию на 2 декабря 2015 года" in text
    assert "Источник: Синьхуа, 2 декабря 2015 года, абзац 7" in text
    kinds = [entity["type"] for entity in reply["entities"]]
    assert "expandable_blockquote" in kinds
    assert kinds.count("bold") >= 1


async def test_a_follow_up_is_understood(api: Running) -> None:
    await ask(api, 2, "Когда состоится второй диалог?")
    assert (await ask(api, 2, "А где?"))["text"].startswith("Место: Пекин")


async def test_what_the_base_does_not_hold_is_refused(api: Running) -> None:
    text = (await ask(api, 3, "Когда состоится третий диалог?"))["text"]
    assert "В базе нет сведений" in text
    assert "третий" in text


async def test_the_example_buttons_answer(api: Running) -> None:
    start = await ask(api, 4, "/start")
    data = start["reply_markup"]["inline_keyboard"][1][0]["callback_data"]
    query = await api.callback(start, data)
    reply = (await api.replies(4, 2))[-1]
    assert all(name in reply["text"] for name in ("Го Шэнкунь", "Лоретта Линч", "Джей Джонсон"))
    await api.until(lambda: query in api.world.answered)


async def test_topics_are_turned_in_place(api: Running) -> None:
    shown = await ask(api, 5, "/topics")
    await api.callback(shown, "topic:dialogue:0")
    await api.until(lambda: "О диалоге" in api.messages(5)[0]["text"])
    assert len(api.messages(5)) == 1


async def test_why_explains(api: Running) -> None:
    await ask(api, 6, "Кто председательствовал на диалоге?")
    assert "Решило правило" in (await ask(api, 6, "/why"))["text"]


async def test_a_group_is_answered_when_it_asks(api: Running) -> None:
    group = updates.group(-10)
    await api.world.push(updates.text(group, "Где прошёл диалог?", updates.user(1)))
    await api.world.push(updates.text(group, "@spravka_test_bot Где прошёл диалог?", updates.user(1)))
    (reply,) = await api.replies(-10)
    assert reply["text"].startswith("Место: Вашингтон")


async def test_retry_after_is_obeyed(api: Running) -> None:
    api.world.chats[8] = updates.private(8)
    api.world.faults.order(method="sendMessage", chat=8, code=429, description="Too Many", retry_after=2)
    await ask(api, 8, "/help")
    times = [
        call.at for call in api.world.calls if call.method == "sendMessage" and call.params["chat_id"] == 8
    ]
    assert len(times) == 2
    assert 2.0 <= times[1] - times[0] < 3.5


async def test_a_second_poller_is_survived(api: Running) -> None:
    api.world.faults.order(
        method="getUpdates", code=409, description="Conflict: terminated by other", times=2
    )
    await ask(api, 9, "/help")
    assert (await ask(api, 9, "/help"))["text"]


async def test_the_menu_is_set(api: Running) -> None:
    await api.until(lambda: "short_description" in api.world.settings)
    assert {"command": "help", "description": "как спрашивать"} in api.world.settings["commands:None:"]


async def test_it_ends_in_time_and_without_a_traceback(program: Program) -> None:
    code, seconds = await program.end()
    log = program.log()
    assert code == 0
    assert seconds < 3
    assert "Traceback" not in log
    assert log.count("no updates") == 2
    assert "42:TEST" not in log
