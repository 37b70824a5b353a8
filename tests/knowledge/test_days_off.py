"""«Работает в понедельник?» where the statement calls Monday a day off."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: museum
title: Музей в Каменке
about: Когда открыт музей и лавка при нём.
publisher: Вестник
published: "2026-02-05"
examples: [Когда открыт музей?]
""",
    "facts.yaml": """
- id: museum
  says: Музей открыт с 10 до 19 часов, понедельник — выходной.
  topic: hours
  questions: [Когда открыт музей?, Во сколько открывается музей?, Когда выходной в музее?]
- id: shop
  says: Лавка открыта с 9 до 18 часов, суббота и воскресенье — выходные.
  topic: hours
  questions: [Когда открыта лавка?, Как работает лавка?, Во сколько открывается лавка?]
- id: cloakroom
  says: Гардероб работает по выходным и в среду.
  topic: hours
  questions: [Когда работает гардероб?, Как работает гардероб?, В какие дни работает гардероб?]
""",
    "terms.yaml": "synonyms: []\ntopics: {hours: Часы}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("Музей работает в понедельник?", Polarity.NO),
        ("Открыт ли музей в понедельник?", Polarity.NO),
        ("В понедельник музей закрыт?", Polarity.YES),
        ("Открыт ли музей во вторник?", Polarity.YES),
        ("Лавка открыта в субботу?", Polarity.NO),
        ("Гардероб работает в субботу?", Polarity.YES),
    ],
)
def test_nothing_is_open_on_a_day_off(question: str, polarity: Polarity) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer), result
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is polarity
