"""«Только» and «один» beside a name: a yes only where nobody else is held."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: jury
title: Конкурс пекарей
about: конкурсу пекарей
publisher: Вестник
published: "2026-05-05"
examples: [Кто судил конкурс?]
""",
    "people.yaml": """
- {id: rybin, name: Олег Рыбин, side: Россия}
- {id: zotova, name: Анна Зотова, side: Россия}
- {id: lamm, name: Ирма Ламм, side: Латвия}
""",
    "events.yaml": """
- id: contest
  title: Конкурс пекарей
  when: "2026-05-04"
  where: Псков
  people: [{id: rybin, role: chair}, {id: zotova, role: chair}, {id: lamm, role: chair}]
""",
    "facts.yaml": """
- id: judges
  says: Конкурс пекарей судили трое — Олег Рыбин, Анна Зотова и Ирма Ламм.
  topic: t
  about: [contest]
  people: [{id: rybin, role: chair}, {id: zotova, role: chair}, {id: lamm, role: chair}]
  questions: [Кто судил конкурс?, Кто был судьёй?, Сколько было судей?]
- id: prize
  says: Приз вручала Анна Зотова.
  topic: t
  about: [contest]
  people: [{id: zotova, role: host}]
  questions: [Кто вручал приз?, Кто вручил награду?]
- id: place
  says: Конкурс пекарей прошёл в Пскове.
  topic: t
  about: [contest]
  questions: [Где прошёл конкурс?, В каком городе конкурс?]
""",
    "terms.yaml": "topics: {t: Конкурс}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("question", "polarity", "held"),
    [
        ("Конкурс судил только Рыбин?", Polarity.NO, {"rybin", "zotova", "lamm"}),
        ("Рыбин судил конкурс один?", Polarity.NO, set()),
        ("Конкурс судили только Рыбин и Зотова?", Polarity.NO, {"rybin", "zotova", "lamm"}),
        ("Приз вручала только Зотова?", Polarity.SET, {"zotova"}),
        ("Конкурс судила Ламм?", Polarity.YES, set()),
    ],
)
def test_only(question: str, polarity: Polarity, held: set[str]) -> None:
    answer = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(answer, Answer)
    assert isinstance(answer.lead, YesNoLead)
    assert answer.lead.polarity is polarity
    people = answer.lead.held if isinstance(answer.lead.held, tuple) else ()
    assert {one.person.id for one in people} == held
    assert not held or held <= {part.person for part in answer.shown[0].fact.people}


def test_only_of_what_is_no_person_gets_the_statement() -> None:
    answer = ENGINE.reply("Конкурс прошёл только в Пскове?", NEW, NOW).result
    assert isinstance(answer, Answer)
    assert answer.lead is None
