"""«Исправить» under an answer, and how many taps and messages each task takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.replies.answers.buttons import FIX
from bot.replies.editing import gate as texts
from bot.replies.editing import gate_findings
from bot.replies.editing import quick_edit as quick
from bot.replies.editing.base_browser import MORE_EXAMPLES
from bot.replies.editing.history import UNDO_SHORT
from bot.replies.editing.input_errors import wording
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import EventId, FactId
from tests.editing.harness import (
    ANNA,
    BASE,
    BORIS,
    MOVED,
    PLACE,
    REVIEWER,
    STRANGER,
    EditingHarness,
    change,
)

QUESTION = "Где пройдёт второй диалог?"
DATE = "Дата"


class Steps:
    """An editor at work: each tap and each message counts."""

    def __init__(self, harness: EditingHarness, user: int = ANNA) -> None:
        self.harness, self.user, self.count = harness, user, 0

    async def tap(self, label: str) -> None:
        self.count += 1
        await self.harness.tap(self.user, label)

    async def write(self, text: str) -> str:
        self.count += 1
        return await self.harness.write(self.user, text)


async def test_date_is_changed_in_four_steps_and_followers_are_told(harness: EditingHarness) -> None:
    await harness.followups.follow(chat_id=50, target_id="dialogue-2")
    await harness.write(ANNA, QUESTION)
    steps = Steps(harness)
    await steps.tap(FIX)
    assert "Дата: июнь 2027 года" in harness.text_to(ANNA)
    await steps.tap(DATE)
    assert "события «Второй диалог»" in harness.text_to(ANNA)
    assert "Дата: июнь 2027 года → июль 2027 года" in await steps.write("июль 2027")
    assert "Напишу об этом 1 читателю" in harness.text_to(ANNA)
    await steps.tap(texts.PUBLISH)
    assert steps.count == 4
    event = (await harness.base()).event_by_id[EventId("dialogue-2")]
    assert event.when == EdtfDate.parse("2027-07")
    assert "Июль 2027 года" in await harness.write(STRANGER, "Когда второй диалог?")
    assert any("changed" in one for one in await harness.followups.advance_to("2027-05-01 12:10"))


async def test_a_year_is_not_asked_for_where_the_present_date_has_one(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(ANNA, QUESTION)
    await sqlite_harness.tap(ANNA, FIX)
    await sqlite_harness.tap(ANNA, DATE)
    assert "Дата: июнь 2027 года → 14 июня 2027 года" in await sqlite_harness.write(ANNA, "14 июня")


async def test_no_place_is_typed_as_a_word(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(ANNA, QUESTION)
    await sqlite_harness.tap(ANNA, FIX)
    await sqlite_harness.tap(ANNA, "Место")
    assert "Место: Пекин → нет" in await sqlite_harness.write(ANNA, "нет")
    await sqlite_harness.tap(ANNA, texts.PUBLISH)
    assert (await sqlite_harness.base()).fact_by_id[FactId("place")].where is None


@pytest.mark.parametrize("command", ["/inbox", "/start", "/facts"])
async def test_a_removal_that_a_command_interrupts_waits_among_drafts(
    sqlite_harness: EditingHarness, command: str
) -> None:
    await sqlite_harness.write(ANNA, QUESTION)
    await sqlite_harness.tap(ANNA, FIX)
    await sqlite_harness.tap(ANNA, quick.RETIRE)
    await sqlite_harness.write(ANNA, command)
    assert any("Не убрано: «Второй диалог пройдёт" in one["text"] for one in sqlite_harness.messages_to(ANNA))
    sqlite_harness.restart()
    listed = await sqlite_harness.write(ANNA, "/drafts")
    assert "Убрать из базы: «Второй диалог пройдёт в Пекине.»" in listed
    await sqlite_harness.tap(ANNA, "Убрать: Второй диалог пройдёт в Пекине.")
    await sqlite_harness.write(ANNA, "больше не верно")
    await sqlite_harness.tap(ANNA, texts.PUBLISH)
    assert FactId("place") not in (await sqlite_harness.base()).fact_by_id
    assert await sqlite_harness.write(ANNA, "/drafts") == "Незаконченных правок нет."


@pytest.mark.parametrize("given_up", ["/cancel", "‹ Назад"])
async def test_a_removal_that_is_given_up_is_not_kept(sqlite_harness: EditingHarness, given_up: str) -> None:
    await sqlite_harness.write(ANNA, QUESTION)
    await sqlite_harness.tap(ANNA, FIX)
    await sqlite_harness.tap(ANNA, quick.RETIRE)
    if given_up.startswith("/"):
        await sqlite_harness.write(ANNA, given_up)
    else:
        await sqlite_harness.tap(ANNA, given_up)
    assert await sqlite_harness.write(ANNA, "/drafts") == "Незаконченных правок нет."


async def test_fact_is_retired_in_four_steps(harness: EditingHarness) -> None:
    await harness.write(ANNA, QUESTION)
    steps = Steps(harness)
    await steps.tap(FIX)
    await steps.tap(quick.RETIRE)
    assert "— больше не верно" in await steps.write("больше не верно")
    await steps.tap(texts.PUBLISH)
    assert steps.count == 4
    assert FactId("place") not in (await harness.base()).fact_by_id


async def test_edit_is_undone_later_in_three_steps(harness: EditingHarness) -> None:
    await harness.propose(ANNA, change(PLACE, MOVED))
    await harness.tap(ANNA, texts.PUBLISH)
    steps = Steps(harness, BORIS)
    await steps.write("/history")
    await steps.tap(f"{UNDO_SHORT} 2")
    await steps.tap(texts.PUBLISH)
    assert steps.count == 3
    assert (await harness.base()).fact_by_id[FactId("place")] == PLACE


async def test_event_leads_through_the_statements_that_still_say_the_old_thing(
    harness: EditingHarness,
) -> None:
    event = BASE.event_by_id[EventId("dialogue-2")]
    dated = replace(PLACE, says="Второй диалог пройдёт в июне 2027 года.", where=None)
    await harness.propose(ANNA, change(PLACE, dated))
    await harness.tap(ANNA, texts.PUBLISH)
    await harness.propose(ANNA, change(event, replace(event, when=EdtfDate.parse("2027-07"))))
    assert gate_findings.DISAGREE in harness.text_to(ANNA)
    assert texts.PUBLISH not in harness.labels_to(ANNA)
    await harness.tap(ANNA, texts.OUTDATED)
    assert dated.says in harness.text_to(ANNA)
    assert gate_findings.DISAGREE not in await harness.write(ANNA, "Второй диалог пройдёт в июле 2027 года.")
    await harness.tap(ANNA, texts.PUBLISH)
    base = await harness.base()
    assert base.fact_by_id[FactId("place")].says == "Второй диалог пройдёт в июле 2027 года."
    assert base.event_by_id[EventId("dialogue-2")].when == EdtfDate.parse("2027-07")


async def test_statements_are_reworded_one_after_another_and_examined_once(
    sqlite_harness: EditingHarness,
) -> None:
    harness, event = sqlite_harness, BASE.event_by_id[EventId("dialogue-2")]
    first = replace(PLACE, says="Второй диалог пройдёт в июне 2027 года.", where=None)
    second = replace(first, id=FactId("month"), says="Второй диалог состоится в июне 2027 года.")
    second = replace(second, questions=("В каком месяце второй диалог?",))
    await harness.propose(ANNA, change(PLACE, first), change(None, second))
    await harness.tap(ANNA, texts.PUBLISH)
    await harness.propose(ANNA, change(event, replace(event, when=EdtfDate.parse("2027-07"))))
    await harness.tap(ANNA, texts.OUTDATED)
    assert "После него — ещё 1." in harness.text_to(ANNA)
    assert "Поправьте утверждение" in await harness.write(ANNA, "Второй диалог пройдёт в июле 2027 года.")
    assert gate_findings.DISAGREE not in await harness.write(
        ANNA, "Второй диалог состоится в июле 2027 года."
    )
    await harness.tap(ANNA, texts.PUBLISH)
    base = await harness.base()
    assert all(base.fact_by_id[FactId(one)].says.endswith("в июле 2027 года.") for one in ("place", "month"))


async def test_the_event_is_changed_where_the_new_statement_is_right(harness: EditingHarness) -> None:
    moved = replace(PLACE, says="Второй диалог пройдёт в августе 2027 года.")
    await harness.propose(ANNA, change(PLACE, moved))
    assert gate_findings.DISAGREE in harness.text_to(ANNA)
    await harness.tap(ANNA, texts.MOVE_EVENT)
    assert "Сейчас: июнь 2027 года" in harness.text_to(ANNA)
    assert gate_findings.DISAGREE not in await harness.write(ANNA, "август 2027")
    await harness.tap(ANNA, texts.PUBLISH)
    base = await harness.base()
    assert base.event_by_id[EventId("dialogue-2")].when == EdtfDate.parse("2027-08")
    assert base.fact_by_id[FactId("place")].says == moved.says


async def test_date_that_cannot_be_read_is_asked_for_again(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(ANNA, QUESTION)
    await sqlite_harness.tap(ANNA, FIX)
    await sqlite_harness.tap(ANNA, DATE)
    unreadable = wording("bad-date", {"reason": "unreadable"})
    assert await sqlite_harness.write(ANNA, "когда-нибудь") == unreadable
    assert "→ июль 2027 года" in await sqlite_harness.write(ANNA, "июль 2027")


async def test_others_draft_is_noted_on_opening(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.propose(BORIS, change(PLACE, MOVED))
    await sqlite_harness.write(ANNA, QUESTION)
    await sqlite_harness.tap(ANNA, FIX)
    assert "У редактора «Читатель 12» есть незаконченная правка" in sqlite_harness.text_to(ANNA)


async def test_reader_sees_no_such_button(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(STRANGER, QUESTION)
    assert FIX not in sqlite_harness.labels_to(STRANGER)
    await sqlite_harness.tap(STRANGER, "⋯")
    assert FIX not in sqlite_harness.labels_to(STRANGER)


async def test_a_fact_found_by_search_is_fixed_from_its_card(harness: EditingHarness) -> None:
    await harness.write(ANNA, "/facts место второго диалога")
    assert harness.text_to(ANNA).startswith("Сведение\nУтверждение: Второй диалог")
    card = harness.messages_to(ANNA)[-1]
    steps = Steps(harness)
    await steps.tap(FIX)
    assert harness.messages_to(ANNA)[-1]["message_id"] == card["message_id"], "in the place of the card"
    assert harness.text_to(ANNA).startswith("Что исправить?")
    await steps.tap("Утверждение")
    says = "Второй диалог соберётся в Пекине."
    assert says in await steps.write(says)
    await steps.tap(texts.PUBLISH)
    assert steps.count == 4
    assert (await harness.base()).fact_by_id[FactId("place")].says == says


async def test_a_fact_opened_by_a_link_has_the_button_for_editors_alone(harness: EditingHarness) -> None:
    await harness.write(ANNA, "/start fact_place")
    assert FIX in harness.labels_to(ANNA)
    await harness.tap(ANNA, FIX)
    assert harness.text_to(ANNA).startswith("Что исправить?")
    await harness.write(STRANGER, "/start fact_place")
    assert "Пекине" in harness.text_to(STRANGER)
    assert FIX not in harness.labels_to(STRANGER)


async def test_a_reviewer_sees_a_card_without_what_edits(harness: EditingHarness) -> None:
    await harness.write(REVIEWER, "/facts место второго диалога")
    assert harness.labels_to(REVIEWER) == ["История", "‹ Назад", "Закрыть"]


async def test_examples_are_offered_from_the_card_which_stays(harness: EditingHarness) -> None:
    await harness.write(ANNA, "/facts место второго диалога")
    card = harness.messages_to(ANNA)[-1]
    await harness.tap(ANNA, MORE_EXAMPLES)
    assert "1. " in harness.text_to(ANNA)
    assert "Взять 1" in harness.labels_to(ANNA)
    await harness.tap(ANNA, "История", card)
    shown = next(one for one in harness.messages_to(ANNA) if one["message_id"] == card["message_id"])
    assert shown["text"].startswith("История: Второй диалог")
