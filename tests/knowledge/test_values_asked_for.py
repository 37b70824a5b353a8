"""The value a question asks for among several of a statement, counted lengths, and parts that ask nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.rules.rules import decide
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.language.values import ValueKind, read_values
from knowledge.results import Answer, Refusal, Reread
from knowledge.understanding.clauses import split_clauses
from tests.knowledge.rule_contexts import context_of
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: ferry
title: Новая канатная дорога
about: канатной дороге
publisher: Вестник
published: "2025-03-12"
examples: [Сколько стоит билет?]
""",
    "facts.yaml": """
- id: cabin
  says: Кабина № 40 идёт до вершины двадцать пять минут и отправляется каждые десять минут.
  topic: road
  questions: [Сколько идёт кабина до вершины?, Как часто отправляется кабина?, интервал кабин]
- id: tickets
  says: Взрослый билет стоит 500 рублей, детский — 250, абонемент на восемь поездок — 3 100.
  topic: road
  questions: [Сколько стоит билет?, Сколько стоит абонемент?, цена билета]
- id: rent
  says: Аренда лыж подорожает на сто рублей, до 900 рублей.
  topic: road
  questions: [Сколько стоит аренда лыж?, На сколько подорожает аренда лыж?, аренда лыж]
- id: guards
  says: На склоне дежурят 12 спасателей, за смену им платят 2 тыс. рублей.
  topic: road
  questions: [Кто дежурит на склоне?, Сколько спасателей на склоне?, спасатели]
- id: free
  says: 12 и 13 апреля на дороге возят бесплатно.
  topic: road
  when: "2025-04-12/2025-04-13"
  questions: [Когда возят бесплатно?, бесплатные дни]
- id: shows
  says: Показы фильма о дороге назначены на 6, 7 и 20 мая.
  topic: film
  questions: [Когда показы фильма?, даты показов фильма]
- id: fair
  says: Ярмарка у вокзала пройдёт с 5 по 11 мая 2025 года.
  topic: fair
  questions: [Когда идёт ярмарка у вокзала?, Сколько дней ярмарка у вокзала?, даты ярмарки у вокзала]
- id: lights
  says: Подсветку опор включают с 18:00 до 23:00.
  topic: road
  questions: [Когда включают подсветку опор?, Сколько часов светят опоры?, часы подсветки опор]
- id: capacity
  says: Дорога поднимает 1800 человек в час, прежняя поднимала 1100 человек.
  topic: road
  questions: [Сколько человек поднимает дорога?, пропускная способность дороги]
- id: built
  says: Павильон на вершине построили в 2024 году.
  topic: pavilion
  questions: [Когда построили павильон?, год постройки павильона]
- id: cost
  says: Строительство обошлось в 30 миллионов рублей.
  topic: pavilion
  questions: [Сколько он стоил?, Во сколько обошлось строительство?, Сколько потратили?]
""",
}
_ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def first_line(question: str) -> str:
    result = _ENGINE.reply(question, NEW, NOW).result
    lead = result.lead if isinstance(result, Answer) else None
    return leads.render(lead, NOW.date()) if lead is not None else result.rule


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Как часто отправляется кабина?", "Каждые десять минут."),
        ("Сколько идёт кабина до вершины?", "Двадцать пять минут."),
        ("Почём взрослый билет?", "500 рублей."),
        ("Сколько стоит абонемент на восемь поездок?", "3 100 рублей."),
        ("Сколько стоит аренда лыж?", "До 900 рублей."),
        ("На сколько подорожает аренда лыж?", "Сто рублей."),
        ("Сколько платят спасателям на склоне?", "2 тыс. рублей."),
        ("Когда возят бесплатно?", "12 и 13 апреля."),
        ("Когда показы фильма?", "На 6, 7 и 20 мая."),
    ],
)
def test_the_value_that_suits_the_question_is_told(question: str, line: str) -> None:
    assert first_line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Сколько дней идёт ярмарка у вокзала?", "7 дней (посчитано: с 5 по 11 мая 2025 года)."),
        ("Сколько часов светят опоры?", "5 часов (посчитано)."),
        (
            "На сколько больше человек поднимает дорога, чем прежняя?",
            "700: 1800 человек и 1100 человек (посчитано).",
        ),
    ],
)
def test_a_length_and_a_difference_are_counted_from_the_statement(question: str, line: str) -> None:
    assert first_line(question) == line


def test_a_shortened_word_ends_no_number() -> None:
    (value,) = read_values("Область оплатит 350 тыс. рублей.")
    assert (value.kind, value.low) == (ValueKind.MONEY, 350_000)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Как называется остров, где нашли рыбака?", 1),
        ("Когда достроят трассу, которую сдвинут к северу?", 1),
        ("О чём договорились, когда министр приезжал в Пекин?", 1),
        ("Где прошёл диалог, когда он начался?", 2),
        ("Сколько стоит билет, где его купить?", 2),
    ],
)
def test_a_part_that_describes_what_is_asked_is_no_question(text: str, number: int) -> None:
    assert len(split_clauses(text)) == number


def test_a_thing_is_told_of_by_a_fact_that_does_not_name_it() -> None:
    """«Сколько он стоил» has its fact, which says nothing of the pavilion."""
    result = _ENGINE.reply("Когда построили павильон и сколько он стоил?", NEW, NOW).result
    assert isinstance(result, Answer)
    assert {one.fact.id for one in result.shown} == {"built", "cost"}


@pytest.mark.parametrize(
    "context",
    [
        context_of("Где прошла вторая встреча?", 0.75, lacking_sure=1.0),
        context_of("Где прошла вторая встреча?", 0.75, missing_ordinal=1.0),
        context_of("Где прошла вторая встреча?", 0.75, speech_lacking=1.0),
    ],
    ids=["lacking", "ordinal", "speech"],
)
def test_the_trained_reader_outweighs_what_words_alone_miss(context: RuleContext) -> None:
    assert isinstance(decide(context), Refusal)
    reread = Reread(best=context.search.facts[0].fact.id, score=0.4)
    assert isinstance(decide(replace(context, why=replace(context.why, reread=reread))), Answer)
