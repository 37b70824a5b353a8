"""Short follow-ups put anew as a question of what was told, by an invented pack of a tram line."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.results import Refusal
from tests.knowledge.dam_base import ask, first_line, make_engine, told

_FILES = {
    "source.yaml": """
id: tram
title: Трамвай в Боровске
about: трамвае
publisher: Рельс
published: "2026-06-20"
examples: [Когда пустят трамвай?]
""",
    "people.yaml": """
- {id: zorina, name: Инна Зорина, post: мэр, side: Армения}
- {id: talts, name: Урмас Тальц, post: посол, side: Эстония}
""",
    "events.yaml": """
- id: talks
  title: Переговоры о трамвае
  when: "2026-05"
  where: Боровск
  people: [{id: zorina, role: member}]
- id: visit
  title: Поездка Зориной в Тарту
  when: "../2026-06-20"
  where: Тарту
  people: [{id: zorina, role: member}]
""",
    "facts.yaml": """
- id: place
  says: Переговоры о трамвае прошли в Боровске.
  topic: t
  about: [talks]
  questions: [Где прошли переговоры?, В каком городе были переговоры?, место переговоров]
- id: month
  says: Переговоры о трамвае состоялись в мае 2026 года.
  topic: t
  about: [talks]
  questions: [Когда прошли переговоры?, В каком месяце переговоры?, время переговоров]
- id: armenian-rails
  says: Инна Зорина отметила, что рельсы надо менять.
  topic: t
  said_by: zorina
  people: [{id: zorina, role: speaker}]
  questions: [Что Зорина сказала о рельсах?, Что сказала Армения о рельсах?, слова о рельсах]
- id: estonian-rails
  says: Эстония отметила, что рельсы прослужат долго.
  topic: t
  questions: [Что Эстония сказала о рельсах?, Что отметила Эстония?, Эстония о рельсах]
- id: armenian-fare
  says: Инна Зорина назвала билет дорогим.
  topic: t
  said_by: zorina
  people: [{id: zorina, role: speaker}]
  questions: [Что Зорина сказала о билете?, Как Зорина назвала билет?, слова о билете]
- id: cars
  says: На линию выйдут пять вагонов на Т1 и три на Т3.
  topic: t
  questions: [Сколько вагонов на Т1?, Сколько вагонов выйдет на линию?, вагоны на Т3]
- id: post
  says: Инна Зорина — мэр Боровска.
  topic: t
  people: [{id: zorina, role: member}]
  questions: [Кто такая Зорина?, Кто мэр?, должность Зориной]
""",
    "terms.yaml": "topics: {t: Трамвай}\n",
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return make_engine(_FILES)


@pytest.mark.parametrize("follow_up", ["Названа ли точная дата?", "а числа какого"])
def test_the_exact_day_of_what_was_told(engine: Engine, follow_up: str) -> None:
    assert (
        first_line(ask(engine, "Где прошли переговоры?", follow_up))
        == "Май 2026 года, точный день не назван."
    )


def test_how_many_days_is_no_day(engine: Engine) -> None:
    assert isinstance(ask(engine, "Где прошли переговоры?", "сколько дней они там шли"), Refusal)


def test_what_the_other_side_said_of_it(engine: Engine) -> None:
    result = ask(engine, "Что Зорина сказала о рельсах?", "Эстония с ней в этом согласна?")
    assert told(result) == ["estonian-rails"]


def test_what_the_other_side_did_not_say_of_it(engine: Engine) -> None:
    result = ask(engine, "Что Зорина сказала о билете?", "Эстония с ней в этом согласна?")
    assert isinstance(result, Refusal)


@pytest.mark.parametrize(("follow_up", "line"), [("в мае чтоль?", "Да."), ("летом?", "Нет: май 2026 года.")])
def test_a_bare_time_after_the_place(engine: Engine, follow_up: str, line: str) -> None:
    assert first_line(ask(engine, "Где прошли переговоры?", follow_up)) == line


def test_more_than_another_of_the_same_statement(engine: Engine) -> None:
    assert told(ask(engine, "сколько вагонов на Т1", "и это больше чем на Т3?")) == ["cars"]


def test_no_month_of_what_is_only_told_to_be_over(engine: Engine) -> None:
    assert first_line(ask(engine, "Кто такая Зорина?", "Где она была в мае?")) == "Боровск."


def test_an_adjective_keeps_the_noun_of_the_last_question(engine: Engine) -> None:
    result = ask(engine, "Что сказала армянская сторона о рельсах?", "а эстонская?")
    assert told(result) == ["estonian-rails"]
