"""What an editor meets on the way: a question amid a search, a file amid a form, a number."""

from __future__ import annotations

from bot.replies.editing import gate, quick_edit
from tests.editing.harness import ANNA, CHAIR, OWNER, PLACE, STRANGER, EditingHarness, change


async def test_a_question_is_answered_amid_browsing_and_words_are_searched_for(
    sqlite_harness: EditingHarness,
) -> None:
    harness = sqlite_harness
    await harness.write(ANNA, "/facts")
    assert "Поиск: кто вёл" in await harness.write(ANNA, "кто вёл")
    assert "Поиск" not in await harness.write(ANNA, "Кто вёл первый диалог?")
    assert CHAIR.says in harness.text_to(ANNA)
    assert "Поиск" not in await harness.write(ANNA, "спасибо"), "browsing has ended"


async def test_a_retirement_half_done_outlives_a_file_whose_caption_asks(harness: EditingHarness) -> None:
    await harness.write(ANNA, "Где пройдёт второй диалог?")
    await harness.tap(ANNA, "Исправить")
    await harness.tap(ANNA, quick_edit.RETIRE)
    await harness.send_file(ANNA, "facts.yaml", b"- id: x", caption="Что тут не так?")
    await harness.write(ANNA, "устарело")
    assert "устарело" in harness.text_to(ANNA)
    assert gate.PUBLISH in harness.labels_to(ANNA)


async def test_a_number_alone_is_a_person_for_an_owner_and_no_one_else(
    sqlite_harness: EditingHarness,
) -> None:
    await sqlite_harness.write(OWNER, "/roles")
    assert "123456789" in await sqlite_harness.write(OWNER, "123456789")
    assert "Сделать: редактор" in sqlite_harness.labels_to(OWNER)
    await sqlite_harness.write(ANNA, "123456789")
    assert "Сделать: редактор" not in sqlite_harness.labels_to(ANNA)


async def test_a_first_question_that_has_lost_its_fact_is_offered_no_more(harness: EditingHarness) -> None:
    await harness.write(STRANGER, "/start")
    assert "Где пройдёт второй диалог?" in harness.labels_to(STRANGER)
    await harness.propose(OWNER, change(PLACE, None))
    await harness.tap(OWNER, gate.PUBLISH)
    await harness.write(STRANGER, "/start")
    assert "Где пройдёт второй диалог?" not in harness.labels_to(STRANGER)
    assert "Кто вёл первый диалог?" in harness.labels_to(STRANGER), "the others stay, by their own numbers"
    await harness.tap(STRANGER, "Кто вёл первый диалог?")
    assert CHAIR.says in harness.text_to(STRANGER)
    assert "Где пройдёт второй диалог?" not in await harness.write(STRANGER, "/help")
