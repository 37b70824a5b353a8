"""A statement that itself denies, asked of in any order of words."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Polarity, Refusal, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: rink
title: Каток «Искра»
about: катку «Искра»
publisher: Вестник
published: "2026-05-05"
examples: [Когда открыт каток?]
""",
    "people.yaml": "[]\n",
    "events.yaml": "[]\n",
    "facts.yaml": """
- id: adults
  says: Взрослым для входа на каток паспорт не нужен.
  topic: visit
  questions: [Нужен ли взрослым паспорт?, паспорт для взрослых, Пускают ли взрослых без паспорта?]
- id: children
  says: Детям до 12 лет нужен шлем.
  topic: visit
  questions: [Нужен ли детям шлем?, Что нужно детям на катке?, шлем для детей]
""",
    "terms.yaml": "synonyms: []\ntopics: {visit: Как посетить}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("question", "polarity", "denying"),
    [
        ("Взрослым нужен паспорт?", Polarity.NO, False),
        ("Паспорт взрослым нужен?", Polarity.NO, False),
        ("Нужен ли паспорт взрослому?", Polarity.NO, False),
        ("Правда ли, что взрослым паспорт не нужен?", Polarity.YES, True),
        ("Детям нужен шлем?", Polarity.YES, False),
        ("Правда ли, что детям шлем не нужен?", Polarity.NO, True),
    ],
)
def test_the_order_of_words_does_not_matter(question: str, polarity: Polarity, denying: bool) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert (result.lead.polarity, result.lead.denying) == (polarity, denying)


@pytest.mark.parametrize("question", ["Взрослым нужен пропуск?", "Собакам нужен намордник?"])
def test_of_what_is_not_told_nothing_is_said(question: str) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Refusal) or not isinstance(getattr(result, "lead", None), YesNoLead)
