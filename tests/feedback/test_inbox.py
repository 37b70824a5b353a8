"""The inbox: what gets there, groups and pages, and each way to settle a group."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.replies.answers import feedback, other_messages
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.editing import gate
from bot.replies.editing import inbox as texts
from bot.storage.editors_inbox import StoredQuestionInbox
from knowledge.facts.model import FactId
from tests.botapi import updates
from tests.editing.desk import ANNA, OWNER, PLACE, REVIEWER, EditingDesk, change
from tests.feedback.steps import KNOWN, OTHER, READER, UNKNOWN, publish_answer


async def opened(desk: EditingDesk, user: int = ANNA) -> str:
    """The first group's card."""
    await desk.by(user, "/inbox")
    await desk.tap(user, desk.labels_to(user)[0])
    return desk.text_to(user)


async def test_an_empty_inbox_says_so(quick: EditingDesk) -> None:
    await quick.by(READER, KNOWN)
    await quick.by(READER, "спасибо")
    await quick.by(READER, "!!!")
    assert await quick.by(ANNA, "/inbox") == texts.EMPTY


async def test_likes_are_counted_together_the_most_first(desk: EditingDesk) -> None:
    await desk.by(READER, "Какая погода в Пекине?")
    for words in (UNKNOWN, "где усядутся снова", "А где же снова усядутся?", UNKNOWN):
        await desk.by(READER, words)
    text = await desk.by(ANNA, "/inbox")
    assert text.startswith("Входящие: групп — 2, сначала частые")
    assert f"1. {UNKNOWN}\n    отказов: 4" in text
    assert "2. Какая погода в Пекине?\n    отказов: 1" in text
    desk.followups.clock.advance(hours=1)
    await desk.by(READER, "Какая погода в Пекине?")
    await desk.tap(ANNA, texts.NEWEST_FIRST)
    assert "1. Какая погода в Пекине?\n    отказов: 2" in desk.text_to(ANNA)
    card = await opened(desk)
    assert f"«{UNKNOWN}»\nотказов: 4\nПоследний раз: 1 мая 2027 года, 12:00" in card
    assert "Другими словами:\n• А где же снова усядутся?" in card
    assert "Ближайшие сведения\n1. Второй диалог пройдёт в Пекине." in card


async def test_what_readers_disliked_and_reported_is_there(desk: EditingDesk) -> None:
    await desk.by(READER, KNOWN)
    shown = desk.to(READER)[-1]
    await desk.tap(READER, feedback.BAD)
    await desk.tap(READER, feedback.REPORT, shown)
    await desk.by(READER, "Это не так.")
    assert "оценок 👎: 1, сообщений об ошибке: 1" in await opened(desk)
    text = desk.text_to(ANNA)
    assert "Сообщения об ошибке:\n• Это не так." in text
    assert "Сейчас бот отвечает: Второй диалог пройдёт в Пекине." in text
    await desk.tap(ANNA, texts.CLOSE)
    assert desk.text_to(ANNA) == texts.EMPTY
    await desk.tap(READER, feedback.BAD, shown)
    assert "оценок 👎: 1" in await desk.by(ANNA, "/inbox"), "rated again, it waits again"


async def test_one_tap_makes_an_example_through_the_gate(desk: EditingDesk) -> None:
    await desk.by(READER, UNKNOWN)
    await publish_answer(desk, ANNA)
    assert "опубликована" in desk.text_to(ANNA)
    assert (await desk.base()).fact_by_id[FactId("place")].questions == (*PLACE.questions, UNKNOWN)
    deed = (await desk.editing.staff.audit_log(1))[0]
    assert (deed.action, deed.user_id) == ("publish", ANNA)
    assert await desk.by(ANNA, "/inbox") == texts.EMPTY
    await desk.refresh()
    assert "Пекине" in await desk.by(READER, UNKNOWN)


async def test_in_hand_it_waits_no_more_and_dropped_it_comes_back(desk: EditingDesk) -> None:
    await desk.by(READER, UNKNOWN)
    await opened(desk)
    card = dict(desk.to(ANNA)[-1])
    await desk.tap(ANNA, desk.labels_to(ANNA)[0])
    screen = desk.to(ANNA)[-1]
    assert f"(из входящих, Читатель 11 — {UNKNOWN})" in screen["text"]
    assert await desk.by(OWNER, "/inbox") == texts.EMPTY
    example = desk.buttons(card)[0][1]
    assert await desk.press_data(example, card, updates.user(ANNA)) == texts.GONE, "pressed twice"
    await desk.by(ANNA, "/drafts")
    await desk.tap(ANNA, desk.labels_to(ANNA)[0])
    await desk.tap(ANNA, gate.DROP)
    assert UNKNOWN in await desk.by(ANNA, "/inbox")


async def test_out_of_scope_for_good_is_remembered_by_the_gate(desk: EditingDesk) -> None:
    await desk.by(READER, UNKNOWN)
    await opened(desk)
    assert await desk.tap(ANNA, texts.NEVER) == texts.NEVER_DONE
    assert list(await StoredQuestionInbox(desk.followups.database).near_misses()) == [UNKNOWN]
    await desk.by(OTHER, "где усядутся снова")
    await desk.by(OTHER, "Где усядутся снова")
    text = await desk.by(ANNA, "/inbox")
    assert text == texts.EMPTY
    answering = (*PLACE.questions[:2], "Где усядутся снова, интересно?")
    await desk.propose(ANNA, change(PLACE, replace(PLACE, questions=answering)))
    assert "⚠ Начнут отвечать, хотя ответа нет: 1." in desk.text_to(ANNA)
    assert f"• «{UNKNOWN}»" in desk.text_to(ANNA)


async def test_closed_it_comes_back_when_it_is_asked_again(desk: EditingDesk) -> None:
    await desk.by(READER, UNKNOWN)
    await opened(desk)
    assert await desk.tap(ANNA, texts.CLOSE) == texts.CLOSED
    assert desk.text_to(ANNA) == texts.EMPTY
    await desk.by(OTHER, UNKNOWN)
    assert "отказов: 1" in await desk.by(ANNA, "/inbox")


async def test_an_example_that_is_there_is_not_proposed_again(quick: EditingDesk) -> None:
    await quick.by(READER, KNOWN)
    await quick.tap(READER, feedback.BAD)
    await opened(quick)
    assert await quick.tap(ANNA, quick.labels_to(ANNA)[0]) == texts.ALREADY


async def test_a_new_fact_begins_with_the_question(quick: EditingDesk) -> None:
    await quick.by(READER, UNKNOWN)
    await opened(quick)
    assert await quick.tap(ANNA, texts.NEW_FACT) is None
    assert any(UNKNOWN in one.get("text", "") for one in quick.to(ANNA)[-2:])
    shown = quick.to(ANNA)[-1]
    assert await quick.press_data("i-new:999", shown, updates.user(ANNA)) == OLD_BUTTON


async def test_a_reviewer_reads_and_settles_nothing(quick: EditingDesk) -> None:
    await quick.by(READER, UNKNOWN)
    assert UNKNOWN in await opened(quick, REVIEWER)
    assert quick.labels_to(REVIEWER) == [texts.ALL]
    shown = quick.to(REVIEWER)[-1]
    for data in ("i-close:1", "i-never:1", "i-ex:1:place", "i-new:1"):
        assert await quick.press_data(data, shown, updates.user(REVIEWER)) == OLD_BUTTON
    assert UNKNOWN in await quick.by(ANNA, "/inbox")


async def test_to_a_reader_there_is_no_inbox(quick: EditingDesk) -> None:
    for command in ("/inbox", "/stats"):
        assert await quick.by(READER, command) == other_messages.UNKNOWN_COMMAND


async def test_pages_are_turned(quick: EditingDesk) -> None:
    nouns = "погода рыба музыка цена скидка парковка еда охрана".split()
    for noun in nouns:
        await quick.by(READER, f"Какая {noun} была вчера?")
    assert "групп — 8, сначала частые, страница 1 из 2" in await quick.by(ANNA, "/inbox")
    await quick.tap(ANNA, texts.FORTH)
    assert "8. Какая охрана была вчера?" in quick.text_to(ANNA)
    await quick.tap(ANNA, texts.BACK)
    assert "1. Какая погода была вчера?" in quick.text_to(ANNA)


async def test_a_question_that_leaned_on_another_is_kept_whole(quick: EditingDesk) -> None:
    await quick.by(READER, KNOWN)
    await quick.by(READER, "А почему?")
    await quick.by(READER, "А сколько он стоит?")
    text = await quick.by(ANNA, "/inbox")
    assert "второй диалог" in text.lower(), text
    assert "А сколько он стоит?" in text


@pytest.mark.parametrize("days", [91])
async def test_old_questions_stay_without_their_askers(desk: EditingDesk, days: int) -> None:
    await desk.by(READER, UNKNOWN)
    privacy = desk.dispatcher.workflow_data["personal_data"]
    now = desk.followups.clock() + timedelta(days=days)
    await privacy.purge(now, timedelta(days=90), timedelta(days=730))
    assert not (await privacy.export(READER))["asked"]
    assert UNKNOWN in await desk.by(ANNA, "/inbox")
