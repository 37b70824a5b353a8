"""Names in a sentence of the reply's own that repeats a question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.conversation import NEW
from knowledge.decision.context.name_capitals import with_name_capitals
from knowledge.engine import Engine
from knowledge.facts.model import Person, PersonId
from knowledge.results import Refusal
from tests.knowledge.sample_base import BASE, FIRST, NOW

_GO = Person(id=PersonId("go"), name="Го Тихомысл", post="судья", side="КНР")
_PACK = replace(
    BASE, people=(*BASE.people, _GO), events=(replace(FIRST, where="Торговая площадь"), *BASE.events[1:])
)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("где родился го тихомысл", "где родился Го Тихомысл"),
        ("что привезла кнр в тулу", "что привезла КНР в Тулу"),
        ("кто муж анны беловой", "кто муж Анны Беловой"),
        ("какая торговая площадь", "какая торговая площадь"),
        ("Где ЖИЛ Жан Мартен", "Где ЖИЛ Жан Мартен"),
    ],
)
def test_names_are_written_right(typed: str, written: str) -> None:
    assert with_name_capitals(typed, _PACK) == written


def test_a_refusal_repeats_the_question_with_right_names() -> None:
    refused = Engine(_PACK).reply("где родилась анна белова", NEW, NOW).result
    assert isinstance(refused, Refusal)
    assert refused.asked == "где родилась Анна Белова"
