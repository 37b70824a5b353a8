"""More is asked for by «ещё что-нибудь», and what is named is counted with what is still to come."""

from __future__ import annotations

import pytest

from knowledge.language.tokens import normalize
from knowledge.understanding.further import Further, asks_further
from tests.knowledge.dam_base import FILES, ask, first_line, make_engine, told

SECOND = """
- {id: second, title: Второе совещание о плотине, when: "2024-03", where: Ржев, order: 2}
"""
PLAN = """
- id: next
  says: Второе совещание о плотине назначено на март 2024 года в Ржеве.
  topic: t
  about: [second]
  where: Ржев
  questions: [Когда второе совещание?, Где второе совещание?, следующее совещание]
"""


@pytest.mark.parametrize("text", ["а ещё что-нибудь", "что-то ещё известно?", "больше ничего?"])
def test_anything_else_asks_for_more(text: str) -> None:
    assert asks_further(normalize(text)) is Further.MORE


def test_anything_else_is_not_the_fact_just_told() -> None:
    engine = make_engine()
    more = told(ask(engine, "Кто вёл совещание?", "а ещё что-нибудь?"))
    assert more
    assert "chairs" not in more


def test_events_named_are_counted_with_those_to_come() -> None:
    files = {
        **FILES,
        "events.yaml": FILES["events.yaml"] + SECOND,
        "facts.yaml": FILES["facts.yaml"] + PLAN,
    }
    engine = make_engine(files)
    assert first_line(ask(engine, "Сколько всего совещаний упомянуто?")).startswith("2 ")
    assert first_line(ask(engine, "Сколько совещаний уже прошло?")).startswith("1 ")
