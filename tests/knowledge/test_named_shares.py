"""Values that one statement gives to several people or things: the reply has that of the one who is named."""

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
id: fair
title: Ярмарка в Липках
about: ярмарке садоводов в Липках
publisher: Вестник
published: "2025-09-12"
examples: [Когда прошла ярмарка?]
""",
    "people.yaml": """
- {id: rudakov, name: Марат Рудаков, post: пасечник}
- {id: belkina, name: Вера Белкина, post: садовод}
- {id: sinitsyn, name: Олег Синицын, post: староста}
""",
    "facts.yaml": """
- id: gift
  says: Жители собрали семьям 240 тысяч рублей, Марат Рудаков получил из них 30 тысяч, а Вера Белкина — 55.
  topic: money
  people: [{id: rudakov}, {id: belkina}]
  questions: [Сколько собрали жители?, Сколько получил Рудаков?, Сколько получила Белкина?]
- id: draughts
  says: На ярмарке играли в шашки, Рудаков выиграл 17 партий, Белкина — 12, а Синицын проиграл обе свои.
  topic: fair
  people: [{id: rudakov}, {id: belkina}, {id: sinitsyn}]
  questions: [Во что играли на ярмарке?, Сколько партий выиграл Рудаков?, Сколько партий проиграл Синицын?]
- id: council
  says: Совет даст селу 7,4 миллиона рублей, из них 4,1 миллиона — на дорогу, а 3,3 миллиона — на колодцы.
  topic: money
  questions: [Сколько денег даст совет?, Сколько пойдёт на дорогу?, Сколько дадут на колодцы?]
- id: fee
  says: Пасечники требовали поднять надбавку с 12 до 19 тысяч рублей и починить мост.
  topic: money
  questions: [Чего требовали пасечники?, Какая надбавка у пасечника?, надбавка пасечника]
""",
    "terms.yaml": "topics: {money: Деньги, fair: Ярмарка}\n",
}
_ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))
_TOLD = "the statement alone"


def first_line(*questions: str) -> str:
    """The first line of the reply to the last of questions that are asked one after another."""
    conversation = NEW
    for question in questions:
        turn = _ENGINE.reply(question, conversation, NOW)
        conversation = turn.conversation
    if not isinstance(turn.result, Answer):
        return turn.result.rule
    return leads.render(turn.result.lead, NOW.date()) if turn.result.lead is not None else _TOLD


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Рудаков получил 55 тысяч?", "Нет: 30 тысяч рублей."),
        ("Марат Рудаков получил 55 тысяч рублей?", "Нет: 30 тысяч рублей."),
        ("Рудаков получил 30 тысяч?", "Да."),
        ("Белкина получила 30 тысяч?", "Нет: 55 тысяч рублей."),
        ("Белкина выиграла 17 партий?", "Нет: 12 партий."),
        ("На дорогу дадут 3,3 миллиона?", "Нет: 4,1 миллиона рублей."),
    ],
)
def test_a_number_of_another_is_no_yes(question: str, line: str) -> None:
    assert first_line(question) == line


@pytest.mark.parametrize(
    ("questions", "line"),
    [
        (["А Рудакову сколько дали жители?"], "30 тысяч рублей."),
        (["Кто такая Белкина?", "сколько ей дали жители?"], "55 тысяч рублей."),
        (["Сколько получила Белкина из собранных денег?"], "55 тысяч рублей."),
        (["Сколько денег досталось Вере Белкиной?"], "55 тысяч рублей."),
        (["Сколько получил Рудаков?"], "30 тысяч рублей."),
        (["Сколько собрали жители?"], "240 тысяч рублей."),
        (["Сколько партий выиграла Белкина?"], "12 партий."),
        (["Сколько партий выиграл Рудаков?", "а Белкина?"], "12 партий."),
        (["Прошу сообщить размер средств, выделяемых советом на колодцы"], "3,3 миллиона рублей."),
        (["Сколько денег совет даст на дорогу в селе?"], "4,1 миллиона рублей."),
        (["Сколько денег даст совет?"], "7,4 миллиона рублей."),
    ],
)
def test_the_share_is_that_of_the_one_named(questions: list[str], line: str) -> None:
    assert first_line(*questions) == line


@pytest.mark.parametrize(
    "questions",
    [["Сколько партий выиграл Рудаков?", "а Синицын?"], ["Сколько партий проиграл Рудаков?"]],
)
def test_the_opposite_deed_is_shown_without_a_value(questions: list[str]) -> None:
    assert first_line(*questions) == _TOLD


def test_a_name_that_opens_a_part_is_not_counted() -> None:
    values = read_values("Собрали 240 тысяч рублей, Ренат получил из них 30 тысяч, а Анна — 55 тысяч.")
    assert [(one.kind, one.low) for one in values] == [
        (ValueKind.MONEY, 240_000),
        (ValueKind.MONEY, 30_000),
        (ValueKind.MONEY, 55_000),
    ]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("До какой суммы хотели поднять надбавку?", "До 19 тысяч рублей."),
        ("До скольки хотели поднять надбавку?", "До 19 тысяч рублей."),
        ("С какой суммы хотели поднять надбавку?", "12 000 рублей."),
        ("Сколько составляла надбавка раньше?", "12 000 рублей."),
        ("С какой суммы на какую хотели поднять надбавку?", "С 12 до 19 тысяч рублей."),
    ],
)
def test_one_end_of_a_change_is_told_where_it_is_asked(question: str, line: str) -> None:
    assert first_line(question) == line


@pytest.mark.parametrize(
    ("text", "low"),
    [("с 12 до 19 тысяч рублей", 12_000), ("от 600 до 2 тысяч рублей", 600), ("от 600 до 2800 рублей", 600)],
)
def test_thousands_said_once_are_of_both_ends(text: str, low: float) -> None:
    assert read_values(text)[0].low == low
