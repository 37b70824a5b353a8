"""Yes or no on the report itself: the day it came out and who published it, never the day of the event."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, Result, YesNoLead
from tests.knowledge.sample_base import NOW

FILES = {
    "source.yaml": """
id: chess
title: Открытие шахматного клуба в Лодейном Поле
about: Я отвечаю на вопросы об открытии шахматного клуба.
publisher: Ладожский вестник
published: "2021-03-12"
place: Лодейное Поле
examples: [Когда открыли клуб?]
""",
    "people.yaml": "- {id: rudin, name: Пётр Рудин, post: тренер}\n",
    "events.yaml": """
- {id: opening, title: Открытие шахматного клуба, when: "2021-03-10", where: Лодейное Поле}
""",
    "facts.yaml": """
- id: opened
  says: Шахматный клуб открыли в среду, 10 марта 2021 года.
  topic: club
  about: [opening]
  when: "2021-03-10"
  paragraph: 1
  questions: [Когда открыли клуб?, Какого числа открытие?, В какой день открыли?]
- id: coach
  says: Тренером клуба стал Пётр Рудин.
  topic: club
  people: [{id: rudin, role: member}]
  paragraph: 2
  questions: [Кто тренер?, Кто тренирует в клубе?, Кто такой Рудин?]
- id: source
  says: Об открытии клуба сообщил 12 марта 2021 года «Ладожский вестник».
  topic: club
  about: [opening]
  when: "2021-03-12"
  paragraph: 1
  questions: [Кто сообщил об открытии?, Когда вышла статья?, Чья это новость?]
""",
    "terms.yaml": "synonyms: []\ntopics: {club: Клуб}\n",
}


def reply(question: str, more: str = "") -> Result:
    files = FILES | {"facts.yaml": FILES["facts.yaml"] + more}
    engine = Engine(load_files({name: text.encode() for name, text in files.items()}))
    return engine.reply(question, NEW, NOW).result


def lead(question: str, more: str = "") -> tuple[Polarity, str] | None:
    result = reply(question, more)
    if not isinstance(result, Answer) or not isinstance(result.lead, YesNoLead):
        return None
    return result.lead.polarity, str(result.lead.held or "")


@pytest.mark.parametrize(
    "question",
    [
        "Сообщение от 10 марта?",
        "Публикация от 13 марта 2021 года?",
        "Заметка вышла 10 марта?",
        "Новость о тренере вышла 10 марта?",
        "Статья опубликована в апреле 2021 года?",
    ],
)
def test_another_day_is_denied_by_that_of_publication(question: str) -> None:
    found = lead(question)
    assert found is not None
    assert found[0] is Polarity.NO
    assert "2021" in found[1]
    assert "12" in found[1]


@pytest.mark.parametrize("question", ["Сообщение от 12 марта?", "Новость вышла в марте 2021 года?"])
def test_the_own_day_is_held(question: str) -> None:
    found = lead(question)
    assert found is not None
    assert found[0] is Polarity.YES


def test_the_event_keeps_its_day() -> None:
    assert lead("Клуб открыли 10 марта?") == (Polarity.YES, "")


@pytest.mark.parametrize("question", ["Об открытии сообщило ТАСС?", "Об открытии написало агентство Рейтер?"])
def test_another_publisher_is_denied_by_the_own_one(question: str) -> None:
    assert lead(question) == (Polarity.NO, "Ладожский вестник")


@pytest.mark.parametrize("question", ["Об открытии сообщил Рудин?", "Об открытии сообщил Гаврилов?"])
def test_a_person_is_no_publisher(question: str) -> None:
    assert lead(question) is None


def test_another_report_that_a_fact_tells_of_keeps_its_day() -> None:
    other = """
- id: book
  says: Статья Рудина о дебютах вышла 5 марта 2021 года.
  topic: club
  people: [{id: rudin, role: member}]
  when: "2021-03-05"
  paragraph: 3
  questions: [О чём статья Рудина?, Что написал Рудин?, Что известно о статье Рудина?]
"""
    found = lead("Статья вышла 5 марта?", other)
    assert found is None or found[0] is not Polarity.NO
