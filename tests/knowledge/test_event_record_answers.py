"""What the record of an event answers, and what it does not."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Lead, Polarity, Refusal, Result, ValueLead, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: race
title: Велогонка «Кольцо»
about: велогонке «Кольцо»
publisher: Вестник
published: "2026-05-05"
examples: [Когда первая гонка?]
""",
    "people.yaml": """
- {id: orlova, name: Мария Орлова, post: судья}
- {id: belov, name: Иван Белов, side: Россия}
- {id: asanov, name: Тимур Асанов, side: Казахстан}
""",
    "events.yaml": """
- {id: draw, title: Жеребьёвка гонки, when: "2026-05-02", where: Вязники, order: 1}
- {id: race-1, title: Первая гонка, when: "2026-05-03", where: Вязники, order: 2, follows: draw}
- {id: race-2, title: Вторая гонка, when: "2026-06-07", where: Шуя, order: 3, follows: race-1}
- id: talks
  title: Первые переговоры России и Казахстана о борьбе с паводком
  when: "2026-05-04"
  where: Тверь
  people: [{id: belov, role: chair}, {id: asanov, role: chair}]
- {id: route, title: Утверждение маршрута гонки, when: "../2026-05-02", where: Вязники}
- {id: sale, title: Начало продаж модели «Стриж 3», when: "2026-06-01"}
- {id: sale-sport, title: Начало продаж модели «Стриж 3 Про», when: "2026-07-01"}
""",
    "facts.yaml": """
- id: first
  says: Первую гонку провели 3 мая в Вязниках.
  topic: race
  about: [race-1]
  questions: [Когда была первая гонка?, Где была первая гонка?, Где прошёл старт сезона?]
- id: judge
  says: Первую гонку судила Мария Орлова.
  topic: race
  about: [race-1]
  people: [{id: orlova, role: member}]
  questions: [Кто судил гонку?, Кто был судьёй?, Как звали судью?]
- id: ride
  says: Первая гонка прошла в Вязниках.
  topic: race
  about: [race-1]
  questions: [Где прошла первая гонка?, В каком городе была гонка?, Гонка прошла в Вязниках?]
- id: medal
  says: Победителю вручили серебряное колесо.
  topic: race
  questions: [Что вручили победителю?, Какой приз?, Что получил победитель?]
""",
    "terms.yaml": "synonyms: []\ntopics: {race: Гонки}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def reply(*turns: str) -> Result:
    conversation = NEW
    for text in turns:
        turn = ENGINE.reply(text, conversation, NOW)
        conversation = turn.conversation
    return turn.result


def held(question: str) -> str:
    result = reply(question)
    assert isinstance(result, Answer), result
    lead: Lead | None = result.lead
    assert isinstance(lead, ValueLead), result
    return str(lead.held)


def test_the_number_in_a_title_counts_not_the_place_in_the_chain() -> None:
    assert "2026-06-07" in held("Когда вторая гонка?")
    assert isinstance(reply("Когда третья гонка?"), Refusal)


@pytest.mark.parametrize(
    "question",
    ["В каком здании прошла вторая гонка?", "Когда закончится вторая гонка?"],
)
def test_a_record_does_not_answer_what_is_more_exact(question: str) -> None:
    assert isinstance(reply(question), Refusal)


@pytest.mark.parametrize(
    ("question", "day"),
    [("Когда начало продаж модели «Стриж 3 Про»?", "2026-07-01")],
)
def test_the_event_with_every_word_of_the_question_is_meant(question: str, day: str) -> None:
    assert day in held(question)


def test_where_it_was_is_asked_of_the_main_event_when_nothing_was_said_before() -> None:
    assert isinstance(reply("Когда это было?"), Answer)
    assert isinstance(reply("Где?"), Refusal)


def test_only_who_was_there_is_taken_from_a_record_not_who_won() -> None:
    assert "belov" in held("Кто был на переговорах о борьбе с паводком?")
    assert isinstance(reply("Кто победил на переговорах?"), Refusal)


def test_a_side_alone_names_no_event_but_the_only_one_at_which_it_was() -> None:
    assert "asanov" in held("Кто от Казахстана?")
    assert "belov" in held("Кто был от России?")


def test_only_people_of_the_side_asked_for_are_named() -> None:
    of_side = held("Кто был от Казахстана на переговорах о борьбе с паводком?")
    assert "asanov" in of_side
    assert "belov" not in of_side


def test_a_place_alone_does_not_turn_a_question_of_the_past_to_what_is_to_come() -> None:
    result = reply("Правда ли, что гонка прошла в Шуе?")
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is Polarity.NO
    planned = reply("Вторая гонка уже прошла?")
    assert isinstance(planned, Answer)
    assert isinstance(planned.lead, YesNoLead)
    assert planned.lead.polarity is Polarity.PLANNED


def test_a_fact_that_only_has_the_name_confirms_nothing() -> None:
    result = reply("А Мария Орлова там была?")
    assert not isinstance(result, Answer) or result.lead is None


def test_no_length_is_counted_from_a_day_that_is_only_bounded() -> None:
    assert isinstance(reply("Сколько дней прошло от жеребьёвки гонки до первой гонки?"), Answer)
    assert isinstance(reply("Сколько дней прошло от утверждения маршрута до первой гонки?"), Refusal)
