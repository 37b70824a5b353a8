"""Prices that a statement gives by age, asked with an age; a condition that is no amount asked for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.replies.answers import rendering
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal, Result

NOW = datetime(2025, 7, 1, 9, 0, tzinfo=UTC)
_FILES = {
    "source.yaml": """
id: park
title: Верёвочный парк «Белка»
about: верёвочному парку
publisher: Лесной вестник
published: "2025-06-10"
examples: [Сколько стоит билет?]
""",
    "people.yaml": "[]\n",
    "events.yaml": "[]\n",
    "facts.yaml": """
- id: prices
  says: Взрослый билет стоит 500 рублей, детям от 6 до 14 лет — 300 рублей, младше шести пускают бесплатно.
  topic: t
  questions: [Сколько стоит билет?, Сколько стоит детский билет?, Кого пускают бесплатно?]
- id: wind
  says: При ветре сильнее 12 метров в секунду парк закрывают и деньги возвращают полностью.
  topic: t
  questions: [При каком ветре закрывают парк?, Возвращают ли деньги при ветре?, Что при сильном ветре?]
- id: lunch
  says: В кафе парка обед стоит 350 рублей.
  topic: t
  questions: [Сколько стоит обед?, цена обеда, Есть ли кафе?]
""",
    "terms.yaml": "topics: {t: Парк}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _ask(text: str) -> Result:
    return ENGINE.reply(text, NEW, NOW).result


def _first_line(text: str) -> str:
    result = _ask(text)
    assert isinstance(result, Answer), text
    return rendering.render(result, ENGINE.base, NOW).plain.splitlines()[0]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("А за внучку восьми лет сколько платить?", "Детям от 6 до 14 лет — 300 рублей."),
        ("мне 12, сколько стоит билет", "Детям от 6 до 14 лет — 300 рублей."),
        ("почём билет мальчику 3 лет", "Младше шести пускают бесплатно."),
    ],
)
def test_the_part_of_the_statement_on_the_age_asked_for(text: str, line: str) -> None:
    assert _first_line(text) == line


@pytest.mark.parametrize("text", ["мне 40 лет, сколько стоит билет", "сколько стоит обед ребёнку 8 лет"])
def test_an_age_or_a_thing_that_is_not_told_is_no_price(text: str) -> None:
    result = _ask(text)
    assert isinstance(result, Refusal) or "лет —" not in _first_line(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Внуку моему три годика, за него платить надо?", "Нет: младше шести пускают бесплатно."),
        ("Сыну 3 года, билет нужен?", "Нет: младше шести пускают бесплатно."),
        ("дочке 8 лет, за неё платить?", "Да: детям от 6 до 14 лет — 300 рублей."),
    ],
)
def test_whether_something_is_paid_at_an_age(text: str, line: str) -> None:
    assert _first_line(text) == line


def test_the_limit_of_a_condition_is_not_how_much() -> None:
    assert not _first_line("Сколько мне вернут денег, если ветер двадцать метров?").startswith("12")


@pytest.mark.parametrize("text", ["сколько обед", "почём обед?"])
def test_a_thing_that_is_not_counted_has_a_price(text: str) -> None:
    assert _first_line(text) == "350 рублей."
