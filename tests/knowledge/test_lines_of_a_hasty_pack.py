"""First lines of a pack made in haste: no place that is denied, no day of a numbered event, no false no."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.replies.answers import rendering
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal, Result

NOW = datetime(2025, 7, 1, 9, 0, tzinfo=UTC)
_FILES = {
    "source.yaml": """
id: cableway
title: Канатная дорога «Ласточка»
about: канатной дороге
publisher: Горный листок
published: "2025-06-10"
examples: [Где купить билет?]
""",
    "people.yaml": "- {id: lapin, name: Пётр Лапин, post: начальник дороги}\n",
    "events.yaml": """
- {id: survey, title: Первая проверка тросов, when: "2025-03-01/2025-03-20", order: 1}
- {id: survey-2, title: Вторая проверка тросов, when: "2025-11", order: 2, follows: survey}
""",
    "facts.yaml": """
- id: survey
  says: Первая проверка тросов шла с 1 по 20 марта 2025 года, осмотрели 48 опор.
  topic: t
  about: [survey]
  questions: [Когда шла первая проверка?, Сколько опор осмотрели?, Когда кончилась проверка?]
- id: tickets
  says: Билеты продают в кассе на нижней станции, в вагоне билет купить нельзя.
  topic: t
  questions: [Где купить билет?, Где продают билеты?, Можно ли купить билет в вагоне?]
- id: skis
  says: Лыжи возят бесплатно в твёрдом чехле.
  topic: t
  questions: [Можно с лыжами?, Сколько стоит провоз лыж?, Нужен ли чехол?]
- id: dearer
  says: С прошлого года билет для взрослого подорожал на 40 рублей, раньше он стоил 260 рублей.
  topic: t
  questions: [На сколько подорожал билет?, Сколько билет стоил раньше?, Билет подорожал?]
- id: chief
  says: Дорогой руководит Пётр Лапин.
  topic: t
  people: [{id: lapin, role: member}]
  questions: [Кто начальник?, Кто руководит дорогой?, начальник дороги]
- id: car
  says: Вагон дороги весит 4 тонны.
  topic: t
  questions: [Сколько весит вагон?, Какова масса вагона?, вес вагона]
- id: pylon
  says: Опора дороги весит 9 тонн.
  topic: t
  questions: [Сколько весит опора?, вес опоры, Какова масса опоры?]
- id: repair
  says: С 8 по 12 октября 2025 года нижняя станция будет на ремонте, вместо неё откроют верхнюю площадку.
  topic: t
  when: 2025-10-08/2025-10-12
  questions: [Когда ремонт станции?, Что откроют вместо станции?, даты ремонта]
- id: debt
  says: На начало 2025 года долг дороги составил 12 миллионов рублей.
  topic: t
  questions: [Какой долг у дороги?, Сколько дорога должна?, долг дороги]
- id: revenue
  says: Выручка за год составила 90 миллионов рублей, это на 15 процентов больше, чем годом раньше.
  topic: t
  questions: [Какая выручка?, Сколько заработали?, выручка за год]
- id: riders
  says: В день открытия приехали 700 гостей.
  topic: t
  questions: [Сколько приехало гостей?, Сколько гостей было?, гости в день открытия]
- id: race
  says: Третье место в забеге под дорогой заняла Рита Ким.
  topic: t
  questions: [Кто третий?, Кто занял третье место?, Какое место у Ким?]
""",
    "terms.yaml": "topics: {t: Дорога}\n",
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _ask(engine: Engine, text: str) -> Result:
    return engine.reply(text, NEW, NOW).result


def _first_line(engine: Engine, text: str) -> str:
    result = _ask(engine, text)
    assert isinstance(result, Answer), text
    return rendering.render(result, engine.base, NOW).plain.splitlines()[0]


@pytest.mark.parametrize("text", ["Где купить билет?", "где билет брать-то", "Где продают билеты?"])
def test_a_place_that_the_statement_denies_is_not_where(engine: Engine, text: str) -> None:
    assert _first_line(engine, text) == "В кассе на нижней станции."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Когда шла первая проверка тросов?", "С 1 по 20 марта 2025 года."),
        ("Когда закончили первую проверку тросов?", "Четверг, 20 марта 2025 года."),
        ("Когда начали первую проверку тросов?", "Суббота, 1 марта 2025 года."),
        ("Когда был последний день первой проверки?", "Четверг, 20 марта 2025 года."),
    ],
)
def test_the_ordinal_of_an_event_asks_for_no_edge_of_it(engine: Engine, text: str, line: str) -> None:
    assert _first_line(engine, text) == line


@pytest.mark.parametrize("text", ["Можно взять лыжи?", "Хочу взять лыжи, это можно?"])
def test_what_is_free_is_not_forbidden_to_take(engine: Engine, text: str) -> None:
    assert not _first_line(engine, text).startswith("Нет")


@pytest.mark.parametrize("text", ["За лыжи берут?", "За провоз лыж деньги берут?"])
def test_no_money_is_taken_for_what_is_free(engine: Engine, text: str) -> None:
    assert _first_line(engine, text).startswith("Нет")


def test_what_a_rise_is_compared_with_is_no_comparison(engine: Engine) -> None:
    text = "На какую сумму подорожал билет по сравнению с прошлым годом?"
    assert _first_line(engine, text) == "40 рублей."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("станция в октябре будет на ремонте или нет", "Да."),
        ("Билет подорожал или не подорожал?", "Да."),
        ("билет подорожал или как", "Да."),
    ],
)
def test_or_not_asks_for_yes_or_no(engine: Engine, text: str, line: str) -> None:
    assert _first_line(engine, text).startswith(line[:2])


@pytest.mark.parametrize(
    "text", ["Лыжи возят в твёрдом или мягком чехле?", "Лыжи возят в мягком или в твёрдом чехле?"]
)
def test_two_adjectives_of_one_noun_are_chosen_from(engine: Engine, text: str) -> None:
    assert _first_line(engine, text) == "В твёрдом чехле."


@pytest.mark.parametrize("text", ["вагон или опора тяжелее?", "Что тяжелее, вагон или опора?"])
def test_of_two_things_the_one_that_has_more(engine: Engine, text: str) -> None:
    assert _first_line(engine, text) == "Опора: 9 тонн против 4."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Число осмотренных опор?", "48 опор."),
        ("Насколько выросла выручка по сравнению с прошлым годом?", "15 процентов."),
        ("гостей-то много было?", "700 гостей."),
        ("Гостей много приехало?", "700 гостей."),
    ],
)
def test_the_number_asked_for_comes_first(engine: Engine, text: str, line: str) -> None:
    assert _first_line(engine, text) == line


@pytest.mark.parametrize("text", ["Долг на начало года?", "долг дороги на начало года"])
def test_a_time_after_a_preposition_asks_for_no_date(engine: Engine, text: str) -> None:
    assert "долг дороги составил" in _first_line(engine, text)


def test_a_bare_place_in_order_is_no_proposition(engine: Engine) -> None:
    assert _first_line(engine, "3 место?").startswith("Третье место")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Когда она закончилась?", "Четверг, 20 марта 2025 года."),
        ("когда всё началось", "Суббота, 1 марта 2025 года."),
    ],
)
def test_the_edges_of_the_main_event_are_asked_for_by_a_verb_alone(
    engine: Engine, text: str, line: str
) -> None:
    assert _first_line(engine, text) == line


def test_the_day_of_an_event_does_not_say_since_which_year_there_are_such(engine: Engine) -> None:
    assert isinstance(_ask(engine, "С какого года проводят проверку?"), Refusal)
