"""Conversations with the real program; one process for the whole module."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.demo.botapi import updates
from bot.demo.botapi.running import RunningServer, running
from bot.demo.botapi.state import Json
from tests.e2e.program import Program, launch_cold, stopping

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def api() -> AsyncIterator[RunningServer]:
    async with running() as served:
        yield served


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def program(api: RunningServer, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Program]:
    async with stopping(await launch_cold(api.url, tmp_path_factory.mktemp("talk"))) as started:
        await api.until(lambda: api.state.poller > 0, 30)
        yield started


async def ask(api: RunningServer, chat: int, text: str) -> Json:
    """Send a text; returns the bot's next message in the chat."""
    count = len(api.messages(chat)) + 1
    await api.say(chat, text)
    return (await api.replies(chat, count))[-1]


async def test_an_answer_has_date_place_and_a_note_that_it_is_past(api: RunningServer) -> None:
    reply = await ask(api, 1, "Когда состоится второй диалог?")
    text = reply["text"]
    assert text.startswith("Июнь 2016 года.")
    assert "Пекин" in text
    assert "Состоялось ли это, не знаю: мои сведения на 2 декабря 2015 года." in text
    assert "Источник: Синьхуа, абзац 7" in text
    kinds = [entity["type"] for entity in reply["entities"]]
    assert "expandable_blockquote" in kinds
    assert kinds.count("bold") >= 1


async def test_a_follow_up_question_is_understood(api: RunningServer) -> None:
    await ask(api, 2, "Когда состоится второй диалог?")
    assert (await ask(api, 2, "А где?"))["text"].startswith("Пекин.")


async def test_a_question_outside_the_base_is_refused(api: RunningServer) -> None:
    text = (await ask(api, 3, "Когда состоится третий диалог?"))["text"]
    assert text == "Не нашёл в сведениях, когда состоится третий диалог."


async def test_example_buttons_are_answered(api: RunningServer) -> None:
    start = await ask(api, 4, "/start")
    data = start["reply_markup"]["inline_keyboard"][1][0]["callback_data"]
    query = await api.press(start, data)
    reply = (await api.replies(4, 2))[-1]
    assert all(name in reply["text"] for name in ("Го Шэнкунь", "Лоретта Линч", "Джей Джонсон"))
    await api.until(lambda: query in api.state.answered)


async def test_topics_are_paged_in_place(api: RunningServer) -> None:
    shown = await ask(api, 5, "/topics")
    await api.press(shown, "topic:dialogue:0")
    await api.until(lambda: "О диалоге" in api.messages(5)[0]["text"])
    assert len(api.messages(5)) == 1


async def test_why_explains_the_answer(api: RunningServer) -> None:
    await ask(api, 6, "Кто председательствовал на диалоге?")
    assert (await ask(api, 6, "/why"))["text"].startswith("Понял вопрос как «Кто председательствовал")


async def test_a_group_is_answered_when_it_mentions_the_bot(api: RunningServer) -> None:
    group = updates.group(-10)
    await api.state.push(updates.text(group, "Где прошёл диалог?", updates.user(1)))
    await api.state.push(updates.text(group, "@spravka_test_bot Где прошёл диалог?", updates.user(1)))
    (reply,) = await api.replies(-10)
    assert reply["text"].startswith("Вашингтон.")


async def test_retry_after_is_obeyed(api: RunningServer) -> None:
    api.state.chats[8] = updates.private(8)
    api.state.faults.order(method="sendMessage", chat=8, code=429, description="Too Many", retry_after=2)
    await ask(api, 8, "/help")
    times = [
        call.at for call in api.state.calls if call.method == "sendMessage" and call.params["chat_id"] == 8
    ]
    assert len(times) == 2
    assert 2.0 <= times[1] - times[0] < 3.5


async def test_a_conflict_with_a_second_poller_is_survived(api: RunningServer) -> None:
    api.state.faults.order(
        method="getUpdates", code=409, description="Conflict: terminated by other", times=2
    )
    await ask(api, 9, "/help")
    assert (await ask(api, 9, "/help"))["text"]


async def test_the_menu_is_set(api: RunningServer) -> None:
    await api.until(lambda: "short_description" in api.state.settings)
    assert {"command": "help", "description": "как спрашивать"} in api.state.settings["commands:None:"]


async def test_the_program_stops_in_time_and_without_a_traceback(program: Program) -> None:
    code, seconds = await program.stop()
    log = program.log()
    assert code == 0
    assert seconds < 3
    assert "Traceback" not in log
    assert log.count("no updates") == 2
    assert "42:TEST" not in log
