"""What another day or an event to come does not tell is refused; who reported is the publisher."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, Refusal, Result, ValueLead, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: forum
title: Форум мельников в Рузе
about: форуму мельников
publisher: Вестник
published: "2026-05-05"
examples: [Когда прошёл форум?]
""",
    "people.yaml": """
- {id: belov, name: Пётр Белов, post: мельник}
- {id: chernov, name: Олег Чернов, post: хлебник}
""",
    "events.yaml": """
- id: first
  title: Первый форум мельников
  when: "2026-05-01"
  where: Руза
  order: 1
  people: [{id: belov, role: chair}]
- {id: second, title: Второй форум мельников, when: "2026-09", where: Тверь, follows: first, order: 2}
""",
    "facts.yaml": """
- id: first
  says: Форум мельников прошёл 1 мая в Рузе.
  topic: forum
  about: [first]
  questions: [Когда прошёл форум?, Где прошёл форум?, Какого числа был форум?]
- id: rules
  says: Мельники договорились молоть только утром.
  topic: forum
  about: [first]
  questions: [О чём договорились мельники?, Что решили мельники?, Когда будут молоть?]
- id: led
  says: Форум вёл Пётр Белов.
  topic: forum
  about: [first]
  people: [{id: belov, role: chair}]
  questions: [Кто вёл форум?, Кто председатель форума?, Что вёл Белов?]
- id: second
  says: Мельники договорились провести второй форум в Твери в сентябре 2026 года.
  topic: forum
  about: [second]
  questions: [Когда второй форум?, Где пройдёт второй форум?, О каком форуме договорились?]
- id: reported
  says: О форуме 5 мая 2026 года сообщил Вестник.
  topic: forum
  when: "2026-05-05"
  questions: [Кто сообщил о форуме?, Когда сообщили о форуме?, Какая газета написала о форуме?]
""",
    "terms.yaml": "synonyms: []\ntopics: {forum: О форуме}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _reply(text: str) -> Result:
    return ENGINE.reply(text, NEW, NOW).result


@pytest.mark.parametrize(
    "question",
    [
        "Чем закончился второй форум?",
        "Что решили на втором форуме?",
        "Какие итоги второго форума?",
        "Что запланировано на октябрь 2026 года?",
        "Какой форум пройдёт в декабре 2026 года?",
        "Кто главнее, Белов или Чернов?",
    ],
)
def test_what_is_not_told_is_refused(question: str) -> None:
    assert isinstance(_reply(question), Refusal)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("О каком форуме договорились мельники?", "second"),
        ("Что решили мельники?", "rules"),
        ("Какой форум пройдёт в сентябре 2026 года?", "second"),
    ],
)
def test_the_plan_itself_and_its_own_month_are_told(question: str, fact: str) -> None:
    result = _reply(question)
    assert isinstance(result, Answer)
    assert [one.fact.id for one in result.shown[:1]] == [fact]


def test_a_day_within_the_month_of_the_next_event_is_of_that() -> None:
    result = _reply("Форум 15 сентября 2026 года?")
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is Polarity.COARSER
    assert result.lead.held == EdtfDate.parse("2026-09")


def test_its_number_is_asked_not_an_order() -> None:
    result = _reply("Каким по порядку был форум в Рузе?")
    assert not isinstance(result, Answer) or result.rule != "time"


def test_who_reported_is_the_publisher() -> None:
    result = _reply("Кто сообщил о форуме?")
    assert isinstance(result, Answer)
    assert result.lead == ValueLead(held="Вестник")


@pytest.mark.parametrize("question", ["Сколько человек участвовало?", "Сколько народу приехало на форум?"])
def test_those_who_led_are_not_all_who_came(question: str) -> None:
    assert isinstance(_led(question), Refusal)


@pytest.mark.parametrize("question", ["Сколько людей вели форум?", "Сколько человек вели форум?"])
def test_how_many_led_is_told(question: str) -> None:
    assert isinstance(_led(question), Answer)


def _led(question: str) -> Result:
    """The reply where the fact on who led counts them."""
    facts = _FILES["facts.yaml"].replace(
        "Форум вёл Пётр Белов.", "Форум вели двое, Пётр Белов и Олег Чернов."
    )
    base = load_files({name: text.encode() for name, text in {**_FILES, "facts.yaml": facts}.items()})
    return Engine(base).reply(question, NEW, NOW).result
