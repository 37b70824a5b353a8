"""What both sides said of a topic is told by a fact of each; by one side alone nothing is said of both."""

from __future__ import annotations

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, Result, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: fish
title: Переговоры Орловии и Вендии о рыбе
about: переговорам о рыбе
publisher: Вестник
published: "2026-05-05"
examples: [Когда прошли переговоры?]
""",
    "people.yaml": """
- {id: marsh, name: Пётр Марш, post: министр рыбы, side: Орловия}
- {id: olin, name: Карл Олин, post: министр рек, side: Вендия}
""",
    "events.yaml": '- {id: talks, title: Переговоры о рыбе, when: "2026-04-20", where: Шуя}\n',
    "facts.yaml": """
- id: marsh-nets
  says: Пётр Марш заявил, что сети должны быть редкими.
  topic: fish
  said_by: marsh
  people: [{id: marsh, role: speaker}]
  questions: [Что Марш заявил о сетях?, Какие нужны сети?, Что сказали о сетях?]
- id: olin-nets
  says: Карл Олин отметил, что сети надо чинить.
  topic: fish
  said_by: olin
  people: [{id: olin, role: speaker}]
  questions: [Что Олин отметил о сетях?, Что делать с сетями?, Кто говорил о сетях?]
- id: olin-salmon
  says: Карл Олин отметил, что лосося мало.
  topic: fish
  said_by: olin
  people: [{id: olin, role: speaker}]
  questions: [Что Олин сказал о лососе?, Много ли лосося?, Кто говорил о лососе?]
""",
    "terms.yaml": "synonyms: []\ntopics: {fish: Рыба}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _reply(text: str) -> Result:
    return ENGINE.reply(text, NEW, NOW).result


def test_a_fact_of_each_side_is_told() -> None:
    result = _reply("Что обе стороны сказали о сетях?")
    assert isinstance(result, Answer)
    assert {one.fact.id for one in result.shown} == {"marsh-nets", "olin-nets"}


def test_yes_where_both_spoke_of_it() -> None:
    result = _reply("Обе стороны говорили о сетях?")
    assert isinstance(result, Answer)
    assert result.lead == YesNoLead(polarity=Polarity.YES)
    assert {one.fact.id for one in result.shown} == {"marsh-nets", "olin-nets"}


def test_one_side_is_not_both() -> None:
    result = _reply("Обе стороны говорили о лососе?")
    assert not isinstance(result, Answer) or result.lead != YesNoLead(polarity=Polarity.YES)
