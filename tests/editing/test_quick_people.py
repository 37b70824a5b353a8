"""«Исправить»: people of a fact, the fields of events and people, and the way back from every screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.replies.answers.buttons import FIX
from bot.replies.editing import base_browser
from bot.replies.editing import gate as texts
from bot.replies.editing import quick_people as people_texts
from bot.replies.editing.base_browser import BACK, CLOSE
from bot.replies.editing.sources import EDITORS_WORD
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import EventId, FactId, Participation, PersonId
from tests.editing.harness import ANNA, PLACE, STRANGER, EditingHarness, change

QUESTION = "Где пройдёт второй диалог?"
GO = PersonId("go")


async def open_card(harness: EditingHarness) -> None:
    await harness.write(ANNA, QUESTION)
    await harness.tap(ANNA, FIX)


async def people_of(harness: EditingHarness) -> tuple[Participation, ...]:
    return (await harness.base()).fact_by_id[FactId("place")].people


async def test_a_known_person_is_added_with_a_role(harness: EditingHarness) -> None:
    await open_card(harness)
    await harness.tap(ANNA, "Люди")
    await harness.tap(ANNA, "Го Шэнкунь")
    await harness.tap(ANNA, "гость")
    assert "Люди: + Го Шэнкунь (гость)" in harness.text_to(ANNA)
    await harness.tap(ANNA, texts.PUBLISH)
    assert await people_of(harness) == (Participation(person=GO, role="guest"),)
    await open_card(harness)
    await harness.tap(ANNA, "Люди")
    await harness.tap(ANNA, "✓ Го Шэнкунь — гость")
    await harness.tap(ANNA, people_texts.TAKE_AWAY)
    await harness.tap(ANNA, texts.PUBLISH)
    assert await people_of(harness) == ()


@pytest.mark.parametrize("typed", ["Го Шэнкунь", "шэнкунь"])
async def test_a_known_person_may_be_typed_and_the_role_too(
    typed: str, sqlite_harness: EditingHarness
) -> None:
    await open_card(sqlite_harness)
    await sqlite_harness.tap(ANNA, "Люди")
    assert sqlite_harness.labels_to(ANNA) == ["Го Шэнкунь", BACK.label, "Отмена"]
    assert (await sqlite_harness.write(ANNA, typed)).startswith("Го Шэнкунь\nВыберите роль")
    await sqlite_harness.write(ANNA, "переводчик")
    await sqlite_harness.tap(ANNA, texts.PUBLISH)
    assert await people_of(sqlite_harness) == (Participation(person=GO, role="переводчик"),)


async def test_a_new_person_comes_with_post_and_side(harness: EditingHarness) -> None:
    await open_card(harness)
    await harness.tap(ANNA, "Люди")
    await harness.write(ANNA, "Лоретта Линч\nгенеральный прокурор США\nСША")
    await harness.tap(ANNA, "гость")
    assert "Добавляется: человек «Лоретта Линч»" in harness.text_to(ANNA)
    await harness.tap(ANNA, texts.PUBLISH)
    (part,) = await people_of(harness)
    person = (await harness.base()).person_by_id[part.person]
    assert (person.name, person.post, person.side) == ("Лоретта Линч", "генеральный прокурор США", "США")
    assert (await harness.base()).fact_by_id[FactId("place")].source is not None, "the editor's word"
    assert EDITORS_WORD in await harness.write(STRANGER, QUESTION)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("прокурор\nСША", ("прокурор", "США")), ("прокурор", ("прокурор", None)), (None, (None, None))],
)
async def test_the_post_of_a_new_person_is_asked_for(
    typed: str | None, expected: tuple[str | None, str | None], sqlite_harness: EditingHarness
) -> None:
    harness = sqlite_harness
    await open_card(harness)
    await harness.tap(ANNA, "Люди")
    assert "новый человек" in await harness.write(ANNA, "Лоретта Линч")
    if typed is None:
        await harness.tap(ANNA, people_texts.NO_POST)
    else:
        await harness.write(ANNA, typed)
    await harness.write(ANNA, "гость встречи")
    await harness.tap(ANNA, texts.PUBLISH)
    (part,) = await people_of(harness)
    person = (await harness.base()).person_by_id[part.person]
    assert (person.post, person.side) == expected


async def test_a_record_of_an_event_and_of_a_person_is_fixed_from_the_fact(harness: EditingHarness) -> None:
    with_go = replace(PLACE, people=(Participation(person=GO, role="chair"),))
    await harness.propose(ANNA, change(PLACE, with_go))
    await harness.tap(ANNA, texts.PUBLISH)
    await open_card(harness)
    assert "Люди: Го Шэнкунь (председатель)" in harness.text_to(ANNA)
    await harness.tap(ANNA, "Событие: Второй диалог")
    await harness.tap(ANNA, "Название")
    await harness.write(ANNA, "Второй диалог министров")
    await harness.tap(ANNA, texts.PUBLISH)
    assert (await harness.base()).event_by_id[EventId("dialogue-2")].title == "Второй диалог министров"
    await open_card(harness)
    await harness.tap(ANNA, "Человек: Го Шэнкунь")
    await harness.tap(ANNA, "Должность")
    await harness.write(ANNA, "министр общественной безопасности")
    await harness.tap(ANNA, texts.PUBLISH)
    assert (await harness.base()).person_by_id[GO].post == "министр общественной безопасности"


async def test_every_screen_has_a_way_back(sqlite_harness: EditingHarness) -> None:
    harness = sqlite_harness
    await open_card(harness)
    card = harness.messages_to(ANNA)[-1]
    first = harness.text_to(ANNA)
    assert harness.labels_to(ANNA)[-1] == CLOSE.label
    for label in ("Утверждение", "Дата", "Люди", "Убрать из базы", "Событие: Второй диалог"):
        await harness.tap(ANNA, label)
        assert harness.text_to(ANNA) != first
        await harness.tap(ANNA, BACK.label)
        assert harness.text_to(ANNA) == first
        assert harness.messages_to(ANNA)[-1]["message_id"] == card["message_id"]
    await harness.write(ANNA, "Второй диалог")
    assert texts.PUBLISH not in harness.labels_to(ANNA), "nothing is asked for any more"
    await harness.tap(ANNA, CLOSE.label, card)
    closed = next(one for one in harness.messages_to(ANNA) if one["message_id"] == card["message_id"])
    assert closed["text"] == "Закрыто."


async def test_from_an_event_in_facts_and_back(sqlite_harness: EditingHarness) -> None:
    harness = sqlite_harness
    await harness.write(ANNA, "/facts")
    await harness.tap(ANNA, "События")
    await harness.tap(ANNA, "2")
    card = harness.messages_to(ANNA)[-1]
    await harness.tap(ANNA, FIX)
    await harness.tap(ANNA, BACK.label)
    assert harness.messages_to(ANNA)[-1]["message_id"] == card["message_id"]
    assert harness.text_to(ANNA).startswith("Событие\nНазвание: Второй диалог")
    assert base_browser.CHANGE_DATE in harness.labels_to(ANNA)
    await harness.tap(ANNA, FIX)
    await harness.tap(ANNA, "Дата")
    await harness.write(ANNA, "июль 2027")
    await harness.tap(ANNA, texts.PUBLISH)
    event = (await harness.base()).event_by_id[EventId("dialogue-2")]
    assert event.when == EdtfDate.parse("2027-07")


async def test_a_late_cancel_of_an_earlier_prompt_leaves_this_one(sqlite_harness: EditingHarness) -> None:
    """The card may stand above the prompts that were answered since it was opened."""
    harness = sqlite_harness
    await open_card(harness)
    card = harness.messages_to(ANNA)[-1]
    await open_card(harness)
    await harness.tap(ANNA, "Дата")
    answered = harness.messages_to(ANNA)[-1]
    await harness.write(ANNA, "июль 2027")
    await harness.tap(ANNA, "Место", card)
    assert await harness.tap(ANNA, "Отмена", answered) is None
    assert "→ Шанхай" in await harness.write(ANNA, "Шанхай")
    await open_card(harness)
    await harness.tap(ANNA, "Дата")
    await harness.write(ANNA, "когда-нибудь")
    await harness.tap(ANNA, "Отмена")
    assert "→" not in await harness.write(ANNA, "август 2027"), "cancelled where it was asked again"
