"""Of two people offered: who has the post or role by the records, or not; nobody where it is open."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, ValueLead
from tests.knowledge.sample_base import NOW

FILES = {
    "source.yaml": """
id: rescue
title: Учения спасателей на озере Имандра
about: Я отвечаю на вопросы об учениях спасателей.
publisher: Кольский край
published: "2020-07-20"
place: Апатиты
examples: [Когда прошли учения?]
""",
    "people.yaml": """
- {id: danko, name: Игорь Данько, post: начальник гарнизона}
- {id: selina, name: Вера Селина, post: главный врач больницы}
- {id: orlov, name: Юрий Орлов, post: директор порта}
""",
    "events.yaml": """
- id: drill
  title: Учения спасателей
  when: "2020-07-18"
  where: Апатиты
  people: [{id: danko, role: chair}, {id: selina, role: chair}]
""",
    "facts.yaml": """
- id: held
  says: Учения спасателей прошли 18 июля 2020 года в Апатитах.
  topic: drill
  about: [drill]
  paragraph: 1
  questions: [Когда прошли учения?, Где прошли учения?, Что прошло в Апатитах?]
- id: led
  says: Учениями руководили Игорь Данько и Вера Селина.
  topic: drill
  about: [drill]
  people: [{id: danko, role: chair}, {id: selina, role: chair}]
  paragraph: 2
  questions: [Кто руководил учениями?, Кто возглавлял учения?, Кто вёл учения?]
- id: port
  says: Катера дал директор порта Юрий Орлов.
  topic: drill
  people: [{id: orlov, role: member}]
  paragraph: 3
  questions: [Кто дал катера?, Чьи катера?, Откуда катера?]
- id: doctor
  says: Вера Селина — главный врач больницы.
  topic: drill
  people: [{id: selina, role: member}]
  paragraph: 3
  questions: [Кто такая Селина?, Кем работает Селина?, Какой пост у Селиной?]
""",
    "terms.yaml": "synonyms: []\ntopics: {drill: Учения}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in FILES.items()}))


def named(question: str) -> list[str] | None:
    result = ENGINE.reply(question, NEW, NOW).result
    if not isinstance(result, Answer) or result.rule != "offered-person":
        return None
    assert isinstance(result.lead, ValueLead)
    assert isinstance(result.lead.held, tuple)
    return [str(one.person.id) for one in result.lead.held]


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("Орлов или Селина директор порта?", "orlov"),
        ("Кто из двоих не директор порта: Орлов или Данько?", "danko"),
        ("Кто из этих людей главный врач: Орлов или Селина?", "selina"),
        ("Кто не директор порта: Орлов или Данько?", "danko"),
        ("Кто не руководил учениями: Данько или Орлов?", "orlov"),
    ],
)
def test_who_has_it_is_named(question: str, person: str) -> None:
    assert named(question) == [person]


@pytest.mark.parametrize(
    "question",
    [
        "Кто мэр города: Орлов или Селина?",
        "Кто директор музея: Орлов или Селина?",
        "Кто руководил учениями: Данько или Селина?",
    ],
)
def test_nobody_is_named_where_neither_or_both_have_it(question: str) -> None:
    assert named(question) is None
