"""Ratings by buttons and reactions, reports, and answers of long ago that were corrected since."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import select

from bot.records.fact_usage import FactUsage
from bot.replies.answers import feedback as texts
from bot.replies.answers import other_messages
from bot.replies.answers.notices import OLD_BUTTON
from bot.storage.fact_usage import StoredFactUsage
from bot.storage.tables import ratings, reports
from knowledge.facts.model import FactId
from tests.botapi import updates
from tests.editing.desk import PLACE, EditingDesk
from tests.feedback.steps import KNOWN, OTHER, READER, UNKNOWN, edit_place

GROUP = updates.group(-5)


async def rows(desk: EditingDesk, table: Any) -> list[Any]:
    async with desk.followups.database.read() as connection:
        return list((await connection.execute(select(table).order_by(table.c.id))).all())


async def use(desk: EditingDesk) -> FactUsage:
    return await StoredFactUsage(desk.followups.database).of(FactId("place"))


async def test_what_stands_under_an_answer(quick: EditingDesk) -> None:
    await quick.by(READER, KNOWN)
    keyboard = quick.to(READER)[-1]["reply_markup"]["inline_keyboard"]
    assert [[key["text"] for key in row] for row in keyboard] == [["👍", "👎", "Следить"], [texts.REPORT]]
    await quick.by(READER, UNKNOWN)
    assert quick.labels_to(READER)[-1] == texts.SET_ALERT
    await quick.by(READER, "!!!")
    assert texts.SET_ALERT not in quick.labels_to(READER)
    await quick.by(READER, "спасибо")
    assert quick.labels_to(READER) == []


async def test_in_a_group_there_is_neither_a_report_nor_a_promise(quick: EditingDesk) -> None:
    await quick.feed(updates.text(GROUP, f"@spravka_test_bot {KNOWN}", updates.user(READER)))
    assert [text for text, _ in quick.buttons(quick.last)] == ["👍", "👎", "Следить"]
    await quick.feed(updates.text(GROUP, f"@spravka_test_bot {UNKNOWN}", updates.user(READER)))
    assert texts.SET_ALERT not in quick.labels


async def test_a_rating_by_button_and_a_change_of_mind(desk: EditingDesk) -> None:
    await desk.by(READER, KNOWN)
    assert await desk.tap(READER, "👍") == texts.LIKED
    assert await use(desk) == FactUsage(answered=1, liked=1)
    assert await desk.tap(READER, "👎") == texts.DISLIKED
    assert await desk.tap(READER, "👎") == texts.DISLIKED
    assert await use(desk) == FactUsage(answered=1, disliked=1)


async def test_a_rating_by_reaction_and_its_taking_back(desk: EditingDesk) -> None:
    await desk.by(READER, KNOWN)
    chat, answer = updates.private(READER), desk.to(READER)[-1]["message_id"]
    await desk.feed(updates.reaction(chat, answer, "👎"))
    assert await use(desk) == FactUsage(answered=1, disliked=1)
    await desk.feed(updates.reaction(chat, answer, "👍", old="👎"))
    assert await use(desk) == FactUsage(answered=1, liked=1)
    await desk.feed(updates.reaction(chat, answer, "🔥"))
    assert await use(desk) == FactUsage(answered=1, liked=1)
    await desk.feed(updates.reaction(chat, answer, "", old="👍"))
    assert await use(desk) == FactUsage(answered=1)


async def test_in_a_group_each_has_a_rating(desk: EditingDesk) -> None:
    await desk.feed(updates.text(GROUP, f"@spravka_test_bot {KNOWN}", updates.user(READER)))
    shown = desk.last
    for user, label in ((READER, "👍"), (OTHER, "👎"), (OTHER, "👍"), (52, "👎")):
        await desk.press(label, shown, updates.user(user))
    await desk.feed(updates.reaction(GROUP, shown["message_id"], "👎", updates.user(53)))
    assert await use(desk) == FactUsage(answered=1, liked=2, disliked=2)


async def test_a_reaction_to_anything_else_is_no_rating(quick: EditingDesk) -> None:
    await quick.by(READER, UNKNOWN)
    chat = updates.private(READER)
    for message in (quick.to(READER)[-1]["message_id"], 123456):
        await quick.feed(updates.reaction(chat, message, "👎"))
    assert await rows(quick, ratings) == []


async def test_a_report_survives_a_restart_and_reaches_the_inbox(desk: EditingDesk) -> None:
    await desk.by(READER, KNOWN)
    await desk.tap(READER, texts.REPORT)
    assert "Напишите одним сообщением" in desk.text_to(READER)
    await desk.open()
    assert "передал редакторам" in await desk.by(READER, "Не в Пекине, а в Шанхае?")
    (report,) = await rows(desk, reports)
    assert (report.user_id, report.text) == (READER, "Не в Пекине, а в Шанхае?")
    assert "Пекине" in await desk.by(READER, KNOWN)


async def test_cancel_leads_out_of_a_report(quick: EditingDesk) -> None:
    for way, said in (("/cancel", other_messages.cancelled(something=True).plain), ("/start", "О диалоге.")):
        await quick.by(READER, KNOWN)
        await quick.tap(READER, texts.REPORT)
        assert said in await quick.by(READER, way)
        assert "Пекине" in await quick.by(READER, KNOWN)
    assert await rows(quick, reports) == []


async def test_buttons_under_a_corrected_answer_mark_it(desk: EditingDesk) -> None:
    await desk.by(READER, KNOWN)
    given = dict(desk.to(READER)[-1])
    desk.followups.clock.advance(days=1)
    await edit_place(desk, "Второй диалог пройдёт в Шанхае.")
    assert await desk.tap(READER, "👎") == texts.OUTDATED
    marked = desk.to(READER)[-1]
    assert marked["message_id"] == given["message_id"]
    assert marked["text"] == given["text"] + "\n\nОтвет устарел: 2 мая 2027 года это исправили."
    assert marked["entities"][: len(given["entities"])] == given["entities"]
    assert await rows(desk, ratings) == []
    await desk.tap(READER, texts.NEW_ANSWER)
    assert "Шанхае" in desk.text_to(READER)
    assert await desk.tap(READER, "👍") == texts.LIKED


async def test_following_from_a_corrected_answer_marks_it_and_follows(quick: EditingDesk) -> None:
    await quick.by(READER, KNOWN)
    quick.followups.clock.advance(minutes=1)
    await edit_place(quick, "Второй диалог пройдёт в Шанхае.")
    shown = quick.to(READER)[-1]
    await quick.tap(READER, "Следить")
    assert "Ответ устарел" in shown["text"]
    assert "Вы следите:" in quick.text_to(READER)


async def test_a_retired_fact_is_said_to_be_taken_away(quick: EditingDesk) -> None:
    await quick.by(READER, KNOWN)
    quick.followups.clock.advance(minutes=1)
    await edit_place(quick, None)
    await quick.tap(READER, texts.REPORT)
    assert quick.text_to(READER).endswith("Ответ устарел: 1 мая 2027 года это сняли из базы.")


async def test_an_answer_out_of_reach_is_marked_below(quick: EditingDesk) -> None:
    await quick.by(READER, KNOWN)
    quick.followups.clock.advance(minutes=1)
    await edit_place(quick, "Второй диалог пройдёт в Шанхае.")
    shown = quick.to(READER)[-1]
    bare = {"chat": shown["chat"], "message_id": shown["message_id"], "date": 0}
    await quick.press_data("rate:1", bare, updates.user(READER))
    assert quick.text_to(READER).startswith("Ответ устарел:")
    assert quick.to(READER)[-1]["message_id"] != shown["message_id"]


async def test_an_edit_that_readers_do_not_see_marks_nothing(quick: EditingDesk) -> None:
    await quick.by(READER, KNOWN)
    quick.followups.clock.advance(minutes=1)
    await quick.followups.publish(PLACE, replace(PLACE, questions=(*PLACE.questions, "а где второй")))
    await quick.refresh()
    assert await quick.tap(READER, "👍") == texts.LIKED


async def test_buttons_under_what_is_no_longer_known_are_old(quick: EditingDesk) -> None:
    await quick.by(READER, KNOWN)
    shown = quick.to(READER)[-1] | {"message_id": 5}
    for data in ("rate:1", "promise:1", "anew"):
        assert await quick.press_data(data, shown, updates.user(READER)) == OLD_BUTTON
