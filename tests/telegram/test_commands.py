"""Every command, fed as an update."""

from __future__ import annotations

import pytest
from aiogram.fsm.storage.base import StorageKey

from bot.replies.answers import other_messages, why
from bot.telegram.browse import commands
from tests.botapi import updates
from tests.replies.bases import SOURCE
from tests.telegram.office import CHAT, GROUP, Office


async def test_start_tells_what_this_is_and_offers_the_examples(office: Office) -> None:
    await office.say("/start")
    assert office.texts[0].startswith(SOURCE.about)
    assert office.buttons() == ["example:0", "example:1", "example:2"]


@pytest.mark.parametrize(
    ("command", "beginning"),
    [
        ("/start deep-link", SOURCE.about),
        ("/help", SOURCE.about),
        ("/source", "Источник: Вестник"),
        ("/topics", "Что есть в базе"),
        ("/why", why.NOTHING_YET),
        ("/cancel", other_messages.NOTHING_TO_CANCEL),
        ("/nonsense", other_messages.UNKNOWN_COMMAND),
        ("/start@another_bot", other_messages.UNKNOWN_COMMAND),
    ],
)
async def test_commands_in_private(office: Office, command: str, beginning: str) -> None:
    await office.say(command)
    assert len(office.texts) == 1
    assert office.texts[0].startswith(beginning)


async def test_cancel_leads_out_of_a_form(office: Office) -> None:
    key = StorageKey(bot_id=office.bot.id, chat_id=CHAT, user_id=CHAT)
    await office.storage.set_state(key, "form:name")
    await office.say("/cancel")
    assert office.texts == [other_messages.CANCELLED]
    assert await office.storage.get_state(key) is None


async def test_commands_in_a_group_quote_the_asker(office: Office) -> None:
    update = updates.text(updates.group(GROUP), "/source@spravka_test_bot", updates.user(1))
    await office.feed(update)
    assert office.last["reply_to_message"]["message_id"] == update["message"]["message_id"]


@pytest.mark.parametrize("text", ["/source@another_bot", "/nonsense", "/stat"])
async def test_other_commands_in_a_group_are_not_ours(office: Office, text: str) -> None:
    await office.feed(updates.text(updates.group(GROUP), text, updates.user(1)))
    assert office.texts == []


async def test_why_explains_the_last_answer(office: Office) -> None:
    await office.say("Где стоит мост?")
    await office.say("Какой мост?")
    await office.say("/why")
    assert "Решило правило: close" in office.texts[-1]


async def test_why_as_a_reply_explains_that_answer(office: Office) -> None:
    await office.say("Где стоит мост?")
    first = office.last
    await office.say("Какой мост?")
    await office.say("/why", reply_to_message=first)
    assert "Решило правило: best" in office.texts[-1]


def test_every_command_of_the_menu_has_a_handler() -> None:
    assert commands.build_router().message.handlers
