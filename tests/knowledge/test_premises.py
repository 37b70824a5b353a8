"""False premises, bare noun phrases and facts that hold but a part of what is stated, on an invented pack."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.language.values import read_values
from knowledge.results import Answer, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: kites
title: Слёт воздушных змеев
about: слёте воздушных змеев
publisher: Вестник
published: "2025-06-01"
main: first
examples: [Где прошёл слёт змеев?]
""",
    "people.yaml": """
- {id: lapin, name: Егор Лапин}
- {id: surova, name: Вера Сурова}
""",
    "events.yaml": """
- {id: first, title: Слёт воздушных змеев, when: "2015-05-17", where: Париж, order: 1}
- {id: second, title: Второй слёт воздушных змеев, when: "2026-05", where: Пекин, follows: first, order: 2}
""",
    "facts.yaml": """
- id: place
  says: Слёт воздушных змеев прошёл 17 мая 2015 года в Париже.
  topic: t
  about: [first]
  questions: [Где прошёл слёт змеев?, Когда был слёт?, место слёта]
- id: second
  says: Второй слёт воздушных змеев намечен на май 2026 года в Пекине.
  topic: t
  about: [second]
  questions: [Где будет второй слёт?, Когда второй слёт змеев?, второй слёт]
- id: points
  says: В общем списке Сурова ведёт с 40 баллами, у Лапина 35.
  topic: t
  people: [{id: lapin, role: member}, {id: surova, role: member}]
  questions: [Кто ведёт в общем списке?, Сколько баллов у Лапина?, общий список]
- id: lines
  says: Змей Л1 тянут на верёвке каждые 20 минут, змея Л3 — раз в час.
  topic: t
  questions: [Как часто тянут змеев?, Через сколько поднимают Л1?, график змеев]
- id: kids
  says: Дети до семи лет катаются на канатке бесплатно, а студенты платят половину.
  topic: t
  questions: [Сколько стоит канатка для детей?, Есть ли льготы на канатке?, канатка студентам]
- id: rival
  says: На мастерскую змеев претендовал и «Вымпел», который предлагал два миллиона рублей.
  topic: t
  questions: [Кто ещё хотел купить мастерскую?, Сколько предлагал «Вымпел»?, соперник]
- id: repair
  says: С 8 по 12 июня 2025 года канатка будет на ремонте, вместо неё пойдёт автобус на 40 мест.
  topic: t
  questions: [Когда канатка на ремонте?, Что ходит вместо канатки в июне?, ремонт канатки]
- id: output
  says: В 2024 году мастерская сшила 900 парусов, на 8 процентов меньше, чем годом раньше.
  topic: t
  questions: [Сколько парусов сшила мастерская?, Сколько парусов в 2024 году?, выпуск парусов]
- id: rope
  says: Верёвка для змеев за год подорожала на 15 процентов.
  topic: t
  questions: [На сколько подорожала верёвка?, Что с ценой верёвки?, цена верёвки]
- id: cost
  says: Слёт обойдётся городу в 14 миллионов рублей.
  topic: t
  questions: [Сколько потратят на слёт?, Во сколько обойдётся слёт?, расходы]
- id: judges
  says: Судьями слёта были трое — Сурова, Лапин и Вебер.
  topic: t
  questions: [Сколько судей было на слёте?, Кто судил слёт?, судьи]
- id: plan
  says: Мастерская намерена выполнять заказы маяка.
  topic: t
  questions: [Чьи заказы возьмёт мастерская?, Каковы планы мастерской?, планы мастерской]
""",
    "terms.yaml": "topics: {t: Змеи}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _first_line(question: str) -> str:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer), result
    return leads.render(result.lead) if result.lead is not None else ""


@pytest.mark.parametrize(
    "question",
    [
        "Баллы Лапина в общем списке?",
        "Интервал Л3?",
        "канатка ж бесплатно всем будет?",
        "канатка в июне ходит?",
        "за год чтоль?",
    ],
)
def test_what_is_not_stated_or_held_in_part_gets_no_yes(question: str) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert not isinstance(getattr(result, "lead", None), YesNoLead)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("мастерскую купил Вымпел?", ""),
        ("автобус на 40 мест пойдёт?", "Да."),
        ("мастерская обещает выполнять заказы маяка, так?", "Да."),
        ("заказы маяка выполнять будут?", "Да."),
    ],
)
def test_a_deed_is_affirmed_by_who_does_or_promises_it(question: str, line: str) -> None:
    assert _first_line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("это ж в Сочи было?", "Нет: в Париже, а не в Сочи."),
        ("это в пятнадцатом году было чтоль", "Да."),
        ("это весной было?", "Да."),
        ("второй слёт тоже во Франции будет?", "Нет: в Пекине."),
        ("второй слёт будет в Китае?", "Да: в Пекине."),
        ("Почему слёт прошёл в Лондоне?", "Нет: в Париже, а не в Лондоне."),
        ("где сидели, в париже или в риме", "Париж."),
        ("они ещё соберутся?", "Да."),
        ("слёт же в июле, не раньше?", "Нет: воскресенье, 17 мая 2015 года."),
        ("слёт был в Париже или это вброс?", "Да."),
    ],
)
def test_a_premise_of_the_main_event_is_held_against_its_record(question: str, line: str) -> None:
    assert _first_line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("мастерская стала шить больше парусов чем в 2023?", "Нет: на 8 процентов меньше."),
        ("верёвка подешевела за год?", "Нет."),
        ("на это потратят сто миллионов?", "Нет: 14 миллионов рублей."),
        ("судей было сколько, двое или больше двух?", "Трое."),
    ],
)
def test_another_amount_or_direction_denies(question: str, line: str) -> None:
    assert _first_line(question) == line


@pytest.mark.parametrize("text", ["автобус Л2", "трамплин К-95", "на двадцатом году жизни"])
def test_the_number_of_a_name_or_of_a_life_is_no_amount_or_date(text: str) -> None:
    assert all(value.kind.value == "ordinal" for value in read_values(text))
