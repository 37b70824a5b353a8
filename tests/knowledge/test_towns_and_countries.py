"""A country is no town: where a town is asked for, the first line says that it is not named."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Lead, ValueLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: tour
title: Гастроли хора «Заря»
about: гастролям хора «Заря»
publisher: Вестник
published: "2026-05-05"
examples: [Где пел хор?]
""",
    "people.yaml": "[]\n",
    "events.yaml": """
- {id: italy, title: Гастроли хора в Италии, when: "2026-03", where: Италия}
- {id: home, title: Концерт в Шуе, when: "2026-04-01", where: Шуя}
""",
    "facts.yaml": """
- id: italy
  says: В марте хор «Заря» выступал в Италии.
  topic: tour
  about: [italy]
  where: Италия
  questions: [Где выступал хор в марте?, Куда хор ездил в марте?, Когда хор был в Италии?]
- id: home
  says: Первого апреля хор дал концерт в Шуе.
  topic: tour
  about: [home]
  where: Шуя
  questions: [Где хор дал концерт?, Когда был концерт?, В каком городе был концерт?]
""",
    "terms.yaml": "synonyms: []\ntopics: {tour: Гастроли}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("В каком городе хор выступал в марте?", ValueLead(held="Италия", missing="town")),
        ("В каком городе Италии выступал хор?", ValueLead(held="Италия", missing="town")),
        ("Где хор выступал в марте?", ValueLead(held="Италия")),
        ("В каком городе хор дал концерт?", ValueLead(held="Шуя")),
    ],
)
def test_a_country_answers_a_question_of_a_town_in_part(question: str, lead: Lead) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer), result
    assert result.lead == lead
