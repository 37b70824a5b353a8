"""Whether two people are of one side is told by their records, not by where something was."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, Refusal, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: pact
title: Переговоры Орловии и Вендии о рыболовстве
about: переговорам Орловии и Вендии
publisher: Вестник
published: "2026-05-05"
examples: [Где прошли переговоры?]
""",
    "people.yaml": """
- {id: marsh, name: Пётр Марш, post: министр рыболовства, side: Орловия}
- {id: rein, name: Ольга Рейн, post: капитан порта, side: Орловия}
- {id: olin, name: Карл Олин, post: посол, side: Вендия}
- {id: gray, name: Иван Грей, post: переводчик}
""",
    "events.yaml": '- {id: talks, title: Переговоры о рыболовстве, when: "2026-04-20", where: Шуя}\n',
    "facts.yaml": """
- id: place
  says: Переговоры двух стран прошли в Шуе.
  topic: talks
  about: [talks]
  questions: [Где прошли переговоры?, В какой стране прошли переговоры?, В каком городе встретились стороны?]
- id: marsh
  says: Пётр Марш — министр рыболовства.
  topic: talks
  people: [{id: marsh, role: member}]
  questions: [Кто такой Марш?, Какой пост у Марша?, Чем занимается Марш?]
- id: rein
  says: Ольга Рейн — капитан порта.
  topic: talks
  people: [{id: rein, role: member}]
  questions: [Кто такая Рейн?, Какой пост у Рейн?, Чем занимается Рейн?]
- id: olin
  says: Карл Олин — посол.
  topic: talks
  people: [{id: olin, role: member}]
  questions: [Кто такой Олин?, Какой пост у Олина?, Чем занимается Олин?]
""",
    "terms.yaml": "synonyms: []\ntopics: {talks: Переговоры}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Марш и Рейн из одной страны?", Polarity.YES),
        ("Марш и Олин из одной страны?", Polarity.NO),
        ("Марш и Олин из разных стран?", Polarity.YES),
        ("Рейн и Марш представляют разные стороны?", Polarity.NO),
        ("Из одной ли страны Олин и Рейн?", Polarity.NO),
    ],
)
def test_sides_of_the_records_are_compared(question: str, polarity: Polarity) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer), result
    assert result.lead == YesNoLead(polarity=polarity)
    assert "place" not in [one.fact.id for one in result.shown]


def test_of_a_person_without_a_side_nothing_is_said() -> None:
    result = ENGINE.reply("Марш и Грей из одной страны?", NEW, NOW).result
    assert not isinstance(result, Answer) or not isinstance(result.lead, YesNoLead)


def test_who_holds_a_post_now_is_not_who_will() -> None:
    holder = ENGINE.reply("Кто переводчик?", NEW, NOW).result
    assert isinstance(holder, Answer)
    assert holder.rule == "post-holder"
    assert isinstance(ENGINE.reply("Кто будет переводчиком?", NEW, NOW).result, Refusal)
