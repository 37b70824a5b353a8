"""First lines of yes and no by days, parts of the day, ages and plans; of an invented swimming school."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal, Wish
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: swimming
title: Школа плавания открыла сезон
about: школе плавания
publisher: Вестник
published: "2025-05-05"
examples: [Сколько стоит абонемент?]
""",
    "people.yaml": """
- {id: orlov, name: Игорь Орлов, post: директор школы}
- {id: krylova, name: Дарья Крылова, post: тренер сборной}
- {id: zotova, name: Анна Зотова, post: мэр города}
""",
    "events.yaml": """
- {id: opening, title: Открытие сезона, when: "2025-05-03", where: Тверь,
   people: [{id: orlov, role: host}, {id: krylova, role: speaker}]}
- {id: swim, title: Ночной заплыв, when: "2025-06-07", where: Калязин, people: [{id: krylova, role: guest}]}
- {id: cup, title: Кубок школы, when: "2026-02"}
""",
    "facts.yaml": """
- id: night
  says: На ночной заплыв пускают с 16 лет.
  topic: p
  questions: [Со скольки лет пускают на ночной заплыв?, Кого пускают на заплыв?, возраст для заплыва]
- id: kids
  says: Детей до 7 лет пускают в бассейн бесплатно.
  topic: p
  questions: [Кого пускают бесплатно?, Кому не нужен билет?, До скольки лет вход бесплатный?]
- id: price
  says: Абонемент стоит 500 рублей, детский — 250 рублей.
  topic: p
  questions: [Сколько стоит абонемент?, Какие цены?, цена абонемента]
- id: hours
  says: Бассейн работает с 10 до 20 часов, по понедельникам закрыт.
  topic: p
  questions: [Когда работает бассейн?, Во сколько открывается бассейн?, график работы]
- id: lesson
  says: Урок для новичков идёт по субботам в 16:00.
  topic: p
  questions: [Когда урок для новичков?, Во сколько урок?, расписание уроков]
- id: cafe
  says: Буфет открыт ежедневно с 11:00 до 19:00.
  topic: p
  questions: [Когда открыт буфет?, Во сколько закрывается буфет?, график буфета]
- id: tours
  says: По средам в бассейн водят бесплатные экскурсии.
  topic: p
  questions: [Есть ли экскурсии по бассейну?, Куда водят экскурсии?, экскурсии]
- id: director
  says: Директор школы — Игорь Орлов.
  topic: p
  people: [{id: orlov, role: member}]
  questions: [Кто директор школы?, Кто возглавляет школу?, директор]
- id: opened
  says: Сезон открыла заплывом тренер сборной Дарья Крылова.
  topic: p
  about: [opening]
  people: [{id: krylova, role: speaker}]
  when: "2025-05-03"
  questions: [Кто открыл сезон?, Кто плыл первым?, пловец на открытии]
- id: swim
  says: Ночной заплыв проведут 7 июня в Калязине.
  topic: p
  about: [swim]
  when: "2025-06-07"
  questions: [Когда ночной заплыв?, Где ночной заплыв?, дата заплыва]
- id: cup
  says: Кубок школы разыграют в феврале 2026 года.
  topic: p
  about: [cup]
  when: "2026-02"
  questions: [Когда кубок школы?, В каком месяце кубок?, дата кубка]
- id: repair
  says: Директор пообещал, что душевые отремонтируют к осени.
  topic: p
  questions: [Что с душевыми?, Что пообещал директор?, ремонт душевых]
- id: coaches
  says: Школе надо обмениваться тренерами с соседями.
  topic: p
  questions: [Чем школе надо обмениваться?, С кем меняться тренерами?, обмен тренерами]
- id: contract
  says: Договор о тренерах подписали Игорь Орлов и Дарья Крылова, текст не показали.
  topic: p
  people: [{id: orlov, role: member}, {id: krylova, role: member}]
  questions: [Кто подписал договор о тренерах?, Чьи подписи под договором?, подписи под договором]
- id: lockers
  says: Раздевалку откроют только в один день, в субботу.
  topic: p
  questions: [Когда откроют раздевалку?, В какой день раздевалка?, раздевалка]
- id: crawl
  says: Кроль — стиль плавания на животе.
  topic: p
  questions: [Как плывут кролем?, Какой это стиль?, стиль плавания]
""",
    "terms.yaml": """
topics: {p: Школа}
""",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def first_line(question: str) -> str:
    """The first line of the answer; empty of a refusal and of an answer without one."""
    result = ENGINE.reply(question, NEW, NOW).result
    lead = result.lead if isinstance(result, Answer) else None
    return leads.render(lead, NOW.date()) if lead is not None else ""


def test_words() -> None:
    assert first_line("Когда ночной заплыв?") == "Суббота, 7 июня 2025 года."


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("мне двенадцать, пустят на ночной заплыв?", "Нет: с 16 лет."),
        ("Внучке 14 лет, на ночной заплыв пустят?", "Нет: с 16 лет."),
        ("16 лет можно на ночной заплыв?", "Да: с 16 лет."),
        ("Ребёнка 7 лет пустят в бассейн бесплатно?", "Нет: до 7 лет."),
        ("семилетнего пустят бесплатно?", "Нет: до 7 лет."),
        ("Ребёнку шесть, вход в бассейн бесплатный?", "Да: до 7 лет."),
    ],
)
def test_an_age_is_held_against_its_limit_with_the_edge(question: str, line: str) -> None:
    assert first_line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("В понедельник работает бассейн?", "Нет."),
        ("Бассейн закрыт в понедельник?", "Да."),
        ("Бассейн закрыт во вторник?", "Нет: по понедельникам."),
        ("Во вторник бассейн работает?", "Да."),
        ("По понедельникам бассейн не работает?", "Да, это так."),
        ("Буфет открыт в воскресенье?", "Да."),
        ("Урок в воскресенье?", "Нет: по субботам."),
    ],
)
def test_a_weekday_is_held_against_the_days_told(question: str, line: str) -> None:
    assert first_line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Ночью бассейн работает?", "Нет: с 10 до 20 часов."),
        ("Утром работает бассейн?", "Да: с 10 до 20 часов."),
        ("Буфет ночью открыт?", "Нет: с 11:00 до 19:00."),
        ("Урок на четыре часа?", "Да."),
        ("Урок в пять часов?", "Нет: 16:00."),
    ],
)
def test_a_time_of_day_is_held_against_the_hours(question: str, line: str) -> None:
    assert first_line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Намечен ли кубок школы?", "Да."),
        ("Запланирован ли кубок школы?", "Да."),
        ("Кубок школы назначен на март?", "Нет: февраль 2026 года."),
        ("Договорились ли о кубке школы?", ""),
        ("Отремонтировали ли душевые?", "Пока сказано только об обещании."),
        ("Отремонтируют ли душевые?", "Да."),
        ("Договорились обмениваться тренерами?", "Пока сказано только о том, что это нужно."),
    ],
)
def test_what_is_planned_promised_or_wished_is_told_as_such(question: str, line: str) -> None:
    assert first_line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Есть ли экскурсии?", "Да."),
        ("Дети платят?", "Нет."),
        ("Экскурсии бесплатные?", "Да."),
    ],
)
def test_free_of_charge_denies_only_paying(question: str, line: str) -> None:
    assert first_line(question) == line


def test_the_post_of_another_is_denied_by_ones_own() -> None:
    assert first_line("Крылова возглавляет школу?") == "Нет: тренер сборной."


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Где был Орлов?", "Тверь."),
        ("Где был Орлов 3 мая?", "Тверь."),
        ("Где будет Крылова?", "Калязин."),
        ("Где будет Орлов?", ""),
    ],
)
def test_a_person_was_where_the_event_took_place(question: str, line: str) -> None:
    assert first_line(question) == line


def test_what_a_thing_is_is_told_only_by_a_fact_that_says_it() -> None:
    told = ENGINE.reply("Что такое кроль?", NEW, NOW).result
    assert isinstance(told, Answer)
    assert [one.fact.id for one in told.shown] == ["crawl"]
    assert isinstance(ENGINE.reply("Что такое буфет?", NEW, NOW).result, Refusal)


def test_a_tale_is_no_question_of_the_base() -> None:
    result = ENGINE.reply("расскажи сказку", NEW, NOW).result
    assert isinstance(result, Answer)
    assert result.wish is Wish.ACT


def test_the_last_answer_is_told_shorter() -> None:
    first = ENGINE.reply("о чём статья?", NEW, NOW)
    assert isinstance(first.result, Answer)
    short = ENGINE.reply("а покороче?", first.conversation, NOW).result
    assert isinstance(short, Answer)
    assert [one.fact for one in short.shown] == [first.result.shown[0].fact]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Правда ли, что урок для новичков идёт по субботам в 16:00?", "Да."),
        ("Абонемент стоит 600 рублей, детский — 250 рублей, верно?", "Нет: 500 рублей."),
        ("Кубок школы разыграют в феврале 2027 года?", "Нет: в феврале 2026 года."),
    ],
)
def test_a_statement_repeated_is_confirmed_or_its_one_other_value_denied(question: str, line: str) -> None:
    assert first_line(question) == line


def test_a_person_listed_beside_others_is_not_the_only_one() -> None:
    """«Нет: Орлов» would say that nobody else did."""
    assert first_line("Зотова подписала договор о тренерах?").startswith(
        "Названы Игорь Орлов и Дарья Крылова"
    )


def test_only_is_confirmed_by_a_statement_that_says_only() -> None:
    assert first_line("Раздевалку откроют только в один день?") == "Да."
