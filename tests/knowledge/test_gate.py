"""The gate: replies that an edit would change, lose or no longer refuse."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import diff_bases
from knowledge.facts.model import Fact, FactId
from knowledge.quality.gate import GateReport, Origin, Probe, compare_replies, examples
from knowledge.quality.harm import Harm, Intent, harm_of
from knowledge.quality.kept_replies import ANY_TIME, KeptReplies
from knowledge.quality.turned_answers import is_turned
from knowledge.results import Answer, JointLead, Lead, Polarity, ValueLead, YesNoLead
from tests.knowledge.sample_base import BASE, BOATS, ENVOY, OPENED

BEFORE = KeptReplies(Engine(BASE))
WHEN = Probe(text="Когда открылась первая регата?", origin=Origin.ASKED)
BOATS_ASKED = Probe(text="Сколько лодок было?", origin=Origin.GOLDEN, facts=frozenset({BOATS.id}))
WEATHER = Probe(text="Какой была погода?", origin=Origin.MISS)
FORECAST = Fact(
    id=FactId("weather"),
    says="Погода на регате была ясной.",
    topic="days",
    questions=("Какая была погода?", "Была ли погода ясной?"),
)


def after(*facts: Fact) -> KeptReplies:
    return KeptReplies(Engine(replace(BASE, facts=facts)))


def instead(old: Fact, new: Fact) -> KeptReplies:
    return after(*(new if fact == old else fact for fact in BASE.facts))


def harms(report: GateReport, edited: KeptReplies) -> list[Harm]:
    intent = Intent.of(diff_bases(BASE, edited.engine.base))
    return [harm_of(one, intent) for one in report.changes]


def test_no_edit_gives_an_empty_report() -> None:
    report = compare_replies(BEFORE, BEFORE, [WHEN, BOATS_ASKED, WEATHER])
    assert report.asked == 3
    assert (report.changes, report.newly_missed) == ((), ())


def test_changed_statement_is_a_change_of_the_same_answer() -> None:
    later = replace(OPENED, says="Первая регата прошла в Туле 2 мая 2020 года.")
    edited = instead(OPENED, later)
    report = compare_replies(BEFORE, edited, [WHEN, BOATS_ASKED])
    (change,) = report.changes
    assert change.probe == WHEN
    before, new = change.before.result, change.after.result
    assert isinstance(before, Answer)
    assert isinstance(new, Answer)
    assert (before.shown[0].fact, new.shown[0].fact) == (OPENED, later)
    assert harms(report, edited) == [Harm.CHANGED]


def test_question_that_loses_its_fact_is_lost_unless_the_fact_is_retired() -> None:
    mute = replace(BOATS, says="Их было много.", questions=("Много ли их?",))
    edited = instead(BOATS, mute)
    assert harms(compare_replies(BEFORE, edited, [BOATS_ASKED]), edited) == [Harm.LOST]
    edited = after(*(fact for fact in BASE.facts if fact != BOATS))
    assert harms(compare_replies(BEFORE, edited, [BOATS_ASKED]), edited) == [Harm.RETIRED]


def test_question_of_a_retired_fact_that_another_answers_is_an_alarm_and_not_one_left_unanswered() -> None:
    other = replace(BOATS, id=FactId("later"), says="Лодок было пять.", questions=("Много ли лодок?",))
    both = replace(BASE, facts=(*BASE.facts, other))
    left = replace(BASE, facts=tuple(fact for fact in both.facts if fact != BOATS))
    report = compare_replies(KeptReplies(Engine(both)), KeptReplies(Engine(left)), [BOATS_ASKED])
    (one,) = report.changes
    assert isinstance(one.before.result, Answer), one.before.result
    assert isinstance(one.after.result, Answer), one.after.result
    intent = Intent.of(diff_bases(both, left))
    assert harm_of(one, intent) is Harm.REPLACED
    asked = replace(one, probe=replace(BOATS_ASKED, origin=Origin.ASKED, facts=frozenset()))
    assert harm_of(asked, intent) is Harm.REPLACED, "nobody has said which fact answers it"
    assert Harm.REPLACED.alarms


def test_near_miss_that_is_answered_now_is_opened_and_that_of_a_reader_gained() -> None:
    edited = after(*BASE.facts, FORECAST)
    cold = Probe(text="Какая погода на регате?", origin=Origin.MISS)
    assert harms(compare_replies(BEFORE, edited, [cold]), edited) == [Harm.OPENED]
    asked = replace(cold, origin=Origin.ASKED)
    assert harms(compare_replies(BEFORE, edited, [asked]), edited) == [Harm.GAINED]


def test_miss_that_the_new_fact_has_among_its_examples_is_meant() -> None:
    edited = after(*BASE.facts, replace(FORECAST, questions=(*FORECAST.questions, WEATHER.text)))
    assert harms(compare_replies(BEFORE, edited, [WEATHER]), edited) == [Harm.MEANT]


def test_near_miss_that_is_still_refused_is_no_alarm() -> None:
    """Also where the refusal offers other facts."""
    birthplace = Probe(text="Где родился Жан Мартен?", origin=Origin.MISS)
    edited = instead(ENVOY, replace(ENVOY, says="Посол Франции — Жан Мартен."))
    assert harms(compare_replies(BEFORE, edited, [birthplace]), edited) == [Harm.UNANSWERED]


def test_example_is_asked_as_readers_ask_it_and_apart_as_if_it_were_not_known() -> None:
    alone = replace(FORECAST, questions=("Каким был ветер?",), says="Он был слабым.")
    edited = after(*BASE.facts, alone)
    report = compare_replies(BEFORE, edited, examples(edited.engine.base))
    assert [one.probe.text for one in report.changes] == ["Каким был ветер?"]
    assert harms(report, edited) == [Harm.MEANT]
    assert "Каким был ветер?" in [probe.text for probe in report.missed]
    assert report.newly_missed == ()


def test_a_new_example_that_is_missed_alone_is_no_fault_but_a_fact_that_none_finds_is() -> None:
    """A question of readers in words of its own is worth teaching."""
    taught = replace(BOATS, questions=(*BOATS.questions, "Каким был ветер?"))
    report = compare_replies(BEFORE, instead(BOATS, taught), [])
    assert "Каким был ветер?" in [probe.text for probe in report.missed]
    assert not report.worsens
    hidden = replace(FORECAST, questions=("Каким был ветер?",), says="Он был слабым.")
    assert compare_replies(BEFORE, after(*BASE.facts, hidden), []).worsens


def test_progress_is_reported_after_each_question() -> None:
    reported: list[tuple[int, int]] = []
    compare_replies(BEFORE, BEFORE, [WHEN, WEATHER], lambda done, of: reported.append((done, of)))
    total = 2 + len(examples(BASE))
    assert reported == [(done, total) for done in range(1, total + 1)]


def test_asked_again_without_its_example_a_question_is_answered_as_by_a_new_engine() -> None:
    engine = Engine(BASE)
    for probe in examples(BASE):
        text = probe.text
        turns = [one.reply(text, NEW, ANY_TIME) for one in (engine, engine.without(text), engine)]
        fresh = [
            one.reply(text, NEW, ANY_TIME) for one in (Engine(BASE), Engine(BASE).without(text), Engine(BASE))
        ]
        assert turns == fresh


def moved_regatta() -> tuple[KeptReplies, KeptReplies]:
    """As readers ask in 2021: the first regatta of May 2020 is put off to 2022."""
    now, off = datetime(2021, 1, 1, tzinfo=UTC), EdtfDate.parse("2022-06")
    events = tuple(replace(one, when=off) if one.id in OPENED.about else one for one in BASE.events)
    later = replace(OPENED, says="Первая регата пройдёт в Туле в июне 2022 года.", when=off)
    facts = tuple(later if one == OPENED else one for one in BASE.facts)
    engine = Engine(BASE)
    return KeptReplies(engine, now), KeptReplies(
        engine.edited(replace(BASE, events=events, facts=facts)), now
    )


@pytest.mark.parametrize(
    ("asked", "harm"),
    [
        ("Первая регата уже прошла?", Harm.TURNED),
        ("Первая регата прошла в мае 2020 года?", Harm.TURNED),
        ("Когда прошла первая регата?", Harm.CHANGED),
        ("Где прошла первая регата?", Harm.CHANGED),
    ],
)
def test_an_answer_that_turns_or_loses_its_value_is_an_alarm(asked: str, harm: Harm) -> None:
    before, edited = moved_regatta()
    report = compare_replies(before, edited, [Probe(text=asked, origin=Origin.ASKED)])
    assert harms(report, edited) == [harm]
    assert harm.alarms is (harm is Harm.TURNED)


def test_what_is_off_topic_is_an_alarm_unless_the_base_says_something_new() -> None:
    asked = Probe(text="Первая регата прошла в Туле?", origin=Origin.MISS)
    later = instead(OPENED, replace(OPENED, says="Первая регата прошла в Туле 2 мая 2020 года."))
    assert harms(compare_replies(BEFORE, later, [asked]), later) == [Harm.OPENED]
    taught = instead(BOATS, replace(BOATS, questions=(*BOATS.questions, WEATHER.text)))
    assert harms(compare_replies(BEFORE, taught, [WEATHER]), taught) == [Harm.OPENED]


JUNE = EdtfDate.parse("2022-06")
YES, NO = YesNoLead(polarity=Polarity.YES), YesNoLead(polarity=Polarity.NO, held="в Калуге")
DAY, MONTH = ValueLead(held="1 мая"), ValueLead(held=JUNE, missing="day")
PLANNED = YesNoLead(polarity=Polarity.PLANNED, held=JUNE)


@pytest.mark.parametrize(
    ("before", "after", "turned"),
    [
        (YES, NO, True),
        (YES, replace(YES, held="в Туле"), False),
        (YES, None, True),
        (DAY, None, True),
        (DAY, PLANNED, True),
        (DAY, MONTH, True),
        (MONTH, DAY, False),
        (MONTH, replace(MONTH, held="июль"), False),
        (None, NO, False),
        (JointLead(leads=(YES, DAY)), JointLead(leads=(NO, DAY)), True),
    ],
)
def test_what_the_first_line_says_is_compared_without_its_value(
    before: Lead | None, after: Lead | None, turned: bool
) -> None:
    old, new = (Answer(rule="answer", confidence=1.0, lead=lead) for lead in (before, after))
    assert is_turned(old, new, date(2021, 1, 1)) is turned


def test_what_was_ahead_is_so_no_more() -> None:
    old, new = (
        Answer(rule="answer", confidence=1.0, lead=replace(PLANNED, held=EdtfDate.parse(held)))
        for held in ("2022-06", "2020-06")
    )
    assert is_turned(old, new, date(2021, 1, 1))
    assert not is_turned(old, old, date(2021, 1, 1))
