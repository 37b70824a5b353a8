"""Questions in other words than those of the base: one of several, one of two, again, mentioned."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.engine import Engine
from knowledge.results import Answer, Refusal
from tests.knowledge.dam_base import FILES, ask, first_line, make_engine, told


@pytest.fixture(scope="module")
def engine() -> Engine:
    return make_engine()


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Состоялось совещание в Твери или опять всё отложили и забыли?", None),
        ("Председательствовала Нина Орлова на совещании или на докладе?", "На совещании."),
        ("Совещание прошло в Твери или в Угличе?", "В Твери."),
    ],
)
def test_which_of_two_is_told_in_words_that_stand_side_by_side(
    engine: Engine, question: str, line: str | None
) -> None:
    result = ask(engine, question)
    lead = result.lead if isinstance(result, Answer) else None
    assert (None if lead is None else leads.render(lead)) == line


def test_one_of_several_is_not_one_alone(engine: Engine) -> None:
    assert first_line(ask(engine, "Дубов один из председателей, да?")) == "Да."


def test_whose_post_is_asked_for_in_its_own_words(engine: Engine) -> None:
    assert first_line(ask(engine, "Кто есть капитан порта?")) == "Олег Дубов."


@pytest.mark.parametrize(
    "question", ["Фарватер упоминался?", "про фарватер вспомнили?", "В тексте фигурирует фарватер?"]
)
def test_what_is_spoken_of_is_mentioned(engine: Engine, question: str) -> None:
    result = ask(engine, question)
    assert first_line(result) == "Да."
    assert told(result) == ["order"]


def test_what_is_nowhere_is_not_mentioned(engine: Engine) -> None:
    assert isinstance(ask(engine, "Турбины в заметке упоминались?"), Refusal)


def test_the_second_time_is_again(engine: Engine) -> None:
    assert first_line(ask(engine, "В каком городе лоцманы собрались во второй раз?")) == "В Калязине."


def test_the_second_time_is_an_ordinal_where_nothing_was_done_again() -> None:
    once = make_engine({name: text.replace(" повторно", "") for name, text in FILES.items()})
    assert isinstance(ask(once, "В каком городе лоцманы собрались во второй раз?"), Refusal)


@pytest.mark.parametrize(
    ("messages", "line"),
    [
        (("Дубов австриец?",), "Да."),
        (("Орлова австрийка?",), "Нет: Армения."),
    ],
)
def test_where_a_person_is_from_is_the_side_of_the_record(
    engine: Engine, messages: tuple[str, ...], line: str
) -> None:
    assert first_line(ask(engine, *messages)) == line


def test_a_word_written_apart_and_with_a_slip_is_read_whole() -> None:
    glued = make_engine({name: text.replace("фарватеру", "гидрофарватеру") for name, text in FILES.items()})
    assert told(ask(glued, "Чего не хватает гидро фарватиру?")) == ["depth"]
