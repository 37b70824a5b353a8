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
