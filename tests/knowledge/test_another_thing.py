"""A fact on another kind, time or measure than is asked for is no answer, nor what may be meant."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal, Result, YesNoLead
from knowledge.understanding.ages import without_whose_age
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: wall
title: Скалодром в Шуе снова открыт
about: скалодрому в Шуе
publisher: Вестник
published: "2025-10-10"
examples: [Когда открылся скалодром?]
""",
    "people.yaml": """
- {id: loseva, name: Вера Лосева, post: директор скалодрома}
- {id: rudin, name: Олег Рудин, post: старший тренер скалодрома}
""",
    "events.yaml": """
- {id: closing, title: Закрытие скалодрома на ремонт, when: "2024-02-05", where: Шуя}
- {id: opening, title: Открытие скалодрома после ремонта, when: "2025-09-13", where: Шуя}
- {id: kids, title: Открытие детского зала, when: "2026-05", where: Шуя}
""",
    "facts.yaml": """
- id: opened
  says: Скалодром открылся после ремонта в субботу, 13 сентября 2025 года.
  topic: wall
  about: [opening]
  questions: [Когда открылся скалодром?, В какой день недели открыли скалодром?, дата открытия]
- id: closed
  says: На ремонт скалодром закрыли 5 февраля 2024 года из-за трещин в стене.
  topic: wall
  about: [closing]
  questions: [Когда закрыли скалодром?, Почему закрыли скалодром?, причина закрытия]
- id: big
  says: В большом зале двадцать трасс по 12 метров.
  topic: wall
  questions: [Сколько трасс на скалодроме?, Какой длины трассы?, Сколько трасс в зале?]
- id: heat
  says: Большой зал нагрет до 19 градусов.
  topic: wall
  questions: [Какая температура в зале?, Тепло ли в зале?, температура зала]
- id: kids
  says: Детский зал высотой 4 метра обещают открыть в мае 2026 года.
  topic: wall
  about: [kids]
  questions: [Когда откроют детский зал?, Какая высота у детского зала?, Что ещё построят?]
- id: price
  says: Разовый вход для взрослых стоит 500 рублей, для детей до 12 лет — 300 рублей.
  topic: wall
  questions: [Сколько стоит вход на скалодром?, Сколько стоит детский вход?, цены на вход]
- id: section
  says: В секции у Олега Рудина занимаются 90 детей, ещё 15 ждут места.
  topic: wall
  people: [{id: rudin, role: coach}]
  questions: [Сколько детей занимается в секции?, Сколько детей ждут места?, Кто тренирует детей?]
- id: visitors
  says: За первую неделю после открытия на скалодром пришли 800 человек.
  topic: wall
  questions: [Сколько человек пришло за первую неделю?, Сколько посетителей было на скалодроме?]
- id: director
  says: Директором скалодрома Вера Лосева стала в марте 2025 года.
  topic: wall
  people: [{id: loseva, role: director}]
  when: 2025-03
  questions: [Кто директор скалодрома?, Когда Лосева стала директором?, Кто руководит скалодромом?]
""",
    "terms.yaml": """
synonyms:
  - [вход, билет]
topics: {wall: Скалодром}
""",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _result(asked: str) -> Result:
    return ENGINE.reply(asked, NEW, NOW).result


def _facts(result: Result) -> list[str]:
    return [one.fact.id for one in result.shown] if isinstance(result, Answer) else []


@pytest.mark.parametrize(
    "asked",
    [
        "Какая высота у большого зала?",
        "Какая высота в большом зале?",
        "Сколько стоит вход для пенсионеров?",
        "Сколько посетителей было на скалодроме до ремонта?",
        "Во сколько обойдётся детский зал?",
        "Сколько платят за занятия в секции?",
        "семейный билет",
    ],
)
def test_refuses_another_thing(asked: str) -> None:
    assert isinstance(_result(asked), Refusal)


@pytest.mark.parametrize(
    ("asked", "fact"),
    [
        ("Какая высота у детского зала?", "kids"),
        ("Какая температура в большом зале?", "heat"),
        ("Сколько стоит вход для взрослых?", "price"),
        ("Сколько платят за вход?", "price"),
        ("Сколько посетителей было на скалодроме?", "visitors"),
        ("Сколько детей занимается в секции?", "section"),
    ],
)
def test_answers_of_the_thing_asked_about(asked: str, fact: str) -> None:
    assert _facts(_result(asked))[:1] == [fact]


@pytest.mark.parametrize(
    "asked", ["до скольки градусов греют зал", "До скольки градусов нагрет большой зал?"]
)
def test_takes_a_unit_after_how_many_for_an_amount(asked: str) -> None:
    assert _facts(_result(asked))[:1] == ["heat"]


@pytest.mark.parametrize("asked", ["Кто тренер?", "Кто тренер на скалодроме?", "Кто старший тренер?"])
def test_finds_a_post_without_its_adjective(asked: str) -> None:
    assert _facts(_result(asked))[:1] == ["section"]


def test_finds_no_other_post() -> None:
    assert isinstance(_result("Кто врач?"), Refusal)


@pytest.mark.parametrize(
    ("asked", "polarity"),
    [
        ("Скалодром открылся раньше, чем Лосева стала директором?", "no"),
        ("Лосева стала директором раньше, чем открылся скалодром?", "yes"),
        ("Лосева стала директором позже, чем открылся скалодром?", "no"),
        ("Скалодром закрыли раньше чем Лосева стала директором?", "yes"),
    ],
)
def test_compares_the_days_of_two_clauses(asked: str, polarity: str) -> None:
    result = _result(asked)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity == polarity


def test_takes_no_opposite_event_for_the_one_compared() -> None:
    result = _result("Скалодром открылся раньше, чем пройдёт открытие детского зала?")
    assert "closed" not in _facts(result)


def test_a_refused_follow_up_names_what_it_was_asked_of() -> None:
    first = ENGINE.reply("Кто такая Вера Лосева?", NEW, NOW)
    result = ENGINE.reply("сколько ей лет?", first.conversation, NOW).result
    assert isinstance(result, Refusal)
    assert result.meant == ("Вера Лосева",)


def test_a_question_asked_whole_names_nothing_said_before() -> None:
    first = ENGINE.reply("Когда откроют детский зал?", NEW, NOW)
    result = ENGINE.reply("Кто строит бассейн для собак?", first.conversation, NOW).result
    assert isinstance(result, Refusal)
    assert not result.meant


@pytest.mark.parametrize(
    ("asked", "named"),
    [("шапочка обязательна?", ("шапочка",)), ("ты дурак?", ()), ("обязательно ли?", ())],
)
def test_what_is_off_the_topic_is_named(asked: str, named: tuple[str, ...]) -> None:
    result = _result(asked)
    assert not isinstance(result, Refusal) or result.named == named


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("Сколько заплатит школьник 13 лет?", "Сколько заплатит школьник 13 лет?"),
        ("Пустят ли школьнику 13 лет?", "Пустят ли 13 лет?"),
        ("Внучке 13 лет, пустят?", "13 лет, пустят?"),
    ],
)
def test_only_whose_age_it_is_is_left_out_not_the_subject(asked: str, left: str) -> None:
    assert without_whose_age(asked, lambda _: False) == left
