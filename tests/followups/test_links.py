"""Deep links and what is shared: questions, facts and events by link; answers in other chats."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.records.engine_holder import LoadedEngine
from bot.replies.answers import links as texts
from bot.storage.connection.database import Database
from bot.storage.readers.links import StoredLinks
from bot.telegram.links import LinkTarget, Opened, opened, question_parameter, to_id, to_question
from knowledge.engine import Engine
from tests.followups.bot_harness import CHAT, BotHarness
from tests.followups.harness import FollowUpsHarness, at, base
from tests.telegram.memory_stores import MemoryLinks

LONG = "Скажите, пожалуйста, очень прошу вас, где именно всё-таки пройдёт второй диалог?"


@pytest.fixture
async def bot(database: Database) -> BotHarness:
    followups = FollowUpsHarness(database, "2027-05-01 12:00")
    await followups.seed(base())
    return BotHarness(followups)


@pytest.mark.parametrize("text", ["Где?", "Где пройдёт второй диалог?", LONG, "日本?", "ъыш", "a" * 500])
async def test_a_question_comes_back_from_its_parameter(text: str) -> None:
    links = MemoryLinks()
    parameter = await to_question(text, links, at("2027-05-01 12:00"))
    assert len(parameter) <= 64
    assert set(parameter) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")
    assert await opened(parameter, links) == Opened(LinkTarget.QUESTION, text)
    assert bool(links.kept) is (question_parameter(text) is None)


@pytest.mark.parametrize("wrong", ["", "ask_", "ask_!", "asked_gone", "x_1", "fact", "ask"])
async def test_a_wrong_parameter_opens_nothing(wrong: str) -> None:
    assert await opened(wrong, MemoryLinks()) is None


async def test_a_link_to_a_question_shows_it_with_its_answer(bot: BotHarness, database: Database) -> None:
    for question in ("Где пройдёт второй диалог?", LONG):
        parameter = await to_question(question, StoredLinks(database), bot.followups.clock())
        bot.restart()
        text = await bot.send_text(f"/start {parameter}")
        assert text.startswith(f"«{question}»\n\n")
        assert "Пекин" in text
    assert "14 июня 2027" in await bot.send_text("а когда?"), "the conversation goes on"


async def test_links_to_a_fact_and_to_an_event(bot: BotHarness) -> None:
    assert "Второй диалог — в Пекине." in await bot.send_text(f"/start {to_id(LinkTarget.FACT, 'place')}")
    text = await bot.send_text(f"/start {to_id(LinkTarget.EVENT, 'dialogue-2')}")
    assert text.startswith("Второй диалог\nДата: 14 июня 2027 года\nМесто: Пекин")
    assert bot.labels == ["Напомнить", "В календарь (.ics)"]
    await bot.send_text(f"/start {to_id(LinkTarget.EVENT, 'dialogue-1')}")
    assert bot.labels == ["Новые события"]


async def test_a_link_to_follow_sets_the_reminders_in_a_private_chat_only(bot: BotHarness) -> None:
    parameter = to_id(LinkTarget.FOLLOW, "dialogue-2")
    group = updates.group(-500)
    assert (await bot.send_text(f"/start {parameter}", group, updates.user(70))).startswith("Второй диалог")
    assert await bot.followups.following.of_chat(-500) == []
    assert "13 июня 2027 года, 10:00: за день" in await bot.send_text(f"/start {parameter}")
    assert len(await bot.followups.following.of_chat(CHAT)) == 1


@pytest.mark.parametrize(
    "parameter", ["fact_gone", "event_gone", "follow_gone", "asked_gone", "ask_!", "xyz"]
)
async def test_a_wrong_or_old_link_gets_a_friendly_page(bot: BotHarness, parameter: str) -> None:
    text = await bot.send_text(f"/start {parameter}")
    assert text.startswith("По этой ссылке уже ничего нет")
    assert bot.labels == ["Где второй диалог?", "Где пройдёт второй диалог?", "Когда второй диалог?"]


async def inline(bot: BotHarness, words: str) -> Json:
    update = updates.inline(words, updates.user(CHAT))
    await bot.feed(update)
    found: Json = bot.api.answered[update["inline_query"]["id"]]
    return found


@pytest.mark.parametrize(
    ("typed", "shared"),
    [
        ("Слушай, , где пройдёт второй диалог, напомни?", "Где пройдёт второй диалог?"),
        ("где пройдет втрой диалог", "Где пройдет второй диалог?"),
        ("Добрый день! Подскажите, где пройдёт второй диалог", "Где пройдёт второй диалог?"),
        ("второй диалог пройдёт в Пекине?", "Второй диалог пройдёт в Пекине?"),
    ],
)
async def test_what_is_shared_is_the_question_alone(bot: BotHarness, typed: str, shared: str) -> None:
    await bot.send_text(typed)
    keys = [key for row in bot.last["reply_markup"]["inline_keyboard"] for key in row]
    queries = [
        key["switch_inline_query_chosen_chat"]["query"]
        for key in keys
        if "switch_inline_query_chosen_chat" in key
    ]
    assert queries == [shared]


async def test_of_a_follow_up_an_example_of_its_fact_is_shared(bot: BotHarness) -> None:
    await bot.send_text("Где пройдёт второй диалог?")
    await bot.send_text("а где он?")
    (query,) = [
        key["switch_inline_query_chosen_chat"]["query"]
        for row in bot.last["reply_markup"]["inline_keyboard"]
        for key in row
        if "switch_inline_query_chosen_chat" in key
    ]
    assert query in bot.followups.files.facts[0].questions


async def test_what_is_shared_is_answer_source_and_link(bot: BotHarness) -> None:
    await bot.send_text("Где пройдёт второй диалог?")
    (share,) = [
        key["switch_inline_query_chosen_chat"]
        for row in bot.last["reply_markup"]["inline_keyboard"]
        for key in row
        if "switch_inline_query_chosen_chat" in key
    ]
    assert share["query"] == "Где пройдёт второй диалог?"
    (article, *_) = (await inline(bot, share["query"]))["results"]
    content = article["input_message_content"]
    assert "Пекин" in content["message_text"]
    assert "Синьхуа" in content["message_text"]
    assert content["message_text"].endswith(texts.ASK_BOT)
    (link,) = [one["url"] for one in content["entities"] if one["type"] == "text_link"]
    assert link == "https://t.me/spravka_test_bot?start=fact_place"


async def test_without_inline_mode_sharing_opens_telegrams_page(bot: BotHarness) -> None:
    me = await bot.bot.me()
    bot.bot._me = me.model_copy(update={"supports_inline_queries": False})
    await bot.send_text("Где пройдёт второй диалог?")
    urls = [key.get("url", "") for row in bot.last["reply_markup"]["inline_keyboard"] for key in row]
    assert any(url.startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2F") for url in urls)


async def test_an_unfinished_query_finds_questions_and_is_quick(bot: BotHarness) -> None:
    for words in ("ыфва", "г", "гд", "", "#place"):
        started = time.perf_counter()
        found = await inline(bot, words)
        assert time.perf_counter() - started < 1, "with a cold dictionary; 100 ms once it is loaded"
        assert [one["id"] for one in found["results"]] == ([] if words == "ыфва" else ["place"]), words
        started = time.perf_counter()
        assert (await inline(bot, words))["results"] == found["results"]
        assert time.perf_counter() - started < 0.1
    assert found["button"]["text"] == texts.ASK_BOT
    unknown = (await inline(bot, "ыфва"))["button"]
    assert unknown["text"] == texts.NOTHING_FOUND
    assert await opened(unknown["start_parameter"], MemoryLinks()) == Opened(LinkTarget.QUESTION, "ыфва")
    assert (await inline(bot, ""))["button"]["start_parameter"] == "inline"
    assert "По этой ссылке" not in await bot.send_text("/start inline")


async def test_results_are_made_anew_after_an_edit(bot: BotHarness) -> None:
    await inline(bot, "#place")
    place = bot.followups.files.facts[0]
    files = replace(bot.followups.files, facts=(replace(place, says="Второй диалог — в Шанхае."),))
    bot.engine.swap(LoadedEngine(engine=Engine(files), revision=2))
    (article,) = (await inline(bot, "#place"))["results"]
    assert "Шанхае" in article["input_message_content"]["message_text"]
