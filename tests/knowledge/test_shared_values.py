"""Values that one statement shares out: to each name or condition its own, with the unit said once."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.language.values import ValueKind, read_values
from knowledge.results import Answer
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: slope
title: Канатная дорога в Сосновке
about: канатной дороге в Сосновке
publisher: Вестник
published: "2025-03-12"
examples: [Когда открыли канатную дорогу?]
""",
    "people.yaml": """
- {id: lunin, name: Пётр Лунин, post: лыжник}
- {id: somov, name: Глеб Сомов, post: лыжник}
""",
    "facts.yaml": """
- id: lines
  says: Две линии — К1 и К2 — открыли в феврале, а К3 достроят летом.
  topic: road
  questions: [Сколько линий открыли?, Когда открыли линии?, линии дороги]
- id: interval
  says: К1 отправляет кабину каждые 15 минут, К2 — каждые 25, а К3 — раз в час.
  topic: road
  questions: [Как часто идёт К1?, Какой интервал у К2?, интервалы кабин]
- id: cabins
  says: 'На склоне двенадцать закрытых кабин: шесть на К1, четыре на К2 и две на К3.'
  topic: road
  questions: [Сколько кабин на К1?, Сколько кабин на склоне?, кабины]
- id: price
  says: Взрослый подъём стоит 300 рублей по карте и 350 наличными, а детский остаётся по 120 рублей.
  topic: money
  questions: [Сколько стоит подъём?, Почём взрослый подъём?, цена подъёма]
- id: land
  says: Общине принадлежат 61 процент земли, ещё 24 остались у музея, а 15 — у школы.
  topic: money
  questions: [Кому принадлежит земля?, Сколько земли у общины?, доли владельцев]
- id: prizes
  says: Чемпионы получили по 90 тысяч рублей, вторые — по 60 тысяч, третьи — по 30.
  topic: money
  questions: [Какие призы получили чемпионы?, Сколько дали вторым?, призовые]
- id: podium
  says: Второе место занял Пётр Лунин с 81,4 балла, третье — Глеб Сомов с 79,2.
  topic: race
  people: [{id: lunin, role: member}, {id: somov, role: member}]
  questions: [Кто занял второе место?, Сколько баллов у Лунина?, призёры гонки]
- id: pines
  says: Из 700 сосен на склоне срубят 45, главным образом у вершины.
  topic: road
  questions: [Сколько сосен срубят?, Будут ли рубить сосны?, вырубка сосен]
- id: tower
  says: Смотровая была бесплатной, а за бинокль брали 80 рублей.
  topic: money
  questions: [Сколько стоила смотровая?, Почём бинокль?, цены на вершине]
- id: school
  says: Школа тренеров набрала 88 заявок и стала первой, лагерь — вторым.
  topic: race
  questions: [Сколько заявок набрала школа?, Кто стал первым?, заявки]
""",
    "terms.yaml": "topics: {road: Дорога, money: Деньги, race: Гонка}\n",
}
_ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def first_line(*questions: str) -> str:
    """The first line of the reply to the last of questions that are asked one after another."""
    conversation = NEW
    for question in questions:
        turn = _ENGINE.reply(question, conversation, NOW)
        conversation = turn.conversation
    lead = turn.result.lead if isinstance(turn.result, Answer) else None
    return leads.render(lead, NOW.date()) if lead is not None else turn.result.rule


@pytest.mark.parametrize(
    ("questions", "line"),
    [
        (["Как часто идёт К1?"], "Каждые 15 минут."),
        (["Как часто идёт К2?"], "Каждые 25 минут."),
        (["Как часто идёт К1?", "а К3?"], "Раз в час."),
        (["Как часто идёт К1?", "а К2?", "а К3?"], "Раз в час."),
        (["Сколько кабин на К1?"], "Шесть."),
        (["Сколько кабин на К3?"], "Две."),
        (["Сколько всего кабин на склоне?"], "Двенадцать закрытых кабин."),
        (["Сколько стоит подъём наличными?"], "350 рублей."),
        (["Сколько стоит детский подъём?"], "По 120 рублей."),
        (["Сколько процентов земли у школы?"], "15 процентов."),
        (["Сколько получили чемпионы?"], "По 90 тысяч рублей."),
        (["Сколько получили третьи?"], "По 30 тысяч рублей."),
        (["Сколько баллов у Сомова?"], "79,2 балла."),
        (["Баллы Сомова?"], "79,2 балла."),
        (["Сколько сосен срубят?"], "45."),
        (["Сколько сосен на склоне?"], "700 сосен."),
    ],
)
def test_the_value_is_that_of_the_one_asked_about(questions: list[str], line: str) -> None:
    assert first_line(*questions) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("К1 идёт раз в час?", "Нет: каждые 15 минут."),
        ("К2 идёт каждые 25 минут?", "Да."),
        ("На К2 шесть кабин?", "Нет: четыре."),
        ("Третьи получили по 60 тысяч?", "Нет: по 30 тысяч рублей."),
        ("Сомов занял второе место?", "Нет: третье."),
        ("Лунин занял второе место?", "Да."),
    ],
)
def test_a_stated_value_is_held_against_that_of_the_one_named(question: str, line: str) -> None:
    assert first_line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("У кого 15 процентов?", "15 — у школы."),
        ("Кто получил по 60 тысяч?", "Вторые — по 60 тысяч."),
        ("Какая линия идёт раз в час?", "К3 — раз в час."),
        ("Какая линия идёт чаще всех?", "К1 отправляет кабину каждые 15 минут."),
        ("К1 или К2 идёт чаще?", "К1: каждые 15 минут, К2: каждые 25 минут."),
        ("У кого больше земли, у музея или у школы?", "У музея: 24 процента против 15."),
    ],
)
def test_the_one_asked_for_is_told_by_the_value(question: str, line: str) -> None:
    assert first_line(question) == line


@pytest.mark.parametrize("question", ["Сколько стоила смотровая?", "Какой автобус идёт раз в час?"])
def test_the_value_of_another_is_not_told(question: str) -> None:
    assert first_line(question) in {"sure", "words-left"}


@pytest.mark.parametrize(
    ("text", "kind", "amounts"),
    [
        ("толкнул на 18,5 и 19 метров", ValueKind.LENGTH, [18.5, 19]),
        ("вход 70 рублей по карте и 90 наличными", ValueKind.MONEY, [70, 90]),
        ("первым по 40 тысяч рублей, вторым — по 20", ValueKind.MONEY, [40_000, 20_000]),
        ("первым 2 тысячи рублей, детям — 500", ValueKind.MONEY, [2_000, 500]),
        ("по семь плиток, а тем, кому больше двух лет, — по девять", ValueKind.COUNT, [7, 9]),
        ("Лада ведёт с 40 очками, у Раисы 35", ValueKind.COUNT, [40, 35]),
        ("катер М2 ходит раз в час", ValueKind.DURATION, [3_600]),
        ("в доме А5 и на линии Л3 тихо", ValueKind.COUNT, []),
    ],
)
def test_a_unit_said_once_is_of_every_number(text: str, kind: ValueKind, amounts: list[float]) -> None:
    assert [one.low for one in read_values(text) if one.kind is kind] == amounts
