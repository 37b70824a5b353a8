"""/new driven through the Dispatcher: what the message lacks is asked for in clear words."""

from __future__ import annotations

from dataclasses import replace

from bot.editing.unreasoned_examples import asks_reason_in_vain
from bot.replies.editing import gate
from bot.replies.editing.one_message import NO_QUESTIONS
from knowledge.facts.model import EventId, Fact
from tests.editing.harness import ANNA, BASE, PLACE, EditingHarness

CHECK = "Проверить и опубликовать"


async def test_a_statement_of_which_no_question_comes_is_asked_for_questions(
    sqlite_harness: EditingHarness,
) -> None:
    await sqlite_harness.write(ANNA, "/new")
    step = await sqlite_harness.write(ANNA, "Музей.")
    assert NO_QUESTIONS in step
    assert "Напишите вопросы" in step
    await sqlite_harness.write(ANNA, "Что за здание?")
    await sqlite_harness.tap(ANNA, "Готово")
    await sqlite_harness.tap(ANNA, CHECK)
    await sqlite_harness.tap(ANNA, gate.PUBLISH)
    assert (await sqlite_harness.base()).facts[-1].questions == ("Что за здание?",)


async def test_a_line_that_cannot_be_read_is_asked_again_and_the_rest_is_kept(
    sqlite_harness: EditingHarness,
) -> None:
    await sqlite_harness.write(ANNA, "/new")
    text = "Гостей диалога поселят в гостинице «Маяк»\nДата: скоро\nАбзац: пятый\nГде поселят гостей?"
    assert "«Дата: скоро». Дату не понял" in await sqlite_harness.write(ANNA, text)
    assert "Напишите номер абзаца" in await sqlite_harness.write(ANNA, "июнь 2027")
    overview = await sqlite_harness.write(ANNA, "5")
    assert "Гостей диалога поселят в гостинице «Маяк»." in overview, "with a full stop"
    assert "июнь 2027 года" in overview
    assert "Где поселят гостей?" in overview
    await sqlite_harness.tap(ANNA, CHECK)
    assert gate.PUBLISH in sqlite_harness.labels_to(ANNA)


async def test_a_new_fact_is_of_the_event_that_opens_it_and_one_without_a_date_is_told_of(
    sqlite_harness: EditingHarness,
) -> None:
    await sqlite_harness.write(ANNA, "/new")
    screen = await sqlite_harness.write(ANNA, "Второй диалог продлится три дня")
    assert "События: + «Второй диалог»" in screen
    assert gate.NO_DATE not in screen, "the event has one"
    await sqlite_harness.tap(ANNA, gate.PUBLISH)
    assert (await sqlite_harness.base()).facts[-1].about == (EventId("dialogue-2"),)
    await sqlite_harness.write(ANNA, "/new")
    screen = await sqlite_harness.write(ANNA, "Билет на второй диалог стоит 300 рублей")
    assert "События" not in screen, "prices are of no day"
    assert gate.NO_DATE in screen


async def test_a_question_after_a_reason_is_no_example_of_a_fact_without_one(
    sqlite_harness: EditingHarness,
) -> None:
    await sqlite_harness.write(ANNA, "/new")
    screen = await sqlite_harness.write(ANNA, "Диалог перенесли.\nПочему перенесли диалог?")
    assert f"{gate.UNREASONED}.\n• «Почему перенесли диалог?»" in screen
    await sqlite_harness.tap(ANNA, gate.DROP_STALE)
    assert gate.UNREASONED not in sqlite_harness.text_to(ANNA)
    await sqlite_harness.tap(ANNA, gate.PUBLISH)
    questions = (await sqlite_harness.base()).facts[-1].questions
    assert questions
    assert not [one for one in questions if "Почему" in one]


def test_which_statements_give_a_reason() -> None:
    for says in (
        "Диалог перенесли из-за бури.",
        "Диалог перенесли, потому что гости заболели.",
        "Диалог перенесли по просьбе гостей.",
    ):
        assert not asks_reason_in_vain("По какой причине перенесли диалог?", _saying(says), BASE)
    for question, vain in (("По какой причине перенесли?", True), ("Куда перенесли?", False)):
        assert asks_reason_in_vain(question, _saying("Диалог перенесли в Шанхай."), BASE) is vain


def _saying(says: str) -> Fact:
    return replace(PLACE, says=says)
