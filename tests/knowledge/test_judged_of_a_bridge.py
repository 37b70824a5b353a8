"""Propositions of a bridge: posts of its people, the order of its days, how wide it is."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, Result, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: bridge
title: Открытие моста через Лузу
about: Я отвечаю на вопросы об открытии моста в Лузске.
publisher: Лузские зори
published: "2023-09-11"
examples: [Когда открыли мост?]
""",
    "people.yaml": """
- {id: kuzmin, name: Илья Рожков, post: архитектор моста}
- {id: belov, name: Пётр Долгих, post: главный инженер «Севмоста»}
- {id: first, name: Анна Ветрова, post: министр транспорта, side: область}
- {id: second, name: Олег Зырянов, post: министр финансов, side: область}
- {id: member, name: Юрий Павлов, post: член совета посёлка}
""",
    "events.yaml": """
- {id: opening, title: Открытие моста, when: "2023-09-10", where: Лузск, order: 1}
- {id: trial, title: Испытание опор, when: ../2023-09-10, where: Яренск}
- {id: start, title: Закладка первого камня, when: "2021-05", where: Лузск}
- {id: lights, title: Второе открытие моста, when: "2023-12", where: Лузск, follows: opening, order: 2}
""",
    "facts.yaml": """
- id: opened
  says: Мост через Лузу открыли 10 сентября 2023 года.
  topic: t
  about: [opening]
  when: "2023-09-10"
  where: Лузск
  questions: [Когда открыли мост?, Какого числа прошло открытие моста?]
- id: news
  says: Об открытии моста рассказала 11 сентября 2023 года газета «Лузские зори».
  topic: t
  about: [opening]
  when: "2023-09-11"
  questions: [Какая газета рассказала об открытии?, Когда вышла заметка?, Кто сообщил новость?]
- id: trial
  says: Незадолго до открытия в Яренске прошло испытание опор.
  topic: t
  about: [trial]
  when: ../2023-09-10
  where: Яренск
  questions: [Где испытали опоры?, Когда прошло испытание опор?]
- id: lights
  says: Второе открытие моста, уже с огнями, намечено на декабрь 2023 года.
  topic: t
  about: [lights]
  when: "2023-12"
  questions: [Когда второе открытие моста?, Когда зажгут огни?]
- id: start
  says: Первый камень моста заложили в мае 2021 года.
  topic: t
  about: [start]
  when: "2021-05"
  questions: [Когда заложили первый камень?]
- id: workers
  says: Мост строили 120 рабочих.
  topic: t
  questions: [Сколько рабочих строили мост?]
- id: size
  says: Длина моста 310 метров, ширина 12 метров.
  topic: t
  questions: [Какой длины мост?, Какой ширины мост?]
- id: builder
  says: Опоры залила компания «Лузстрой» из Вологды.
  topic: t
  questions: [Кто залил опоры?, Какая компания залила опоры?]
- id: post
  says: Проект моста сделал архитектор Илья Рожков.
  topic: t
  people: [{id: kuzmin}]
  questions: [Кто архитектор моста?, Кто сделал проект моста?]
- id: words
  says: По словам Петра Долгих, главного инженера «Севмоста», мост прослужит сто лет.
  topic: t
  said_by: belov
  people: [{id: belov, role: speaker}]
  questions: [Что сказал Долгих?, Сколько прослужит мост?]
- id: guests
  says: На открытие приехали министры Анна Ветрова и Олег Зырянов и член совета посёлка Юрий Павлов.
  topic: t
  about: [opening]
  people: [{id: first, role: guest}, {id: second, role: guest}, {id: member, role: guest}]
  questions: [Кто приехал на открытие?]
""",
    "terms.yaml": "topics: {t: О мосте}\nsynonyms:\n  - [мост, переправа]\n  - [новость, заметка]\n",
}
_BASE = load_files({name: text.encode() for name, text in _FILES.items()})
_ENGINE = Engine(_BASE)


def _ask(question: str) -> Result:
    return _ENGINE.reply(question, NEW, NOW).result


def _polarity(question: str) -> Polarity | None:
    result = _ask(question)
    lead = result.lead if isinstance(result, Answer) else None
    return lead.polarity if isinstance(lead, YesNoLead) else None


def _first(question: str) -> str:
    result = _ask(question)
    assert isinstance(result, Answer)
    assert result.lead is not None
    return leads.render(result.lead)


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Разве Павлов не министр?", Polarity.POST),
        ("Павлов — министр общественной безопасности?", Polarity.POST),
        ("Павлов не президент?", Polarity.POST),
        ("Долгих — президент?", Polarity.POST),
        ("Рожков — главный инженер?", Polarity.NO),
        ("Долгих — архитектор?", Polarity.NO),
        ("Долгих — главный инженер?", Polarity.YES),
        ("Ветрова — министр обороны?", Polarity.NO),
        ("Ветрова — министр?", Polarity.YES),
    ],
)
def test_denies_a_post_only_where_the_one_held_excludes_it(question: str, polarity: Polarity) -> None:
    assert _polarity(question) is polarity


@pytest.mark.parametrize("question", ["Скольки рабочих строило мост", "скольки рабочих строили мост?"])
def test_counts_by_a_misspelt_how_many(question: str) -> None:
    result = _ask(question)
    assert isinstance(result, Answer)
    assert result.form == "how-many"
    assert result.lead is None or not isinstance(result.lead, YesNoLead)


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Заметка вышла в день открытия моста?", Polarity.NO),
        ("Новость вышла в тот же день?", Polarity.NO),
        ("Новость появилась накануне открытия?", Polarity.NO),
        ("Новость вышла на следующий день после открытия моста?", Polarity.YES),
        ("Заметка появилась до закладки первого камня?", Polarity.NO),
        ("Испытание опор прошло после открытия моста?", Polarity.NO),
        ("Испытание опор прошло до открытия моста?", Polarity.COARSER),
        ("Закладка первого камня была до открытия моста?", Polarity.YES),
        ("Мост открыли после закладки камня?", Polarity.YES),
        ("Мост открыли до закладки камня?", Polarity.NO),
    ],
)
def test_judges_the_order_of_two_days_by_their_dates(question: str, polarity: Polarity) -> None:
    assert _polarity(question) is polarity


def test_says_the_day_instead_of_the_one_denied() -> None:
    assert _first("Новость вышла в день открытия моста?") == "Нет: понедельник, 11 сентября 2023 года."
    assert (
        _first("Разве новость вышла не в день открытия моста?") == "Нет: понедельник, 11 сентября 2023 года."
    )


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("мост широкий?", "12 метров."),
        ("Широкий ли мост?", "12 метров."),
        ("переправа широкая?", "12 метров."),
        ("Разве мост не широкий?", "12 метров."),
        ("мост длинный?", "310 метров."),
        ("Мост был длинным?", "310 метров."),
    ],
)
def test_tells_a_measure_without_judging_it(question: str, first: str) -> None:
    assert _first(question) == first


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Испытание в Яренске было в сентябре?", Polarity.COARSER),
        ("Испытание опор было 3 сентября?", Polarity.COARSER),
        ("Испытание опор прошло в августе?", Polarity.COARSER),
        ("Испытание опор прошло в 2024 году?", Polarity.NO),
        ("Испытание опор было 12 сентября?", Polarity.NO),
    ],
)
def test_denies_no_day_before_the_latest_one(question: str, polarity: Polarity) -> None:
    assert _polarity(question) is polarity


def test_denies_no_place_by_another_day() -> None:
    """Where the stones were tried, on a day that is not told, says nothing of the opening's day."""
    assert _polarity("Рожков был в Лузске 10 сентября?") is not Polarity.NO
    assert _polarity("Опоры пересмотрели до открытия моста?") is not Polarity.COARSER


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Лузстрой из Москвы?", "Нет: из Вологды, а не из Москвы."),
        ("Компания «Лузстрой» из Москвы?", "Нет: из Вологды, а не из Москвы."),
        ("А «Лузстрой» из Твери?", "Нет: из Вологды, а не из Твери."),
    ],
)
def test_tells_where_a_firm_is_from(question: str, first: str) -> None:
    assert _first(question) == first
