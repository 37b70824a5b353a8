"""A fact of a beginning or an end denies no day beyond it, and a denied verb affirms no day."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact, FactBase, FactId, Source, Terms
from knowledge.results import Answer, Lead, Polarity, ValueLead, YesNoLead
from tests.knowledge.sample_base import NOW


def _answered(says: str, when: str, example: str, question: str) -> Lead | None:
    """What stands before the statement in the answer; it must be answered."""
    source = Source(
        id="ferry",
        title="Паром",
        about="О пароме.",
        publisher="Вестник",
        published=EdtfDate.parse("2026-04-01"),
        examples=(),
    )
    fact = Fact(
        id=FactId("fact"), says=says, topic="all", when=EdtfDate.parse(when), questions=(example, says)
    )
    base = FactBase(source=source, facts=(fact,), terms=Terms(topics={"all": "Всё"}))
    found = Engine(base).reply(question, NEW, NOW).result
    assert isinstance(found, Answer)
    return found.lead


def _lead(says: str, when: str, example: str, question: str) -> Polarity | None:
    lead = _answered(says, when, example, question)
    assert lead is None or isinstance(lead, YesNoLead)
    return lead.polarity if lead is not None else None


_OPENS = ("Переправа откроется 5 мая 2026 года.", "2026-05-05", "Когда откроется переправа?")
_UNTIL = ("Паром работает до 8 ноября.", "../2026-11-08", "До какого числа работает паром?")
_SPAN = ("Паром работает до 8 ноября.", "2026-05-05/2026-11-08", "До какого числа работает паром?")
_LASTS = ("Выставка продлится до 20 мая.", "2026-05-20", "До какого числа продлится выставка?")
_CLOSED = ("Зимой переправа не работала с 10 ноября.", "2025-11-10", "Когда переправа не работала зимой?")


@pytest.mark.parametrize(
    ("fact", "question", "polarity"),
    [
        (_OPENS, "Переправа открыта 1 сентября?", None),
        (_OPENS, "Переправа откроется 1 сентября?", Polarity.NO),
        (_OPENS, "Переправа открыта 1 мая?", Polarity.NO),
        (_OPENS, "Переправа откроется 5 мая?", Polarity.YES),
        (_UNTIL, "Паром работает 1 сентября?", None),
        (_UNTIL, "Паром работает 12 ноября?", Polarity.NO),
        (_SPAN, "Паром работает 1 сентября?", Polarity.YES),
        (_SPAN, "Паром работает 1 мая?", Polarity.NO),
        (_LASTS, "Выставка продлится до 15 мая?", Polarity.NO),
        (_CLOSED, "Переправа работала 1 сентября?", None),
        (_CLOSED, "Переправа работала в июне?", None),
        (_CLOSED, "Работает ли переправа зимой?", Polarity.NO),
    ],
)
def test_a_day_beyond_an_end_is_neither_confirmed_nor_denied(
    fact: tuple[str, str, str], question: str, polarity: Polarity | None
) -> None:
    assert _lead(*fact, question) is polarity


@pytest.mark.parametrize(
    ("when", "question", "held", "missing"),
    [
        ("../2026-11-08", "До какого числа принимали заявки?", "../2026-11-08", ""),
        ("../2026-11-08", "Какого числа принимали заявки?", "../2026-11-08", "day"),
        ("2026-05/2026-11", "До какого числа принимали заявки?", "2026-11", "day"),
    ],
)
def test_the_last_day_of_an_open_span_is_all_that_is_asked(
    when: str, question: str, held: str, missing: str
) -> None:
    lead = _answered("Заявки принимали, их подали 114.", when, "Когда принимали заявки?", question)
    assert isinstance(lead, ValueLead)
    assert (str(lead.held), lead.missing) == (held, missing)
