"""Who came, on which day of the week the news was out and why a meeting was put off, in an invented pack."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Lead, Polarity, ValueLead, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: pact
title: Переговоры о рыболовстве
about: переговорам о рыболовстве
publisher: Вестник
published: "2026-05-05"
examples: [Где прошли переговоры?]
""",
    "people.yaml": """
- {id: olin, name: Пётр Олин, post: министр рыболовства Франции, side: Франция}
- {id: orlov, name: Карп Орлов, post: член правления, side: Россия}
""",
    "events.yaml": """
- id: talks
  title: Переговоры о рыболовстве
  when: "2026-05-04"
  where: Шуя
  people: [{id: olin, role: chair}, {id: orlov, role: chair}]
- {id: auction, title: Рыбный аукцион, when: "2026-06-10", where: Шуя}
""",
    "facts.yaml": """
- id: chairs
  says: Переговоры о рыболовстве вели Пётр Олин и Карп Орлов.
  topic: talks
  about: [talks]
  people: [{id: olin, role: chair}, {id: orlov, role: chair}]
  questions: [Кто вёл переговоры?, Кто председательствовал?, председатели переговоров]
- id: speech
  says: Карп Орлов выступил на переговорах 4 мая.
  topic: talks
  about: [talks]
  people: [{id: orlov, role: speaker}]
  questions: [Кто выступил на переговорах?, Кто говорил?, выступление на переговорах]
- id: news
  says: О переговорах сообщила 5 мая 2026 года газета «Вестник».
  topic: talks
  about: [talks]
  when: "2026-05-05"
  questions: [Кто сообщил о переговорах?, Когда вышла новость?, Какая газета сообщила о переговорах?]
- id: moved
  says: Аукцион рыбы перенесли с 20 мая на 10 июня из-за болезни директора, он пройдёт в порту.
  topic: talks
  about: [auction]
  when: "2026-06-10"
  questions: [Почему перенесли аукцион?, На какое число перенесли аукцион?, Аукцион рыбы перенесли?]
""",
    "terms.yaml": "synonyms:\n- [переговоры, встреча]\ntopics: {talks: Переговоры}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _lead(question: str) -> Lead | None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer), result
    return result.lead


@pytest.mark.parametrize("question", ["Олин приезжал на встречу?", "Олин приезжал на переговоры?"])
def test_who_led_a_meeting_was_there_by_whatever_name_it_has(question: str) -> None:
    assert _lead(question) == YesNoLead(polarity=Polarity.YES)


def test_a_day_of_the_week_is_told_of_a_dated_report() -> None:
    assert _lead("В какой день недели вышла новость?") == ValueLead(held=EdtfDate.parse("2026-05-05"))


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "Аукцион рыбы перенесли из-за забастовки?",
            YesNoLead(polarity=Polarity.NO, held="из-за болезни директора"),
        ),
        ("Аукцион рыбы перенесли из-за болезни директора?", YesNoLead(polarity=Polarity.YES)),
    ],
)
def test_the_reason_that_a_question_states_is_compared(question: str, lead: Lead) -> None:
    assert _lead(question) == lead
