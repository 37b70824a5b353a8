"""A digest of a topic, and a pack whose main event is not what its title says."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, DigestLead, OrderLead, Result
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: mill
title: Мельница в Ольшанке снова открыта
about: мельнице
publisher: Вестник
published: "2026-05-05"
examples: [Когда открыли мельницу?]
""",
    "people.yaml": "- {id: dubov, name: Иван Дубов, post: смотритель мельницы}\n",
    "events.yaml": """
- {id: closing, title: Закрытие мельницы на просушку, when: "2024-03-11", where: Ольшанка, order: 1}
- {id: opening, title: Открытие мельницы, when: "2025-09-06", where: Ольшанка, follows: closing, order: 2}
""",
    "facts.yaml": """
- id: closed
  says: Мельницу закрыли на просушку 11 марта 2024 года.
  topic: drying
  about: [closing]
  questions: [Когда закрыли мельницу?, Зачем закрыли мельницу?, Что закрыли?]
- id: cost
  says: Просушка обошлась в 3 миллиона рублей.
  topic: drying
  questions: [Сколько стоила просушка?, Во что обошлась просушка?, Сколько заплатили?]
- id: opened
  says: Мельница открылась 6 сентября 2025 года.
  topic: work
  about: [opening]
  questions: [Когда открылась мельница?, Что открыли?, Какого числа открытие?]
- id: dubov
  says: Смотрителем мельницы Иван Дубов стал в январе 2025 года.
  topic: work
  when: "2025-01"
  people: [{id: dubov, role: member}]
  questions: [Кто смотритель?, Когда Дубов стал смотрителем?, С какого времени Дубов смотритель?]
""",
    "terms.yaml": "synonyms: []\ntopics: {drying: Просушка, work: О работе мельницы}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _reply(text: str) -> Result:
    return ENGINE.reply(text, NEW, NOW).result


def _digest(text: str) -> tuple[DigestLead, list[str]]:
    result = _reply(text)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, DigestLead)
    return result.lead, [one.fact.id for one in result.shown]


def test_a_topic_is_told_by_its_own_facts() -> None:
    lead, facts = _digest("Расскажи про просушку")
    assert lead == DigestLead(title="Просушка")
    assert facts == ["closed", "cost"]


def test_the_event_that_is_named_goes_before_a_topic() -> None:
    lead, _ = _digest("Расскажи про открытие мельницы")
    assert lead.title == "Открытие мельницы"


def test_a_title_gets_no_record_of_another_event() -> None:
    lead, _ = _digest("О чём статья?")
    assert lead == DigestLead(title="Мельница в Ольшанке снова открыта")


def test_an_unknown_part_of_a_topic_is_no_topic() -> None:
    result = _reply("Расскажи о седьмом пункте просушки")
    assert not isinstance(result, Answer) or result.rule != "digest"


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Что было раньше: Дубов стал смотрителем или мельница открылась?", "Дубов"),
        ("Что раньше, мельница закрылась или открылась?", "Закрытие"),
    ],
)
def test_the_verb_says_which_of_two_events_is_compared(question: str, first: str) -> None:
    result = _reply(question)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, OrderLead)
    assert first in result.lead.items[0][0]
    assert len({title for title, _ in result.lead.items}) == 2
