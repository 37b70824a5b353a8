"""Whose words a topic is, on an invented pack."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Reason, Refusal, Result
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: bees
title: Спор о пасеке
about: споре о пасеке
publisher: Улей
published: "2020-06-02"
examples: [Кто спорил?]
""",
    "people.yaml": """
- {id: zueva, name: Мария Зуева, post: агроном, side: Совхоз}
- {id: orlik, name: Павел Орлик, post: пасечник, side: Артель}
""",
    "events.yaml": "[]\n",
    "facts.yaml": """
- id: poison
  says: По словам Зуевой, опрыскивание сада безвредно для пчёл.
  topic: t
  said_by: zueva
  people: [{id: zueva, role: speaker}]
  questions: [Что сказала Зуева об опрыскивании?, Вредно ли опрыскивание?, слова Зуевой]
- id: honey
  says: Орлик заявил, что сбор мёда упал вдвое.
  topic: t
  said_by: orlik
  people: [{id: orlik, role: speaker}]
  questions: [Что заявил Орлик?, Насколько упал сбор мёда?, сбор мёда]
""",
    "terms.yaml": "topics: {t: Пасека}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def ask(text: str) -> Result:
    return ENGINE.reply(text, NEW, NOW).result


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Слова про безвредное опрыскивание приписывают Орлику", "Нет: Мария Зуева."),
        ("Слова про безвредное опрыскивание принадлежат Зуевой?", "Да."),
        ("опрыскивание сада безвредно это чей тезис?", "Мария Зуева."),
        ("сбор мёда чьи это слова", "Павел Орлик."),
    ],
)
def test_whose_words_a_topic_is(text: str, line: str) -> None:
    result = ask(text)
    assert isinstance(result, Answer), result
    assert result.lead is not None
    assert leads.render(result.lead) == line


def test_an_idea_is_not_that_of_who_tells_of_it() -> None:
    result = ask("чья идея опрыскать сад?")
    assert not isinstance(result, Answer) or result.rule != "whose-words"


@pytest.mark.parametrize("text", ["это Орлик сказал?", "так Зуева заявила?", "это Артель предложила, так?"])
def test_what_somebody_said_must_be_named(text: str) -> None:
    result = ask(text)
    assert isinstance(result, Refusal)
    assert result.reason is Reason.NO_CONTEXT
