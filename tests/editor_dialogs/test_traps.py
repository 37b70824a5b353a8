"""The traps of aiogram-dialog, each closed: lost clicks, lost states, eaten texts, an English calendar."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime

import pytest
from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import select

from bot.replies.answers import other_messages
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.editing.base_browser import OUTDATED
from bot.replies.editing.form import line_key
from bot.storage.tables import fsm
from tests.botapi import updates
from tests.botapi.state import Json
from tests.editing.desk import ANNA, BASE, MOVED, PLACE, STRANGER, EditingDesk, change

ANSWER = "Место: Пекин"
"""How a reader's answer begins, and no window."""


async def opened_form(desk: EditingDesk) -> None:
    """Anna is about to change the fact of the place."""
    await desk.by(ANNA, "/facts")
    await desk.tap(ANNA, "Что дальше (1)")
    await desk.tap(ANNA, "1")
    await desk.tap(ANNA, "Изменить")


async def kept(desk: EditingDesk) -> list[Json]:
    """Every row of the forms' table that belongs to Anna."""
    async with desk.followups.database.read() as connection:
        rows = await connection.execute(select(fsm.c.key, fsm.c.data).where(fsm.c.chat_id == ANNA))
        return [{"key": row.key, **row.data} for row in rows]


async def draft(desk: EditingDesk) -> Json:
    (found,) = [
        row["dialog_data"]["draft"] for row in await kept(desk) if "draft" in row.get("dialog_data", {})
    ]
    row: Json = found["row"]
    return row


async def test_twenty_clicks_at_once_are_twenty(desk: EditingDesk) -> None:
    await opened_form(desk)
    await desk.tap(ANNA, "Примеры вопросов")
    await desk.by(ANNA, "\n".join(f"Вопрос номер {number}?" for number in range(20)))
    shown = desk.to(ANNA)[-1]
    assert "23. Вопрос номер 19?" in shown["text"]
    await desk.tap(ANNA, "Готово")
    await desk.tap(ANNA, "Примеры вопросов")
    held = (await draft(desk))["questions"]
    assert len(held) == 23
    await asyncio.gather(
        *(desk.feed(updates.text(updates.private(ANNA), f"Ещё вопрос {number}?")) for number in range(20))
    )
    assert len((await draft(desk))["questions"]) == 43
    message = desk.to(ANNA)[-1]
    intent = desk.buttons(message)[0][1].split("\x1d")[0]
    clicks = [f"{intent}\x1ddrop:questions:{line_key(f'Ещё вопрос {number}?')}" for number in range(20)]
    await asyncio.gather(*(desk.press_data(data, message, updates.user(ANNA)) for data in clicks))
    assert len((await draft(desk))["questions"]) == 23


async def test_a_lost_form_is_said_and_the_base_opened_anew(desk: EditingDesk) -> None:
    await opened_form(desk)
    async with desk.followups.database.write() as connection:
        await connection.execute(fsm.delete())
    before = len(desk.to(ANNA))
    assert await desk.tap(ANNA, "Дата") == OUTDATED
    assert desk.text_to(ANNA).startswith("База для редакторов")
    assert len(desk.to(ANNA)) == before + 1
    await desk.tap(ANNA, "Люди")
    assert "1. Го Шэнкунь" in desk.text_to(ANNA)


async def test_a_button_of_an_earlier_form_shows_the_one_in_hand(desk: EditingDesk) -> None:
    await opened_form(desk)
    old = dict(desk.to(ANNA)[-1])
    await opened_form(desk)
    await desk.tap(ANNA, "Место")
    assert await desk.tap(ANNA, "Дата", old) == OUTDATED
    assert desk.text_to(ANNA).startswith("Место\nНапишите место.")
    await desk.by(ANNA, "Шанхай")
    assert "✎ Место: Шанхай" in desk.text_to(ANNA)


async def test_a_broken_stack_does_not_hold_back_a_text(desk: EditingDesk) -> None:
    await opened_form(desk)
    await lose_contexts(desk)
    assert (await desk.by(ANNA, "Где пройдёт второй диалог?")).startswith(ANSWER)
    await opened_form(desk)
    await lose_contexts(desk)
    assert (await desk.by(ANNA, "/start")).startswith("О диалоге.")


async def lose_contexts(desk: EditingDesk) -> None:
    """The stack stays; what stood on it is gone."""
    async with desk.followups.database.write() as connection:
        await connection.execute(fsm.delete().where(fsm.c.key.contains("aiogd:context")))


@pytest.mark.parametrize("state", ["Filling:gone", "Gone:text"])
async def test_a_state_that_the_program_no_longer_has(desk: EditingDesk, state: str) -> None:
    await opened_form(desk)
    storage = desk.dispatcher.storage
    for row in await kept(desk):
        if "state" in row:
            destiny = "aiogd:context:" + row["key"].rpartition(":")[2]
            key = StorageKey(bot_id=desk.bot.id, chat_id=ANNA, user_id=ANNA, destiny=destiny)
            await storage.update_data(key, {"state": state})
    assert await desk.tap(ANNA, "Дата") == OUTDATED
    assert desk.text_to(ANNA).startswith("База для редакторов")
    assert (await desk.by(ANNA, "/start")).startswith("О диалоге.")


async def test_a_typed_value_is_no_question_and_a_question_no_value(desk: EditingDesk) -> None:
    await opened_form(desk)
    await desk.tap(ANNA, "Место")
    assert "✎ Место: Где пройдёт второй диалог?" in await desk.by(ANNA, "Где пройдёт второй диалог?")
    assert (await desk.by(STRANGER, "Где пройдёт второй диалог?")).startswith(ANSWER)
    await desk.by(ANNA, "/start")
    assert (await desk.by(ANNA, "Где пройдёт второй диалог?")).startswith(ANSWER)


@pytest.mark.parametrize(
    ("command", "reply"),
    [
        ("/start", "О диалоге."),
        ("/cancel", other_messages.CANCELLED),
        ("/help", "О диалоге."),
        ("/topics", "Что есть в базе"),
        ("/nothing", other_messages.UNKNOWN_COMMAND),
        ("/drafts", ""),
    ],
)
async def test_every_command_leads_out(desk: EditingDesk, command: str, reply: str) -> None:
    await opened_form(desk)
    await desk.tap(ANNA, "Место")
    assert (await desk.by(ANNA, command)).startswith(reply)
    assert (await desk.by(ANNA, "Где пройдёт второй диалог?")).startswith(ANSWER)
    assert await desk.base() == BASE


async def test_cancel_without_a_form_is_as_anywhere(quick: EditingDesk) -> None:
    assert await quick.by(ANNA, "/cancel") == other_messages.NOTHING_TO_CANCEL


async def test_a_reason_that_another_screen_waits_for_is_not_taken_by_a_form(quick: EditingDesk) -> None:
    await quick.by(ANNA, "/timezone")
    state = quick.dispatcher.fsm.get_context(quick.bot, ANNA, ANNA)
    waiting = await state.get_state()
    await quick.by(ANNA, "/facts")
    await state.set_state(waiting)
    assert (await quick.by(ANNA, "Владивосток")).startswith("Ваш пояс: Владивосток")


async def test_buttons_under_other_messages_work_while_a_form_is_open(desk: EditingDesk) -> None:
    await desk.propose(ANNA, change(PLACE, MOVED))
    screen = desk.to(ANNA)[-1]
    await desk.by(ANNA, "/topics")
    topics = desk.to(ANNA)[-1]
    await opened_form(desk)
    await desk.tap(ANNA, "Место")
    await desk.tap(ANNA, "Опубликовать", screen)
    assert (await desk.base()).fact_by_id[PLACE.id] == MOVED
    assert await desk.tap(ANNA, "Кто (1)", topics) is None
    assert "✎ Место: Харбин" in await desk.by(ANNA, "Харбин")


async def test_a_restart_in_the_middle_continues_the_form(desk: EditingDesk) -> None:
    await opened_form(desk)
    await desk.tap(ANNA, "Дата")
    await desk.by(ANNA, "июль 2027")
    desk.restart()
    await desk.tap(ANNA, "Верно")
    assert "✎ Дата: июль 2027 года — точность до месяца" in desk.text_to(ANNA)
    await desk.tap(ANNA, "Место")
    desk.restart()
    assert "✎ Место: Шанхай" in await desk.by(ANNA, "Шанхай")


async def test_what_a_form_keeps_is_json(desk: EditingDesk) -> None:
    await opened_form(desk)
    await desk.tap(ANNA, "Дата")
    await desk.tap(ANNA, "Календарь")
    await desk.tap(ANNA, "14")
    rows = await kept(desk)
    assert json.loads(json.dumps(rows)) == rows
    assert [row["dialog_data"]["seen"] for row in rows if "seen" in row.get("dialog_data", {})] == [
        "2027-05-14"
    ]


async def test_the_calendar_is_russian_opens_by_our_clock_and_its_blanks_do_nothing(
    quick: EditingDesk,
) -> None:
    await quick.by(ANNA, "/facts")
    await quick.tap(ANNA, "Кто (1)")
    await quick.tap(ANNA, "1")
    await quick.tap(ANNA, "Изменить")
    # 31 December in London is 1 January in Moscow, and the settings say Moscow.
    quick.followups.clock.now = datetime(2015, 12, 31, 22, tzinfo=UTC)
    await quick.tap(ANNA, "Дата")
    await quick.tap(ANNA, "Календарь")
    labels = quick.labels_to(ANNA)
    assert labels[:8] == ["январь 2016", "Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"]
    assert labels[8:12] == ["·"] * 4
    assert "Целиком: январь 2016 года" in labels
    before = (quick.text_to(ANNA), labels)
    assert await quick.tap(ANNA, "·") is None
    assert (quick.text_to(ANNA), quick.labels_to(ANNA)) == before
    await quick.tap(ANNA, "месяцы")
    await quick.tap(ANNA, "годы")
    await quick.tap(ANNA, "2020")
    await quick.tap(ANNA, "февраль")
    await quick.tap(ANNA, "29")
    assert "суббота, 29 февраля 2020 года — точность до дня" in quick.text_to(ANNA)


async def test_a_calendar_has_two_ends(quick: EditingDesk) -> None:
    await opened_form(quick)
    await quick.tap(ANNA, "Дата")
    await quick.tap(ANNA, "Календарь")
    message = quick.to(ANNA)[-1]
    intent = quick.buttons(message)[0][1].split("\x1d")[0]
    for data in ["cal:-YY"] * 30 + ["cal:+YY"] * 60 + ["cal:MONTH13", "cal:YEAR99999", "cal:x", "cal:"]:
        assert await quick.press_data(f"{intent}\x1d{data}", message, updates.user(ANNA)) is None
    assert quick.text_to(ANNA).startswith("Дата\nВыберите день.")


async def test_whoever_lost_the_role_presses_old_buttons_in_vain(desk: EditingDesk) -> None:
    await opened_form(desk)
    await desk.tap(ANNA, "Место")
    owner = await desk.person(7)
    await desk.editing.staff.take(owner, ANNA)
    assert await desk.tap(ANNA, "‹ К записи") == OLD_BUTTON
    assert (await desk.by(ANNA, "Где пройдёт второй диалог?")).startswith(ANSWER)
    assert (await desk.base()).fact_by_id[PLACE.id] == PLACE
