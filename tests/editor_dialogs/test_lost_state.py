"""Known problems of aiogram-dialog, each solved: lost clicks, lost state, swallowed texts, the calendar."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime

import pytest
from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import select

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.errors import StorageUnavailableError
from bot.replies.answers import other_messages
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.editing.base_browser import OUTDATED
from bot.replies.editing.form_steps import line_key
from bot.storage.tables import fsm
from tests.editing.harness import ANNA, BASE, MOVED, PLACE, STRANGER, EditingHarness, change

ANSWER = "Пекин.\n"
"""How an answer begins; no window begins so."""


async def open_form(harness: EditingHarness) -> None:
    """Anna opens the form of the fact PLACE."""
    await harness.write(ANNA, "/facts")
    await harness.tap(ANNA, "Что дальше (1)")
    await harness.tap(ANNA, "1")
    await harness.tap(ANNA, "Все поля")


async def stored_rows(harness: EditingHarness) -> list[Json]:
    """Anna's rows in the table of states."""
    async with harness.followups.database.read() as connection:
        rows = await connection.execute(select(fsm.c.key, fsm.c.data).where(fsm.c.chat_id == ANNA))
        return [{"key": row.key, **row.data} for row in rows]


async def draft(harness: EditingHarness) -> Json:
    (found,) = [
        row["dialog_data"]["draft"]
        for row in await stored_rows(harness)
        if "draft" in row.get("dialog_data", {})
    ]
    row: Json = found["row"]
    return row


async def test_no_concurrent_click_or_text_is_lost(harness: EditingHarness) -> None:
    await open_form(harness)
    await harness.tap(ANNA, "Примеры вопросов")
    await harness.write(ANNA, "\n".join(f"Вопрос номер {number}?" for number in range(20)))
    shown = harness.messages_to(ANNA)[-1]
    assert "23. Вопрос номер 19?" in shown["text"]
    await harness.tap(ANNA, "Готово")
    await harness.tap(ANNA, "Примеры вопросов")
    questions = (await draft(harness))["questions"]
    assert len(questions) == 23
    await asyncio.gather(
        *(harness.feed(updates.text(updates.private(ANNA), f"Ещё вопрос {number}?")) for number in range(20))
    )
    assert len((await draft(harness))["questions"]) == 43
    message = harness.messages_to(ANNA)[-1]
    intent = harness.buttons(message)[0][1].split("\x1d")[0]
    clicks = [f"{intent}\x1ddrop:questions:{line_key(f'Ещё вопрос {number}?')}" for number in range(20)]
    await asyncio.gather(*(harness.press_data(data, message, updates.user(ANNA)) for data in clicks))
    assert len((await draft(harness))["questions"]) == 23


async def test_a_form_that_could_not_be_read_is_not_lost(harness: EditingHarness) -> None:
    await open_form(harness)
    database = harness.followups.database
    shown = harness.text_to(ANNA)
    database.mark_down()
    for label in ("Дата", "Выйти без сохранения"):
        with pytest.raises(StorageUnavailableError):  # the intake brings the update again
            await harness.tap(ANNA, label)
        assert harness.text_to(ANNA) == shown
    database.mark_up()
    await harness.tap(ANNA, "Выйти без сохранения")
    assert PLACE.says in harness.text_to(ANNA)


async def test_a_button_of_a_lost_form_opens_the_browser(harness: EditingHarness) -> None:
    await open_form(harness)
    async with harness.followups.database.write() as connection:
        await connection.execute(fsm.delete())
    before = len(harness.messages_to(ANNA))
    assert await harness.tap(ANNA, "Дата") == OUTDATED
    assert harness.text_to(ANNA).startswith("База для редакторов")
    assert len(harness.messages_to(ANNA)) == before + 1
    await harness.tap(ANNA, "Люди")
    assert "1. Го Шэнкунь" in harness.text_to(ANNA)


async def test_a_button_of_an_earlier_form_shows_the_open_one(harness: EditingHarness) -> None:
    await open_form(harness)
    old = dict(harness.messages_to(ANNA)[-1])
    await open_form(harness)
    await harness.tap(ANNA, "Место")
    assert await harness.tap(ANNA, "Дата", old) == OUTDATED
    assert harness.text_to(ANNA).startswith("Место\nНапишите место.")
    await harness.write(ANNA, "Шанхай")
    assert "✎ Место: Шанхай" in harness.text_to(ANNA)


async def test_a_text_is_answered_despite_a_broken_stack(harness: EditingHarness) -> None:
    await open_form(harness)
    await lose_contexts(harness)
    assert (await harness.write(ANNA, "Где пройдёт второй диалог?")).startswith(ANSWER)
    await open_form(harness)
    await lose_contexts(harness)
    assert (await harness.write(ANNA, "/start")).startswith("О диалоге.")


async def lose_contexts(harness: EditingHarness) -> None:
    """Delete the dialogs' contexts but not the stack."""
    async with harness.followups.database.write() as connection:
        await connection.execute(fsm.delete().where(fsm.c.key.contains("aiogd:context")))


@pytest.mark.parametrize("state", ["FormDialog:gone", "Gone:text"])
async def test_a_state_that_the_program_no_longer_knows(harness: EditingHarness, state: str) -> None:
    await open_form(harness)
    storage = harness.dispatcher.storage
    for row in await stored_rows(harness):
        if "state" in row:
            destiny = "aiogd:context:" + row["key"].rpartition(":")[2]
            key = StorageKey(bot_id=harness.bot.id, chat_id=ANNA, user_id=ANNA, destiny=destiny)
            await storage.update_data(key, {"state": state})
    assert await harness.tap(ANNA, "Дата") == OUTDATED
    assert harness.text_to(ANNA).startswith("База для редакторов")
    assert (await harness.write(ANNA, "/start")).startswith("О диалоге.")


async def test_a_typed_value_is_not_answered_as_a_question(harness: EditingHarness) -> None:
    await open_form(harness)
    await harness.tap(ANNA, "Место")
    assert "✎ Место: Где пройдёт второй диалог?" in await harness.write(ANNA, "Где пройдёт второй диалог?")
    assert (await harness.write(STRANGER, "Где пройдёт второй диалог?")).startswith(ANSWER)
    await harness.write(ANNA, "/start")
    assert (await harness.write(ANNA, "Где пройдёт второй диалог?")).startswith(ANSWER)


@pytest.mark.parametrize(
    ("command", "reply"),
    [
        ("/start", "О диалоге."),
        ("/cancel", other_messages.CANCELLED),
        ("/help", "Спросите своими словами"),
        ("/topics", "Что есть в базе"),
        ("/nothing", other_messages.UNKNOWN_COMMAND),
        ("/drafts", ""),
    ],
)
async def test_every_command_leaves_the_form(harness: EditingHarness, command: str, reply: str) -> None:
    await open_form(harness)
    await harness.tap(ANNA, "Место")
    assert (await harness.write(ANNA, command)).startswith(reply)
    assert (await harness.write(ANNA, "Где пройдёт второй диалог?")).startswith(ANSWER)
    assert await harness.base() == BASE


async def test_cancel_without_a_form_is_the_readers_cancel(sqlite_harness: EditingHarness) -> None:
    assert await sqlite_harness.write(ANNA, "/cancel") == other_messages.NOTHING_TO_CANCEL


async def test_a_text_that_another_state_awaits_is_not_taken_by_a_dialog(
    sqlite_harness: EditingHarness,
) -> None:
    await sqlite_harness.write(ANNA, "/timezone")
    state = sqlite_harness.dispatcher.fsm.get_context(sqlite_harness.bot, ANNA, ANNA)
    awaiting_city, asked = await state.get_state(), await state.get_data()
    await sqlite_harness.write(ANNA, "/facts")
    await state.set_state(awaiting_city)
    await state.set_data(asked)
    assert (await sqlite_harness.write(ANNA, "Владивосток")).startswith("Владивосток, время владивостокское")


async def test_buttons_under_other_messages_work_while_a_form_is_open(harness: EditingHarness) -> None:
    await harness.propose(ANNA, change(PLACE, MOVED))
    screen = harness.messages_to(ANNA)[-1]
    await harness.write(ANNA, "/topics")
    topics = harness.messages_to(ANNA)[-1]
    await open_form(harness)
    await harness.tap(ANNA, "Место")
    await harness.tap(ANNA, "Опубликовать", screen)
    assert (await harness.base()).fact_by_id[PLACE.id] == MOVED
    assert await harness.tap(ANNA, "Кто (1)", topics) is None
    assert "✎ Место: Харбин" in await harness.write(ANNA, "Харбин")


async def test_a_form_continues_after_a_restart(harness: EditingHarness) -> None:
    await open_form(harness)
    await harness.tap(ANNA, "Дата")
    await harness.write(ANNA, "в начале июля 2027")
    harness.restart()
    await harness.tap(ANNA, "Верно")
    assert "✎ Дата: июль 2027 года — точность до месяца" in harness.text_to(ANNA)
    await harness.tap(ANNA, "Место")
    harness.restart()
    assert "✎ Место: Шанхай" in await harness.write(ANNA, "Шанхай")


async def test_the_state_of_a_form_is_json(harness: EditingHarness) -> None:
    await open_form(harness)
    await harness.tap(ANNA, "Дата")
    await harness.write(ANNA, "14 мая")
    rows = await stored_rows(harness)
    assert json.loads(json.dumps(rows)) == rows
    assert [row["dialog_data"]["seen"] for row in rows if "seen" in row.get("dialog_data", {})] == [
        "2027-05-14"
    ]


async def test_the_calendar_is_russian_uses_the_injected_clock_and_ignores_blank_days(
    sqlite_harness: EditingHarness,
) -> None:
    await sqlite_harness.write(ANNA, "/facts")
    await sqlite_harness.tap(ANNA, "Кто (1)")
    await sqlite_harness.tap(ANNA, "1")
    await sqlite_harness.tap(ANNA, "Все поля")
    # 31 December in London is 1 January in Moscow, and the settings say Moscow.
    sqlite_harness.followups.clock.now = datetime(2015, 12, 31, 22, tzinfo=UTC)
    await sqlite_harness.tap(ANNA, "Дата")
    await sqlite_harness.tap(ANNA, "Календарь")
    labels = sqlite_harness.labels_to(ANNA)
    assert labels[:8] == ["январь 2016", "Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"]
    assert labels[8:12] == ["·"] * 4
    assert "Целиком: январь 2016 года" in labels
    before = (sqlite_harness.text_to(ANNA), labels)
    assert await sqlite_harness.tap(ANNA, "·") is None
    assert (sqlite_harness.text_to(ANNA), sqlite_harness.labels_to(ANNA)) == before
    await sqlite_harness.tap(ANNA, "месяцы")
    await sqlite_harness.tap(ANNA, "годы")
    await sqlite_harness.tap(ANNA, "2020")
    await sqlite_harness.tap(ANNA, "февраль")
    await sqlite_harness.tap(ANNA, "29")
    assert "суббота, 29 февраля 2020 года — точность до дня" in sqlite_harness.text_to(ANNA)


async def test_the_calendar_is_limited_at_both_ends(sqlite_harness: EditingHarness) -> None:
    await open_form(sqlite_harness)
    await sqlite_harness.tap(ANNA, "Дата")
    await sqlite_harness.tap(ANNA, "Календарь")
    message = sqlite_harness.messages_to(ANNA)[-1]
    intent = sqlite_harness.buttons(message)[0][1].split("\x1d")[0]
    for data in ["cal:-YY"] * 30 + ["cal:+YY"] * 60 + ["cal:MONTH13", "cal:YEAR99999", "cal:x", "cal:"]:
        assert await sqlite_harness.press_data(f"{intent}\x1d{data}", message, updates.user(ANNA)) is None
    assert sqlite_harness.text_to(ANNA).startswith("Дата\nВыберите день.")


async def test_a_person_who_lost_the_role_cannot_use_old_buttons(harness: EditingHarness) -> None:
    await open_form(harness)
    await harness.tap(ANNA, "Место")
    owner = await harness.person(7)
    await harness.editing.staff.take(owner, ANNA)
    assert await harness.tap(ANNA, "‹ К записи") == OLD_BUTTON
    assert (await harness.write(ANNA, "Где пройдёт второй диалог?")).startswith(ANSWER)
    assert (await harness.base()).fact_by_id[PLACE.id] == PLACE
