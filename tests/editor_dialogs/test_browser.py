"""/facts: browsing and searching the base, and what each role may see and do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.demo.botapi import updates
from bot.editing.forms.fact_search import search_facts
from bot.records.question_log import AskedQuestion
from bot.replies.answers import other_messages
from bot.replies.editing import base_browser as texts
from bot.replies.editing import gate
from bot.storage.connection.database import Database
from bot.storage.fact_base.fact_usage import StoredFactUsage
from bot.storage.readers.question_log import StoredQuestions
from knowledge.facts.model import FactBase, FactId
from tests.editing.harness import (
    ANNA,
    BASE,
    CHAIR,
    MOVED,
    OWNER,
    PLACE,
    REVIEWER,
    STRANGER,
    EditingHarness,
    change,
)
from tests.storage.test_conversations import NOW


async def test_browsing_from_topics_to_a_fact(harness: EditingHarness) -> None:
    text = await harness.write(ANNA, "/facts")
    assert "Сведений: 2, событий: 2, людей: 1." in text
    assert harness.labels_to(ANNA) == [
        *(
            "Что дальше (1)",
            "Кто (1)",
            "События",
            "Люди",
            "Синонимы",
            "Сокращения",
            "Темы",
            texts.MAIN_SOURCE,
        ),
        *("Добавить…", "Закрыть"),
    ]
    await harness.tap(ANNA, "Что дальше (1)")
    assert harness.text_to(ANNA) == "Что дальше\n\n1. Второй диалог пройдёт в Пекине."
    await harness.tap(ANNA, "1")
    assert harness.text_to(ANNA) == (
        "Сведение\nУтверждение: Второй диалог пройдёт в Пекине.\nТема: Что дальше\nДата: —\n"
        "Примеры вопросов:\n• Где пройдёт второй диалог?\n• место второго диалога\n"
        "• в каком городе второй диалог\nМесто: Пекин\nСобытия:\n• Второй диалог\nЛюди и их роли: —\n"
        "Источник: Синьхуа\nАбзац: —\nОснование: сказано в источнике\n\n"
        "Этим сведением ещё не отвечали."
    )
    assert harness.labels_to(ANNA) == [
        "Исправить",
        "Ещё примеры",
        "Все поля",
        "История",
        "Изменить дату",
        "Убрать из базы",
        "‹ Назад",
        "Закрыть",
    ]
    await harness.tap(ANNA, "‹ Назад")
    assert harness.text_to(ANNA).startswith("Что дальше")
    await harness.tap(ANNA, "Закрыть")
    assert harness.text_to(ANNA) == texts.CLOSED
    assert harness.labels_to(ANNA) == []
    assert "Пекине" in await harness.write(ANNA, "Где пройдёт второй диалог?")


async def test_a_typed_text_searches_facts_in_any_word_form(harness: EditingHarness) -> None:
    await harness.write(ANNA, "/facts")
    assert "1. Второй диалог пройдёт в Пекине." in await harness.write(ANNA, "пекина")
    assert "1. Первый диалог вёл Го Шэнкунь." in await harness.write(ANNA, "председатель первого")
    assert "1. Первый диалог вёл Го Шэнкунь." in await harness.write(ANNA, "Го Шенкунь")
    assert texts.NOTHING in await harness.write(ANNA, "зебра")
    await harness.write(ANNA, "место")
    await harness.tap(ANNA, "1")
    assert harness.text_to(ANNA).startswith("Сведение\nУтверждение: Второй диалог")


async def test_a_card_shows_all_its_examples_page_by_page(harness: EditingHarness) -> None:
    asked = tuple(f"Где пройдёт второй диалог, вариант {number}?" for number in range(25))
    await harness.propose(ANNA, change(PLACE, replace(PLACE, questions=asked)))
    await harness.tap(ANNA, gate.PUBLISH)
    await harness.write(ANNA, "/facts второй диалог пройдёт в Пекине")
    shown = [one for one in asked if f"• {one}" in harness.text_to(ANNA)]
    assert 0 < len(shown) < len(asked)
    while any(label.startswith("Дальше") for label in harness.labels_to(ANNA)):
        await harness.tap(ANNA, "Дальше ›")
        assert harness.text_to(ANNA).startswith("Сведение\nУтверждение: Второй диалог")
        shown += [one for one in asked if f"• {one}" in harness.text_to(ANNA)]
    assert shown == list(asked)


@pytest.mark.parametrize(
    ("kind", "line"),
    [("События", "2. Второй диалог"), ("Люди", "1. Го Шэнкунь"), ("Темы", "1. Что дальше")],
)
async def test_other_kinds_have_lists_and_cards(sqlite_harness: EditingHarness, kind: str, line: str) -> None:
    await sqlite_harness.write(ANNA, "/facts")
    await sqlite_harness.tap(ANNA, kind)
    assert line in sqlite_harness.text_to(ANNA)
    await sqlite_harness.tap(ANNA, "1")
    assert {texts.CHANGE, texts.ALL_FIELDS} & {*sqlite_harness.labels_to(ANNA)}


async def test_the_source_has_a_card_and_cannot_be_retired(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(ANNA, "/facts")
    await sqlite_harness.tap(ANNA, texts.MAIN_SOURCE)
    assert "О чём источник: О диалоге." in sqlite_harness.text_to(ANNA)
    assert "Дата источника: среда, 2 декабря 2015 года — точность до дня" in sqlite_harness.text_to(ANNA)
    assert "Убрать из базы" not in sqlite_harness.labels_to(ANNA)


async def test_history_shows_who_when_and_why(harness: EditingHarness) -> None:
    await harness.propose(ANNA, change(PLACE, MOVED), why="перенесли")
    await harness.tap(ANNA, "Опубликовать")
    await harness.refresh()
    await harness.write(ANNA, "/facts")
    await harness.tap(ANNA, "Что дальше (1)")
    await harness.tap(ANNA, "1")
    await harness.tap(ANNA, "История")
    assert harness.text_to(ANNA) == (
        "История: Второй диалог пройдёт в Шанхае.\n\n"
        "2. 1 мая 2027 года, 12:00, из чата, Читатель 11 — перенесли\n\n"
        "1. 1 мая 2027 года, 12:00, первое наполнение\n\n"
        "Что менялось и как отменить: /history place"
    )
    await harness.tap(ANNA, "‹ Назад")
    assert harness.text_to(ANNA).startswith("Сведение\nУтверждение: Второй диалог")


async def test_an_entity_retired_meanwhile(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(ANNA, "/facts")
    await sqlite_harness.tap(ANNA, "Что дальше (1)")
    await sqlite_harness.propose(OWNER, change(PLACE, None))
    await sqlite_harness.tap(OWNER, "Опубликовать")
    await sqlite_harness.refresh()
    await sqlite_harness.tap(ANNA, "1")
    assert sqlite_harness.text_to(ANNA) == texts.GONE
    await sqlite_harness.tap(ANNA, "‹ Назад")
    assert texts.NOTHING in sqlite_harness.text_to(ANNA)


async def test_a_reviewer_can_read_but_not_edit(harness: EditingHarness) -> None:
    await harness.write(REVIEWER, "/facts")
    assert "Добавить…" not in harness.labels_to(REVIEWER)
    await harness.tap(REVIEWER, "Что дальше (1)")
    await harness.tap(REVIEWER, "1")
    assert harness.labels_to(REVIEWER) == ["История", "‹ Назад", "Закрыть"]
    message = harness.messages_to(REVIEWER)[-1]
    intent = harness.buttons(message)[0][1].split("\x1d")[0]
    shown = harness.text_to(REVIEWER)
    for data in ("edit", "retire", "new:fact", "add", "finish", "field:says"):
        await harness.press_data(f"{intent}\x1d{data}", message, updates.user(REVIEWER))
        assert harness.text_to(REVIEWER) == shown
    assert await harness.revision() == 1


async def test_a_demoted_editor_cannot_finish_a_form(harness: EditingHarness) -> None:
    await harness.write(ANNA, "/facts")
    await harness.tap(ANNA, "Что дальше (1)")
    await harness.tap(ANNA, "1")
    await harness.tap(ANNA, "Убрать из базы")
    owner = await harness.person(OWNER)
    await harness.editing.staff.give(owner, ANNA, "Анна", type(owner.role).REVIEWER)
    await harness.write(ANNA, "просто так")
    assert await harness.editing.publishing.open() == []


async def test_the_command_is_unknown_to_strangers_and_in_groups(harness: EditingHarness) -> None:
    assert await harness.write(STRANGER, "/facts") == other_messages.UNKNOWN_COMMAND
    group = updates.group(-5)
    await harness.feed(updates.text(group, "/facts", updates.user(ANNA)))
    assert harness.messages_to(-5) == []


def test_spelling_is_corrected_only_if_nothing_matches() -> None:
    assert search_facts(BASE, "шенкунь") == (CHAIR,)
    assert search_facts(BASE, "пекин") == (PLACE,)
    assert search_facts(BASE, "") == ()
    assert search_facts(BASE, "  ") == ()
    many = replace(BASE, facts=tuple(replace(PLACE, id=FactId(f"f{number}")) for number in range(300)))
    assert len(search_facts(many, "пекин")) == 100


def test_a_word_of_three_letters_is_searched() -> None:
    base: FactBase = replace(BASE, facts=(replace(PLACE, says="Об этом сообщили в ООН."), CHAIR))
    assert search_facts(base, "оон")[0].says == "Об этом сообщили в ООН."


async def test_usage_counts_answers_only(database: Database) -> None:
    questions, usage = StoredQuestions(database), StoredFactUsage(database)
    for number, (outcome, facts) in enumerate(
        [
            ("answer", ("place",)),
            ("answer", ("chair", "place")),
            ("answer", ("place-2",)),
            ("choices", ("place", "chair")),
            ("refusal", ("place",)),
        ]
    ):
        await questions.record(
            AskedQuestion(
                chat_id=1,
                user_id=1,
                message_id=number,
                text="?",
                outcome=outcome,
                rule="best",
                facts=facts,
                confidence=0.5,
                explanation="",
                at=NOW + timedelta(seconds=number),
            )
        )
    assert [(await usage.of(FactId(fact))).answered for fact in ("place", "chair", "none")] == [2, 1, 0]


async def test_a_card_shows_the_usage_count(harness: EditingHarness) -> None:
    await harness.write(STRANGER, "Где пройдёт второй диалог?")
    await harness.write(ANNA, "/facts")
    await harness.tap(ANNA, "Что дальше (1)")
    await harness.tap(ANNA, "1")
    assert harness.text_to(ANNA).endswith("Этим отвечали 1 раз. Оценки: хорошо — 0, плохо — 0.")


async def test_the_date_that_a_fact_takes_from_its_event_is_changed_there(harness: EditingHarness) -> None:
    await harness.write(ANNA, "/facts")
    await harness.tap(ANNA, "Что дальше (1)")
    await harness.tap(ANNA, "1")
    await harness.tap(ANNA, "Изменить дату")
    assert "Сейчас: июнь 2027 года" in harness.text_to(ANNA)
    text = await harness.write(ANNA, "июль 2027")
    assert text.startswith("Правка события\nДата: июль 2027 года")
