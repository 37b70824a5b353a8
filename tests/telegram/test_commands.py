"""The readers' commands."""

from __future__ import annotations

import pytest
from aiogram.fsm.storage.base import StorageKey

from bot.demo.botapi import updates
from bot.replies.answers import menus, other_messages, why
from bot.telegram.browse import commands
from tests.replies.sample_base import SOURCE
from tests.telegram.harness import CHAT, GROUP, TelegramHarness


async def test_start_describes_the_bot_and_offers_examples(harness: TelegramHarness) -> None:
    await harness.say("/start")
    assert harness.texts[0].startswith(SOURCE.about)
    assert harness.buttons() == ["example:2"], "this base refuses the first two"


@pytest.mark.parametrize(
    ("command", "beginning"),
    [
        ("/start inline", SOURCE.about),
        ("/help", menus.ASK),
        ("/source", "Источник: Вестник"),
        ("/topics", "Что есть в базе"),
        ("/why", why.NOTHING_YET),
        ("/cancel", other_messages.NOTHING_TO_CANCEL),
        ("/nonsense", other_messages.UNKNOWN_COMMAND),
        ("/start@another_bot", other_messages.UNKNOWN_COMMAND),
    ],
)
async def test_commands_in_private(harness: TelegramHarness, command: str, beginning: str) -> None:
    await harness.say(command)
    assert len(harness.texts) == 1
    assert harness.texts[0].startswith(beginning)


async def test_cancel_leaves_a_form(harness: TelegramHarness) -> None:
    key = StorageKey(bot_id=harness.bot.id, chat_id=CHAT, user_id=CHAT)
    await harness.storage.set_state(key, "form:name")
    await harness.say("/cancel")
    assert harness.texts == [other_messages.CANCELLED]
    assert await harness.storage.get_state(key) is None


async def test_commands_in_a_group_quote_the_asker(harness: TelegramHarness) -> None:
    update = updates.text(updates.group(GROUP), "/source@spravka_test_bot", updates.user(1))
    await harness.feed(update)
    assert harness.last["reply_to_message"]["message_id"] == update["message"]["message_id"]


@pytest.mark.parametrize("text", ["/source@another_bot", "/nonsense", "/stat"])
async def test_unknown_commands_in_a_group_are_ignored(harness: TelegramHarness, text: str) -> None:
    await harness.feed(updates.text(updates.group(GROUP), text, updates.user(1)))
    assert harness.texts == []


async def test_why_explains_the_last_answer(harness: TelegramHarness) -> None:
    await harness.say("Где стоит мост?")
    await harness.say("Какой мост?")
    await harness.say("/why")
    assert harness.texts[-1] == "Подошло сразу несколько сведений."
    await harness.press(harness.buttons()[0])
    assert "Решило правило: close" in harness.texts[-1]


async def test_why_as_a_reply_explains_that_answer(harness: TelegramHarness) -> None:
    await harness.say("Где стоит мост?")
    first = harness.last
    await harness.say("Какой мост?")
    await harness.say("/why", reply_to_message=first)
    assert harness.texts[-1] == "Где это сказано: Вестник, абзац 1."


def test_every_command_of_the_menu_has_a_handler() -> None:
    assert commands.build_router().message.handlers


async def test_help_in_a_group_lists_no_private_commands(harness: TelegramHarness) -> None:
    await harness.feed(updates.text(updates.group(GROUP), "/help"))
    shown = str(harness.last["text"])
    assert "/topics — " in shown
    assert not any(f"/{name} — " in shown for name in ("mydata", "forget", "privacy", "cancel"))
    await harness.say("/help")
    assert "/forget — " in str(harness.last["text"])
