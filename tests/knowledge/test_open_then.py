"""Whether something is open on a day or at an hour, by the clock and by what a statement says of the week."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer

_FILES = {
    "source.yaml": """
id: gym
title: Скалодром «Уступ»
about: скалодрому
publisher: Вестник
published: "2026-02-05"
examples: [Как работает скалодром?]
""",
    "facts.yaml": """
- id: opened
  says: Скалодром открылся в субботу, 10 января 2026 года, в 11:00.
  topic: t
  questions: [Когда открылся скалодром?, Во сколько открыли скалодром?, дата открытия]
- id: cafe
  says: Кафе при скалодроме работает ежедневно с 6:00 до 23:30.
  topic: t
  questions: [Как работает кафе?, До скольки открыто кафе?, часы кафе]
- id: hours
  says: Скалодром работает с 8:00 до 22:00 каждый день, кроме вторника.
  topic: t
  questions: [Как работает скалодром?, Во сколько открывается скалодром?, часы работы]
- id: holiday
  says: 4 марта скалодром закрыт на уборку, а лавка работает.
  topic: t
  questions: [Когда уборка?, Почему скалодром закрыт 4 марта?, уборка]
- id: shop
  says: Лавка работает без выходных с 9:00 до 21:00.
  topic: t
  questions: [Как работает лавка?, До скольки открыта лавка?, часы лавки]
- id: desk
  says: Прокат открыт по будням с 9:00 до 20:00, по выходным с 10:00 до 18:00.
  topic: t
  questions: [Как работает прокат?, Когда открыт прокат?, часы проката]
""",
    "terms.yaml": "synonyms: []\ntopics: {t: Скалодром}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))
_ZONE = ZoneInfo("Europe/Moscow")
TUESDAY = datetime(2026, 2, 10, 12, 0, tzinfo=_ZONE)
LATE = datetime(2026, 2, 11, 23, 0, tzinfo=_ZONE)


def _line(question: str, now: datetime) -> str:
    """The first line of the answer; empty of a refusal and of an answer without one."""
    result = ENGINE.reply(question, NEW, now).result
    lead = result.lead if isinstance(result, Answer) else None
    return leads.render(lead, now.date()) if lead is not None else ""


@pytest.mark.parametrize(
    ("question", "now", "line"),
    [
        ("Сегодня скалодром работает?", TUESDAY, "Нет: кроме вторника."),
        ("Сегодня скалодром работает?", LATE, "Да."),
        ("Завтра скалодром открыт?", TUESDAY, "Да."),
        ("Сегодня скалодром закрыт?", TUESDAY, "Да."),
        ("Скалодром сейчас закрыт?", LATE, "Да."),
        ("Скалодром сейчас открыт?", LATE, "Нет: с 8:00 до 22:00."),
        ("Кафе сейчас работает?", LATE, "Да: с 6:00 до 23:30."),
        ("Прокат сейчас открыт?", TUESDAY, "Да: с 9:00 до 20:00."),
    ],
)
def test_today_and_now_are_held_against_the_week(question: str, now: datetime, line: str) -> None:
    assert _line(question, now) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("В среду в 21:00 скалодром открыт?", "Да: с 8:00 до 22:00."),
        ("Скалодром открыт в шесть утра?", "Нет: с 8:00 до 22:00."),
        ("В субботу скалодром открыт?", "Да."),
        ("Прокат в субботу в 19:00 работает?", "Нет: с 10:00 до 18:00."),
        ("Лавка в воскресенье открыта?", "Да."),
        ("Суббота — рабочий день скалодрома?", "Да."),
        ("Вторник — выходной день скалодрома?", "Да."),
        ("Скалодром открыли в субботу?", "Да."),
    ],
)
def test_open_is_a_state_opened_an_event(question: str, line: str) -> None:
    assert _line(question, LATE) == line


def test_a_day_of_which_another_statement_tells_is_not_judged_by_the_week() -> None:
    assert _line("Сегодня скалодром работает?", datetime(2026, 3, 4, 12, 0, tzinfo=_ZONE)) != "Да."


def test_an_hour_that_is_open_on_some_days_only_is_not_judged() -> None:
    assert not _line("Прокат открыт в 19:00?", LATE).startswith("Да")


@pytest.mark.parametrize("question", ["Сегодня бассейн открыт?", "В среду в 21:00 можно прийти на концерт?"])
def test_what_no_statement_tells_is_not_judged(question: str) -> None:
    assert not _line(question, LATE)
