"""Two amounts in one statement: which of them is meant, which is offered, which is more, both together."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, Result, ValueLead, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: dance
title: Школа танцев в Кадуе
about: школе танцев
publisher: Вестник
published: "2026-05-05"
examples: [Когда открылась школа танцев?]
""",
    "people.yaml": """
- {id: lomov, name: Игорь Ломов, post: прораб компании «Дом»}
- {id: zueva, name: Анна Зуева, post: директор школы танцев}
- {id: belov, name: Пётр Белов, post: глава Кадуя}
""",
    "events.yaml": """
- id: opening
  title: Открытие школы танцев
  when: "2026-04-20"
  where: Кадуй
  people: [{id: zueva, role: chair}, {id: belov, role: chair}]
""",
    "facts.yaml": """
- id: opened
  says: Школа танцев открылась 20 апреля 2026 года.
  topic: school
  about: [opening]
  questions: [Когда открылась школа танцев?, Дата открытия школы]
- id: chairs
  says: На открытии председательствовали Анна Зуева и Пётр Белов.
  topic: school
  about: [opening]
  people: [{id: zueva, role: chair}, {id: belov, role: chair}]
  questions: [Кто председательствовал на открытии?, Кто вёл открытие школы?]
- id: pupils
  says: В школе танцев учатся 120 ребят, ещё 30 стоят в очереди.
  topic: school
  questions: [Сколько ребят учится в школе танцев?, Сколько ребят в очереди?, Сколько учеников в школе?]
- id: payers
  says: 60 процентов стоимости ремонта оплатил посёлок, 40 процентов — фабрика «Лён».
  topic: works
  questions: [Кто оплатил ремонт школы?, Какую долю ремонта оплатила фабрика?, На чьи деньги ремонтировали?]
- id: span
  says: Ремонт школы танцев занял почти девять месяцев вместо шести по плану.
  topic: works
  questions: [Сколько длился ремонт школы?, Уложились ли строители в срок?, Срок ремонта школы танцев]
- id: lesson
  says: Один урок в школе танцев длится 50 минут.
  topic: school
  questions: [Сколько длится урок?, Сколько минут идёт урок танцев?]
- id: price
  says: Урок для взрослых стоит 400 рублей, для детей — 250 рублей.
  topic: school
  questions: [Сколько стоит урок?, Сколько стоит урок для детей?, Цена урока для взрослых]
- id: contest
  says: Кубок школы пройдёт в мае, ждут команды из семи городов.
  topic: school
  questions: [Когда пройдёт Кубок школы?, Сколько команд ждут на Кубок школы?]
""",
    "terms.yaml": "synonyms: [[ребёнок, дети, детский]]\ntopics: {school: Школа, works: Ремонт}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _reply(text: str) -> Result:
    return ENGINE.reply(text, NEW, NOW).result


def _lead(text: str) -> object:
    result = _reply(text)
    assert isinstance(result, Answer), result
    return result.lead


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Сколько ребят учится в школе танцев?", "120 ребят"),
        ("Сколько ребят ждёт очереди в школу танцев?", "30 ребят"),
        ("Сколько ребят хотят попасть в школу танцев, но пока не попали?", "30 ребят"),
        ("Сколько человек в очереди?", "30 ребят"),
    ],
)
def test_those_who_wait_are_told_apart(question: str, held: str) -> None:
    assert _lead(question) == ValueLead(held=held)


@pytest.mark.parametrize(
    "question", ["Сколько человек сидит в жюри Кубка школы?", "Сколько человек в ансамбле танцев?"]
)
def test_people_of_whom_nothing_is_counted_are_refused(question: str) -> None:
    result = _reply(question)
    assert not isinstance(result, Answer) or result.lead is None


def test_both_are_added_only_where_asked_together() -> None:
    assert "total='150'" in str(_lead("Сколько всего ребят вместе с очередью?"))
    assert "total" not in str(_lead("Сколько ребят и учителей вместе в школе танцев?"))


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Урок длится 50 или 90 минут?", "50 минут"),
        ("Урок для взрослых стоит 300 или 400 рублей?", "400 рублей"),
        ("Урок для детей стоит 250 рублей или 400?", "250 рублей"),
        ("Школа танцев открылась весной или осенью?", "Весной"),
        ("Школа танцев открылась в апреле или в мае?", "В апреле"),
    ],
)
def test_the_true_one_of_two_offered_is_told(question: str, held: str) -> None:
    assert _lead(question) == ValueLead(held=held)


def test_of_two_people_offered_the_one_in_the_role_is_told() -> None:
    lead = _lead("Кто председательствовал: Ломов или Зуева?")
    assert isinstance(lead, ValueLead)
    assert isinstance(lead.held, tuple)
    assert [one.person.id for one in lead.held] == ["zueva"]


def test_neither_of_two_offered_is_no() -> None:
    lead = _lead("Урок длится 60 или 90 минут?")
    assert isinstance(lead, YesNoLead)
    assert (lead.polarity, lead.held) == (Polarity.NO, "50 минут")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Кто больше заплатил за ремонт, посёлок или фабрика?", "Посёлок: 60 процентов против 40"),
        ("Что дешевле: урок для взрослых или для детей?", "Для детей: 250 рублей против 400"),
    ],
)
def test_the_greater_of_two_is_told_in_a_short_line(question: str, text: str) -> None:
    assert text in str(_lead(question))


@pytest.mark.parametrize(
    ("question", "polarity", "held"),
    [
        ("Фабрика заплатила больше посёлка?", Polarity.NO, "40 и 60 процентов"),
        ("Посёлок заплатил больше фабрики?", Polarity.YES, None),
        ("Фабрика заплатила больше половины?", Polarity.NO, "40 процентов"),
    ],
)
def test_a_stated_comparison_is_judged(question: str, polarity: Polarity, held: str | None) -> None:
    lead = _lead(question)
    assert isinstance(lead, YesNoLead)
    assert (lead.polarity, lead.held) == (polarity, held)


def test_nothing_is_said_of_one_that_is_not_named() -> None:
    result = _reply("Фабрика заплатила больше области?")
    assert not isinstance(result, Answer) or not isinstance(result.lead, YesNoLead)


def test_a_delay_is_counted_from_the_plan() -> None:
    assert "apart='почти 3 месяца'" in str(_lead("На сколько месяцев строители опоздали?"))
    assert _lead("На сколько месяцев строители опередили срок?") is None


def test_a_length_is_no_delay() -> None:
    result = _reply("На сколько минут задержали урок?")
    assert not isinstance(result, Answer) or result.lead is None


def test_a_share_is_told_where_no_sum_is_held() -> None:
    assert _lead("Сколько денег дала фабрика?") == ValueLead(held="40 процентов")


def test_a_number_takes_its_noun_along() -> None:
    assert _lead("Из скольких городов приедут танцоры на Кубок школы?") == ValueLead(held="7 городов")
