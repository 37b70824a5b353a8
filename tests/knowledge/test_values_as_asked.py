"""The value asked for: days of the week, hours of a part of the day, the count of one place or year."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.language.values import read_values
from knowledge.results import Answer
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: bus
title: Автобус в Борки
about: автобусу в Борки
publisher: Вестник
published: "2025-03-12"
examples: [Когда идёт автобус?]
""",
    "people.yaml": """
- {id: kim, name: Ася Ким, post: председатель артели}
- {id: ryabov, name: Олег Рябов, post: аналитик}
""",
    "events.yaml": """
- {id: fair, title: Ярмарка лавок, when: 2025-05, where: Мценск}
- {id: census, title: Учёт сов, when: 2025-03-01/2025-03-10}
""",
    "facts.yaml": """
- id: bus
  says: Из Лугова автобус уходит в 7:40 по понедельникам и средам и приходит в Борки в 9:15.
  topic: road
  questions: [Во сколько уходит автобус из Лугова?, Когда уходит автобус?, отправление автобуса из Лугова]
- id: cafe
  says: Кафе на станции работает с 19:00 до 23:00 и с 6:00 до 8:30, завтрак стоит 90 рублей.
  topic: road
  questions: [Когда работает кафе?, До скольки открыто кафе?, часы кафе на станции]
- id: kiosks
  says: 'У артели 24 лавки в трёх сёлах: 12 в Лугове, 8 в Борках и 4 в Ельце.'
  topic: trade
  questions: [Сколько лавок у артели?, Где лавки артели?, лавки артели]
- id: schools
  says: За год район открыл 7 школ и закрыл 2.
  topic: fires
  questions: [Сколько школ открыли за год?, Сколько школ закрыли за год?, школы района]
- id: budget
  says: Смету артели «Волок» Ася Ким представила 3 марта 2025 года.
  topic: trade
  questions: [Когда представили смету?, Чью смету представили?, смета артели]
- id: share
  says: По оценке Олега Рябова из «Обзора», «Волок» занимает 12 процентов рынка лавок.
  topic: trade
  people: [{id: ryabov, role: speaker}]
  said_by: ryabov
  questions: [Какую долю рынка занимает «Волок»?, Сколько процентов рынка у артели?, доля рынка]
- id: founded
  says: Пекарню основала артель «Волок», которую возглавляет Ася Ким.
  topic: trade
  questions: [Кто основал пекарню?, Чья пекарня?, Когда появилась пекарня?]
- id: districts
  says: В ярмарке участвуют два района, Луговский и Борский.
  topic: trade
  questions: [Какие районы участвуют в ярмарке?, Кто участвует в ярмарке?, районы ярмарки]
- id: owls
  says: В северной части леса живут 40 сов.
  topic: owls
  questions: [Сколько сов живёт в северной части леса?, Где живут совы?, совы леса]
- id: census
  says: Учёт сов идёт с 1 по 10 марта 2025 года.
  topic: owls
  about: [census]
  when: 2025-03-01/2025-03-10
  questions: [Когда идёт учёт сов?, Сколько длится учёт сов?, даты учёта сов]
- id: fair
  says: Ярмарку лавок проведут во Мценске в мае 2025 года.
  topic: trade
  about: [fair]
  when: 2025-05
  where: Мценск
  questions: [Когда пройдёт ярмарка лавок?, Где пройдёт ярмарка лавок?, ярмарка лавок]
- id: fires
  says: За прошлый год в районе сгорело 5 сараев, в 2019 году таких было 12.
  topic: fires
  questions: [Сколько сараев сгорело в районе?, пожары в районе, Что сгорело за год?]
""",
    "terms.yaml": "topics: {road: Дорога, trade: Торговля, fires: Пожары, owls: Совы}\n",
}
_ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def first_line(*questions: str) -> str:
    """The first line of the reply to the last of questions that are asked one after another."""
    conversation = NEW
    for question in questions:
        turn = _ENGINE.reply(question, conversation, NOW)
        conversation = turn.conversation
    lead = turn.result.lead if isinstance(turn.result, Answer) else None
    return leads.render(lead, NOW.date()) if lead is not None else turn.result.rule


@pytest.mark.parametrize(
    "question",
    [
        "По каким дням автобус уходит из Лугова?",
        "в какие дни идёт автобус из Лугова",
        "Укажите дни отправления автобуса из Лугова",
        "автобус из Лугова по каким дням",
    ],
)
def test_days_of_the_week_are_told_where_days_are_asked(question: str) -> None:
    assert first_line(question) == "По понедельникам и средам."


def test_the_hour_is_told_where_the_hour_is_asked() -> None:
    assert first_line("Во сколько уходит автобус из Лугова?") == "7:40."


@pytest.mark.parametrize(
    ("questions", "line"),
    [
        (["Когда утром открыто кафе?"], "С 6:00 до 8:30."),
        (["Когда вечером открыто кафе?"], "С 19:00 до 23:00."),
        (["До скольки открыто кафе?", "а утром со скольки"], "С 6:00."),
        (["До скольки открыто кафе?", "и почём завтрак"], "90 рублей."),
    ],
)
def test_hours_are_those_of_the_part_of_the_day(questions: list[str], line: str) -> None:
    assert first_line(*questions) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Сколько лавок у артели?", "24 лавки."),
        ("Сколько лавок у артели в Борках?", "8."),
        ("В Ельце сколько лавок артели?", "4."),
        ("Сколько сараев сгорело в районе за прошлый год?", "5 сараев."),
        ("Сколько сараев сгорело в 2019-м?", "12 сараев."),
        ("сколько сгорело в 2019 году", "12 сараев."),
    ],
)
def test_the_count_is_that_of_the_place_or_the_year(question: str, line: str) -> None:
    assert first_line(question) == line


def test_parts_after_a_colon_have_the_noun_of_the_whole_that_they_add_up_to() -> None:
    nouns = [value.nouns[0] for value in read_values("24 лавки в трёх сёлах: 12 в Лугове и 12 в Борках.")]
    assert nouns == ["лавка", "село", "лавка", "лавка"]


def test_parts_that_do_not_add_up_have_the_noun_before_them() -> None:
    nouns = [value.nouns[0] for value in read_values("24 лавки в двух сёлах: 1 далеко и 1 близко.")]
    assert nouns == ["лавка", "село", "село", "село"]


def test_a_later_clause_counts_what_the_first_does() -> None:
    assert first_line("Сколько школ открыто и сколько закрыто за год?") == "7 школ. 2."


@pytest.mark.parametrize(
    ("questions", "line"),
    [
        (["Кто представил смету?"], "Ася Ким."),
        (["Кем была представлена смета?"], "Ася Ким."),
        (["Кто посчитал долю рынка?"], "Олег Рябов."),
        (["Кто основал пекарню?"], "Артель «Волок»."),
    ],
)
def test_who_did_it_is_told_and_no_other_who_is_named(questions: list[str], line: str) -> None:
    assert first_line(*questions) == line


def test_whose_estimate_it_is_answers_no_other_question() -> None:
    assert first_line("Кто главный соперник артели на рынке?") not in ("Олег Рябов.", "«Обзор».")


def test_how_many_and_which_are_told_by_the_one_statement_of_both() -> None:
    result = _ENGINE.reply("Сколько районов участвует и какие?", NEW, NOW).result
    assert isinstance(result, Answer)
    assert result.lead is None
    assert [shown.fact.id for shown in result.shown] == ["districts"]


def test_no_length_of_an_event_is_told_of_what_it_is_about() -> None:
    assert first_line("Сколько дней идёт учёт сов?") == "10 дней (посчитано: с 1 по 10 марта 2025 года)."
    assert not first_line("Сколько лет живёт сова?").startswith("Меньше года")


@pytest.mark.parametrize(
    ("question", "is_told"),
    [
        ("Сколько сов живёт в северной части леса?", True),
        ("Сколько сов живёт в восточной части леса?", False),
        ("Сколько сов живёт в южной части леса?", False),
    ],
)
def test_one_side_of_the_compass_is_not_another(question: str, is_told: bool) -> None:
    assert (first_line(question) == "40 сов.") is is_told


def test_two_nouns_after_which_ask_for_both() -> None:
    assert first_line("ярмарка лавок какой город и месяц") == "Мценск. Май 2025 года."
