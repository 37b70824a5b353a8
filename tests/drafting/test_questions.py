"""Example questions of a statement: natural, of slots that are filled, of each of its clauses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.drafting.pack.drafted_pack import draft_pack
from knowledge.drafting.parts.simple_clauses import simple_clauses
from tests.drafting.test_pack import TODAY, questions

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("В 22:00 начнётся салют", "Во сколько салют?"),
        ("Библиотеки смогут получить деньги с 1 марта", "С какого числа библиотеки смогут получить деньги?"),
        ("Запись открыта до 20 августа", "До какого числа открыта запись?"),
        ("Серия закончилась со счётом 3:1", "С каким счётом закончилась серия?"),
        ("Число читателей выросло на 27 процентов", "На сколько процентов выросло число читателей?"),
        ("Сводку нужно передавать четыре раза в сутки", "Как часто нужно передавать сводку?"),
        ("Размер гранта составит от 1,5 до 6 миллионов рублей", "Каков размер гранта?"),
        ("Билет на концерт стоит 700 рублей", "Сколько стоит билет на концерт?"),
        ("Парковка разместится у стадиона «Восход»", "У какого стадиона разместится парковка?"),
        ("На сцене выступит группа «Северный ветер»", "Какая группа выступит на сцене?"),
        ("В финале «Метеор» сыграет с «Ладогой»", "С кем сыграет «Метеор»?"),
        ("Концерт перенесут в Дом культуры", "Куда перенесут концерт?"),
        ("Пекарь Ольга Сомова проведёт мастер-класс", "Что проведёт Ольга Сомова?"),
        ("В крае отремонтировали 112 библиотек", "Сколько библиотек отремонтировали в крае?"),
        ("Фестиваль посетили 38 тысяч человек", "Сколько человек посетили фестиваль?"),
        ("Высота башни — 36 метров", "Какова высота башни?"),
        ("Телефон для справок: 45-12-30", "Какой телефон для справок?"),
        ("Во время войны маяк не работал", "Работал ли маяк во время войны?"),
        ("Смотритель Николай Зимин тридцать лет живёт вдали от города", "Сколько лет живёт Николай Зимин?"),
    ],
)
def test_a_slot_is_asked_for(text: str, asked: str) -> None:
    assert asked in questions(text)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "Площадка откроется в 11:00 и закроется в 23:00",
            ["Площадка откроется в 11:00", "Площадка закроется в 23:00"],
        ),
        (
            "Билет стоит 700 рублей, для студентов — 350 рублей",
            ["Билет стоит 700 рублей", "Билет для студентов стоит 350 рублей"],
        ),
        (
            "Билеты поступят в продажу во вторник, самый дешёвый стоит 400 рублей",
            ["Билеты поступят в продажу во вторник", "Самый дешёвый билет стоит 400 рублей"],
        ),
        (
            "Парковка разместится у стадиона, она рассчитана на 600 машин",
            ["Парковка разместится у стадиона", "Парковка рассчитана на 600 машин"],
        ),
        ("Зимой, когда залив замерзает, продукты привозит вертолёт", ["Зимой продукты привозит вертолёт"]),
        (
            "Каждая библиотека, получившая грант, обязана работать в субботу",
            ["Каждая библиотека обязана работать в субботу"],
        ),
    ],
)
def test_each_clause_is_asked_with_its_subject(text: str, clauses: list[str]) -> None:
    assert simple_clauses(text) == clauses


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_a_draft_has_several_questions_of_most_facts(article: Path) -> None:
    base = draft_pack(article.read_text("utf-8"), TODAY)
    assert base is not None
    several = [fact for fact in base.drafts if len(fact.questions) >= 6]
    assert len(several) >= 0.6 * len(base.drafts)
    assert all(
        question.count("«") == question.count("»") for fact in base.drafts for question in fact.questions
    )


def test_the_main_event_has_its_own_date() -> None:
    """Not that of «деньги на ремонт» or «вышли в финал»; «в субботу» is a day of the festival."""
    drafted = {path.stem: draft_pack(path.read_text("utf-8"), date(2026, 11, 27)) for path in ARTICLES}
    events = {
        name: {one.title: str(one.when) for one in base.events} for name, base in drafted.items() if base
    }
    assert events["festival"]["Двенадцатый фестиваль уличной еды «Большая ложка»"] == "2025-08-23/2025-08-24"
    assert "Ремонт" not in events["ministry"]
    assert "2025-03-08" not in events["hockey"].values()
    festival = drafted["festival"]
    assert festival is not None
    (show,) = [one for one in festival.drafts if "салют" in one.says]
    assert str(show.when) == "2025-08-23T18:30"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ирина Швецова рассказала, что в чаше нашли трещину", "Что нашли в чаше?"),
        ("По словам Павла Громова, снимки будут получать бесплатно", "Что будут получать бесплатно?"),
        ("Евгения Ставицкая, химик, руководит университетом", "Кто руководит университетом?"),
        ("Судно вышло из Архангельска 3 июля", "Когда вышло судно из Архангельска?"),
        ("Плата вырастет на 8,4%", "На сколько процентов вырастет плата?"),
        ("Задачи выложат на сайте олимпиады", "Где выложат задачи?"),
        ("Станция Мельничная будет закрыта 5 сентября", "Когда будет закрыта станция Мельничная?"),
        ("В башне 148 ступеней", "Сколько ступеней в башне?"),
        ("Повара приедут на фестиваль из Армении", "Откуда приедут повара на фестиваль?"),
        ("Работа заняла четыре года", "Сколько лет заняла работа?"),
    ],
)
def test_a_clause_is_read_for_what_it_says(text: str, asked: str) -> None:
    assert asked in questions(text)


@pytest.mark.parametrize(
    ("text", "nonsense"),
    [
        ("Участники подали 31 апелляцию, жюри удовлетворило девять", "Кто удовлетворил девять?"),
        ("Церемония состоится под открытым небом", "Под каким небом"),
        ("Церемонию закрытия перенесут в «Прибой»", "В кого"),
        ("Показы пройдут в зале на 180 мест", "Сколько мест"),
        ("Салют начнётся в 22:00", "Кто"),
        ("Если пойдёт дождь, концерт перенесут", "если пойдёт"),
    ],
)
def test_a_slot_that_is_not_filled_is_not_asked_for(text: str, nonsense: str) -> None:
    assert not [one for one in questions(text) if nonsense in one]
