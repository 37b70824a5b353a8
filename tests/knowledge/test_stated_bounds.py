"""A stated amount by what the words make of it: a comparative, a capacity, a condition, hours of a day."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal

_FILES = {
    "source.yaml": """
id: lift
title: Подъёмник «Гребень» открыт
about: подъёмнику «Гребень»
publisher: Вестник
published: "2026-05-05"
examples: [Какова длина подъёмника?]
""",
    "people.yaml": """
- {id: rudin, name: Тарас Рудин, post: смотритель подъёмника}
""",
    "facts.yaml": """
- id: length
  says: Длина подъёмника — 1340 метров.
  topic: t
  questions: [Какова длина подъёмника?, Сколько метров подъёмник?, протяжённость подъёмника]
- id: gondola
  says: У подъёмника 26 гондол, каждая рассчитана на шесть человек.
  topic: t
  questions: [Сколько гондол?, Сколько человек помещается в гондолу?, вместимость гондолы]
- id: frost
  says: При морозе сильнее 25 градусов подъёмник останавливают.
  topic: t
  questions: [При каком морозе подъёмник не работает?, Когда подъёмник останавливают?, мороз]
- id: hours
  says: Подъёмник работает ежедневно с 8:00 до 21:00, а по четвергам — с 13:00.
  topic: t
  questions: [Как работает подъёмник?, Во сколько открывается подъёмник?, часы работы]
- id: keeper
  says: 72-летний Тарас Рудин стал смотрителем подъёмника.
  topic: t
  people: [{id: rudin, role: subject}]
  questions: [Кто смотритель подъёмника?, Сколько лет Рудину?, смотритель]
""",
    "terms.yaml": "synonyms: []\ntopics: {t: Подъёмник}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))
WEDNESDAY = datetime(2026, 5, 6, 12, 0, tzinfo=ZoneInfo("Europe/Moscow"))


def _line(question: str) -> str:
    """The first line of the answer; empty where the statement stands alone."""
    result = ENGINE.reply(question, NEW, WEDNESDAY).result
    assert isinstance(result, Answer), question
    return leads.render(result.lead, WEDNESDAY.date()) if result.lead is not None else ""


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Подъёмник длиннее двух километров?", "Нет: 1340 метров."),
        ("Подъёмник длиннее одного километра?", "Да: 1340 метров."),
        ("Подъёмник короче двух километров?", "Да: 1340 метров."),
        ("Подъёмник длиннее, чем 1200 метров?", "Да: 1340 метров."),
        ("Рудину больше восьмидесяти?", "Нет: 72 года."),
        ("Рудину больше семидесяти?", "Да: 72 года."),
        ("Рудин старше семидесяти лет?", "Да: 72 года."),
    ],
)
def test_comparative_is_held_by_the_amount(question: str, line: str) -> None:
    assert _line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Четыре человека в гондолу поместятся?", "Да: шесть человек."),
        ("В гондолу влезет 6 человек?", "Да: шесть человек."),
        ("В гондолу влезет 7 человек?", "Нет: шесть человек."),
        ("Больше шести человек в гондолу поместится?", "Нет: шесть человек."),
        ("Гондола рассчитана на четырёх человек?", "Нет: шесть человек."),
    ],
)
def test_capacity_bounds_what_goes_in(question: str, line: str) -> None:
    assert _line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Подъёмник работает при морозе 30 градусов?", "Нет, это не так."),
        ("Подъёмник работает при морозе 10 градусов?", ""),
        ("Подъёмник не работает при морозе 30 градусов?", "Да, это так."),
        ("Подъёмник не работает при морозе 10 градусов?", ""),
        ("Подъёмник останавливают при морозе 30 градусов?", "Да: сильнее 25 градусов."),
        ("Подъёмник останавливают при морозе 10 градусов?", "Нет: сильнее 25 градусов."),
    ],
)
def test_deed_turns_a_condition(question: str, line: str) -> None:
    assert _line(question) == line


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("Подъёмник работает в четверг в 9 утра?", "Нет"),
        ("Подъёмник работает завтра в 9 утра?", "Нет"),
        ("В четверг утром, в 9 часов, можно поехать?", "Нет"),
        ("Подъёмник работает в четверг в 14:00?", "Да"),
        ("Подъёмник работает в четверг в 22:00?", "Нет"),
        ("В воскресенье в 9 утра уже ходит?", "Да: с 8:00 до 21:00."),
        ("Подъёмник работает в среду в 7 утра?", "Нет: с 8:00 до 21:00."),
        ("По средам во сколько начинает?", "С 8:00 до 21:00."),
        ("Во сколько открывается подъёмник по средам?", "С 8:00 до 21:00."),
        ("Во сколько открывается подъёмник по четвергам?", "С 13:00"),
        ("До скольки работает подъёмник в среду?", "До 21:00."),
    ],
)
def test_day_apart_has_its_own_hours(question: str, start: str) -> None:
    assert _line(question).startswith(start)


@pytest.mark.parametrize(
    "question", ["Во сколько открывается кафе по средам?", "Во сколько начинается экскурсия в среду?"]
)
def test_hours_of_another_thing_are_refused(question: str) -> None:
    assert isinstance(ENGINE.reply(question, NEW, WEDNESDAY).result, Refusal)
