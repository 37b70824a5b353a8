"""The gate: replies that an edit would change, lose or no longer refuse."""

from __future__ import annotations

from dataclasses import replace

from knowledge.engine import Engine
from knowledge.facts.model import Fact, FactId
from knowledge.quality.gate import Origin, Probe, compare_replies, examples
from knowledge.results import Answer, Refusal
from tests.knowledge.sample_base import BASE, BOATS, ENVOY, OPENED

BEFORE = Engine(BASE)
WHEN = Probe(text="Когда открылась первая регата?", origin=Origin.ASKED)
BOATS_ASKED = Probe(text="Сколько лодок было?", origin=Origin.GOLDEN, facts=frozenset({BOATS.id}))
WEATHER = Probe(text="Какой была погода?", origin=Origin.MISS)
FORECAST = Fact(
    id=FactId("weather"),
    says="Погода на регате была ясной.",
    topic="days",
    questions=("Какая была погода?", "Была ли погода ясной?"),
)


def after(*facts: Fact) -> Engine:
    return Engine(replace(BASE, facts=facts))


def test_no_edit_gives_an_empty_report() -> None:
    report = compare_replies(BEFORE, BEFORE, [WHEN, BOATS_ASKED, WEATHER, *examples(BASE)])
    assert report.asked == 3 + len(examples(BASE))
    assert (report.shifts, report.lost, report.opened) == ((), (), ())


def test_changed_statement_is_a_shift() -> None:
    later = replace(OPENED, says="Первая регата прошла в Туле 2 мая 2020 года.")
    report = compare_replies(
        BEFORE, after(*(later if fact == OPENED else fact for fact in BASE.facts)), [WHEN, BOATS_ASKED]
    )
    (shift,) = report.shifts
    assert shift.probe == WHEN
    assert isinstance(shift.before, Answer)
    assert isinstance(shift.after, Answer)
    assert (shift.before.shown[0].fact, shift.after.shown[0].fact) == (OPENED, later)


def test_question_that_loses_its_fact_is_lost_unless_the_fact_is_retired() -> None:
    mute = replace(BOATS, says="Их было много.", questions=("Много ли их?",))
    report = compare_replies(
        BEFORE, after(*(mute if fact == BOATS else fact for fact in BASE.facts)), [BOATS_ASKED]
    )
    assert report.lost == (BOATS_ASKED,)
    report = compare_replies(BEFORE, after(*(fact for fact in BASE.facts if fact != BOATS)), [BOATS_ASKED])
    assert report.lost == ()
    assert report.shifts


def test_near_miss_that_is_answered_now_is_opened() -> None:
    report = compare_replies(BEFORE, after(*BASE.facts, FORECAST), [WEATHER])
    (shift,) = report.opened
    assert isinstance(shift.before, Refusal)
    assert not isinstance(shift.after, Refusal)


def test_near_miss_that_is_still_refused_is_not_opened() -> None:
    """Also where the refusal offers other facts."""
    birthplace = Probe(text="Где родился Жан Мартен?", origin=Origin.MISS)
    retitled = replace(ENVOY, says="Посол Франции — Жан Мартен.")
    report = compare_replies(
        BEFORE, after(*(retitled if fact == ENVOY else fact for fact in BASE.facts)), [birthplace]
    )
    (shift,) = report.shifts
    assert isinstance(shift.before, Refusal)
    assert isinstance(shift.after, Refusal)
    assert report.opened == ()


def test_question_of_a_reader_may_be_answered_now() -> None:
    forecast = Probe(text=WEATHER.text, origin=Origin.ASKED)
    report = compare_replies(BEFORE, after(*BASE.facts, FORECAST), [forecast])
    assert len(report.shifts) == 1
    assert report.opened == ()


def test_example_is_left_out_before_it_is_asked() -> None:
    alone = replace(FORECAST, questions=("Каким был ветер?",), says="Он был слабым.")
    new = after(*BASE.facts, alone)
    probes = [probe for probe in examples(new.base) if alone.id in probe.facts]
    report = compare_replies(BEFORE, new, probes)
    assert [probe.text for probe in report.missed] == ["Каким был ветер?"]
    assert report.lost == ()


def test_progress_is_reported_after_each_question() -> None:
    reported: list[tuple[int, int]] = []
    compare_replies(BEFORE, BEFORE, [WHEN, WEATHER], lambda done, of: reported.append((done, of)))
    assert reported == [(1, 2), (2, 2)]
