"""First lines that say when: the statement's own day, the record's dates, what of a date is not named."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.pack import load_files
from knowledge.results import Answer, ValueLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: repair
title: Ремонт моста
about: ремонту моста
publisher: Вестник
published: "2026-01-19"
examples: [Когда ремонт?]
""",
    "people.yaml": "[]\n",
    "events.yaml": """
- {id: repair, title: Ремонт моста, when: "2026-01-18/2026-01-22"}
- {id: survey, title: Осмотр опор, when: "../2026-01-10"}
""",
    "facts.yaml": """
- id: opens
  says: Проезд обещают открыть 21 января.
  topic: t
  about: [repair]
  questions: [Когда откроют проезд?, Когда пустят машины?, дата открытия проезда]
- id: crews
  says: Ремонт моста ведут две бригады.
  topic: t
  about: [repair]
  questions: [Когда ремонт моста?, Сколько бригад?, Кто чинит мост?]
- id: survey
  says: До ремонта водолазы осмотрели опоры.
  topic: t
  about: [survey]
  questions: [Когда осмотрели опоры?, Кто осмотрел опоры?, дата осмотра опор]
""",
    "terms.yaml": "topics: {t: Мост}\n",
}
_FILES["facts.yaml"] += """
- id: days
  says: Бумагу вывозят по вторникам, пластик — по средам и субботам, стекло — раз в две недели.
  topic: t
  questions: [По каким дням вывозят бумагу?, Когда вывозят пластик?, Как часто вывозят стекло?]
- id: hours
  says: Экскурсии идут по пятницам в 18:30, по субботам и воскресеньям в 12:00 и 16:00.
  topic: t
  questions: [Когда экскурсии?, По каким дням экскурсии?, Во сколько экскурсии?]
- {id: piles, says: Сваи забили в декабре 2024 года., topic: t, questions: [Когда забили сваи?]}
- {id: rails, says: Перила поставят к маю., topic: t, questions: [Когда поставят перила?]}
- id: pool
  says: Бассейн работает с 6:45 до 22:00, по понедельникам до 14:00 закрыт на чистку.
  topic: t
  questions: [Когда работает бассейн?, До скольки бассейн?, Во сколько открывается бассейн?]
"""
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("question", "held", "missing"),
    [
        ("Когда откроют проезд?", "21 января", ""),
        ("Когда ремонт моста?", EdtfDate.parse("2026-01-18/2026-01-22"), ""),
        ("Какого числа осмотрели опоры?", EdtfDate.parse("../2026-01-10"), "day"),
        ("В каком месяце осмотрели опоры?", EdtfDate.parse("../2026-01-10"), "month"),
        ("Когда осмотрели опоры?", EdtfDate.parse("../2026-01-10"), ""),
        ("Когда вывозят бумагу?", "По вторникам", ""),
        ("По каким дням вывозят пластик?", "По средам и субботам", ""),
        ("Когда вывозят стекло?", "Раз в две недели", ""),
        ("Как часто вывозят стекло?", "Раз в две недели", ""),
        ("Когда экскурсии?", "По пятницам в 18:30, по субботам и воскресеньям в 12:00 и 16:00", ""),
        ("Во сколько экскурсии?", "По пятницам в 18:30, по субботам и воскресеньям в 12:00 и 16:00", ""),
        ("Во сколько экскурсия в субботу?", "По субботам и воскресеньям в 12:00 и 16:00", ""),
        ("Когда экскурсия в пятницу?", "По пятницам в 18:30", ""),
        ("када вывозят бумагу", "По вторникам", ""),
        ("Когда забили сваи?", "В декабре 2024 года", ""),
        ("Когда поставят перила?", "К маю", ""),
        ("Во сколько открывается бассейн?", "С 6:45 до 22:00", ""),
        ("Когда работает бассейн?", "С 6:45 до 22:00", ""),
    ],
)
def test_when(question: str, held: str | EdtfDate, missing: str) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer)
    assert result.lead == ValueLead(held=held, missing=missing)
