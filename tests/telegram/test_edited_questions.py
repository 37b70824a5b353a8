"""Edited questions edit their answer in place; quick presses of one button give one message."""

from __future__ import annotations

from typing import Any

from aiogram.types import CallbackQuery, Chat, Message, User

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.replies.answers.notices import PRESSED
from bot.storage.connection.database import Database
from bot.telegram.ask import edited_questions
from bot.telegram.sending.quick_presses import WITHIN, IgnoreQuickPresses
from tests.followups.bot_harness import BotHarness
from tests.followups.harness import FollowUpsHarness, base
from tests.replies.sample_base import INFERRED
from tests.telegram.harness import CHAT, GROUP, NOW, TelegramHarness


def edit_of(update: Json, words: str) -> Json:
    return {"edited_message": {**update["message"], "text": words, "edit_date": 1}}


async def test_the_answer_to_an_edited_question_is_edited(harness: TelegramHarness) -> None:
    asked = updates.text(updates.private(CHAT), "Где стоит мост?")
    await harness.feed(asked)
    await harness.feed(edit_of(asked, "Какова длина?"))
    (shown,) = harness.texts
    assert INFERRED.says in shown
    assert harness.questions.asked[-1].text == "Какова длина?"
    await harness.feed(edit_of(asked, "Где стоит мост?"))
    assert len(harness.texts) == 1
    assert harness.texts[0].startswith("Тула")


async def test_only_the_last_question_is_answered_again(harness: TelegramHarness) -> None:
    first = updates.text(updates.private(CHAT), "Где стоит мост?")
    await harness.feed(first)
    await harness.say("Какова длина?")
    before = harness.texts
    await harness.feed(edit_of(first, "Какой мост?"))
    assert harness.texts == before


async def test_a_question_that_becomes_a_command_keeps_its_answer(harness: TelegramHarness) -> None:
    asked = updates.text(updates.private(CHAT), "Где стоит мост?")
    await harness.feed(asked)
    before = harness.texts
    await harness.feed(edit_of(asked, "/people"))
    assert harness.texts == before


async def test_after_a_minute_an_edit_changes_nothing(harness: TelegramHarness) -> None:
    now = NOW
    harness.dispatcher.workflow_data["now"] = lambda: now
    asked = updates.text(updates.private(CHAT), "Где стоит мост?")
    await harness.feed(asked)
    before = harness.texts
    now = NOW + 2 * edited_questions.WITHIN
    await harness.feed(edit_of(asked, "Какова длина?"))
    assert harness.texts == before


async def test_in_a_group_an_edited_mention_edits_the_answer(harness: TelegramHarness) -> None:
    group, name = updates.group(GROUP), "@spravka_test_bot"
    asked = updates.text(group, f"{name} Где стоит мост?", updates.user(1))
    await harness.feed(asked)
    await harness.feed(edit_of(asked, f"{name} Какова длина?"))
    (shown,) = harness.texts
    assert INFERRED.says in shown


async def test_a_process_that_did_not_answer_edits_the_answer(database: Database) -> None:
    followups = FollowUpsHarness(database, "2027-05-01 12:00")
    await followups.seed(base())
    bot = BotHarness(followups)
    asked = updates.text(updates.private(CHAT), "Какой второй диалог?")
    await bot.feed(asked)
    count = len(bot.shown)
    bot.restart()
    await bot.feed(edit_of(asked, "Где второй диалог?"))
    assert len(bot.shown) == count
    assert "Пекин" in bot.last_text
    bot.followups.clock.advance(seconds=2 * edited_questions.WITHIN.total_seconds())
    bot.restart()
    before = bot.last_text
    await bot.feed(edit_of(asked, "Когда второй диалог?"))
    assert bot.last_text == before


async def test_twelve_quick_presses_give_one_answer(harness: TelegramHarness) -> None:
    await harness.say("/start")
    start = harness.last
    assert await harness.press("example:2", start) is None
    for _ in range(11):
        assert await harness.press("example:2", start) == PRESSED
    assert len(harness.texts) == 2
    await harness.press("example:1", start)
    assert len(harness.texts) == 3, "another button is another question"


async def test_the_same_button_counts_again_after_a_pause() -> None:
    seconds, handled = 0.0, 0

    async def handler(*_: Any) -> None:
        nonlocal handled
        handled += 1

    middleware = IgnoreQuickPresses(lambda: seconds)
    chat = Chat(id=CHAT, type="private")
    shown = Message(message_id=1, date=NOW, chat=chat)
    who = User(id=CHAT, is_bot=False, first_name="а")
    press = CallbackQuery(id="1", from_user=who, chat_instance="1", data="why", message=shown)
    toggle = press.model_copy(update={"data": "kind:1:day"})
    await middleware(handler, press, {})
    seconds = WITHIN
    await middleware(handler, press, {})
    assert handled == 2
    for _ in range(2):
        await middleware(handler, toggle, {})
    assert handled == 4, "a toggle may be pressed twice"
