"""What a question takes for granted is not affirmed, nor looked for, where the records say otherwise."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Participant, Polarity, Refusal, Result, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: pact
title: Рыбный форум России и Франции
about: рыбном форуме
publisher: Вестник
published: "2026-04-22"
examples: [Где прошёл форум?]
""",
    "people.yaml": """
- {id: olin, name: Пётр Олин, post: министр рыболовства}
- {id: rein, name: Ольга Рейн, post: посол}
""",
    "events.yaml": """
- {id: forum, title: Рыбный форум, when: "2026-04-20", where: Москва, people: [{id: olin, role: chair}]}
- {id: visit, title: Поездка посла в Тулу, when: "2026-04-10", where: Тула, people: [{id: rein, role: guest}]}
""",
    "facts.yaml": """
- id: place
  says: Форум прошёл в Москве 20 апреля 2026 года.
  topic: days
  about: [forum]
  when: "2026-04-20"
  where: Москва
  questions: [Где прошёл форум?, Когда был форум?, место форума]
- id: chair
  says: На форуме председательствовал Пётр Олин.
  topic: days
  about: [forum]
  people: [{id: olin, role: chair}]
  questions: [Кто председательствовал на форуме?, Кто вёл форум?, председатель форума]
- id: visit
  says: Ольга Рейн приезжала в Тулу 10 апреля.
  topic: days
  about: [visit]
  people: [{id: rein, role: guest}]
  when: "2026-04-10"
  where: Тула
  questions: [Куда приезжала Рейн?, Кто приезжал в Тулу?, поездка посла]
- id: level
  says: Форум двух стран ведётся на высоком уровне.
  topic: days
  about: [forum]
  questions: [На каком уровне форум?, Каков уровень форума?, уровень форума]
- id: trust
  says: Доверие двух стран стало крепче.
  topic: days
  questions: [Что стало с доверием?, Окрепло ли доверие?, доверие стран]
""",
    "terms.yaml": "synonyms: []\ntopics: {days: Дни}\n",
}
BASE = load_files({name: text.encode() for name, text in _FILES.items()})
ENGINE = Engine(BASE)


def _result(question: str) -> Result:
    return ENGINE.reply(question, NEW, NOW).result


@pytest.mark.parametrize("question", ["Почему Олин не приехал?", "Почему Олин не приехал на форум?"])
def test_absence_of_one_who_was_there_is_denied(question: str) -> None:
    result = _result(question)
    assert isinstance(result, Answer), result
    assert result.lead == YesNoLead(polarity=Polarity.NO, denying=True)
    assert [one.fact.id for one in result.shown] == ["chair"]


def test_absence_of_another_has_no_reason_told() -> None:
    assert isinstance(_result("Почему Рейн не приехала на форум?"), Refusal)


def test_coming_to_an_event_is_judged_by_its_people() -> None:
    came, other = _result("Олин приезжал на форум?"), _result("Рейн приезжала на форум?")
    assert isinstance(came, Answer)
    assert came.lead == YesNoLead(polarity=Polarity.YES)
    assert isinstance(other, Answer)
    olin = Participant(person=BASE.people[0], role="member")
    assert other.lead == YesNoLead(polarity=Polarity.SET, held=(olin,))


@pytest.mark.parametrize("question", ["Москва это столица Франции?", "Тула столица России?"])
def test_no_place_of_an_event_is_affirmed_as_a_capital(question: str) -> None:
    assert isinstance(_result(question), Refusal)


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Форум на низком уровне?", Polarity.NO),
        ("Форум на высоком уровне?", Polarity.YES),
        ("Доверие ослабло?", Polarity.NO),
    ],
)
def test_the_opposite_of_what_is_told_is_denied(question: str, polarity: Polarity) -> None:
    result = _result(question)
    assert isinstance(result, Answer), result
    assert result.lead == YesNoLead(polarity=polarity)
