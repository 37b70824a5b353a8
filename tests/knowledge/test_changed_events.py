"""An event that was moved or called off after its statement was made: its record is told first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.replies.answers import rendering
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Refusal

NOW = datetime(2026, 8, 10, 9, tzinfo=UTC)
_SOURCE = """
id: fair
title: Первая ярмарка мёда в Туле
about: ярмарке мёда
publisher: Вестник
published: "2026-08-02"
examples: [Когда вторая ярмарка?]
"""
_EVENTS = """
- {id: first, title: Первая ярмарка мёда, when: "2026-08-01", where: Тула, order: 1}
- {id: second, title: Вторая ярмарка мёда, when: "2026-11-20", where: Рязань, follows: first, order: 2}
- {id: third, title: Третья ярмарка мёда, when: "2027-03", where: Калуга, follows: second, order: 3}
- {id: tasting, title: Дегустация чая, when: "2026-09-05", where: Пенза, cancelled: true}
"""
_FACTS = """
- id: honey
  says: Первая ярмарка мёда прошла в Туле 1 августа 2026 года.
  topic: t
  about: [first]
  when: "2026-08-01"
  where: Тула
  questions: [Когда прошла первая ярмарка?, Где прошла ярмарка?]
- id: plan
  says: Вторую ярмарку договорились провести в Калуге в октябре 2026 года.
  topic: t
  about: [second]
  when: "2026-10"
  where: Калуга
  questions: [Когда вторая ярмарка?, Где пройдёт вторая ярмарка?, Что будет дальше?]
- id: tea
  says: Дегустация чая пройдёт в Пензе 5 сентября 2026 года.
  topic: t
  about: [tasting]
  when: "2026-09-05"
  where: Пенза
  questions: [Когда дегустация?, Где пройдёт дегустация чая?]
- id: tasters
  says: На дегустацию чая придут 45 гостей.
  topic: t
  questions: [Сколько гостей придут на дегустацию чая?, Сколько человек будет на дегустации?]
- id: shift
  says: Дегустацию чая сдвинули по просьбе города.
  topic: t
  about: [tasting]
  questions: [Почему сдвинули дегустацию чая?]
"""
_TERMS = "synonyms: []\ntopics: {t: Ярмарка}\n"


def engine_of(facts: str = _FACTS) -> Engine:
    files = {"source.yaml": _SOURCE, "people.yaml": "[]", "events.yaml": _EVENTS, "facts.yaml": facts}
    return Engine(
        load_files({name: text.encode() for name, text in (files | {"terms.yaml": _TERMS}).items()})
    )


ENGINE = engine_of()


def reply(question: str, engine: Engine = ENGINE) -> str:
    return rendering.render(engine.reply(question, NEW, NOW).result, engine.base, NOW).plain


def test_the_record_comes_before_a_statement_that_no_longer_holds() -> None:
    assert reply("Что будет дальше?").startswith(
        "Вторая ярмарка мёда: Рязань, 20 ноября 2026 года.\n\nРанее сообщалось: Вторую ярмарку договорились"
    )


def test_what_the_first_line_has_not_is_told_after_it() -> None:
    text = reply("Когда вторая ярмарка?")
    assert text.startswith("Пятница, 20 ноября 2026 года.\n\nРанее сообщалось")
    assert "Теперь: Рязань." in text
    assert "Теперь" not in reply("Когда прошла первая ярмарка?")


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Вторая ярмарка пройдёт в Калуге?", "Нет, не в Калуге: Рязань."),
        ("Вторая ярмарка пройдёт в Рязани?", "Да."),
        ("Когда вторая ярмарка пройдёт в Калуге?", "Нет, не в Калуге: Рязань. Пятница, 20 ноября 2026 года."),
        ("Когда вторая ярмарка пройдёт в Рязани?", "Пятница, 20 ноября 2026 года."),
    ],
)
def test_a_former_place_is_said_to_be_another_now(question: str, line: str) -> None:
    assert reply(question).split("\n")[0] == line


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        (
            "Когда дегустация чая?",
            ["Отменено: Дегустация чая.", "По прежнему плану: суббота, 5 сентября 2026 года."],
        ),
        ("Где пройдёт дегустация чая?", ["Отменено: Дегустация чая.", "По прежнему плану: Пенза."]),
        ("Сколько дней до дегустации чая?", ["Отменено: Дегустация чая.", ""]),
        (
            "Сколько гостей придут на дегустацию чая?",
            ["Отменено: Дегустация чая.", "По прежнему плану: 45 гостей."],
        ),
        ("Дегустация чая состоится?", ["Нет: отменено.", ""]),
    ],
)
def test_what_was_called_off_is_said_first(question: str, lines: list[str]) -> None:
    assert reply(question).split("\n")[:2] == lines


def test_a_reason_of_a_move_is_none_of_a_cancellation() -> None:
    assert isinstance(ENGINE.reply("Почему отменили дегустацию чая?", NEW, NOW).result, Refusal)
    assert "по просьбе города" in reply("Почему сдвинули дегустацию чая?")


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Что будет в Рязани?", "Вторая ярмарка мёда: Рязань, 20 ноября 2026 года."),
        ("Какая ярмарка будет в 2027 году?", "Третья ярмарка мёда: Калуга, март 2027 года."),
    ],
)
def test_the_events_of_a_place_or_a_year_are_told_by_their_records(question: str, title: str) -> None:
    assert reply(question).startswith(title)


@pytest.mark.parametrize(
    "question", ["Что будет в Орле?", "Какие цены будут в Рязани?", "Какой матч будет в 2027 году?"]
)
def test_other_places_and_things_are_refused(question: str) -> None:
    assert isinstance(ENGINE.reply(question, NEW, NOW).result, Refusal)


def test_an_event_without_a_fact_is_judged_by_its_record() -> None:
    assert reply("Третья ярмарка пройдёт в Пензе?").startswith("Нет, не в Пензе: Калуга.")
    assert reply("Третья ярмарка пройдёт в Калуге?").startswith("Да.")


def test_all_events_of_a_chain_are_listed() -> None:
    lines = reply("Перечисли все ярмарки").split("\n")[:3]
    assert [line.split(" ")[0] for line in lines] == ["Первая", "Вторая", "Третья"]


def test_a_number_that_is_held_nowhere_is_not_left_out() -> None:
    assert isinstance(ENGINE.reply("Сколько пройдёт между третьей и четвёртой?", NEW, NOW).result, Refusal)
    assert "месяц" in reply("Сколько пройдёт между второй и третьей ярмаркой?").split("\n")[0]


_MOVED = _FACTS.replace(
    "Вторую ярмарку договорились провести в Калуге в октябре 2026 года.", "{says}"
).replace('when: "2026-10"\n  where: Калуга', 'when: "2026-11-20"\n  where: Рязань')


@pytest.mark.parametrize(
    "says",
    [
        "Вторая ярмарка перенесена на 20 ноября 2026 года и пройдёт в Рязани.",
        "Вторую ярмарку отложили до 20 ноября 2026 года, она пройдёт в Рязани.",
    ],
)
def test_what_is_moved_to_a_day_takes_place(says: str) -> None:
    engine = engine_of(_MOVED.format(says=says))
    assert reply("Вторая ярмарка состоится?", engine).startswith("Да.")
    assert reply("Вторая ярмарка не состоится?", engine).startswith("Нет")
    assert reply("Вторую ярмарку отменили?", engine).startswith("Нет")


def test_what_is_put_off_without_a_day_is_not_said_to_take_place() -> None:
    engine = engine_of(_MOVED.format(says="Вторую ярмарку отложили из-за ремонта."))
    assert not reply("Вторая ярмарка состоится?", engine).startswith("Да")
