"""«Откуда известен год?» asks how a date was inferred, not for a place nor for who published it."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: fair
title: Сенная ярмарка
about: сенной ярмарке
publisher: Вестник
published: "2026-04-22"
examples: [Где прошла ярмарка?]
""",
    "people.yaml": "[]\n",
    "events.yaml": """
- {id: fair, title: Сенная ярмарка, when: "2026-04-20", where: Шуя}
- {id: race, title: Скачки на приз города, when: "2026-04-21", where: Тула}
""",
    "facts.yaml": """
- id: date
  says: Ярмарка прошла в понедельник, 20 апреля 2026 года.
  topic: days
  about: [fair]
  when: "2026-04-20"
  basis: inferred
  because: Назван только понедельник, а заметка вышла 22 апреля, значит, это день за два до неё.
  questions: [Когда прошла ярмарка?, Какого числа была ярмарка?, дата ярмарки]
- id: race
  says: Скачки прошли 21 апреля 2026 года.
  topic: days
  about: [race]
  when: "2026-04-21"
  questions: [Когда прошли скачки?, Какого числа были скачки?, дата скачек]
- id: report
  says: О ярмарке сообщил из Тулы 22 апреля 2026 года «Вестник».
  topic: days
  about: [fair]
  when: "2026-04-22"
  questions: [Кто сообщил о ярмарке?, Откуда сведения о ярмарке?, Откуда пришло сообщение?]
""",
    "terms.yaml": "synonyms: []\ntopics: {days: Дни}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _rule(question: str) -> str:
    result = ENGINE.reply(question, NEW, NOW).result
    return result.rule if isinstance(result, Answer) else "refused"


@pytest.mark.parametrize(
    "question",
    [
        "Откуда известна дата?",
        "Откуда известна дата ярмарки?",
        "Откуда вы знаете, что ярмарка была 20 апреля?",
        "Откуда известно, что это понедельник?",
        "Почему понедельник?",
    ],
)
def test_how_a_date_was_inferred(question: str) -> None:
    assert _rule(question) == "derived"


@pytest.mark.parametrize(
    "question", ["Откуда известна дата скачек?", "Откуда пришло сообщение?", "Почему вторник?"]
)
def test_other_questions_of_whence_and_why(question: str) -> None:
    assert _rule(question) != "derived"
