"""What the engine takes from the pack's form: drafts, zone, main event, clock times of events."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from knowledge.conversation import NEW
from knowledge.decision.context.event_edges import clock_text
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import Change, apply_changes, is_visible
from knowledge.facts.model import EventId, Fact, FactBase
from knowledge.facts.serialization import key_of
from knowledge.quality.selfcheck import self_check
from knowledge.results import Answer, SpanLead, ValueLead
from knowledge.retrieval.event_resolver import main_event
from tests.replies.sample_base import BASE, FIRST, NEXT, OPENED, SECOND, fact

NOW = datetime(2020, 5, 2, 12, tzinfo=UTC)
DRAFT = replace(
    fact("paint", "Мост покрасят в синий цвет.", draft=True), questions=("В какой цвет покрасят мост?",)
)


def reply(base: FactBase, question: str, now: datetime = NOW) -> Answer | None:
    result = Engine(base).reply(question, NEW, now).result
    return result if isinstance(result, Answer) else None


def test_draft_answers_nothing_until_it_is_accepted() -> None:
    base = replace(BASE, facts=(*BASE.facts, DRAFT))
    question = DRAFT.questions[0]
    assert base.drafts == (DRAFT,)
    found = reply(base, question)
    assert found is None or DRAFT.id not in {one.fact.id for one in found.shown}
    change = Change(key=key_of(DRAFT), before=DRAFT, after=replace(DRAFT, draft=False))
    edited = Engine(base).edited(apply_changes(base, [change]))
    accepted = edited.reply(question, NEW, NOW).result
    assert isinstance(accepted, Answer)
    assert [one.fact.id for one in accepted.shown] == [DRAFT.id]
    assert self_check(base).asked == self_check(BASE).asked


@pytest.mark.parametrize(
    ("before", "after", "visible"),
    [
        (None, DRAFT, False),
        (DRAFT, replace(DRAFT, says="Мост покрасят."), False),
        (DRAFT, replace(DRAFT, draft=False), True),
        (replace(DRAFT, draft=False), DRAFT, True),
        (DRAFT, None, False),
        (OPENED, replace(OPENED, source="site"), True),
        (OPENED, replace(OPENED, questions=("что",)), False),
    ],
)
def test_readers_see_only_changes_of_accepted_facts(
    before: Fact | None, after: Fact | None, *, visible: bool
) -> None:
    assert is_visible(Change(key=key_of(DRAFT), before=before, after=after)) is visible


def test_main_event_is_the_one_that_the_pack_names() -> None:
    assert main_event(BASE) == FIRST
    assert main_event(replace(BASE, source=replace(BASE.source, main=SECOND.id))) == SECOND
    assert main_event(replace(BASE, source=replace(BASE.source, main=EventId("third")))) == FIRST


def test_today_is_the_day_in_the_packs_zone() -> None:
    """«через сколько дней» at nine in the evening of London is already the next day in Vladivostok."""
    evening = datetime(2022, 5, 30, 21, tzinfo=UTC)
    day = replace(BASE, events=(FIRST, replace(SECOND, when=EdtfDate.parse("2022-06-05"))))
    day = replace(day, facts=(OPENED, replace(NEXT, when=EdtfDate.parse("2022-06-05"))))
    leads = {}
    for zone in ("UTC", "Asia/Vladivostok"):
        pack = replace(day, source=replace(day.source, zone=zone))
        answer = reply(pack, "Сколько дней до открытия второго моста?", evening)
        assert answer is not None
        leads[zone] = answer.lead
    assert leads["UTC"] != leads["Asia/Vladivostok"]


@pytest.mark.parametrize(
    "asked", ["Сколько до второго моста?", "сколько ещё до второго моста", "Сколько дней до второго моста?"]
)
def test_how_long_until_a_numbered_event_needs_no_unit(asked: str) -> None:
    day = EdtfDate.parse("2022-06-05")
    pack = replace(BASE, events=(FIRST, replace(SECOND, when=day)), facts=(OPENED, replace(NEXT, when=day)))
    result = Engine(pack).reply(asked, NEW, datetime(2022, 5, 30, tzinfo=UTC)).result
    assert isinstance(result, Answer)
    assert isinstance(result.lead, SpanLead)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2026-09-05T06:00", "06:00"),
        ("2026-03-14T11:00/2026-03-14T15:00", "с 11:00 до 15:00"),
        ("2026-03-14T22:00/2026-03-15T02:00", None),
        ("2026-03-14", None),
        ("../2026-03-14T10:00", None),
    ],
)
def test_clock_of_a_date(when: str, said: str | None) -> None:
    assert clock_text(EdtfDate.parse(when)) == said


def test_clock_of_an_event_is_given_where_no_statement_has_one() -> None:
    second = replace(SECOND, when=EdtfDate.parse("2022-06-05T10:30"))
    base = replace(BASE, events=(FIRST, second), facts=(OPENED,))
    answer = reply(base, "Во сколько откроют второй мост?")
    assert answer is not None
    assert answer.lead == ValueLead(held="10:30")
