"""The forms through the real Dispatcher: add, change, retire every kind; what is typed wrong; conflicts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.editing import form as texts
from bot.replies.editing import gate
from bot.replies.editing.input_errors import wording
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Basis, Event, EventId, Fact, FactId, Participation, Person, PersonId
from tests.botapi import updates
from tests.editing.desk import ANNA, BASE, BORIS, OWNER, PLACE, REVIEWER, EditingDesk, change

FINISH = "Проверить и опубликовать"


async def go(desk: EditingDesk, *way: str, user: int = ANNA) -> str:
    """Buttons by «[label]», texts otherwise; what the bot shows in the end."""
    for step in way:
        if step.startswith("["):
            await desk.tap(user, step[1:-1])
        else:
            await desk.by(user, step)
    return desk.text_to(user)


async def publish(desk: EditingDesk, user: int = ANNA) -> None:
    """From the gate's screen, below which there may stand a file."""
    screens = [one for one in desk.to(user) if gate.PUBLISH in dict(desk.buttons(one))]
    await desk.tap(user, gate.PUBLISH, screens[-1])
    await desk.refresh()


OPENED = ("/facts", "[Что дальше (1)]", "[1]", "[Изменить]")


async def test_a_fact_is_added_step_by_step(desk: EditingDesk) -> None:
    await go(desk, "/facts", "[Добавить…]", "[Сведение]", "Второй диалог готовит <Го & К°>_*.")
    shown = await go(desk, "[Что дальше]", "июнь 2027")
    assert shown == (
        "Дата\nПонял так: июнь 2027 года — точность до месяца.\nЕсли не так, напишите дату иначе."
    )
    await go(desk, "[Верно]", "Кто готовит второй диалог?\nкто готовит встречу", "[Готово]")
    await go(desk, "[События]", "[Второй диалог]", "[Готово]", "[Кто сказал]", "Китай")
    await go(desk, "[Люди и их роли]", "[Го Шэнкунь]", "организатор", "[Готово]")
    await go(desk, "[Место]", "Пекин", "[Абзац]", "7", "[Основание]", "[выведено из сказанного]", "по тексту")
    shown = await go(desk, "[Причина правки]", "пришло письмо", f"[{FINISH}]")
    assert "(из чата, Читатель 11 — пришло письмо)" in shown
    await publish(desk)
    assert (await desk.base()).facts[-1] == Fact(
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
    )
    assert "<Го & К°>_*" in await desk.by(ANNA, "Кто готовит второй диалог?")


class Questions:
    """An inbox of one question."""

    async def question(self, number: int) -> str | None:
        return {5: "Кто готовит <второй> диалог?"}.get(number)


async def test_a_question_of_the_inbox_becomes_a_fact(quick: EditingDesk) -> None:
    quick.dispatcher["inbox"] = Questions()
    for user in (ANNA, REVIEWER):
        await quick.by(user, "/start")
    message = quick.to(ANNA)[-1]
    assert await quick.press_data("i-new:4", message, updates.user(ANNA)) == OLD_BUTTON
    assert await quick.press_data("i-new:5", quick.to(REVIEWER)[-1], updates.user(REVIEWER)) == OLD_BUTTON
    assert await quick.press_data("i-new:5", message, updates.user(ANNA)) is None
    assert quick.to(ANNA)[0]["text"].startswith("О диалоге.")
    shown = await go(quick, "Второй диалог готовит Го.", "[Что дальше]", "[Пропустить]")
    assert "Примеры вопросов:\n• Кто готовит <второй> диалог?" in shown
    await go(quick, f"[{FINISH}]")
    await publish(quick)
    assert (await quick.base()).facts[-1].questions == ("Кто готовит <второй> диалог?",)


async def test_an_event_a_person_and_terms_are_added(desk: EditingDesk) -> None:
    await go(
        desk, "/facts", "[Добавить…]", "[Событие]", "Третий диалог", "зима 2028", "[Верно]", "[Пропустить]"
    )
    await go(desk, "[Следует за]", "[Второй диалог]", "[Номер в цепочке]", "3", "[Отменено]", f"[{FINISH}]")
    await publish(desk)
    await go(desk, "/facts", "[Добавить…]", "[Человек]", "Лоретта Линч", "[Пропустить]", "США")
    await go(
        desk, "[Другие написания]", "Loretta Lynch\nЛинч", "[Готово]", "[Имя записи]", "lynch", f"[{FINISH}]"
    )
    await publish(desk)
    await go(desk, "/facts", "[Добавить…]", "[Синонимы]", "встреча", "[Готово]", f"[{FINISH}]")
    assert "Не хватает: слова группы." in desk.text_to(ANNA)
    await go(desk, "[Слова группы]", "раунд переговоров", "[Готово]", f"[{FINISH}]")
    await publish(desk)
    await go(
        desk, "/facts", "[Добавить…]", "[Сокращение]", "КНР", "Китайская Народная Республика", f"[{FINISH}]"
    )
    await publish(desk)
    await go(desk, "/facts", "[Добавить…]", "[Тема]", "Люди и должности", f"[{FINISH}]")
    await publish(desk)
    base = await desk.base()
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


async def test_one_field_is_changed_and_nothing_else(desk: EditingDesk) -> None:
    shown = await go(desk, *OPENED, "[Дата]", "до 14 июня 2027", "[Верно]")
    assert "✎ Дата: не позднее 14 июня 2027 года — точность до дня" in shown
    await go(desk, f"[{FINISH}]")
    await publish(desk)
    expected = replace(PLACE, when=EdtfDate.parse("../2027-06-14"))
    assert (await desk.base()).fact_by_id[PLACE.id] == expected


async def test_the_source_and_terms_are_changed_and_retired(desk: EditingDesk) -> None:
    await go(desk, "/facts", "[Источник]", "[Изменить]", "[Дата источника]", "декабрь 2015", "[Верно]")
    await go(desk, "[Ссылка]", "https://пример.рф/a_b", f"[{FINISH}]")
    await publish(desk)
    base = await desk.base()
    assert (str(base.source.published), base.source.url) == ("2015-12", "https://пример.рф/a_b")
    await go(desk, "/facts", "[Темы]", "[2]", "[Изменить]", "[Название]", "Кто был", f"[{FINISH}]")
    await publish(desk)
    assert (await desk.base()).terms.topics == {"next": "Что дальше", "who": "Кто был"}
    await go(desk, "/facts", "[Темы]", "[2]", "[Убрать из базы]", "не нужна")
    await publish(desk)
    assert (await desk.base()).terms.topics == {"next": "Что дальше"}


async def test_a_fact_goes_with_a_reason(desk: EditingDesk) -> None:
    await go(desk, *OPENED[:3], "[Убрать из базы]", " ")
    assert wording("empty", {}) in desk.text_to(ANNA)
    shown = await go(desk, "устарело")
    assert "(из чата, Читатель 11 — устарело)" in shown
    assert "Убирается: сведение place" in shown
    await publish(desk)
    assert [fact.id for fact in (await desk.base()).facts] == ["chair"]


async def test_what_others_need_does_not_go(desk: EditingDesk) -> None:
    shown = await go(desk, "/facts", "[События]", "[2]", "[Убрать из базы]", "лишнее")
    assert "Так база не сложится" in shown
    assert "place: события «dialogue-2» нет" in shown
    assert await desk.revision() == 1
    assert (await go(desk, "[‹ Не убирать]")).startswith("Событие dialogue-2")


async def test_two_editors_in_conflict_see_both_and_choose(desk: EditingDesk) -> None:
    await go(desk, *OPENED, "[Место]", "Шанхай")
    await go(desk, *OPENED, "[Место]", "Харбин", f"[{FINISH}]", user=BORIS)
    await publish(desk, BORIS)
    shown = await go(desk, f"[{FINISH}]")
    assert "Харбин" in shown
    assert "Шанхай" in shown
    assert set(desk.labels_to(ANNA)) >= {gate.MINE, gate.THEIRS}
    await desk.tap(ANNA, gate.MINE)
    await publish(desk)
    assert (await desk.base()).fact_by_id[PLACE.id].where == "Шанхай"
    assert await desk.revision() == 3


async def test_a_group_of_synonyms_that_somebody_changed(desk: EditingDesk) -> None:
    await go(desk, "/facts", "[Добавить…]", "[Синонимы]", "встреча\nраунд", "[Готово]", f"[{FINISH}]")
    await publish(desk)
    await go(desk, "/facts", "[Синонимы]", "[1]", "[Изменить]", "[Слова группы]", "диалог", "[Готово]")
    await go(desk, "/facts", "[Синонимы]", "[1]", "[Убрать из базы]", "не нужно", user=BORIS)
    await publish(desk, BORIS)
    assert texts.GONE in await go(desk, f"[{FINISH}]")
    assert (await desk.base()).terms == BASE.terms


@pytest.mark.parametrize(
    ("field", "typed", "mistake", "data"),
    [
        ("Утверждение", " \n ", "empty", {}),
        ("Утверждение", "я" * 3001, "too-long", {"size": "3001", "limit": "3000"}),
        ("Утверждение", "😀" * 1501, "too-long", {"size": "3002", "limit": "3000"}),
        ("Утверждение", "звонок\x07", "control", {}),
        ("Место", "я" * 301, "too-long", {"size": "301", "limit": "300"}),
        ("Тема", "Нет такой", "not-listed", {}),
        ("События", "Нет такого", "not-listed", {}),
        ("Абзац", "семь", "bad-number", {}),
        ("Абзац", "0", "bad-number", {}),
        ("Абзац", "99999999", "bad-number", {}),
        ("Примеры вопросов", "\n".join(map(str, range(60))), "too-many", {"limit": "50"}),
        ("Примеры вопросов", "Первый?\n" + "я" * 301, "too-long", {"size": "301", "limit": "300"}),
        ("Дата", "31 июня 2016", "bad-date", {"reason": "no-such-day"}),
        ("Дата", "14 июня", "bad-date", {"reason": "no-year"}),
    ],
)
async def test_a_mistake_is_said_at_its_step_and_nothing_is_lost(
    quick: EditingDesk, field: str, typed: str, mistake: str, data: dict[str, str]
) -> None:
    await go(quick, *OPENED, "[Кто сказал]", "Китай", f"[{field}]")
    shown = await go(quick, typed)
    assert shown.startswith(f"{field}\n")
    assert wording(mistake, data) in shown
    shown = await go(quick, "[‹ К записи]")
    assert "✎ Кто сказал: Китай" in shown
    assert shown.count("✎") == 1


async def test_an_id_is_checked_and_stays_for_life(quick: EditingDesk) -> None:
    await go(quick, "/facts", "[Добавить…]", "[Человек]", "Го Шэнкунь Второй", "[Пропустить]", "[Пропустить]")
    for typed, mistake in (("Имя", "bad-id"), ("x" * 41, "bad-id"), ("GO", "taken")):
        assert wording(mistake, {"value": "go"}) in await go(quick, "[Имя записи]", typed)
        await go(quick, "[‹ К записи]")
    assert "Имя записи: go-2" in await go(quick, "[Имя записи]", "go-2")
    assert "Имя записи: go-2" in await go(quick, "[Имя]", "Другое имя")
    await go(quick, "[Выйти без сохранения]", "/facts", "[Люди]", "[1]", "[Изменить]")
    assert "Имя записи" not in quick.labels_to(ANNA)


async def test_an_abbreviation_is_there_once(quick: EditingDesk) -> None:
    await go(quick, "/facts", "[Добавить…]", "[Сокращение]", "КНР", "Китай", f"[{FINISH}]")
    await publish(quick)
    assert wording("taken", {"value": "КНР"}) in await go(
        quick, "/facts", "[Добавить…]", "[Сокращение]", "КНР"
    )
    await go(quick, "/facts", "[Сокращения]", "[1]", "[Изменить]", "[Сокращение]", "КНР", f"[{FINISH}]")
    assert texts.NOTHING_CHANGED in quick.text_to(ANNA)


async def test_an_id_taken_meanwhile_is_made_anew(quick: EditingDesk) -> None:
    await go(quick, "/facts", "[Добавить…]", "[Человек]", "Линч", "[Пропустить]", "[Пропустить]")
    await quick.propose(OWNER, change(None, Person(id=PersonId("linch"), name="Другая Линч")))
    await publish(quick, OWNER)
    assert "Добавляется: человек linch-2" in await go(quick, f"[{FINISH}]")


async def test_a_wrong_link_and_what_is_not_whole(quick: EditingDesk) -> None:
    await go(quick, "/facts", "[Источник]", "[Изменить]", "[Ссылка]")
    assert wording("bad-address", {}) in await go(quick, "пример")
    await go(quick, "/facts", "[Добавить…]", "[Сведение]", "[‹ К записи]")
    assert "Не хватает: утверждение, тема, примеры вопросов, имя записи." in await go(quick, f"[{FINISH}]")
    assert texts.CHOOSE_FIELD in await go(quick, "что-нибудь")


async def test_nothing_changed_is_said(quick: EditingDesk) -> None:
    assert texts.NOTHING_CHANGED in await go(quick, *OPENED, f"[{FINISH}]")
    await go(quick, "[Место]", "Шанхай", "[Место]", "Пекин")
    assert texts.NOTHING_CHANGED in await go(quick, f"[{FINISH}]")


async def test_a_value_is_cleared_and_a_person_loses_the_role(quick: EditingDesk) -> None:
    shown = await go(quick, *OPENED, "[Место]", "[Очистить]")
    assert "✎ Место: —" in shown
    await go(quick, "[Люди и их роли]", "[Го Шэнкунь]", "[гость]", "[✓ Го Шэнкунь — гость]", "[председатель]")
    assert "✓ Го Шэнкунь — председатель" in quick.labels_to(ANNA)
    await go(quick, "[✓ Го Шэнкунь — председатель]", "[Убрать этого человека]")
    assert "Го Шэнкунь" in quick.labels_to(ANNA)


async def test_a_list_of_many_is_turned_page_by_page(quick: EditingDesk) -> None:
    people = [Person(id=PersonId(f"p{number}"), name=f"Человек {number}") for number in range(20)]
    await quick.propose(OWNER, *(change(None, one) for one in people))
    await publish(quick, OWNER)
    await go(quick, *OPENED, "[Люди и их роли]")
    assert len([label for label in quick.labels_to(ANNA) if label.startswith(("Человек", "Го Ш"))]) == 8
    await go(quick, "[Дальше ›]", "[Дальше ›]", "[Человек 19]", "[участник]")
    await go(quick, "[Готово]")
    assert "• Человек 19 (участник)" in quick.text_to(ANNA)


async def test_a_statement_of_any_length_breaks_no_window(quick: EditingDesk) -> None:
    long = replace(
        PLACE, says="Слово и дело. " * 800, questions=tuple(f"{n} " + "я" * 290 for n in range(50))
    )
    await quick.propose(OWNER, change(PLACE, long))
    await publish(quick, OWNER)
    await go(
        quick, "/facts", "[Что дальше (1)]", "[1]", "[История]", "[‹ Назад]", "[Изменить]", "[Утверждение]"
    )
    await go(quick, "Коротко.", "[Примеры вопросов]", "[Дальше ›]", "[✕ 13]", "[Готово]")
    assert "✎ Утверждение: Коротко." in quick.text_to(ANNA)
    await go(quick, "/facts", "[Что дальше (1)]", "[1]", "[Убрать из базы]", "длинно")
    assert any("Убирается: сведение place" in str(one.get("text")) for one in quick.to(ANNA))
