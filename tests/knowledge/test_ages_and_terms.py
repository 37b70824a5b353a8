"""Ages held against limits, apart from lengths of time, in statements that have both."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: camp
title: Лагерь «Сосна»
about: лагерю
publisher: Вестник
published: "2016-01-05"
examples: [Кому нужна прививка?]
""",
    "facts.yaml": """
- id: children
  says: Детям до 12 лет нужен допуск от врача, и действует он четыре месяца, напомнила вожатая.
  topic: t
  questions: [Нужен ли ребёнку допуск?, Сколько действует допуск?, Какой допуск нужен детям?]
- id: adults
  says: Взрослым допуск от врача не нужен.
  topic: t
  questions: [Нужен ли допуск взрослым?, допуск для взрослых, Требуется ли взрослому допуск?]
- id: price
  says: Путёвка для взрослых стоит 900 рублей, для детей до 12 лет — 400 рублей.
  topic: t
  questions: [Сколько стоит путёвка?, Сколько стоит детская путёвка?, цены на путёвки]
- id: lake
  says: Вода в озере прогрелась до 21 градуса.
  topic: t
  questions: [Какая температура воды?, Тёплая ли вода в озере?, температура воды]
- id: lunch
  says: Обед в лагере длится 30 минут.
  topic: t
  questions: [Сколько длится обед?, продолжительность обеда, Сколько времени обед?]
""",
    "terms.yaml": "synonyms: [[ребёнок, дети, детский]]\ntopics: {t: Лагерь}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _line(*turns: str) -> str:
    """The first line of the last answer; empty of a refusal and of an answer without one."""
    conversation = NEW
    for text in turns:
        turn = ENGINE.reply(text, conversation, NOW)
        conversation = turn.conversation
    result = turn.result
    lead = result.lead if isinstance(result, Answer) else None
    return leads.render(lead, NOW.date()) if lead is not None else ""


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Сыну 9 лет, допуск нужен?", "Да: до 12 лет."),
        ("Допуск ребёнку 9 лет нужен?", "Да: до 12 лет."),
        ("Допуск ребёнку 15 лет нужен?", "Нет: до 12 лет."),
        ("Мне 70 лет, допуск нужен?", "Нет."),
    ],
)
def test_an_age_is_held_against_the_age_alone(question: str, line: str) -> None:
    assert _line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Сколько месяцев действует допуск?", "Четыре месяца."),
        ("Какой срок действия у допуска?", "Четыре месяца."),
        ("Допуск действует четыре месяца?", "Да."),
        ("Допуск действует полгода?", "Нет: четыре месяца."),
        ("До какого возраста детская путёвка?", "До 12 лет."),
    ],
)
def test_a_length_of_time_is_no_age(question: str, line: str) -> None:
    assert _line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Вода прогрелась до 21 градуса?", "Да."),
        ("Вода 19 градусов?", "Нет: 21 градус."),
        ("Какая температура воды?", "21 градус."),
    ],
)
def test_what_is_reached_is_no_limit(question: str, line: str) -> None:
    assert _line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Внуку семь лет, сколько за него платить?", "Для детей до 12 лет — 400 рублей."),
        ("Сколько стоит путёвка для семилетнего ребёнка?", "Для детей до 12 лет — 400 рублей."),
        ("Мне 40 лет, сколько стоит путёвка?", "Путёвка для взрослых стоит 900 рублей."),
        ("Сколько заплатит подросток 15 лет?", ""),
        ("Сколько стоит шлем для семилетнего ребёнка?", ""),
        ("Мне 70 лет, паспорт нужен?", ""),
    ],
)
def test_prices_of_children_and_adults(question: str, line: str) -> None:
    assert _line(question) == line


@pytest.mark.parametrize(
    ("turns", "line"),
    [
        (("Хочу привезти сына, ему 6 лет. Сколько платить?",), "Для детей до 12 лет — 400 рублей."),
        (("Сыну 6 лет. Сколько платить?", "А мне самому?"), "900 рублей."),
        (("Сыну 6 лет. Сколько длится обед?",), "30 минут."),
        (("Лагерю 6 лет. Сколько стоит шлем?",), ""),
    ],
)
def test_an_age_told_before_the_question(turns: tuple[str, ...], line: str) -> None:
    assert _line(*turns) == line
