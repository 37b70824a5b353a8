"""How many days an event lasted, from its first and last day."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, EventId, Fact, FactBase, FactId, Source, Terms
from knowledge.results import Answer, Refusal, SpanLead
from tests.knowledge.sample_base import NOW


def _engine(when: str) -> Engine:
    source = Source(
        id="choir",
        title="Фестиваль хоров",
        about="О фестивале хоров.",
        publisher="Вестник",
        published=EdtfDate.parse("2015-12-02"),
        examples=(),
    )
    festival = Event(id=EventId("festival"), title="Фестиваль хоров", when=EdtfDate.parse(when), where="Рига")
    fact = Fact(
        id=FactId("days"),
        says="Фестиваль хоров проходил в Риге.",
        topic="all",
        about=(festival.id,),
        questions=("Где проходил фестиваль?", "Когда был фестиваль?", "фестиваль хоров"),
    )
    base = FactBase(source=source, events=(festival,), facts=(fact,), terms=Terms(topics={"all": "Всё"}))
    return Engine(base)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Сколько дней шёл фестиваль?", "3 дня (посчитано: с 12 по 14 июня 2015 года)."),
        ("сколько длился фестиваль хоров", "3 дня (посчитано: с 12 по 14 июня 2015 года)."),
    ],
)
def test_both_days_count(question: str, line: str) -> None:
    result = _engine("2015-06-12/2015-06-14").reply(question, NEW, NOW).result
    assert isinstance(result, Answer)
    assert isinstance(result.lead, SpanLead)
    assert leads.render(result.lead, NOW.date()) == line


@pytest.mark.parametrize(
    ("when", "question"),
    [
        ("2015-06-12/2015-06-14", "Сколько часов шёл фестиваль?"),
        ("2015-06-12", "Сколько дней шёл фестиваль?"),
        ("2015-06", "Сколько дней шёл фестиваль?"),
        ("2015-06-12/2015-06-14", "Сколько лет Анне Беловой?"),
        ("2015-06-12/2015-06-14", "Сколько дней шёл фестиваль в Тарту?"),
    ],
)
def test_no_length_is_made_up(when: str, question: str) -> None:
    assert isinstance(_engine(when).reply(question, NEW, NOW).result, Refusal)
