"""What a reader states, guesses or compares, held against an invented pack of a ferry line."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: ferry
title: Паромная линия на Каме
about: паромной линии
publisher: Вестник
published: "2025-05-05"
examples: [Сколько стоит билет?]
""",
    "people.yaml": """
- {id: belov, name: Олег Белов, post: капитан порта}
- {id: gusev, name: Пётр Гусев, post: мэр города}
""",
    "events.yaml": """
- {id: launch, title: Спуск парома, when: "2025-04-20", where: Чистополь, order: 1}
- {id: relaunch, title: Второй спуск парома, when: "2025-09", where: Елабуга, follows: launch, order: 2}
- {id: talks, title: Церемония капитанов, when: "2025-03", where: Казань}
""",
    "facts.yaml": """
- id: launch
  says: Спуск парома прошёл в Чистополе.
  topic: p
  about: [launch]
  questions: [Где спустили паром?, Где прошёл спуск парома?, место спуска]
- id: relaunch
  says: Второй спуск парома намечен в Елабуге на сентябрь 2025 года.
  topic: p
  about: [relaunch]
  questions: [Когда второй спуск парома?, Где второй спуск?, дата второго спуска]
- id: talks
  says: Церемония капитанов парома прошла в Казани.
  topic: p
  about: [talks]
  questions: [Где прошла церемония?, Где собрались капитаны?, что за церемония]
- id: captain
  says: Капитан порта — Олег Белов.
  topic: p
  people: [{id: belov, role: member}]
  questions: [Кто капитан порта?, Кто командует портом?, капитан]
- id: piers
  says: На линии восемь причалов, ближайший — за три километра.
  topic: p
  questions: [Сколько причалов на линии?, Где ближайший причал?, причалы]
- id: kids
  says: Дети от 6 до 12 лет едут за полцены, младше шести лет — бесплатно, место им не положено.
  topic: p
  questions: [Сколько стоит детский билет?, Есть ли скидка для детей?, Со скольки лет платить за ребёнка?]
- id: days
  says: Паром ходит по вторникам и субботам.
  topic: p
  questions: [По каким дням ходит паром?, Когда ходит паром?, расписание парома]
- id: office
  says: Касса работает ежедневно с 8 до 20 часов.
  topic: p
  questions: [Когда работает касса?, Во сколько открывается касса?, часы кассы]
- id: buffet
  says: Буфет работает с 9 до 18 часов.
  topic: p
  questions: [Когда работает буфет?, Во сколько открывается буфет?, часы буфета]
- id: engine
  says: На пароме сделали новый трюм на 40 тонн зерна.
  topic: p
  questions: [Что сделали на пароме?, Какой трюм на пароме?, новый трюм]
- id: boats
  says: "У линии 39 лодок в трёх городах: 20 в Казани, 12 в Чистополе и 7 в Елабуге."
  topic: p
  questions: [Сколько лодок у линии?, Где стоят лодки?, лодки линии]
- id: largest
  says: Больше всех лодок починили на верфи в Елабуге, 30 штук.
  topic: p
  questions: [Где починили лодки?, Кто чинит лодки?, ремонт лодок]
- id: workshop
  says: В Елабуге построят ремонтный цех на 40 лодок в месяц.
  topic: p
  questions: [Какая мощность у цеха?, Где построят цех?, ремонтный цех]
- id: repair
  says: По мнению капитанов, надо отремонтировать причал в Елабуге.
  topic: p
  people: [{id: belov, role: speaker}]
  said_by: belov
  questions: [Что сказали капитаны о причале?, Какой причал надо отремонтировать?, мнение капитанов]
- id: longer
  says: Продлить линию до Набережных Челнов капитаны решили в марте.
  topic: p
  when: "2025-03"
  questions: [Когда решили продлить линию?, Докуда продлят линию?, продление линии]
- id: price
  says: Взрослый билет стоит 180 рублей.
  topic: p
  questions: [Сколько стоит билет?, Почём билет?, цена билета]
""",
    "terms.yaml": "topics: {p: О пароме}\nsynonyms: [[причал, стоять], [спуск, церемония]]\nshort: {}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def first_line(question: str, *before: str) -> str:
    conversation = NEW
    for text in before:
        conversation = ENGINE.reply(text, conversation, NOW).conversation
    result = ENGINE.reply(question, conversation, NOW).result
    lead = result.lead if isinstance(result, Answer) else None
    return leads.render(lead, NOW.date()) if lead is not None else ""


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("правда что спуск парома прошёл в Казани?", "Нет: в Чистополе, а не в Казани."),
        ("Спуск парома прошёл в Чистополе?", "Да."),
        ("Второй спуск парома был в Чистополе?", "Нет: в Елабуге, а не в Чистополе."),
        ("Спуск парома пройдёт в Елабуге?", "Да."),
    ],
)
def test_where_an_event_was_is_told_by_its_record(question: str, line: str) -> None:
    """Another fact has the place and, by a word of like meaning, the event."""
    assert first_line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Где прошёл спуск парома, в Казани?", "Нет: в Чистополе, а не в Казани."),
        ("Где прошёл спуск парома, в Чистополе?", "Да."),
        ("Где прошёл спуск парома, в Казани или в Чистополе?", "Чистополь."),
        ("Сколько причалов на линии, пять?", "Восемь причалов."),
    ],
)
def test_a_guess_after_a_question_is_judged(question: str, line: str) -> None:
    assert first_line(question) == line


def test_a_guess_of_somebody_else_is_no_part_of_the_question() -> None:
    result = ENGINE.reply("Кто капитан порта, Гусев?", NEW, NOW).result
    assert isinstance(result, Answer)
    assert [one.fact.id for one in result.shown] == ["captain"]


@pytest.mark.parametrize(
    ("question", "line"),
    [("Причалов шесть?", "Нет: восемь причалов."), ("Причалов восемь?", "Да.")],
)
def test_a_number_of_another_thing_confirms_nothing(question: str, line: str) -> None:
    """The fact on children has a six, and its examples a word near to the piers."""
    assert first_line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Правда, что капитаны говорили о ремонте причала?", "Да."),
        ("Решение продлить линию приняли в марте?", "Да."),
        ("Линию продлили в марте?", "Пока сказано только о решении."),
        ("Правда, что линию решили продлить, а не только обещать?", "Да."),
    ],
)
def test_what_is_only_meant_may_be_just_what_is_asked(question: str, line: str) -> None:
    assert first_line(question) == line


def test_to_hold_a_post_is_to_be_of_it() -> None:
    assert first_line("Гусев занимает пост мэра города?") == "Да."
    assert first_line("Белов занимал пост мэра города?") == "Нет: капитан порта."


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("Признавайся, спуск парома был в марте и вы всё врёте", "Нет: воскресенье, 20 апреля 2025 года."),
        ("Спуск парома был в Казани, не спорь", "Нет: в Чистополе, а не в Казани."),
        ("нет, спуск парома был в Казани", "Нет: в Чистополе, а не в Казани."),
        ("Гусев это капитан порта", "Нет: мэр города."),
        ("гусев мэр города или это мэр области", ""),
    ],
)
def test_who_insists_is_told_what_is_held(message: str, line: str) -> None:
    """«Не спорь» and «нет» before a statement deny nothing of it."""
    assert first_line(message) == line


def test_a_loose_noun_after_a_post_is_no_other_post() -> None:
    assert first_line("выход", "Гусев — мэр города?") == ""


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Мне 4 года, билет бесплатный?", "Да."),
        ("Сыну 9 лет, бесплатно?", "Нет: дети от 6 до 12 лет едут за полцены."),
        ("мне 9 лет, билет со скидкой?", "Да."),
        ("Ребёнку 6 лет бесплатно?", "Нет: дети от 6 до 12 лет едут за полцены."),
    ],
)
def test_an_age_is_judged_by_its_band(question: str, line: str) -> None:
    assert first_line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Взрослый билет бесплатный?", "Нет: 180 рублей."),
        ("Взрослый билет платный?", "Да."),
        ("Паром ходит каждый день?", "Нет: по вторникам и субботам."),
        ("Касса работает каждый день?", "Да."),
        ("Буфет работает каждый день?", ""),
        ("Много причалов на линии?", "Восемь причалов."),
    ],
)
def test_a_value_speaks_for_or_against(question: str, line: str) -> None:
    """A price of «free», days of «every day», a number of «many»."""
    assert first_line(question) == line


def test_a_bare_noun_that_a_statement_lacks_is_not_confirmed() -> None:
    """It asks for a value: «мощность» is no word of the statement on the workshop."""
    assert first_line("Мощность цеха в Елабуге?") == ""
    assert first_line("Цех в Елабуге?") == "Да."


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Где лодок больше, в Елабуге или в Чистополе?", "В Чистополе: 12 против 7."),
        ("В Чистополе больше лодок, чем в Елабуге?", "Да."),
        ("В Елабуге больше лодок, чем в Чистополе?", "Нет: 12 в Чистополе."),
        ("Где больше всего лодок?", "20 в Казани."),
        ("В каком городе меньше всего лодок?", "7 в Елабуге."),
        ("правда что в Елабуге больше всего лодок?", "Нет: 20 в Казани."),
    ],
)
def test_the_parts_of_a_list_are_compared(question: str, line: str) -> None:
    """Another statement says of a boat that it is the largest."""
    assert first_line(question) == line
