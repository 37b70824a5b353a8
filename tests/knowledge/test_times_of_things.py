"""Years of make, years since when, lengths asked for by an adverb, things that are left."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.replies.answers import rendering
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer

NOW = datetime(2025, 7, 1, 9, 0, tzinfo=UTC)
_FILES = {
    "source.yaml": """
id: boat
title: Пароход «Сокол»
about: пароходу
publisher: Речник
published: "2025-06-10"
examples: [Когда придёт пароход?]
""",
    "people.yaml": "[]\n",
    "events.yaml": "[]\n",
    "facts.yaml": """
- id: handover
  says: В ноябре 2027 года «Сокол» придёт в Углич и сменит там судно «Чайка» 1983 года постройки.
  topic: t
  questions: [Когда придёт «Сокол»?, Какое судно он сменит?, срок передачи судна]
- id: models
  says: Модели на конкурс 2026 года принимают с 1 февраля по 31 мая, только сделанные не раньше 2024 года.
  topic: t
  when: 2026-02-01/2026-05-31
  questions: [Когда принимают модели?, Какие модели принимают?, сроки приёма моделей]
- id: tickets
  says: Билеты на июнь раскупили за 40 минут.
  topic: t
  questions: [За сколько раскупили билеты?, Как быстро раскупили билеты?, Остались ли билеты?]
- id: places
  says: На верхней палубе осталось 12 свободных мест.
  topic: t
  questions: [Сколько мест осталось?, Есть ли места на палубе?, свободные места]
- id: trip
  says: Седьмой речной поход «Сокол» начнёт 3 июня.
  topic: t
  questions: [Когда поход?, Какого числа начнётся поход?, Кто идёт в поход?]
""",
    "terms.yaml": "topics: {t: Пароход}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Назовите срок передачи судна в Угличе", "В ноябре 2027 года."),
        ("Какого года постройки «Чайка»?", "1983 года."),
        ("С какого года принимают модели?", "2024 года."),
        ("Быстро ли раскупили билеты?", "40 минут."),
        ("Который по счёту это поход?", "Седьмой речной поход."),
        ("сколько мест осталось свободных", "12 свободных мест."),
    ],
)
def test_the_time_or_the_number_asked_for_comes_first(text: str, line: str) -> None:
    result = ENGINE.reply(text, NEW, NOW).result
    assert isinstance(result, Answer), text
    assert rendering.render(result, ENGINE.base, NOW).plain.splitlines()[0] == line
