"""Lengths without a number, edges and names of things in follow-ups."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.language.values import read_values
from knowledge.results import Answer, SpanLead, YesNoLead
from tests.knowledge.dam_base import ask, first_line, make_engine, told

_FILES = {
    "source.yaml": """
id: regatta
title: Регата на Тихом озере
about: На Тихом озере пройдёт регата в два этапа.
publisher: Вестник
published: "2026-05-05"
examples: [Когда начнётся второй этап?]
""",
    "people.yaml": "- {id: melnik, name: Илья Мельник, post: глава клуба}\n",
    "events.yaml": """
- {id: stage-2, title: Второй этап регаты, when: "2026-06-01/2026-06-30", order: 2}
- {id: opening, title: Открытие причала, when: "2026-05-20"}
- {id: talks, title: Встреча глав клубов в Каменке, when: "2026-04-02", where: Каменка}
""",
    "facts.yaml": """
- id: stage
  says: Второй этап начнётся 1 июня 2026 года, заявки будут принимать до 30 июня 2026 года.
  topic: race
  about: [stage-2]
  questions: [Когда второй этап?, Когда начинается второй этап?, До какого числа подать заявку?]
- id: weight
  says: Масса яхты «Чайка-3» — 900 килограммов, из них 60 приходится на балласт.
  topic: boats
  questions: [Сколько весит «Чайка-3»?, Какова масса яхты?, Сколько балласта у яхты?]
- id: builder
  says: Яхту «Чайка-3» построила верфь «Штиль», главный конструктор — Зоя Панова.
  topic: boats
  questions: [Кто построил яхту «Чайка-3»?, Какая верфь построила яхту?, Кто сделал яхту?]
- id: pupils
  says: За час до старта непроданные места отдают школьникам за полцены.
  topic: race
  questions: [Есть ли скидка школьникам?, Когда школьникам продают билеты за полцены?]
- id: first-out
  says: Первым от нового причала отойдёт катер «Заря» в Каменку, в 6:50.
  topic: boats
  about: [opening]
  questions: [Какой катер отойдёт первым?, Куда первый рейс?, первое отплытие]
- id: first-in
  says: Первый катер придёт к причалу из Ольховки в 8:15.
  topic: boats
  about: [opening]
  questions: [Кто придёт первым?, Откуда первое прибытие?, первое прибытие]
- id: met
  says: Весной главы двух клубов встретились в Каменке.
  topic: talks
  about: [talks]
  people: [{id: melnik}]
  questions: [Кто встречался в Каменке?, Где встретились главы клубов?, Кто встретился в Каменке?]
- id: orders
  says: Встретившись в Каменке, главы клубов дали указания о помощи в сфере безопасности.
  topic: talks
  about: [talks]
  questions: [О чём дали указания?, Что поручили главы клубов?, О чём главы клубов дали указания?]
""",
    "terms.yaml": "synonyms: []\ntopics: {race: Гонка, boats: Суда, talks: Встречи}\n",
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return make_engine(_FILES)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("за час до старта", 3600), ("за сутки до старта", 86400), ("за границу до старта", 0)],
)
def test_one_unit_of_time_without_a_number(text: str, seconds: int) -> None:
    assert [value.low for value in read_values(text)] == ([seconds] if seconds else [])


def test_a_length_told_without_a_number_is_not_computed_from_dates(engine: Engine) -> None:
    result = ask(engine, "За сколько до старта школьники могут купить билет со скидкой?")
    assert first_line(result) == "Час."


def test_minutes_between_two_hours(engine: Engine) -> None:
    result = ask(engine, "сколько минут пройдёт от первого отплытия до первого прибытия")
    assert isinstance(result, Answer)
    assert isinstance(result.lead, SpanLead)
    assert (result.lead.unit, result.lead.low) == ("minute", 85)


@pytest.mark.parametrize("follow_up", ["а заканчивается?", "А закончится?"])
def test_the_other_edge_of_what_was_asked(engine: Engine, follow_up: str) -> None:
    assert "30 июня" in first_line(ask(engine, "когда начинается второй этап", follow_up))


def test_a_pronoun_stands_for_the_name_of_its_gender(engine: Engine) -> None:
    result = ask(engine, "Сколько весит «Чайка-3»?", "А балласта сколько?", "А кто её построил?")
    assert "Штиль" in first_line(result)


def test_they_are_not_the_only_person_told_of(engine: Engine) -> None:
    result = ask(engine, "Кто встречался в Каменке?", "о чём они дали указания?")
    assert told(result) == ["orders"]


def test_a_set_phrase_is_no_place(engine: Engine) -> None:
    result = ask(engine, "указания давались где, в Каменке или в Ольховке?")
    assert (told(result), first_line(result)) == (["orders"], "Каменка.")


def test_a_request_to_name_is_no_yes_or_no(engine: Engine) -> None:
    result = ask(engine, "Прошу указать построивших яхту.")
    assert told(result) == ["builder"]
    assert isinstance(result, Answer)
    assert not isinstance(result.lead, YesNoLead)
