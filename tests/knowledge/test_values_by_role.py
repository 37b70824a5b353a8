"""A value is taken by what it is of: the end of an amount, the day of a deed, whom it was done to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.replies.answers import rendering
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.language.values import ValueKind, read_values

NOW = datetime(2024, 10, 1, 9, 0, tzinfo=UTC)
_FILES = {
    "source.yaml": """
id: ferry
title: Спор о пароме в Заозёрске
about: спору о пароме
publisher: Вестник
published: "2024-09-20"
examples: [Когда начался простой?]
""",
    "people.yaml": """
- {id: kern, name: Ольга Керн, post: директор порта, side: Порт}
- {id: belov, name: Игорь Белов, post: капитан парома, side: Экипаж}
""",
    "events.yaml": """
- {id: idle, title: Простой парома, when: 2024-08-01/2024-08-19, where: Заозёрск}
- {id: council, title: Совет пассажиров, when: "2024-09-05", where: Заозёрск}
- {id: dock, title: Осмотр корпуса, when: 2025-03}
""",
    "facts.yaml": """
- id: idle
  says: Простой парома начался 1 августа 2024 года и длился 19 дней.
  topic: t
  about: [idle]
  questions: [Когда начался простой?, Сколько длился простой?, начало простоя]
- id: wish
  says: Матросы требовали поднять плату с 20 до 35 тысяч рублей и починить трап.
  topic: t
  where: площадь у мэрии
  about: [idle]
  questions: [Чего требовали матросы?, Какая была плата?, Что хотели починить?]
- id: agreed
  says: По договору плата матросов с 1 ноября 2024 года вырастет до 29 тысяч рублей.
  topic: t
  when: "2024-11-01"
  questions: [Когда вырастет плата?, Что в договоре?, О чём договорились матросы?]
- id: council
  says: 5 сентября 2024 года директор Ольга Керн два часа беседовала с пассажирами в клубе «Маяк».
  topic: t
  about: [council]
  people: [{id: kern, role: host}]
  when: "2024-09-05"
  questions: [Где прошёл совет?, Кто вёл совет?, Сколько часов шёл совет?]
- id: prize
  says: Директор Ольга Керн вручила Белову грамоту.
  topic: t
  people: [{id: kern, role: вручила грамоту}, {id: belov, role: получил грамоту}]
  questions: [Кто вручил грамоту?, Кто получил грамоту?, За что грамота?]
- id: hull
  says: Паром 1967 года постройки поставят на осмотр в марте 2025 года.
  topic: t
  about: [dock]
  when: 2025-03
  questions: [Когда осмотрят паром?, Куда поставят паром?, Какого года паром?]
- id: list
  says: Пассажир Пётр Ильин собрал под письмом 3062 подписи.
  topic: t
  questions: [Кто собрал подписи?, Сколько подписей под письмом?, сбор подписей]
- id: crew
  says: Простаивали 12 матросов из 15, нанятых портом.
  topic: t
  about: [idle]
  questions: [Сколько матросов простаивало?, Кто простаивал?, Сколько матросов в порту?]
""",
}


BASE = load_files({name: text.encode() for name, text in _FILES.items()})
ENGINE = Engine(BASE)


def _lead(question: str) -> str:
    result = ENGINE.reply(question, NEW, NOW).result
    return rendering.render(result, BASE, NOW).plain.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("До скольки матросы хотели поднять плату?", "До 35 тысяч рублей."),
        ("Паром построили в 1976 году?", "Нет: 1967 года постройки."),
        ("Паром построили в 1967 году?", "Да."),
        ("Кому вручили грамоту?", "Игорь Белов."),
        ("Плату подняли до 35 тысяч?", "Нет: до 29 тысяч рублей."),
        ("Совет прошёл в мэрии?", "Нет: в клубе «Маяк», а не в мэрии."),
        ("Простой длился месяц?", "Нет: 19 дней."),
        ("Больше трёх тысяч подписей собрали?", "Да: 3062 подписи."),
        ("Сколько народу простаивало?", "12 матросов."),
    ],
)
def test_the_first_line_is_of_what_is_asked(question: str, line: str) -> None:
    assert _lead(question) == line


@pytest.mark.parametrize(
    "question", ["С кем беседовал директор?", "С кем беседовала Керн?", "Три тысячи подписей собрали?"]
)
def test_the_statement_alone_where_no_value_is_sure(question: str) -> None:
    assert _lead(question) in [fact.says for fact in BASE.facts]


def test_a_demand_is_denied_by_no_amount() -> None:
    assert not _lead("Плату подняли до 29 тысяч?").startswith(("Да", "Нет"))


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("собрал под письмом 3062 подписи", ValueKind.COUNT, 3062),
        ("собрал под письмом 2062 подписи", ValueKind.COUNT, 2062),
        ("привезли 1985 подписей", ValueKind.COUNT, 1985),
        ("длилась месяц", ValueKind.DURATION, 1),
    ],
)
def test_a_number_before_its_noun_and_a_lone_unit(text: str, kind: ValueKind, low: float) -> None:
    (value,) = read_values(text)
    assert (value.kind, value.low) == (kind, low)


@pytest.mark.parametrize("text", ["в мае 2024 школы закрыли", "в 1985 саженцев не было", "к 2050 году"])
def test_a_year_stays_a_year(text: str) -> None:
    assert [value.kind for value in read_values(text)] == [ValueKind.DATE]
