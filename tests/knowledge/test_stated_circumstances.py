"""Propositions on a reason, on being in time, on what somebody said or declined to do."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, EventsLead, Polarity, Refusal, Result, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: bridge
title: Мост через Вязь закрыт
about: мосту через Вязь
publisher: Вестник
published: "2026-05-05"
examples: [Когда закрыли мост?]
""",
    "people.yaml": """
- {id: orlov, name: Никита Орлов, post: начальник стройки, names: [Орлов]}
- {id: zotova, name: Марина Зотова, post: главный инженер, names: [Зотова]}
- {id: ki, name: Уо Ки, post: советник стройки, names: [Ки]}
""",
    "events.yaml": """
- {id: first, title: Первый субботник на мосту, when: "2026-04-20", where: Шуя, order: 1}
- {id: second, title: Второй субботник на мосту, when: "2026-06-07", where: Шуя, follows: first, order: 2}
""",
    "facts.yaml": """
- id: closed
  says: Мост через Вязь закрыли 3 марта 2026 года из-за трещины в опоре.
  topic: bridge
  questions: [Когда закрыли мост?, Почему закрыли мост?, причина закрытия моста]
- id: span
  says: Ремонт дамбы занял девять недель вместо обещанных шести.
  topic: bridge
  questions: [Сколько длился ремонт дамбы?, Уложились ли рабочие в срок?, срок ремонта дамбы]
- id: road
  says: Дорогу к мосту сделали за четыре недели вместо прежних шести.
  topic: bridge
  questions: [За сколько сделали дорогу?, Сколько делали дорогу к мосту?]
- id: first
  says: Первый субботник на мосту прошёл 20 апреля 2026 года.
  topic: bridge
  about: [first]
  questions: [Когда прошёл субботник?, Когда был первый субботник?]
- id: second
  says: Второй субботник на мосту пройдёт 7 июня 2026 года.
  topic: bridge
  about: [second]
  questions: [Когда пройдёт второй субботник?, Когда следующий субботник?]
- id: orlov
  says: Никита Орлов — начальник стройки.
  topic: bridge
  people: [{id: orlov, role: member}]
  questions: [Кто такой Никита Орлов?, Какая должность у Орлова?]
- id: zotova
  says: Марина Зотова — главный инженер.
  topic: bridge
  people: [{id: zotova, role: member}]
  questions: [Кто такая Марина Зотова?, Какая должность у Зотовой?]
- id: ki
  says: Уо Ки — советник стройки.
  topic: bridge
  people: [{id: ki, role: member}]
  questions: [Кто такой Уо Ки?, Какая должность у Уо Ки?]
- id: ready
  says: Орлов готов перенести стройку на осень.
  topic: bridge
  people: [{id: orlov, role: speaker}]
  said_by: orlov
  questions: [Что готов сделать Орлов?, Готов ли Орлов перенести стройку?, Когда может пройти стройка?]
- id: supports
  says: Опоры моста прослужат ещё двадцать лет, считает Зотова.
  topic: bridge
  people: [{id: zotova, role: speaker}]
  said_by: zotova
  questions: [Сколько прослужат опоры?, Что думает Зотова об опорах?, Крепкие ли опоры моста?]
""",
    "terms.yaml": "synonyms: []\ntopics: {bridge: Мост}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _reply(question: str) -> Result:
    return ENGINE.reply(question, NEW, NOW).result


def _polarity(question: str) -> Polarity | None:
    result = _reply(question)
    lead = result.lead if isinstance(result, Answer) else None
    return lead.polarity if isinstance(lead, YesNoLead) else None


@pytest.mark.parametrize(
    "question",
    [
        "Правда ли, что мост закрыли из-за урагана?",
        "Из-за урагана закрыли мост?",
        "Мост закрыли, потому что сгорел насос?",
        "Мост закрыли потому, что сгорел насос?",
    ],
)
def test_another_reason_is_denied_by_the_one_told(question: str) -> None:
    result = _reply(question)
    assert isinstance(result, Answer)
    assert result.lead == YesNoLead(polarity=Polarity.NO, held="из-за трещины в опоре")


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Мост закрыли из-за трещины в опоре?", Polarity.YES),
        ("Мост закрыли из-за аварии?", None),
        ("Мост закрыли из-за слабой опоры?", None),
        ("Мост открыли из-за урагана?", None),
    ],
)
def test_a_reason_that_may_be_the_same_is_not_denied(question: str, polarity: Polarity | None) -> None:
    assert _polarity(question) is polarity


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Ремонт дамбы закончили вовремя?", Polarity.NO),
        ("Ремонт дамбы закончили с опозданием?", Polarity.YES),
        ("Рабочие уложились в срок?", Polarity.NO),
        ("Дорогу к мосту сделали в срок?", None),
        ("Субботник прошёл в срок?", None),
    ],
)
def test_being_in_time_is_judged_by_the_plan_told(question: str, polarity: Polarity | None) -> None:
    assert _polarity(question) is polarity


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Субботник был один?", Polarity.YES),
        ("Субботников было два?", Polarity.PLANNED),
        ("Субботников было три?", None),
    ],
)
def test_events_in_a_row_are_counted(question: str, polarity: Polarity | None) -> None:
    assert _polarity(question) is polarity
    if polarity is None:
        result = _reply(question)
        assert isinstance(result, Answer)
        assert isinstance(result.lead, EventsLead)


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Орлов мужчина?", Polarity.YES),
        ("Зотова мужчина?", Polarity.NO),
        ("Зотова — женщина?", Polarity.YES),
        ("Орлов не женщина?", Polarity.YES),
    ],
)
def test_the_given_name_tells_the_sex(question: str, polarity: Polarity) -> None:
    assert _polarity(question) is polarity


def test_a_name_that_tells_no_sex_is_no_answer() -> None:
    assert isinstance(_reply("Ки женщина?"), Refusal)


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Утверждал ли Орлов, что готов перенести стройку?", Polarity.YES),
        ("Говорила ли Зотова, что опоры прослужат двадцать лет?", Polarity.YES),
        ("Говорил ли Орлов, что дорогу продадут?", None),
        ("Разве Орлов отказался перенести стройку?", Polarity.NO),
        ("Зотова отказалась перенести стройку?", None),
    ],
)
def test_ones_own_words_are_held_against_what_is_said_of_them(
    question: str, polarity: Polarity | None
) -> None:
    assert _polarity(question) is polarity
