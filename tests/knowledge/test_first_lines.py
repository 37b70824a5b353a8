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
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("question", "held", "missing"),
    [
        ("Когда откроют проезд?", "21 января", ""),
        ("Когда ремонт моста?", EdtfDate.parse("2026-01-18/2026-01-22"), ""),
        ("Какого числа осмотрели опоры?", EdtfDate.parse("../2026-01-10"), "day"),
        ("В каком месяце осмотрели опоры?", EdtfDate.parse("../2026-01-10"), "month"),
        ("Когда осмотрели опоры?", EdtfDate.parse("../2026-01-10"), ""),
    ],
)
def test_when(question: str, held: str | EdtfDate, missing: str) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer)
    assert result.lead == ValueLead(held=held, missing=missing)
