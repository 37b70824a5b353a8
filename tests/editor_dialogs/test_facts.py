"""/facts: walking through the base, searching it, and what each role may see of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.editing.forms.fact_search import search_facts
from bot.records.question_log import AskedQuestion
from bot.replies.answers import other_messages
from bot.replies.editing import base_browser as texts
from bot.storage.database import Database
from bot.storage.fact_usage import StoredFactUsage
from bot.storage.question_log import StoredQuestions
from knowledge.facts.model import FactBase, FactId
from tests.botapi import updates
from tests.editing.desk import ANNA, BASE, CHAIR, MOVED, OWNER, PLACE, REVIEWER, STRANGER, EditingDesk, change
from tests.storage.test_conversations import NOW


async def test_the_base_is_walked_from_topics_to_a_fact(desk: EditingDesk) -> None:
    text = await desk.by(ANNA, "/facts")
    assert "Сведений: 2, событий: 2, людей: 1." in text
    assert desk.labels_to(ANNA) == [
        *("Что дальше (1)", "Кто (1)", "События", "Люди", "Синонимы", "Сокращения", "Темы", "Источник"),
        *("Добавить…", "Закрыть"),
    ]
    await desk.tap(ANNA, "Что дальше (1)")
    assert desk.text_to(ANNA) == "Что дальше\n\n1. Второй диалог пройдёт в Пекине."
    await desk.tap(ANNA, "1")
    assert desk.text_to(ANNA) == (
        "Сведение place\nУтверждение: Второй диалог пройдёт в Пекине.\nТема: Что дальше\nДата: —\n"
        "Примеры вопросов:\n• Где пройдёт второй диалог?\n• место второго диалога\n"
        "• в каком городе второй диалог\nМесто: Пекин\nСобытия:\n• Второй диалог\nЛюди и их роли: —\n"
        "Абзац: —\nОснование: сказано в источнике\n\n"
        "Этим сведением ещё не отвечали."
    )
    assert desk.labels_to(ANNA) == ["Изменить", "История", "Убрать из базы", "‹ Назад", "Закрыть"]
    await desk.tap(ANNA, "‹ Назад")
    assert desk.text_to(ANNA).startswith("Что дальше")
    await desk.tap(ANNA, "Закрыть")
    assert desk.text_to(ANNA) == texts.CLOSED
    assert desk.labels_to(ANNA) == []
    assert "Пекине" in await desk.by(ANNA, "Где пройдёт второй диалог?")


async def test_words_typed_find_facts_in_any_form(desk: EditingDesk) -> None:
    await desk.by(ANNA, "/facts")
    assert "1. Второй диалог пройдёт в Пекине." in await desk.by(ANNA, "пекина")
    assert "1. Первый диалог вёл Го Шэнкунь." in await desk.by(ANNA, "председатель первого")
    assert "1. Первый диалог вёл Го Шэнкунь." in await desk.by(ANNA, "Го Шенкунь")
    assert texts.NOTHING in await desk.by(ANNA, "зебра")
    await desk.by(ANNA, "место")
    await desk.tap(ANNA, "1")
    assert desk.text_to(ANNA).startswith("Сведение place")


@pytest.mark.parametrize(
    ("kind", "line"),
    [("События", "2. Второй диалог"), ("Люди", "1. Го Шэнкунь"), ("Темы", "1. Что дальше")],
)
async def test_other_kinds_have_lists_and_cards(quick: EditingDesk, kind: str, line: str) -> None:
    await quick.by(ANNA, "/facts")
    await quick.tap(ANNA, kind)
    assert line in quick.text_to(ANNA)
    await quick.tap(ANNA, "1")
    assert "Изменить" in quick.labels_to(ANNA)


async def test_the_source_has_a_card_and_cannot_go(quick: EditingDesk) -> None:
    await quick.by(ANNA, "/facts")
    await quick.tap(ANNA, "Источник")
    assert "О чём источник: О диалоге." in quick.text_to(ANNA)
    assert "Дата источника: среда, 2 декабря 2015 года — точность до дня" in quick.text_to(ANNA)
    assert "Убрать из базы" not in quick.labels_to(ANNA)


async def test_history_says_who_when_and_why(desk: EditingDesk) -> None:
    await desk.propose(ANNA, change(PLACE, MOVED), why="перенесли")
    await desk.tap(ANNA, "Опубликовать")
    await desk.refresh()
    await desk.by(ANNA, "/facts")
    await desk.tap(ANNA, "Что дальше (1)")
    await desk.tap(ANNA, "1")
    await desk.tap(ANNA, "История")
    assert desk.text_to(ANNA) == (
        "История: Второй диалог пройдёт в Шанхае.\n\n"
        "2. 1 мая 2027 года, 12:00, из чата, Читатель 11 — перенесли\n\n"
        "1. 1 мая 2027 года, 12:00, первое наполнение, files\n\n"
        "Что менялось и как отменить: /history place"
    )
    await desk.tap(ANNA, "‹ Назад")
    assert desk.text_to(ANNA).startswith("Сведение place")


async def test_an_entity_that_went_meanwhile(quick: EditingDesk) -> None:
    await quick.by(ANNA, "/facts")
    await quick.tap(ANNA, "Что дальше (1)")
    await quick.propose(OWNER, change(PLACE, None))
    await quick.tap(OWNER, "Опубликовать")
    await quick.refresh()
    await quick.tap(ANNA, "1")
    assert quick.text_to(ANNA) == texts.GONE
    await quick.tap(ANNA, "‹ Назад")
    assert texts.NOTHING in quick.text_to(ANNA)


async def test_a_reviewer_reads_and_changes_nothing(desk: EditingDesk) -> None:
    await desk.by(REVIEWER, "/facts")
    assert "Добавить…" not in desk.labels_to(REVIEWER)
    await desk.tap(REVIEWER, "Что дальше (1)")
    await desk.tap(REVIEWER, "1")
    assert desk.labels_to(REVIEWER) == ["История", "‹ Назад", "Закрыть"]
    message = desk.to(REVIEWER)[-1]
    intent = desk.buttons(message)[0][1].split("\x1d")[0]
    shown = desk.text_to(REVIEWER)
    for data in ("edit", "retire", "new:fact", "add", "finish", "field:says"):
        await desk.press_data(f"{intent}\x1d{data}", message, updates.user(REVIEWER))
        assert desk.text_to(REVIEWER) == shown
    assert await desk.revision() == 1


async def test_a_demoted_editor_cannot_end_a_form(desk: EditingDesk) -> None:
    await desk.by(ANNA, "/facts")
    await desk.tap(ANNA, "Что дальше (1)")
    await desk.tap(ANNA, "1")
    await desk.tap(ANNA, "Убрать из базы")
    owner = await desk.person(OWNER)
    await desk.editing.staff.give(owner, ANNA, "Анна", type(owner.role).REVIEWER)
    await desk.by(ANNA, "просто так")
    assert await desk.editing.publishing.open() == []


async def test_to_strangers_and_in_groups_there_is_no_such_command(desk: EditingDesk) -> None:
    assert await desk.by(STRANGER, "/facts") == other_messages.UNKNOWN_COMMAND
    group = updates.group(-5)
    await desk.feed(updates.text(group, "/facts", updates.user(ANNA)))
    assert desk.to(-5) == []


def test_typing_errors_are_forgiven_only_where_nothing_matches() -> None:
    assert search_facts(BASE, "шенкунь") == (CHAIR,)
    assert search_facts(BASE, "пекин") == (PLACE,)
    assert search_facts(BASE, "") == ()
    assert search_facts(BASE, "  ") == ()
    many = replace(BASE, facts=tuple(replace(PLACE, id=FactId(f"f{number}")) for number in range(300)))
    assert len(search_facts(many, "пекин")) == 100


def test_a_word_of_three_letters_is_a_word() -> None:
    base: FactBase = replace(BASE, facts=(replace(PLACE, says="Об этом сообщили в ООН."), CHAIR))
    assert search_facts(base, "оон")[0].says == "Об этом сообщили в ООН."


async def test_use_is_counted_from_answers_alone(database: Database) -> None:
    questions, use = StoredQuestions(database), StoredFactUsage(database)
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
    assert [(await use.of(FactId(fact))).answered for fact in ("place", "chair", "none")] == [2, 1, 0]


async def test_a_card_says_how_often_it_answered(desk: EditingDesk) -> None:
    await desk.by(STRANGER, "Где пройдёт второй диалог?")
    await desk.by(ANNA, "/facts")
    await desk.tap(ANNA, "Что дальше (1)")
    await desk.tap(ANNA, "1")
    assert desk.text_to(ANNA).endswith("Отвечало раз: 1. Оценки: хорошо — 0, плохо — 0.")
