"""Groups: a member's follow-up to an answer, forum topics, and what only the asker sees."""

from __future__ import annotations

from typing import Any

import pytest

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.storage.connection.database import Database
from tests.followups.bot_harness import BotHarness
from tests.followups.harness import FollowUpsHarness, base

GROUP = updates.group(-500, "supergroup")
ADMIN, MEMBER = updates.user(70), updates.user(71)
UNKNOWN = "@spravka_test_bot Кто съел пирог?"


@pytest.fixture
async def bot(database: Database) -> BotHarness:
    followups = FollowUpsHarness(database, "2027-05-01 12:00")
    await followups.seed(base())
    bot = BotHarness(followups)
    bot.api.members[(-500, 70)] = "administrator"
    bot.api.options.ephemeral = True
    return bot


async def say(bot: BotHarness, words: str, sender: Json = MEMBER, /, **content: Any) -> Json:
    await bot.feed(updates.text(GROUP, words, sender, **content))
    return bot.last


async def test_a_member_follows_up_on_an_answer_to_another(bot: BotHarness) -> None:
    answer = await say(bot, "@spravka_test_bot Где пройдёт второй диалог?", ADMIN)
    assert "Пекин" in answer["text"]
    later = await say(bot, "а когда?", MEMBER, reply_to_message=answer)
    assert "14 июня 2027" in later["text"]
    bot.followups.clock.advance(hours=5)
    bot.restart()
    assert "14 июня 2027" in (await say(bot, "когда?", ADMIN, reply_to_message=answer))["text"]


async def test_another_topic_of_a_forum_has_a_conversation_of_its_own(bot: BotHarness) -> None:
    topic: Json = {"is_topic_message": True, "message_thread_id": 5}
    await say(bot, "@spravka_test_bot Где пройдёт второй диалог?", **topic)
    assert "14 июня 2027" in (await say(bot, "@spravka_test_bot а когда?", **topic))["text"]
    other: Json = {"is_topic_message": True, "message_thread_id": 6}
    assert "14 июня 2027" not in (await say(bot, "@spravka_test_bot а когда?", **other))["text"]


async def test_a_refusal_in_a_group_is_short_and_for_the_asker_alone(bot: BotHarness) -> None:
    refusal = await say(bot, UNKNOWN)
    assert refusal["receiver_user"]["id"] == MEMBER["id"]
    assert "\n" not in refusal["text"]
    private = updates.private(71)
    await bot.feed(updates.text(private, "Кто съел пирог?"))
    assert "receiver_user" not in bot.last


async def test_why_and_administrators_screens_are_for_the_asker_alone(bot: BotHarness) -> None:
    await say(bot, "@spravka_test_bot Где пройдёт второй диалог?")
    assert "receiver_user" not in bot.last
    assert (await say(bot, "/why"))["receiver_user"]["id"] == MEMBER["id"]
    assert (await say(bot, "/follow"))["receiver_user"]["id"] == MEMBER["id"]
    menu = await say(bot, "/follow", ADMIN)
    assert menu["receiver_user"]["id"] == ADMIN["id"]
    await bot.press("1. Второй диалог (14 июня 2027 года)", menu, ADMIN)
    card = bot.last
    assert card["receiver_user"]["id"] == ADMIN["id"]
    await bot.press("Пауза", card, ADMIN)
    assert "На паузе" in card["text"]
    await bot.press("Не следить", card, ADMIN)
    assert card["text"].startswith("Вы отписались:")


async def test_a_command_that_only_the_bot_sees_is_answered_to_its_author(bot: BotHarness) -> None:
    hidden: Json = {"ephemeral_message_id": 9, "receiver_user": bot.api.me}
    reply = await say(bot, "/subscriptions", **hidden)
    assert reply["receiver_user"]["id"] == MEMBER["id"]


@pytest.mark.parametrize("knows", [False, True])
async def test_where_the_server_or_client_cannot_everybody_sees_it(bot: BotHarness, knows: bool) -> None:
    bot.api.options.ephemeral = knows
    if knows:
        bot.api.faults.order(method="sendMessage", code=400, description="Bad Request: USER_OFFLINE")
    assert "receiver_user" not in await say(bot, UNKNOWN)
    assert "\n" not in bot.last_text
