"""«All», «both», «none» and a person's land are judged by the records of people, whatever one fact names."""

from __future__ import annotations

from pathlib import Path

import pytest

import knowledge
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files, load_pack
from knowledge.results import Answer, Polarity, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: pact
title: Переговоры России и Франции о рыболовстве
about: переговорам России и Франции
publisher: Вестник
published: "2026-05-05"
examples: [Где прошли переговоры?]
""",
    "people.yaml": """
- {id: olin, name: Пётр Олин, post: министр рыболовства Франции, side: Франция}
- {id: rein, name: Ольга Рейн, post: министр торговли Франции, side: Франция}
- {id: orlov, name: Карп Орлов, post: член правления, side: Россия}
""",
    "events.yaml": """
- id: talks
  title: Переговоры о рыболовстве
  when: "2026-04-20"
  where: Шуя
  people: [{id: olin, role: chair}, {id: rein, role: chair}, {id: orlov, role: chair}]
""",
    "facts.yaml": """
- id: place
  says: Переговоры двух стран прошли в Шуе.
  topic: talks
  about: [talks]
  questions: [Где прошли переговоры?, В какой стране прошли переговоры?, В каком городе встретились стороны?]
- id: french
  says: Французскую сторону среди председателей представляли Пётр Олин и Ольга Рейн.
  topic: talks
  about: [talks]
  people: [{id: olin, role: chair}, {id: rein, role: chair}]
  questions: [Кто председательствовал от Франции?, Кто представлял Францию?, Кто из французов вёл переговоры?]
- id: olin
  says: Пётр Олин — министр рыболовства Франции.
  topic: talks
  people: [{id: olin, role: member}]
  questions: [Кто такой Олин?, Какой пост у Олина?, Чем занимается Олин?]
- id: rein
  says: Ольга Рейн — министр торговли Франции.
  topic: talks
  people: [{id: rein, role: member}]
  questions: [Кто такая Рейн?, Какой пост у Рейн?, Чем занимается Рейн?]
- id: orlov
  says: Карп Орлов — член правления.
  topic: talks
  people: [{id: orlov, role: member}]
  questions: [Кто такой Орлов?, Какой пост у Орлова?, Чем занимается Орлов?]
""",
    "terms.yaml": "synonyms: []\ntopics: {talks: Переговоры}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _lead(question: str) -> YesNoLead:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer), result
    assert isinstance(result.lead, YesNoLead), result
    return result.lead


@pytest.mark.parametrize(
    ("question", "polarity", "held"),
    [
        ("Все председатели из Франции?", Polarity.NO, "Карп Орлов — Россия"),
        ("Все три председателя из Франции?", Polarity.NO, "Карп Орлов — Россия"),
        ("Все председатели французы?", Polarity.NO, "Карп Орлов — Россия"),
        ("Председатели были из Франции?", Polarity.NO, "Карп Орлов — Россия"),
        ("Никто из председателей не из России?", Polarity.NO, "Карп Орлов — Россия"),
        ("Оба министра из Франции?", Polarity.YES, None),
        ("Олин и Рейн оба французы?", Polarity.YES, None),
        ("Все председатели — министры?", Polarity.POST, "Карп Орлов — член правления"),
        ("Орлов — француз?", Polarity.NO, "Россия"),
        ("Рейн — россиянка?", Polarity.NO, "Франция"),
        ("Рейн — француженка?", Polarity.YES, None),
    ],
)
def test_a_set_is_judged_whole(question: str, polarity: Polarity, held: str | None) -> None:
    assert _lead(question) == YesNoLead(polarity=polarity, held=held)


def test_not_all_is_right_where_one_is_from_elsewhere() -> None:
    lead = _lead("Не все председатели из Франции?")
    assert (lead.polarity, lead.denying) == (Polarity.YES, True)


def test_a_verb_says_more_than_from_where_somebody_is() -> None:
    result = ENGINE.reply("Орлов встретился с французами?", NEW, NOW).result
    assert not isinstance(result, Answer) or result.rule != "people-set"


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Олин — министр рыболовства России?", Polarity.NO),
        ("Олин министр рыболовства в России?", Polarity.NO),
        ("Рейн — российский министр торговли?", Polarity.NO),
        ("Олин — министр рыболовства Франции?", Polarity.YES),
    ],
)
def test_the_land_of_a_post_is_compared_though_the_title_has_it(question: str, polarity: Polarity) -> None:
    assert _lead(question).polarity is polarity


def test_where_a_minister_was_is_not_of_what_land_they_are() -> None:
    result = ENGINE.reply("Олин, министр рыболовства, был в России?", NEW, NOW).result
    assert not isinstance(result, Answer) or result.lead != YesNoLead(polarity=Polarity.YES)


def test_a_statement_that_numbers_two_events_claims_nothing_of_both() -> None:
    engine = Engine(load_pack(Path(knowledge.__file__).parent / "dialogue"))
    asked = "Диалог в Вашингтоне стал первым, ведь следующий за ним назван вторым?"
    result = engine.reply(asked, NEW, NOW).result
    assert isinstance(result, Answer)
    assert result.rule != "event-set"
    assert not isinstance(result.lead, YesNoLead) or result.lead.polarity is Polarity.YES
