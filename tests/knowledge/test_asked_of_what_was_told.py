"""Follow-ups on the people, the speaker and the event told of last."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.results import Refusal
from tests.knowledge.dam_base import ask, first_line, make_engine, told


@pytest.fixture(scope="module")
def engine() -> Engine:
    return make_engine()


@pytest.mark.parametrize(
    "follow_up", ["и что они там решили?", "до чего договорились", "а что там поручили", "И чего наказали?"]
)
def test_what_came_of_the_event_told_of_last(engine: Engine, follow_up: str) -> None:
    assert told(ask(engine, "Где встретились капитаны?", follow_up)) == ["order"]


@pytest.mark.parametrize(
    "messages",
    [("Когда речники ездили в Углич?", "и что решили?"), ("Каковы итоги поездки речников?",)],
)
def test_all_that_came_of_an_event_is_told(engine: Engine, messages: tuple[str, ...]) -> None:
    assert told(ask(engine, *messages)) == ["sluice", "toll"]


def test_what_came_of_it_else(engine: Engine) -> None:
    assert told(ask(engine, "Кто решил построить шлюз?", "что ещё там решили?")) == ["toll"]


@pytest.mark.parametrize("question", ["Что решили в Казани?", "О чём договорились министры?"])
def test_of_another_event_nothing_came(engine: Engine, question: str) -> None:
    assert isinstance(ask(engine, question), Refusal)


@pytest.mark.parametrize(
    "follow_up", ["какие у них должности?", "Уточните, пожалуйста, должности этих двоих", "а должности их"]
)
def test_the_posts_of_those_told_of_last(engine: Engine, follow_up: str) -> None:
    line = first_line(ask(engine, "Кто вёл совещание?", follow_up))
    assert line.splitlines() == ["• Нина Орлова: инженер плотины", "• Олег Дубов: капитан порта"]


@pytest.mark.parametrize(
    ("follow_up", "fact"),
    [
        ("Второй из них, он кто?", "dubov-post"),
        ("Уточните должность последнего.", "dubov-post"),
        ("а женщина какой должность?", "orlova-post"),
        ("а дама?", "orlova-post"),
    ],
)
def test_the_post_of_one_of_those_told_of_last(engine: Engine, follow_up: str, fact: str) -> None:
    assert told(ask(engine, "Кто вёл совещание?", follow_up)) == [fact]


def test_only_those_whom_the_first_line_named(engine: Engine) -> None:
    result = ask(engine, "Кто вёл совещание от Армении?", "какая должность у этого человека")
    assert told(result) == ["orlova-post"]


def test_a_post_of_somebody_else_is_not_theirs(engine: Engine) -> None:
    result = ask(engine, "Кто вёл совещание?", "какая должность у Петрова?")
    assert isinstance(result, Refusal)


@pytest.mark.parametrize("follow_up", ["а ещё он что говорил?", "что ещё он заявил?", "Что ещё сказал?"])
def test_what_the_speaker_of_the_last_fact_said_besides(engine: Engine, follow_up: str) -> None:
    assert told(ask(engine, "Что Дубов сказал о фарватере?", follow_up)) == ["barges"]


def test_what_else_was_said_of_a_topic_is_not_all_else(engine: Engine) -> None:
    result = ask(engine, "Что Дубов сказал о фарватере?", "что ещё он сказал о погоде?")
    assert isinstance(result, Refusal)


@pytest.mark.parametrize("follow_up", ["Названа ли точная дата?", "а числа какого", "а день недели какой?"])
def test_the_day_of_what_was_told_last(engine: Engine, follow_up: str) -> None:
    assert "11 мая 2023 года" in first_line(ask(engine, "Где прошло первое совещание?", follow_up))


def test_yes_to_the_month_after_the_place(engine: Engine) -> None:
    assert first_line(ask(engine, "Где прошло первое совещание?", "в мае чтоль?")).startswith("Да")
