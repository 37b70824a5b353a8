"""What a statement denies at a time, what a side says of a topic, and a list of what somebody said."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, Refusal, Result, Slot, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: cinema
title: Кинотеатр «Спутник»
about: Кинотеатр «Спутник» закрывают на ремонт.
publisher: Вестник
published: "2026-02-05"
examples: [Когда ремонт?]
""",
    "people.yaml": """
- {id: orlova, name: Вера Орлова, post: директор кинотеатра, side: Кинотеатр}
- {id: panin, name: Олег Панин, post: глава района, side: Район}
""",
    "events.yaml": """
- {id: repair, title: Ремонт кинотеатра «Спутник», when: "2026-03", where: Клин}
""",
    "facts.yaml": """
- id: closed
  says: 21 февраля сеансов в кинотеатре не будет.
  topic: talks
  about: [repair]
  when: "2026-02-21"
  questions: [Когда не будет сеансов?, В какой день нет сеансов?, Будут ли сеансы?]
- id: till
  says: 22 февраля касса кинотеатра не принимает карты.
  topic: talks
  when: "2026-02-22"
  questions: [Когда касса не принимает карты?, Принимает ли касса карты?, Как работает касса 22 февраля?]
- id: plan-hall
  says: Вера Орлова намерена обновить большой зал.
  topic: talks
  said_by: orlova
  questions: [Какой зал обновят?, Что сделают с залом?, Какие намерения у директора?]
- id: plan-cafe
  says: Вера Орлова намерена открыть в фойе кафе.
  topic: talks
  said_by: orlova
  questions: [Что откроют в фойе?, Где будет кафе?, Какие ещё намерения?]
- id: roof-district
  says: Район считает, что крышу чинить рано.
  topic: talks
  said_by: Район
  questions: [Что думают о крыше?, Пора ли чинить крышу?, Что считают о крыше?]
- id: roof-cinema
  says: По мнению кинотеатра, крыша протечёт весной.
  topic: talks
  said_by: Кинотеатр
  questions: [Когда протечёт крыша?, Что будет весной?, Что случится с крышей весной?]
""",
    "terms.yaml": "synonyms: []\ntopics: {talks: Ремонт}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def reply(question: str) -> Result:
    return ENGINE.reply(question, NEW, NOW).result


@pytest.mark.parametrize(
    "question",
    [
        "Сеансы 21 февраля есть?",
        "21 февраля можно на сеанс?",
        "21 февраля кинотеатр показывает сеансы?",
        "Правда ли, что 21 февраля сеансы идут?",
    ],
)
def test_a_time_at_which_there_is_none_is_no_yes(question: str) -> None:
    result = reply(question)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is Polarity.NO


def test_who_says_that_there_is_none_is_right() -> None:
    result = reply("21 февраля сеансов не будет?")
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is Polarity.YES


@pytest.mark.parametrize("question", ["22 февраля касса работает?", "22 февраля касса кинотеатра открыта?"])
def test_what_is_denied_of_another_thing_at_a_time_is_neither_yes_nor_no(question: str) -> None:
    result = reply(question)
    assert not isinstance(result, Answer) or not isinstance(result.lead, YesNoLead)


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("перечисли намерения Веры Орловой", ["plan-hall", "plan-cafe"]),
        ("Что кинотеатр думает о крыше?", ["roof-cinema"]),
        ("Что думает о крыше кинотеатр?", ["roof-cinema"]),
        ("что считает район о крыше", ["roof-district"]),
    ],
)
def test_whose_words_are_asked_for(question: str, facts: list[str]) -> None:
    result = reply(question)
    assert isinstance(result, Answer)
    assert [shown.fact.id for shown in result.shown] == facts


def test_only_a_list_has_all_that_was_said_of_a_topic() -> None:
    result = reply("Какие намерения Орловой?")
    assert isinstance(result, Answer)
    assert len(result.shown) == 1


@pytest.mark.parametrize(
    ("first", "then", "lead"),
    [
        ("Что откроют в фойе?", "это точно она сказала?", Polarity.YES),
        ("Что откроют в фойе?", "а это он сказал", Polarity.NO),
        ("Что думает о крыше район?", "это точно они так считают?", Polarity.YES),
        ("Что откроют в фойе?", "кто это сказал", None),
    ],
)
def test_whether_he_said_it_is_asked_of_the_fact_told_last(
    first: str, then: str, lead: Polarity | None
) -> None:
    talk = ENGINE.reply(first, NEW, NOW).conversation
    result = ENGINE.reply(then, talk, NOW).result
    assert isinstance(result, Answer)
    assert [shown.fact.id for shown in result.shown] == list(talk.facts)
    assert (result.lead.polarity if isinstance(result.lead, YesNoLead) else None) is lead


@pytest.mark.parametrize("then", ["кто это сказал?", "это точно он сказал?", "а она так говорила?"])
def test_a_fact_that_nobody_says_has_no_speaker(then: str) -> None:
    talk = ENGINE.reply("Когда касса не принимает карты?", NEW, NOW).conversation
    result = ENGINE.reply(then, talk, NOW).result
    assert isinstance(result, Refusal)
    assert result.slot is Slot.SPEAKER
