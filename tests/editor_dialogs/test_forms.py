"""Forms through the real Dispatcher: add, edit and retire every kind of entity; invalid input; conflicts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.demo.botapi import updates
from bot.replies.answers.notices import OLD_SCREEN
from bot.replies.editing import form as texts
from bot.replies.editing import form_steps as step_texts
from bot.replies.editing import gate
from bot.replies.editing.input_errors import wording
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Basis, Event, EventId, Fact, FactId, Participation, Person, PersonId
from tests.editing.harness import ANNA, BASE, BORIS, CHAIR, OWNER, PLACE, REVIEWER, EditingHarness, change

FINISH = "Проверить и опубликовать"


async def go(harness: EditingHarness, *steps: str, user: int = ANNA) -> str:
    """Press buttons («[label]») and send texts; returns what the bot shows in the end."""
    for step in steps:
        if step.startswith("["):
            await harness.tap(user, step[1:-1])
        else:
            await harness.write(user, step)
    return harness.text_to(user)


async def publish(harness: EditingHarness, user: int = ANNA) -> None:
    """Publish from the gate screen, which a file may follow."""
    screens = [one for one in harness.messages_to(user) if gate.PUBLISH in dict(harness.buttons(one))]
    await harness.tap(user, gate.PUBLISH, screens[-1])
    await harness.refresh()


OPENED = ("/facts", "[Что дальше (1)]", "[1]", "[Все поля]")


async def test_a_fact_is_added_step_by_step(harness: EditingHarness) -> None:
    await go(harness, "/facts", "[Добавить…]", "[Сведение]", "Второй диалог готовит <Го & К°>_*.")
    shown = await go(harness, "[Что дальше]", "июнь 2027")
    assert shown.startswith("Примеры вопросов\n")
    assert "Дата: июнь 2027 года — точность до месяца." in shown
    await go(harness, "Кто готовит второй диалог?\nкто готовит встречу", "[Готово]")
    await go(harness, "[События]", "[Второй диалог]", "[Готово]", "[Кто сказал]", "Китай")
    await go(harness, "[Люди и их роли]", "[Го Шэнкунь]", "организатор", "[Готово]")
    await go(
        harness, "[Место]", "Пекин", "[Абзац]", "7", "[Основание]", "[выведено из сказанного]", "по тексту"
    )
    shown = await go(harness, "[Причина правки]", "пришло письмо", f"[{FINISH}]")
    assert "(из чата, Читатель 11 — пришло письмо)" in shown
    await publish(harness)
    assert (await harness.base()).facts[-1] == Fact(
        id=FactId("vtoroi-dialog-gotovit-go-k"),
        says="Второй диалог готовит <Го & К°>_*.",
        topic="next",
        questions=("Кто готовит второй диалог?", "кто готовит встречу"),
        about=(EventId("dialogue-2"),),
        people=(Participation(person=PersonId("go"), role="организатор"),),
        said_by="Китай",
        when=EdtfDate.parse("2027-06"),
        where="Пекин",
        paragraph=7,
        basis=Basis.INFERRED,
        because="по тексту",
        source="editor-2027-05-01",
    )
    assert "<Го & К°>_*" in await harness.write(ANNA, "Кто готовит второй диалог?")


class OneQuestionInbox:
    """Question number 5 is open."""

    async def questions(self, number: int) -> tuple[str, ...]:
        return {5: ("Кто готовит <второй> диалог?",)}.get(number, ())


async def test_a_question_of_the_inbox_becomes_a_fact(sqlite_harness: EditingHarness) -> None:
    sqlite_harness.dispatcher["inbox"] = OneQuestionInbox()
    for user in (ANNA, REVIEWER):
        await sqlite_harness.write(user, "/start")
    message = sqlite_harness.messages_to(ANNA)[-1]
    assert await sqlite_harness.press_data("i-new:4", message, updates.user(ANNA)) == OLD_SCREEN
    reviewers = sqlite_harness.messages_to(REVIEWER)[-1]
    assert await sqlite_harness.press_data("i-new:5", reviewers, updates.user(REVIEWER)) == OLD_SCREEN
    assert await sqlite_harness.press_data("i-new:5", message, updates.user(ANNA)) is None
    assert sqlite_harness.messages_to(ANNA)[0]["text"].startswith("О диалоге.")
    assert "Примеры вопросов уже есть:\n• Кто готовит <второй> диалог?" in sqlite_harness.text_to(ANNA)
    await go(sqlite_harness, "Второй диалог готовит Го.")
    await publish(sqlite_harness)
    assert (await sqlite_harness.base()).facts[-1].questions == ("Кто готовит <второй> диалог?",)


async def test_an_event_a_person_and_terms_are_added(harness: EditingHarness) -> None:
    await go(harness, "/facts", "[Добавить…]", "[Событие]", "Третий диалог", "зима 2028", "[Пропустить]")
    await go(
        harness, "[Следует за]", "[Второй диалог]", "[Номер в цепочке]", "3", "[Отменено]", f"[{FINISH}]"
    )
    await publish(harness)
    await go(harness, "/facts", "[Добавить…]", "[Человек]", "Лоретта Линч", "[Пропустить]", "США")
    await go(
        harness,
        "[Другие написания]",
        "Loretta Lynch\nЛинч",
        "[Готово]",
        "[Имя записи]",
        "lynch",
        f"[{FINISH}]",
    )
    await publish(harness)
    await go(harness, "/facts", "[Добавить…]", "[Синонимы]", "встреча", "[Готово]", f"[{FINISH}]")
    assert "Не хватает: слова группы." in harness.text_to(ANNA)
    await go(harness, "[Слова группы]", "раунд переговоров", "[Готово]", f"[{FINISH}]")
    await publish(harness)
    await go(
        harness,
        "/facts",
        "[Добавить…]",
        "[Сокращение]",
        "КНР",
        "Китайская Народная Республика",
        f"[{FINISH}]",
    )
    await publish(harness)
    await go(harness, "/facts", "[Добавить…]", "[Тема]", "Люди и должности", f"[{FINISH}]")
    await publish(harness)
    base = await harness.base()
    assert base.events[-1] == Event(
        id=EventId("tretii-dialog"),
        title="Третий диалог",
        when=EdtfDate.parse("2028-24"),
        follows=EventId("dialogue-2"),
        order=3,
        cancelled=True,
    )
    assert base.people[-1] == Person(
        id=PersonId("lynch"), name="Лоретта Линч", side="США", names=("Loretta Lynch", "Линч")
    )
    assert base.terms.synonyms == (("встреча", "раунд переговоров"),)
    assert base.terms.short == {"КНР": "Китайская Народная Республика"}
    assert base.terms.topics == {**BASE.terms.topics, "lyudi-i-dolzhnosti": "Люди и должности"}


async def test_one_field_is_edited_and_nothing_else(harness: EditingHarness) -> None:
    shown = await go(harness, *OPENED, "[Дата]", "до 14 июня 2027")
    assert "✎ Дата: не позднее 14 июня 2027 года — точность до дня" in shown
    await go(harness, f"[{FINISH}]")
    await publish(harness)
    # Its source does not say the new date: the editor does.
    expected = replace(PLACE, when=EdtfDate.parse("../2027-06-14"), source="editor-2027-05-01")
    assert (await harness.base()).fact_by_id[PLACE.id] == expected


async def test_the_source_and_terms_are_edited_and_retired(harness: EditingHarness) -> None:
    await go(harness, "/facts", "[Главный источник]", "[Изменить]", "[Дата источника]", "декабрь 2015")
    await go(harness, "[Ссылка]", "https://пример.рф/a_b", f"[{FINISH}]")
    await publish(harness)
    base = await harness.base()
    assert (str(base.source.published), base.source.url) == ("2015-12", "https://пример.рф/a_b")
    await go(harness, "/facts", "[Темы]", "[2]", "[Изменить]", "[Название]", "Кто был", f"[{FINISH}]")
    await publish(harness)
    assert (await harness.base()).terms.topics == {"next": "Что дальше", "who": "Кто был"}
    await go(harness, "/facts", "[Темы]", "[2]", "[Убрать из базы]", "не нужна")
    await publish(harness)
    assert (await harness.base()).terms.topics == {"next": "Что дальше"}


async def test_a_fact_is_retired_with_a_reason(harness: EditingHarness) -> None:
    await go(harness, *OPENED[:3], "[Убрать из базы]", " ")
    assert wording("empty", {}) in harness.text_to(ANNA)
    shown = await go(harness, "устарело")
    assert "(из чата, Читатель 11 — устарело)" in shown
    assert "Убирается: сведение «Второй диалог пройдёт в Пекине»" in shown
    await publish(harness)
    assert [fact.id for fact in (await harness.base()).facts] == ["chair"]


async def test_an_entity_that_others_need_is_not_retired(harness: EditingHarness) -> None:
    shown = await go(harness, "/facts", "[События]", "[2]", "[Убрать из базы]", "лишнее")
    assert "Так база не сложится" in shown
    assert (
        "«Второй диалог пройдёт в Пекине»: говорит о событии «Второй диалог», а его в базе не будет" in shown
    )
    assert await harness.revision() == 1
    assert (await go(harness, "[‹ Не убирать]")).startswith("Событие\nНазвание: Второй диалог")


async def test_in_a_conflict_the_editor_sees_both_versions_and_chooses(harness: EditingHarness) -> None:
    await go(harness, *OPENED, "[Абзац]", "5")
    await go(harness, *OPENED, "[Абзац]", "6", f"[{FINISH}]", user=BORIS)
    await publish(harness, BORIS)
    shown = await go(harness, f"[{FINISH}]")
    assert "Абзац: было «нет», в базе «6», у вас «5»" in shown
    assert "Изменено: Читатель 12" in shown
    assert set(harness.labels_to(ANNA)) >= {gate.MINE, gate.THEIRS}
    await harness.tap(ANNA, gate.MINE)
    await publish(harness)
    assert (await harness.base()).fact_by_id[PLACE.id].paragraph == 5
    assert await harness.revision() == 3


async def test_an_edit_of_which_nothing_is_left_in_a_conflict_is_dropped(
    sqlite_harness: EditingHarness,
) -> None:
    await go(sqlite_harness, *OPENED, "[Абзац]", "5")
    await go(sqlite_harness, *OPENED, "[Абзац]", "6", f"[{FINISH}]", user=BORIS)
    await publish(sqlite_harness, BORIS)
    await go(sqlite_harness, f"[{FINISH}]", f"[{gate.THEIRS}]")
    assert sqlite_harness.text_to(ANNA).endswith("отменена.")
    assert (await sqlite_harness.base()).fact_by_id[PLACE.id].paragraph == 6


async def test_a_group_of_synonyms_retired_by_somebody_else(harness: EditingHarness) -> None:
    await go(harness, "/facts", "[Добавить…]", "[Синонимы]", "встреча\nраунд", "[Готово]", f"[{FINISH}]")
    await publish(harness)
    await go(harness, "/facts", "[Синонимы]", "[1]", "[Изменить]", "[Слова группы]", "диалог", "[Готово]")
    await go(harness, "/facts", "[Синонимы]", "[1]", "[Убрать из базы]", "не нужно", user=BORIS)
    await publish(harness, BORIS)
    assert texts.GONE in await go(harness, f"[{FINISH}]")
    assert (await harness.base()).terms == BASE.terms


@pytest.mark.parametrize(
    ("field", "typed", "mistake", "data"),
    [
        ("Утверждение", " \n ", "empty", {}),
        ("Утверждение", "я" * 3001, "too-long", {"size": "3001", "limit": "3000"}),
        ("Утверждение", "😀" * 1501, "too-long", {"size": "3002", "limit": "3000"}),
        ("Утверждение", "звонок\x07", "control", {}),
        ("Место", "я" * 301, "too-long", {"size": "301", "limit": "300"}),
        ("События", "Нет такого", "not-listed", {}),
        ("Абзац", "семь", "bad-number", {}),
        ("Абзац", "0", "bad-number", {}),
        ("Абзац", "99999999", "bad-number", {}),
        ("Примеры вопросов", "\n".join(map(str, range(60))), "too-many", {"limit": "50"}),
        ("Примеры вопросов", "Первый?\n" + "я" * 301, "too-long", {"size": "301", "limit": "300"}),
        ("Дата", "31 июня 2016", "bad-date", {"reason": "no-such-day"}),
        ("Дата", "июнь 2016, 15:00", "bad-date", {"reason": "clock-without-day"}),
    ],
)
async def test_an_invalid_value_is_explained_at_its_step_and_nothing_is_lost(
    sqlite_harness: EditingHarness, field: str, typed: str, mistake: str, data: dict[str, str]
) -> None:
    await go(sqlite_harness, *OPENED, "[Кто сказал]", "Китай", f"[{field}]")
    shown = await go(sqlite_harness, typed)
    assert shown.startswith(f"{field}\n")
    assert wording(mistake, data) in shown
    shown = await go(sqlite_harness, "[‹ К записи]")
    assert "✎ Кто сказал: Китай" in shown
    assert shown.count("✎") == 1


async def test_an_id_is_validated_and_cannot_be_changed_later(sqlite_harness: EditingHarness) -> None:
    await go(
        sqlite_harness,
        "/facts",
        "[Добавить…]",
        "[Человек]",
        "Го Шэнкунь Второй",
        "[Пропустить]",
        "[Пропустить]",
    )
    for typed, mistake in (("Имя", "bad-id"), ("x" * 41, "bad-id"), ("GO", "taken")):
        assert wording(mistake, {"value": "go"}) in await go(sqlite_harness, "[Имя записи]", typed)
        await go(sqlite_harness, "[‹ К записи]")
    assert "Имя записи: go-2" in await go(sqlite_harness, "[Имя записи]", "go-2")
    assert "Имя записи: go-2" in await go(sqlite_harness, "[Имя]", "Другое имя")
    await go(sqlite_harness, "[Выйти без сохранения]", "/facts", "[Люди]", "[1]", "[Все поля]")
    assert "Имя записи" not in sqlite_harness.labels_to(ANNA)


async def test_an_abbreviation_is_unique(sqlite_harness: EditingHarness) -> None:
    await go(sqlite_harness, "/facts", "[Добавить…]", "[Сокращение]", "КНР", "Китай", f"[{FINISH}]")
    await publish(sqlite_harness)
    assert wording("taken", {"value": "КНР"}) in await go(
        sqlite_harness, "/facts", "[Добавить…]", "[Сокращение]", "КНР"
    )
    await go(
        sqlite_harness, "/facts", "[Сокращения]", "[1]", "[Изменить]", "[Сокращение]", "КНР", f"[{FINISH}]"
    )
    assert texts.NOTHING_CHANGED in sqlite_harness.text_to(ANNA)


async def test_an_id_taken_meanwhile_is_replaced(sqlite_harness: EditingHarness) -> None:
    await go(sqlite_harness, "/facts", "[Добавить…]", "[Человек]", "Линч", "[Пропустить]", "[Пропустить]")
    await sqlite_harness.propose(OWNER, change(None, Person(id=PersonId("linch"), name="Другая Линч")))
    await publish(sqlite_harness, OWNER)
    assert "Добавляется: человек «Линч»" in await go(sqlite_harness, f"[{FINISH}]")


async def test_a_wrong_link_and_missing_fields(sqlite_harness: EditingHarness) -> None:
    await go(sqlite_harness, "/facts", "[Главный источник]", "[Изменить]", "[Ссылка]")
    assert wording("bad-address", {}) in await go(sqlite_harness, "пример")
    await go(sqlite_harness, "/facts", "[Добавить…]", "[Сведение]", "[‹ К записи]")
    assert "Не хватает: утверждение, тема, примеры вопросов, имя записи." in await go(
        sqlite_harness, f"[{FINISH}]"
    )


async def test_an_unchanged_form_is_reported(sqlite_harness: EditingHarness) -> None:
    assert texts.NOTHING_CHANGED in await go(sqlite_harness, *OPENED, f"[{FINISH}]")
    await go(sqlite_harness, "[Место]", "Шанхай", "[Место]", "Пекин")
    assert texts.NOTHING_CHANGED in await go(sqlite_harness, f"[{FINISH}]")


async def test_a_value_is_cleared_and_a_person_removed(sqlite_harness: EditingHarness) -> None:
    shown = await go(sqlite_harness, *OPENED, "[Место]", "[Очистить]")
    assert "✎ Место: —" in shown
    await go(
        sqlite_harness,
        "[Люди и их роли]",
        "[Го Шэнкунь]",
        "[гость]",
        "[✓ Го Шэнкунь — гость]",
        "[председатель]",
    )
    assert "✓ Го Шэнкунь — председатель" in sqlite_harness.labels_to(ANNA)
    await go(sqlite_harness, "[✓ Го Шэнкунь — председатель]", "[Убрать этого человека]")
    assert "Го Шэнкунь" in sqlite_harness.labels_to(ANNA)


async def test_a_long_list_is_paged(sqlite_harness: EditingHarness) -> None:
    people = [Person(id=PersonId(f"p{number}"), name=f"Человек {number}") for number in range(20)]
    await sqlite_harness.propose(OWNER, *(change(None, one) for one in people))
    await publish(sqlite_harness, OWNER)
    await go(sqlite_harness, *OPENED, "[Люди и их роли]")
    assert (
        len([label for label in sqlite_harness.labels_to(ANNA) if label.startswith(("Человек", "Го Ш"))]) == 8
    )
    await go(sqlite_harness, "[Дальше ›]", "[Дальше ›]", "[Человек 19]", "[участник]")
    await go(sqlite_harness, "[Готово]")
    assert "• Человек 19 (участник)" in sqlite_harness.text_to(ANNA)


async def test_a_very_long_statement_breaks_no_window(sqlite_harness: EditingHarness) -> None:
    long = replace(
        PLACE, says="Слово и дело. " * 800, questions=tuple(f"{n} " + "я" * 290 for n in range(50))
    )
    await sqlite_harness.propose(OWNER, change(PLACE, long))
    await publish(sqlite_harness, OWNER)
    await go(
        sqlite_harness,
        "/facts",
        "[Что дальше (1)]",
        "[1]",
        "[История]",
        "[‹ Назад]",
        "[Все поля]",
        "[Утверждение]",
    )
    await go(sqlite_harness, "Коротко.", "[Примеры вопросов]", "[Дальше ›]", "[✕ 13]", "[Готово]")
    assert "✎ Утверждение: Коротко." in sqlite_harness.text_to(ANNA)
    await go(sqlite_harness, "/facts", "[Что дальше (1)]", "[1]", "[Убрать из базы]", "длинно")
    messages = sqlite_harness.messages_to(ANNA)
    assert any("Убирается: сведение «" in str(one.get("text")) for one in messages)


async def test_a_text_typed_where_a_button_is_awaited_is_kept(sqlite_harness: EditingHarness) -> None:
    shown = await go(sqlite_harness, *OPENED, "Харбин")
    assert step_texts.kept_text("Харбин") in shown
    assert "✎ Место: Харбин" in await go(sqlite_harness, "[Место]")
    shown = await go(sqlite_harness, "Где соберутся?\nв каком городе съезд?")
    assert step_texts.QUESTIONS_ADDED in shown
    assert "• Где соберутся?\n• в каком городе съезд?" in shown
    shown = await go(sqlite_harness, "[События]", "семь абзацев")
    assert step_texts.kept_text("семь абзацев") in shown
    assert "✎ Почему так: семь абзацев" in await go(sqlite_harness, "[‹ К записи]", "[Почему так]")


async def test_a_new_topic_is_added_while_one_is_picked(harness: EditingHarness) -> None:
    await go(harness, "/facts", "[Добавить…]", "[Сведение]", "Завтрак длился час.")
    assert step_texts.new_topic("Завтраки") in await go(harness, "Завтраки")
    await go(harness, "[Новая тема: Завтраки]", "[Пропустить]", "Сколько длился завтрак?", "[Готово]")
    assert "Тема: Завтраки" in harness.text_to(ANNA)
    await go(harness, f"[{FINISH}]")
    await publish(harness)
    base = await harness.base()
    assert (base.facts[-1].topic, base.terms.topics["zavtraki"]) == ("zavtraki", "Завтраки")


async def test_an_example_of_another_fact_is_flagged(sqlite_harness: EditingHarness) -> None:
    shown = await go(sqlite_harness, *OPENED, "[Примеры вопросов]", "кто вёл первый диалог")
    assert step_texts.taken_example("кто вёл первый диалог", CHAIR.says) in shown


async def test_a_date_is_confirmed_only_where_something_is_not_kept(sqlite_harness: EditingHarness) -> None:
    shown = await go(sqlite_harness, *OPENED, "[Дата]", "в середине июня 2027")
    assert "Понял так: июнь 2027 года — точность до месяца. «в середине» сохранить нельзя." in shown
    assert "✎ Дата: июнь 2027 года" in await go(sqlite_harness, "[Верно]")
    shown = await go(sqlite_harness, "[Дата]", "14 июня в 15:00")
    assert "Год не назван, взял 2027." in shown
    shown = await go(sqlite_harness, "[Верно]")
    assert "✎ Дата: понедельник, 14 июня 2027 года, 15:00 — точность до минуты" in shown
    assert "✎ Дата: июль 2027 года" in await go(sqlite_harness, "[Дата]", "через два месяца")


@pytest.mark.parametrize("command", ["/inbox", "/start", "/facts"])
async def test_a_form_that_a_command_interrupts_is_kept_as_typed(
    harness: EditingHarness, command: str
) -> None:
    await go(
        harness, "/facts", "[Добавить…]", "[Сведение]", "Завтрак длился час.", "[Что дальше]", "июнь 2027"
    )
    await go(harness, command)
    assert any(
        "Форма сохранена: «Завтрак длился час.»" in one.get("text", "") for one in harness.messages_to(ANNA)
    )
    harness.restart()
    listed = await go(harness, "/drafts")
    assert "Форма не дописана: новое сведение «Завтрак длился час.», 1 мая 2027 года, 12:" in listed
    await go(harness, "[Форма: Завтрак длился час.]", "Сколько длился завтрак?", "[Готово]")
    shown = harness.text_to(ANNA)
    assert "Утверждение: Завтрак длился час.\nТема: Что дальше\nДата: июнь 2027 года" in shown
    assert await go(harness, "[Выйти без сохранения]", "/drafts") == "Незаконченных правок нет."


async def test_a_removal_that_a_command_interrupts_is_kept(sqlite_harness: EditingHarness) -> None:
    await go(sqlite_harness, "/facts пекине", "[Убрать из базы]", "/inbox")
    sqlite_harness.restart()
    assert "Убрать из базы: «Второй диалог пройдёт в Пекине.»" in await go(sqlite_harness, "/drafts")
    asked = await go(sqlite_harness, "[Убрать: Второй диалог пройдёт в Пекине.]")
    assert asked.startswith("Убрать из базы: Второй диалог пройдёт в Пекине.")
    await go(sqlite_harness, "/drafts")
    assert await go(sqlite_harness, "[Не убирать]") == "Незаконченных правок нет."


async def test_a_kept_form_is_dropped_and_is_its_editors_own(sqlite_harness: EditingHarness) -> None:
    await go(sqlite_harness, *OPENED, "[Место]", "Харбин", "/start")
    assert await go(sqlite_harness, "/drafts", user=BORIS) == "Незаконченных правок нет."
    assert "Второй диалог пройдёт в Пекине." in await go(sqlite_harness, "/drafts")
    assert await go(sqlite_harness, "[Удалить]") == "Незаконченных правок нет."


async def test_an_untouched_form_is_not_kept(sqlite_harness: EditingHarness) -> None:
    assert await go(sqlite_harness, *OPENED, "/drafts") == "Незаконченных правок нет."


async def test_a_year_that_is_not_typed_is_that_of_what_is_edited(sqlite_harness: EditingHarness) -> None:
    """In 2027 an editor writes of an event of December 2015, or of what its source told."""
    shown = await go(sqlite_harness, "/facts", "[События]", "[1]", "[Изменить дату]", "в середине июня")
    assert "Понял так: июнь 2015 года" in shown
    assert "«в середине» сохранить нельзя. Год не назван, взял 2015." in shown
    assert "✎ Дата: июнь 2015 года" in await go(sqlite_harness, "[Верно]")
