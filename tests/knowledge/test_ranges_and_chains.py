"""Ends of ranges, and events of one chain told apart by date and tense, by an invented pack of a festival."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: kites
title: Фестиваль змеев
about: фестивалю змеев
publisher: Вестник
published: "2026-06-01"
main: kites-1
examples: [Когда фестиваль змеев?]
""",
    "people.yaml": "- {id: orlov, name: Иван Орлов, post: судья}\n",
    "events.yaml": """
- {id: kites-1, title: Первый фестиваль змеев, when: "2026-05-10", where: Анапа, order: 1}
- id: kites-2
  title: Второй фестиваль змеев
  when: "2026-07-18/2026-07-19"
  where: Анапа
  follows: kites-1
  order: 2
""",
    "facts.yaml": """
- id: first
  says: Фестиваль змеев прошёл в Анапе 10 мая 2026 года с 11:00 до 19:00.
  topic: t
  about: [kites-1]
  questions: [Когда был фестиваль змеев?, Во сколько начался фестиваль?]
- id: second
  says: Второй фестиваль змеев пройдёт с 18 по 19 июля 2026 года.
  topic: t
  about: [kites-2]
  questions: [Когда второй фестиваль?]
- id: price
  says: Билет на фестиваль подорожал с 200 до 250 рублей.
  topic: t
  questions: [Сколько стоит билет?]
""",
    "terms.yaml": "topics: {t: Фестиваль}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Фестиваль начался в 12:00?", "Нет: с 11:00."),
        ("Фестиваль начался в одиннадцать утра?", "Да."),
        ("Фестиваль закончился в 18:00?", "Нет: до 19:00."),
        ("Фестиваль закончился в 19:00?", "Да."),
        ("Фестиваль шёл в 15:00?", "Да."),
        ("Билет подорожал до 200 рублей?", "Нет: до 250 рублей."),
        ("Билет подорожал до 220 рублей?", "Нет: до 250 рублей."),
        ("Билет подорожал до 250 рублей?", "Да."),
        ("Билет подорожал с 200 рублей?", "Да."),
        ("Фестиваль змеев будет 19 июля?", "Да: с 18 по 19 июля 2026 года."),
        ("Фестиваль змеев 19 июля?", "Да: с 18 по 19 июля 2026 года."),
        ("Фестиваль змеев ещё пройдёт в мае?", "Нет: с 18 по 19 июля 2026 года."),
        ("Фестиваль змеев был 10 мая?", "Да."),
        ("Фестиваль змеев прошёл 19 июля?", "Нет: воскресенье, 10 мая 2026 года."),
    ],
)
def test_the_end_or_the_event_that_is_asked_of(question: str, line: str) -> None:
    answer = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(answer, Answer), answer
    assert answer.lead is not None
    assert leads.render(answer.lead, NOW.date()) == line
