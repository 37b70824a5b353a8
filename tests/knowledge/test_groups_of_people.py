"""A price of one group of people is none of another; who pays is not who builds; days since an opening."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.quality.consistency import disagreements
from knowledge.results import Answer, Polarity, Refusal, Result, SpanLead, YesNoLead

_NOW = datetime(2026, 6, 21, 9, tzinfo=UTC)
_FILES = {
    "source.yaml": """
id: museum
title: Музей маяков в Лиманске
about: музею маяков
publisher: Вестник
published: "2026-06-20"
place: Лиманск
main: opening
examples: [Когда открылся музей?]
""",
    "people.yaml": "- {id: rogov, name: Пётр Рогов, post: директор музея}\n",
    "events.yaml": """
- {id: opening, title: Открытие музея маяков, when: "2026-06-01", where: Лиманск}
- {id: building, title: Начало строительства музея маяков, when: "2024-03", where: Лиманск}
""",
    "facts.yaml": """
- id: opened
  says: Музей маяков открылся 1 июня 2026 года.
  topic: museum
  about: [opening]
  when: "2026-06-01"
  questions: [Когда открылся музей?, Какого числа открыли музей маяков?]
- id: ticket
  says: Входной билет стоит 400 рублей, для школьников и пенсионеров — 150 рублей.
  topic: museum
  questions: [Сколько стоит билет?, Какая цена билета для школьников?]
- id: kids
  says: Дети до пяти лет проходят бесплатно.
  topic: museum
  questions: [Кто проходит бесплатно?, Платят ли за маленьких детей?]
- id: money
  says: Половину денег на строительство музея дал областной бюджет, остальное — город.
  topic: museum
  questions: [Кто платил за строительство?, На чьи деньги построили музей?]
- id: head
  says: Музеем руководит Пётр Рогов, ему 51 год.
  topic: museum
  people: [{id: rogov, role: chair}]
  questions: [Кто руководит музеем?, Сколько лет Рогову?]
- id: begun
  says: Строить музей над Двиной начали в марте 2024 года.
  topic: museum
  about: [building]
  when: "2024-03"
  questions: [Когда начали строить музей?, С какого года строили музей?]
""",
    "terms.yaml": "synonyms: []\ntopics: {museum: Музей}\n",
}
_BASE = load_files({name: text.encode() for name, text in _FILES.items()})
ENGINE = Engine(_BASE)


def _reply(text: str) -> Result:
    return ENGINE.reply(text, NEW, _NOW).result


@pytest.mark.parametrize(
    ("asked", "polarity"),
    [
        ("Есть ли льготы школьникам?", Polarity.YES),
        ("Скидка для пенсионеров есть?", Polarity.YES),
        ("я на пенсии, мне скидка есть?", Polarity.YES),
        ("Пенсионеры проходят бесплатно?", Polarity.NO),
    ],
)
def test_a_price_told_of_a_group_answers_of_it(asked: str, polarity: Polarity) -> None:
    result = _reply(asked)
    assert isinstance(result, Answer)
    assert result.shown[0].fact.id == "ticket"
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is polarity


@pytest.mark.parametrize(
    "asked",
    [
        "Студенты проходят бесплатно?",
        "Инвалиды проходят бесплатно?",
        "Студентам билет за 150?",
        "Скидка для студентов есть?",
        "Сколько стоит билет для ветеранов?",
    ],
)
def test_a_price_of_another_group_is_none(asked: str) -> None:
    result = _reply(asked)
    assert isinstance(result, Refusal)
    assert result.named or result.asked


def test_adults_pay_what_is_told_of_nobody_in_particular() -> None:
    result = _reply("Сколько стоит входной билет для взрослого?")
    assert isinstance(result, Answer)
    assert result.shown[0].fact.id == "ticket"


@pytest.mark.parametrize("asked", ["Кто построил музей?", "Кто строитель музея?"])
def test_who_pays_has_not_built(asked: str) -> None:
    assert isinstance(_reply(asked), Refusal)


def test_whose_money_it_was_is_told() -> None:
    result = _reply("На чьи деньги построили музей?")
    assert isinstance(result, Answer)
    assert result.shown[0].fact.id == "money"


@pytest.mark.parametrize("asked", ["Сколько дней музей уже работает?", "сколько дней открыт музей маяков"])
def test_days_of_work_count_from_the_opening(asked: str) -> None:
    result = _reply(asked)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, SpanLead)
    assert result.lead.low == 20


@pytest.mark.parametrize("asked", ["Сколько лет работает Рогов?", "Сколько дней в неделю работает музей?"])
def test_neither_an_age_nor_days_of_a_week_are_so_counted(asked: str) -> None:
    assert isinstance(_reply(asked), Refusal)


def test_a_river_beside_is_no_other_place_of_an_event() -> None:
    assert not disagreements(_BASE)
