"""«Кого поддержала Лапина, а кого Мазин?»: the second question leaves out the verb of the first."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: jury
title: Выборы главы артели
about: В Каменке выбрали главу артели.
publisher: Вестник
published: "2026-02-05"
examples: [Кого выбрали?]
""",
    "people.yaml": """
- {id: rudin, name: Пётр Рудин, post: рыбак, side: Эстония}
- {id: laptev, name: Анна Лаптева, post: сетевязальщица, side: Латвия}
- {id: somov, name: Иван Сомов, post: лодочник}
- {id: orlova, name: Ольга Орлова, post: бухгалтер}
""",
    "facts.yaml": """
- id: rudin-choice
  says: Пётр Рудин поддержал Ивана Сомова.
  topic: votes
  people: [{id: rudin}, {id: somov}]
  questions: [Кого поддержал Рудин?, За кого Рудин?, Кого выбрал Рудин?]
- id: laptev-choice
  says: Анна Лаптева поддержала Ольгу Орлову.
  topic: votes
  people: [{id: laptev}, {id: orlova}]
  questions: [Кого поддержала Лаптева?, За кого Лаптева?, Кого выбрала Лаптева?]
- id: boat
  says: Лодку «Чайка-3» построили в Каменке за два месяца.
  topic: votes
  questions: [Где построили «Чайку-3»?, За сколько построили лодку?, Сколько строили «Чайку-3»?]
- id: price
  says: За «Чайку-3» артель заплатила 90 тысяч рублей.
  topic: votes
  questions: [Сколько заплатили за «Чайку-3»?, Сколько стоила «Чайка-3»?, Почём «Чайка-3»?]
""",
    "terms.yaml": "synonyms: []\ntopics: {votes: Выборы}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("turns", "facts"),
    [
        (["Кого поддержал Рудин, а кого Лаптева?"], ["rudin-choice", "laptev-choice"]),
        (["Кого поддержал Рудин?", "а кого Лаптева?"], ["laptev-choice"]),
        (["Где построили «Чайку-3» и сколько она стоила?"], ["boat", "price"]),
    ],
)
def test_the_second_question_is_asked_with_the_words_of_the_first(turns: list[str], facts: list[str]) -> None:
    conversation = NEW
    for text in turns:
        turn = ENGINE.reply(text, conversation, NOW)
        conversation = turn.conversation
    assert isinstance(turn.result, Answer), turn.result
    assert [one.fact.id for one in turn.result.shown] == facts
