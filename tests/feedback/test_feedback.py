"""Ratings by buttons and reactions, error reports, and old answers that were corrected since."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.records.fact_usage import FactUsage
from bot.replies.answers import feedback as texts
from bot.replies.answers import other_messages
from bot.replies.answers.notices import OLD_BUTTON
from bot.storage.fact_base.fact_usage import StoredFactUsage
from bot.storage.tables import asked, ratings, reports
from knowledge.facts.model import FactId
from tests.editing.harness import ANNA, PLACE, EditingHarness
from tests.feedback.steps import KNOWN, OTHER, READER, UNKNOWN, edit_place

GROUP = updates.group(-5)


async def rows(harness: EditingHarness, table: Any) -> list[Any]:
    async with harness.followups.database.read() as connection:
        return list((await connection.execute(select(table).order_by(table.c.id))).all())


async def usage(harness: EditingHarness) -> FactUsage:
    return await StoredFactUsage(harness.followups.database).of(FactId("place"))


def keyboard(message: Json) -> list[list[str]]:
    return [[key["text"] for key in row] for row in message["reply_markup"]["inline_keyboard"]]


async def ask(harness: EditingHarness, words: str = KNOWN) -> None:
    """Ask, and open the further buttons of the answer."""
    await harness.write(READER, words)
    await harness.tap(READER, "⋯")


async def test_buttons_under_an_answer_and_a_refusal(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(READER, KNOWN)
    assert keyboard(sqlite_harness.messages_to(READER)[-1]) == [["Напомнить", "Поделиться", "⋯"]]
    await sqlite_harness.tap(READER, "⋯")
    assert keyboard(sqlite_harness.messages_to(READER)[-1]) == [
        ["Напомнить", "Поделиться", "Свернуть"],
        ["Почему?", texts.REPORT],
        ["Следить за исправлениями"],
        ["Ещё по теме", "👍", "👎"],
    ]
    await sqlite_harness.tap(READER, "Свернуть")
    assert keyboard(sqlite_harness.messages_to(READER)[-1]) == [["Напомнить", "Поделиться", "⋯"]]
    await sqlite_harness.write(READER, UNKNOWN)
    assert sqlite_harness.labels_to(READER)[-1] == texts.SET_ALERT
    await sqlite_harness.write(READER, "!!!")
    assert texts.SET_ALERT not in sqlite_harness.labels_to(READER)
    await sqlite_harness.write(READER, "спасибо")
    assert sqlite_harness.labels_to(READER) == []


async def test_a_misspelt_question_may_be_asked_as_typed(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(READER, "Где состоится втрой диалог?")
    assert keyboard(sqlite_harness.messages_to(READER)[-1]) == [["Не то", "Напомнить", "Поделиться", "⋯"]]
    await sqlite_harness.tap(READER, "Не то")
    assert "«втрой» не встречается" in sqlite_harness.text_to(READER)
    assert "Не то" not in sqlite_harness.labels_to(READER)
    await sqlite_harness.write(READER, "Где состоится втрой диалог?")
    await sqlite_harness.write(READER, "не то")
    assert "«втрой» не встречается" in sqlite_harness.text_to(READER)


async def test_what_is_not_understood_as_typed_offers_nothing_and_leaves_the_answer(
    sqlite_harness: EditingHarness,
) -> None:
    await sqlite_harness.write(READER, "кагда втарой диалог")
    answer = sqlite_harness.messages_to(READER)[-1]
    await sqlite_harness.tap(READER, "Не то")
    assert sqlite_harness.text_to(READER) == "Ответа не нашёл: «кагда», «втарой» не встречаются."
    assert sqlite_harness.labels_to(READER) == []
    assert answer in sqlite_harness.messages_to(READER)
    await sqlite_harness.write(READER, "а где?")
    assert "Пекин" in sqlite_harness.text_to(READER)


@pytest.mark.parametrize(
    "words", ["сколько у меня денег?", "где ты живёшь?", "удали это из памяти", "закрой дверь"]
)
async def test_what_is_about_the_bot_gets_no_alert_button(sqlite_harness: EditingHarness, words: str) -> None:
    await sqlite_harness.write(READER, "Сколько стоит билет на диалог?")
    assert texts.SET_ALERT in sqlite_harness.labels_to(READER)
    await sqlite_harness.write(READER, words)
    assert texts.SET_ALERT not in sqlite_harness.labels_to(READER)


async def test_a_report_that_was_taken_leaves_nothing_to_cancel(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(READER, "Где состоится второй диалог?")
    await sqlite_harness.tap(READER, "⋯")
    await sqlite_harness.tap(READER, "Сообщить об ошибке")
    prompt = sqlite_harness.messages_to(READER)[-1]["message_id"]
    assert sqlite_harness.labels_to(READER) == ["Отмена"]
    await sqlite_harness.write(READER, "Место указано неверно.")
    (asked,) = [one for one in sqlite_harness.messages_to(READER) if one["message_id"] == prompt]
    assert "reply_markup" not in asked


async def test_in_a_group_there_is_no_report_and_no_alert_button(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.feed(updates.text(GROUP, f"@spravka_test_bot {KNOWN}", updates.user(READER)))
    await sqlite_harness.press("⋯", sqlite_harness.last, updates.user(READER))
    assert keyboard(sqlite_harness.last)[1:] == [
        ["Почему?"],
        ["Следить за исправлениями"],
        ["Ещё по теме", "👍", "👎"],
    ]
    await sqlite_harness.feed(updates.text(GROUP, f"@spravka_test_bot {UNKNOWN}", updates.user(READER)))
    assert texts.SET_ALERT not in sqlite_harness.labels


async def test_a_rating_by_button_can_be_changed(harness: EditingHarness) -> None:
    await ask(harness)
    assert await harness.tap(READER, "👍") == texts.LIKED
    assert await usage(harness) == FactUsage(answered=1, liked=1)
    assert await harness.tap(READER, "👎") == texts.DISLIKED
    assert await harness.tap(READER, "👎") == texts.DISLIKED
    assert await usage(harness) == FactUsage(answered=1, disliked=1)


async def test_a_rating_by_reaction_can_be_changed_and_removed(harness: EditingHarness) -> None:
    await harness.write(READER, KNOWN)
    chat, answer = updates.private(READER), harness.messages_to(READER)[-1]["message_id"]
    await harness.feed(updates.reaction(chat, answer, "👎"))
    assert await usage(harness) == FactUsage(answered=1, disliked=1)
    assert harness.api.reactions[READER, answer] == [{"type": "emoji", "emoji": texts.SEEN}]
    await harness.feed(updates.reaction(chat, answer, "👍", old="👎"))
    assert await usage(harness) == FactUsage(answered=1, liked=1)
    await harness.feed(updates.reaction(chat, answer, "🔥"))
    assert await usage(harness) == FactUsage(answered=1, liked=1)
    await harness.feed(updates.reaction(chat, answer, "", old="👍"))
    assert await usage(harness) == FactUsage(answered=1)


async def test_in_a_group_each_member_rates(harness: EditingHarness) -> None:
    await harness.feed(updates.text(GROUP, f"@spravka_test_bot {KNOWN}", updates.user(READER)))
    shown = harness.last
    await harness.press("⋯", shown, updates.user(READER))
    for user, label in ((READER, "👍"), (OTHER, "👎"), (OTHER, "👍"), (52, "👎")):
        await harness.press(label, shown, updates.user(user))
    await harness.feed(updates.reaction(GROUP, shown["message_id"], "👎", updates.user(53)))
    assert await usage(harness) == FactUsage(answered=1, liked=2, disliked=2)


async def test_a_reaction_to_anything_else_is_no_rating(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(READER, UNKNOWN)
    chat = updates.private(READER)
    for message in (sqlite_harness.messages_to(READER)[-1]["message_id"], 123456):
        await sqlite_harness.feed(updates.reaction(chat, message, "👎"))
    assert await rows(sqlite_harness, ratings) == []


async def test_a_report_survives_a_restart_and_reaches_the_inbox(harness: EditingHarness) -> None:
    await ask(harness)
    await harness.tap(READER, texts.REPORT)
    assert "Напишите одним сообщением" in harness.text_to(READER)
    await harness.open()
    assert "передал редакторам" in await harness.write(READER, "Не в Пекине, а в Шанхае?")
    (report,) = await rows(harness, reports)
    assert (report.user_id, report.text) == (READER, "Не в Пекине, а в Шанхае?")
    assert "Пекине" in await harness.write(READER, KNOWN)


@pytest.mark.parametrize(
    "words",
    ["а разве это не ошибка?", "это точно правильно?", "почему у вас написано Пекин?", "не в Шанхае ли?"],
)
async def test_a_report_may_be_worded_as_a_question(sqlite_harness: EditingHarness, words: str) -> None:
    await ask(sqlite_harness)
    await sqlite_harness.tap(READER, texts.REPORT)
    assert await sqlite_harness.write(READER, words) == texts.report_received(known=True).plain
    assert [one.text for one in await rows(sqlite_harness, reports)] == [words]


@pytest.mark.parametrize("words", ["это неправда", "Это неверно!", "неправильно", "не то"])
@pytest.mark.parametrize("question", [KNOWN, UNKNOWN])
async def test_who_says_that_an_answer_is_wrong_may_report_it(
    sqlite_harness: EditingHarness, words: str, question: str
) -> None:
    await sqlite_harness.write(READER, question)
    about = (await rows(sqlite_harness, asked))[-1].id
    await sqlite_harness.write(READER, words)
    assert sqlite_harness.labels_to(READER) == [texts.REPORT]
    await sqlite_harness.tap(READER, texts.REPORT)
    assert await sqlite_harness.write(READER, "Год другой.") == texts.report_received(known=True).plain
    assert [one.asked_id for one in await rows(sqlite_harness, reports)] == [about]


async def test_thanks_leave_the_answer_to_be_explained_or_reported(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(READER, KNOWN)
    explained = await sqlite_harness.write(READER, "/why")
    await sqlite_harness.write(READER, "спасибо")
    assert await sqlite_harness.write(READER, "/why") == explained
    await sqlite_harness.write(READER, "в ответе ошибка")
    assert await sqlite_harness.write(READER, "Не в Пекине.") == texts.report_received(known=True).plain


async def test_cancel_and_other_commands_leave_the_report(sqlite_harness: EditingHarness) -> None:
    for way, said in (("/cancel", other_messages.cancelled(something=True).plain), ("/start", "О диалоге.")):
        await ask(sqlite_harness)
        await sqlite_harness.tap(READER, texts.REPORT)
        assert said in await sqlite_harness.write(READER, way)
        assert "Пекине" in await sqlite_harness.write(READER, KNOWN)
    assert await rows(sqlite_harness, reports) == []


async def test_a_button_under_a_corrected_answer_marks_it_outdated(harness: EditingHarness) -> None:
    await ask(harness)
    given = dict(harness.messages_to(READER)[-1])
    harness.followups.clock.advance(days=1)
    await edit_place(harness, "Второй диалог пройдёт в Шанхае.")
    assert await harness.tap(READER, "👎") == texts.OUTDATED
    marked = harness.messages_to(READER)[-1]
    assert marked["message_id"] == given["message_id"]
    assert marked["text"] == given["text"] + "\n\nОтвет устарел: 2 мая 2027 года это исправили."
    assert marked["entities"][: len(given["entities"])] == given["entities"]
    assert await rows(harness, ratings) == []
    await harness.tap(READER, texts.NEW_ANSWER)
    assert "Шанхае" in harness.text_to(READER)
    await harness.tap(READER, "⋯")
    assert await harness.tap(READER, "👍") == texts.LIKED


async def test_the_follow_button_of_a_corrected_answer_marks_it_and_follows(
    sqlite_harness: EditingHarness,
) -> None:
    await ask(sqlite_harness)
    sqlite_harness.followups.clock.advance(minutes=1)
    await edit_place(sqlite_harness, "Второй диалог пройдёт в Шанхае.")
    shown = sqlite_harness.messages_to(READER)[-1]
    await sqlite_harness.tap(READER, "Следить за исправлениями")
    assert "Ответ устарел" in shown["text"]
    assert sqlite_harness.text_to(READER).startswith("Сообщу, если исправят:")


async def test_an_answer_with_a_retired_fact_says_so(sqlite_harness: EditingHarness) -> None:
    await ask(sqlite_harness)
    sqlite_harness.followups.clock.advance(minutes=1)
    await edit_place(sqlite_harness, None)
    await sqlite_harness.tap(READER, texts.REPORT)
    assert sqlite_harness.text_to(READER).endswith("Ответ устарел: 1 мая 2027 года это сняли из базы.")


async def test_an_answer_that_cannot_be_edited_is_marked_in_a_new_message(
    sqlite_harness: EditingHarness,
) -> None:
    await sqlite_harness.write(READER, KNOWN)
    sqlite_harness.followups.clock.advance(minutes=1)
    await edit_place(sqlite_harness, "Второй диалог пройдёт в Шанхае.")
    shown = sqlite_harness.messages_to(READER)[-1]
    bare = {"chat": shown["chat"], "message_id": shown["message_id"], "date": 0}
    await sqlite_harness.press_data("rate:1", bare, updates.user(READER))
    assert sqlite_harness.text_to(READER).startswith("Ответ устарел:")
    assert sqlite_harness.messages_to(READER)[-1]["message_id"] != shown["message_id"]


async def test_an_invisible_edit_marks_nothing(sqlite_harness: EditingHarness) -> None:
    await ask(sqlite_harness)
    sqlite_harness.followups.clock.advance(minutes=1)
    await sqlite_harness.followups.publish(
        PLACE, replace(PLACE, questions=(*PLACE.questions, "а где второй"))
    )
    await sqlite_harness.refresh()
    assert await sqlite_harness.tap(READER, "👍") == texts.LIKED


async def test_buttons_of_an_unknown_message_are_outdated(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(READER, KNOWN)
    shown = sqlite_harness.messages_to(READER)[-1] | {"message_id": 5}
    for data in ("rate:1", "promise:1", "anew"):
        assert await sqlite_harness.press_data(data, shown, updates.user(READER)) == OLD_BUTTON


async def test_remind_under_an_answer_about_an_event_ahead_lists_its_reminders(
    harness: EditingHarness,
) -> None:
    await harness.write(READER, KNOWN)
    await harness.tap(READER, "Напомнить")
    assert "Второй диалог" in harness.text_to(READER)
    assert "1 июня 2027 года, 10:00" in harness.text_to(READER)


async def test_nothing_is_offered_to_remind_of_where_the_event_is_over(
    sqlite_harness: EditingHarness,
) -> None:
    await sqlite_harness.write(READER, "Кто вёл первый диалог?")
    assert sqlite_harness.labels_to(READER) == ["Поделиться", "⋯"]
    sqlite_harness.followups.clock.advance(days=62)
    await sqlite_harness.write(READER, KNOWN)
    assert sqlite_harness.labels_to(READER) == ["Поделиться", "⋯"]


async def test_why_and_more_on_the_topic_come_below_the_answer(sqlite_harness: EditingHarness) -> None:
    await ask(sqlite_harness)
    answer = sqlite_harness.messages_to(READER)[-1]
    await sqlite_harness.tap(READER, "Почему?", answer)
    assert sqlite_harness.text_to(READER) == await sqlite_harness.write(READER, "/why")
    assert "Уверенность" not in sqlite_harness.text_to(READER)
    await sqlite_harness.tap(READER, "Подробнее")
    assert "Уверенность" in sqlite_harness.text_to(READER)
    await sqlite_harness.tap(READER, "Ещё по теме", answer)
    assert sqlite_harness.text_to(READER).startswith("Что дальше")


async def test_an_editor_opens_the_form_of_the_fact_under_its_answer(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(ANNA, KNOWN)
    answer = sqlite_harness.messages_to(ANNA)[-1]
    await sqlite_harness.tap(ANNA, "Исправить")
    await sqlite_harness.tap(ANNA, "Все поля")
    assert "Второй диалог пройдёт в Пекине." in sqlite_harness.text_to(ANNA)
    assert sqlite_harness.messages_to(ANNA)[-1]["message_id"] != answer["message_id"]
    before = len(sqlite_harness.shown)
    await sqlite_harness.press_data("fix:place", answer, updates.user(READER))
    assert len(sqlite_harness.shown) == before, "a reader has no such button"
