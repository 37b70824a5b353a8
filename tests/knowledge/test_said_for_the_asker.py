"""What stands beside a question for its asker: who claims a thing, what a summary is for."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.results import Answer
from tests.knowledge.dam_base import ask, first_line, make_engine


@pytest.fixture(scope="module")
def engine() -> Engine:
    return make_engine()


@pytest.mark.parametrize(
    "message",
    [
        "Сын написал, что совещание было в Угличе. Это правильно?",
        "сын говорит совещание было в Угличе, правда?",
        "В тетради у мальчика написано, что совещание прошло в Угличе. Прав он?",
        "Вы путаете, голубчик: совещание прошло в Угличе. Ведь так?",
    ],
)
def test_what_somebody_of_no_account_claims_is_judged(engine: Engine, message: str) -> None:
    assert first_line(ask(engine, message)) == "Нет: в Твери, а не в Угличе."


@pytest.mark.parametrize(
    "message",
    [
        "в двух словах про что новость, пока я не вышел",
        "крч в двух словах о чем новость мне на обществознание",
        "Подготовьте краткое изложение содержания материала",
        "Прошу представить краткую справку по содержанию публикации",
        "изложите коротко содержание заметки, как для пересказа в седьмом классе",
        "нужен tl;dr всей новости для сторис, 3-4 строчки",
    ],
)
def test_a_summary_is_given_for_whatever_it_is_needed(engine: Engine, message: str) -> None:
    result = ask(engine, message)
    assert isinstance(result, Answer), result
    assert result.rule == "digest"


@pytest.mark.parametrize("message", ["дата совещания для шапки поста?", "дай дату совещания на карточку"])
def test_the_document_that_an_answer_is_for_says_nothing(engine: Engine, message: str) -> None:
    assert "11 мая" in first_line(ask(engine, message))
