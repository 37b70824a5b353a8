"""«Какие пять стран?» of a fact that only says that there are five."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal, Result
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: race
title: Лыжный марафон в Каменке
about: В Каменке прошёл лыжный марафон.
publisher: Вестник
published: "2026-02-05"
examples: [Когда марафон?]
""",
    "facts.yaml": """
- id: from
  says: На марафон приехали лыжники из пяти стран и восьми областей.
  topic: race
  questions: [Сколько стран участвовало?, Откуда приехали лыжники?, Из скольких стран приехали лыжники?]
- id: trails
  says: 'Для марафона проложили три трассы: «Ельник», «Гору» и «Озеро».'
  topic: race
  questions: [Сколько трасс проложили?, Что проложили для марафона?, Сколько трасс у марафона?]
- id: prizes
  says: Победителю вручили кубок.
  topic: race
  questions: [Что вручили победителю?, Что получил победитель?, Что досталось победителю?]
""",
    "terms.yaml": "synonyms: []\ntopics: {race: Марафон}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def reply(question: str) -> Result:
    return ENGINE.reply(question, NEW, NOW).result


@pytest.mark.parametrize(
    "question",
    [
        "Из каких именно стран приехали лыжники?",
        "Из каких пяти стран приехали лыжники?",
        "Перечислите страны, из которых приехали лыжники",
    ],
)
def test_a_number_of_things_does_not_name_them(question: str) -> None:
    assert isinstance(reply(question), Refusal)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Из скольких стран приехали лыжники?", "from"),
        ("Какие трассы проложили для марафона?", "trails"),
        ("Перечислите трассы марафона", "trails"),
    ],
)
def test_things_that_are_listed_and_their_number_are_told(question: str, fact: str) -> None:
    result = reply(question)
    assert isinstance(result, Answer), result
    assert result.shown[0].fact.id == fact
