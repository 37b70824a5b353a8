"""Callings and parts of buildings, and what «мы» do."""

from __future__ import annotations

import pytest

from knowledge.drafting.pack.drafted_pack import draft_pack
from tests.drafting.test_pack import TODAY


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Картины показал заведующий отделом Пётр Сомов.", "Пётр Сомов", "заведующий отделом"),
        ("О выставке рассказала заведующая отделом Нина Сомова.", "Нина Сомова", "заведующая отделом"),
        ("Бочку сделал бондарь Иван Ситный.", "Иван Ситный", "бондарь"),
        ("Щенков выбрала старший кинолог Анна Дымова.", "Анна Дымова", "старший кинолог"),
        ("Вольер открыл муж Анны Пётр Сомов.", "Пётр Сомов", None),
        ("Вольер открыл сосед Пётр Сомов.", "Пётр Сомов", None),
    ],
)
def test_a_calling_that_no_table_has_is_told_by_the_name_after_it(
    text: str, name: str, post: str | None
) -> None:
    drafted = draft_pack(text, TODAY)
    assert drafted is not None
    assert {one.name: one.post for one in drafted.people}[name] == post


def test_his_director_is_that_of_what_the_sentence_before_names() -> None:
    text = "В Пскове работает центр реставрации «Луч». Мы говорили с его директором, зоологом Олегом Бурым."
    drafted = draft_pack(text, TODAY)
    assert drafted is not None
    assert [one.post for one in drafted.people] == ["директор центра реставрации «Луч», зоолог"]
    unknown = draft_pack("Люди пришли. Мы говорили с его директором Олегом Бурым.", TODAY)
    assert unknown is None or [one.post for one in unknown.people] == ["директор"]


def test_a_floor_is_no_place_by_itself() -> None:
    drafted = draft_pack("Кафе музея работает на втором этаже. Выставка открылась на первом этаже.", TODAY)
    assert drafted is not None
    assert [one.where for one in drafted.every_fact if one.where] == []
    assert [one.where for one in drafted.events if one.where] == []


def test_what_we_do_since_a_month_has_begun_and_is_told_of_others() -> None:
    said = "«С сентября мы читаем водителям правила. Но зрителей мало», — сказал Пётр Сомов."
    article = f"Газета «Берег», Псков, 12 марта 2026 года\n\n{said}"
    drafted = draft_pack(article, TODAY)
    assert drafted is not None
    (rules,) = (one for one in drafted.every_fact if "правила" in one.says)
    assert str(rules.when) == "2025-09"
    assert "С каких пор читают водителям правила?" in rules.questions
    assert not any(word in one.says for one in drafted.every_fact for word in ("Но ", "«но ", "но зрителей"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Музей хлеба открылся в Казани. В его залах 400 книг.", "В залах музея хлеба 400 книг."),
        ("Завод «Луч» построили в Туле. Его цеха займут гектар.", "Цеха завода «Луч» займут гектар."),
        ("Иван Белов открыл клуб. В его доме жили гости.", "В его доме жили гости."),
    ],
)
def test_whose_it_is_stands_in_the_statement(text: str, says: str) -> None:
    drafted = draft_pack(text, TODAY)
    assert drafted is not None
    assert says in [one.says for one in drafted.every_fact]
    assert not [one.where for one in drafted.every_fact if "его" in (one.where or "")]


def test_only_an_event_is_the_topic_of_a_paragraph() -> None:
    for first, asked in (("Концерт начнётся в пять.", True), ("Взрослый билет стоит 300 рублей.", False)):
        drafted = draft_pack(f"{first} Буфет работает до девяти вечера.", TODAY)
        assert drafted is not None
        topical = [one for fact in drafted.every_fact for one in fact.questions if ": когда" in one]
        assert bool(topical) is asked
