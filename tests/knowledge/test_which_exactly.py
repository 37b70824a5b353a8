"""Which ones, and what is meant by a word, are refused where the base has the bare noun."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.results import Refusal
from tests.knowledge.dam_base import FILES, ask, make_engine, told

FACTS = """
- id: repairs
  says: Осенью бригада устранила ряд серьёзных поломок, а график работ ускорила.
  topic: t
  questions: [Что устранила бригада осенью?, Какие поломки устранили?, устранение поломок]
- id: gates
  says: Бригада сменила ржавые затворы с северной стороны.
  topic: t
  questions: [Что сменила бригада?, Какие затворы сменили?, замена затворов]
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return make_engine({**FILES, "facts.yaml": FILES["facts.yaml"] + FACTS})


@pytest.mark.parametrize(
    "question", ["Какие именно поломки устранили?", "Какие конкретные поломки устранила бригада осенью?"]
)
def test_the_bare_noun_does_not_say_which_ones(engine: Engine, question: str) -> None:
    assert isinstance(ask(engine, question), Refusal)


def test_a_quality_or_a_complement_says_which_ones(engine: Engine) -> None:
    assert told(ask(engine, "Какие именно затворы сменили?")) == ["gates"]
    assert told(ask(engine, "Какие поломки устранили?")) == ["repairs"]


@pytest.mark.parametrize("question", ["Что значит первое совещание?", "Что понимается под затворами?"])
def test_the_meaning_of_a_word_is_not_what_is_told_of_the_thing(engine: Engine, question: str) -> None:
    assert isinstance(ask(engine, question), Refusal)
