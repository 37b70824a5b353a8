"""What readers do, over HTTP against the real program: edits, links, sharing, groups, an older server."""

from __future__ import annotations

from pathlib import Path

from bot.demo.botapi import updates
from bot.demo.botapi.running import RunningServer, running
from bot.demo.botapi.state import Json
from bot.storage.connection.database import Database
from tests.e2e.test_editing import program
from tests.feedback.steps import KNOWN
from tests.storage.conftest import database

__all__ = ["database"]
READER, GROUP = 50, updates.group(-500, "supergroup")
ADMIN = updates.user(70)


async def feed(api: RunningServer, update: Json, chat: int) -> Json:
    """Push an update and wait for the bot's next message in the chat."""
    count = len(api.messages(chat)) + 1
    await api.state.push(update)
    return (await api.replies(chat, count))[-1]


async def in_group(api: RunningServer, words: str, **content: object) -> Json:
    return await feed(api, updates.text(GROUP, words, ADMIN, **content), -500)


async def test_what_readers_do_over_http(database: Database, tmp_path: Path) -> None:
    async with running() as api, program(api, tmp_path, database):
        await _edit_and_remind(api)
        await _links(api)
        await _group(api)


async def _edit_and_remind(api: RunningServer) -> None:
    asked = updates.text(updates.private(READER), KNOWN)
    answer = await feed(api, asked, READER)
    await api.state.push(
        {"edited_message": {**asked["message"], "text": "Кто вёл первый диалог?", "edit_date": 1}}
    )
    await api.until(lambda: "Го Шэнкунь" in api.messages(READER)[-1]["text"])
    assert api.messages(READER)[-1]["message_id"] == answer["message_id"]
    again = await feed(api, updates.text(updates.private(READER), KNOWN), READER)
    card = await feed(api, updates.callback(again, "follow:e:dialogue-2"), READER)
    assert "1 июня 2027 года, 10:00" in card["text"]
    (share, *_) = [
        key["switch_inline_query_chosen_chat"]["query"]
        for row in again["reply_markup"]["inline_keyboard"]
        for key in row
        if "switch_inline_query_chosen_chat" in key
    ]
    query = updates.inline(share, updates.user(READER))
    await api.state.push(query)
    number = query["inline_query"]["id"]
    await api.until(lambda: number in api.state.answered)
    assert "Пекин" in api.state.answered[number]["results"][0]["input_message_content"]["message_text"]


async def _links(api: RunningServer) -> None:
    private = updates.private(READER)
    event = await feed(api, updates.text(private, "/start event_dialogue-2"), READER)
    assert event["text"].startswith("Второй диалог")
    wrong = await feed(api, updates.text(private, "/start fact_gone"), READER)
    assert wrong["text"].startswith("По этой ссылке уже ничего нет")
    picture = await feed(api, updates.text(private, "/timeline"), READER)
    assert "photo" in picture or "Что было" in picture.get("text", "")


async def _group(api: RunningServer) -> None:
    """The server's member objects lack rights that the library requires."""
    api.state.options.ephemeral = True
    api.state.members[-500, 70] = "administrator"
    answer = await in_group(api, f"@{api.state.username} {KNOWN}")
    assert "июнь 2027" in (await in_group(api, "а когда?", reply_to_message=answer))["text"].lower()
    refusal = await in_group(api, f"@{api.state.username} Сколько стоит билет на поезд?")
    assert refusal["receiver_user"]["id"] == ADMIN["id"]
    menu = await in_group(api, "/follow")
    assert "За чем следить?" in menu["text"]
    calls = [one.params for one in api.state.calls if one.method == "getChatMember"]
    assert len(calls) == 1, "what cannot be read in full is not asked for again"
