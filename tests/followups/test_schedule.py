"""When reminders fall due: precision of dates, quiet hours, zones, summer time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.followups.quiet_hours import QuietHours, not_before, on_day
from bot.followups.reminder_rule import KINDS, ReminderRule
from bot.followups.schedule import offered_kinds, passes_at, reminders_between, reminders_of
from bot.records.outbox import MessageKind
from bot.records.subscriptions import Schedule
from knowledge.facts.dates import EdtfDate

ZONES = (
    "Europe/Moscow",
    "Asia/Vladivostok",
    "America/New_York",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Europe/Paris",
)


def schedule(
    rule: str = "month,week,day,same@10:00", zone: str = "Europe/Moscow", quiet: str = "22:00-08:00"
) -> Schedule:
    return Schedule(rule=rule, zone=zone, quiet=quiet)


def local(found: tuple[object, ...], zone: str = "Europe/Moscow") -> list[str]:
    return [f"{m.what} {m.at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}" for m in found]  # type: ignore[attr-defined]  # Moments


def test_a_month_has_reminders_a_month_before_and_at_its_start() -> None:
    found = reminders_of(schedule(), EdtfDate.parse("2016-06"))
    assert local(found) == ["month 2016-05-01 10:00", "same 2016-06-01 10:00"]


def test_an_exact_day_has_all_four_reminders() -> None:
    found = reminders_of(schedule(), EdtfDate.parse("2027-03-31"))
    assert local(found) == [
        "month 2027-02-28 10:00",
        "week 2027-03-24 10:00",
        "day 2027-03-30 10:00",
        "same 2027-03-31 10:00",
    ]


@pytest.mark.parametrize(
    ("when", "kinds"),
    [
        ("2016", [MessageKind.MONTH, MessageKind.SAME]),
        ("2025-22", [MessageKind.MONTH, MessageKind.SAME]),
        ("2023-08-02/2023-08-05", list(KINDS)),
        ("../2015-12-01", []),
    ],
)
def test_only_kinds_that_the_date_is_precise_enough_for_are_offered(
    when: str, kinds: list[MessageKind]
) -> None:
    assert list(offered_kinds(EdtfDate.parse(when))) == kinds
    assert offered_kinds(None) == ()


def test_a_year_has_reminders_in_december_and_at_its_start() -> None:
    assert local(reminders_of(schedule(), EdtfDate.parse("2027"))) == [
        "month 2026-12-01 10:00",
        "same 2027-01-01 10:00",
    ]


@pytest.mark.parametrize(
    ("at", "comes"),
    [
        ("07:30", "2027-06-13 08:00"),
        ("22:00", "2027-06-13 21:59"),
        ("23:30", "2027-06-13 21:59"),
        ("21:59", "2027-06-13 21:59"),
    ],
)
def test_quiet_hours_move_a_reminder_within_its_day(at: str, comes: str) -> None:
    found = reminders_of(schedule(rule=f"day@{at}"), EdtfDate.parse("2027-06-14"))
    assert local(found) == [f"day {comes}"]


def test_no_quiet_hours_leave_the_time_alone() -> None:
    assert local(reminders_of(schedule(rule="same@03:00", quiet=""), EdtfDate.parse("2027-06-14"))) == [
        "same 2027-06-14 03:00"
    ]


def test_the_local_time_is_kept_over_a_change_to_summer_time() -> None:
    zone = "America/New_York"
    found = reminders_of(schedule(rule="week,same@10:00", zone=zone), EdtfDate.parse("2027-03-14"))
    assert local(found, zone) == ["week 2027-03-07 10:00", "same 2027-03-14 10:00"]
    assert (found[1].at - found[0].at) == timedelta(days=7, hours=-1)


def test_a_skipped_time_moves_after_the_gap_and_a_repeated_one_is_its_first() -> None:
    paris = ZoneInfo("Europe/Paris")
    assert on_day(date(2027, 3, 28), time(2, 30), paris, None) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert on_day(date(2027, 10, 31), time(2, 30), paris, None) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_an_event_passes_at_local_midnight() -> None:
    when = EdtfDate.parse("2027-06")
    assert passes_at(when, ZoneInfo("Asia/Vladivostok")) == datetime(2027, 6, 30, 14, tzinfo=UTC)
    assert passes_at(when, ZoneInfo("Europe/Moscow")) == datetime(2027, 6, 30, 21, tzinfo=UTC)


def test_a_notice_waits_for_the_end_of_the_quiet_hours() -> None:
    moscow, quiet = ZoneInfo("Europe/Moscow"), QuietHours.parse("22:00-08:00")
    night = datetime(2027, 6, 13, 23, 15, tzinfo=moscow)
    assert not_before(night, moscow, quiet) == datetime(2027, 6, 14, 8, tzinfo=moscow)
    assert not_before(night + timedelta(hours=5), moscow, quiet) == datetime(2027, 6, 14, 8, tzinfo=moscow)
    assert not_before(night - timedelta(hours=5), moscow, quiet) == night - timedelta(hours=5)


def test_the_interval_excludes_its_start_and_includes_its_end() -> None:
    when = EdtfDate.parse("2027-06-14")
    start, end = (moment.at for moment in reminders_of(schedule(rule="day,same@10:00"), when))
    assert [m.what for m in reminders_between(schedule(), when, start, end)] == [MessageKind.SAME]
    assert [m.what for m in reminders_between(schedule(), when, start - timedelta(seconds=1), start)] == [
        MessageKind.DAY
    ]


@pytest.mark.parametrize("text", ["month,nonsense@10:00", "changed@10:00", "month@25:00", "month"])
def test_a_malformed_rule_raises(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each parser has its own message
        ReminderRule.parse(text)


def test_a_rule_may_be_empty() -> None:
    empty = ReminderRule(kinds=(), at=time(10))
    assert ReminderRule.parse(str(empty)) == empty
    assert empty.toggled(MessageKind.DAY).toggled(MessageKind.MONTH).kinds == (
        MessageKind.MONTH,
        MessageKind.DAY,
    )


@given(
    kinds=st.sets(st.sampled_from(KINDS)),
    at=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    zone=st.sampled_from(ZONES),
    quiet=st.one_of(
        st.just(""),
        st.tuples(st.integers(0, 23), st.integers(0, 23)).map(lambda p: f"{p[0]:02}:00-{p[1]:02}:30"),
    ),
    day=st.dates(date(1990, 1, 1), date(2060, 12, 31)),
)
def test_reminders_are_ordered_on_their_days_and_outside_quiet_hours(
    kinds: set[MessageKind], at: time, zone: str, quiet: str, day: date
) -> None:
    rule = ReminderRule(kinds=tuple(kind for kind in KINDS if kind in kinds), at=at)
    assert ReminderRule.parse(str(rule)) == rule
    found = reminders_of(Schedule(rule=str(rule), zone=zone, quiet=quiet), EdtfDate.parse(day.isoformat()))
    assert [moment.what for moment in found] == list(rule.kinds)
    assert sorted(moment.at for moment in found) == [moment.at for moment in found]
    hours = QuietHours.parse(quiet)
    for moment in found:
        there = moment.at.astimezone(ZoneInfo(zone))
        assert there.date() <= day
        # At a change to summer time the hour after the gap may be quiet.
        if hours is not None and ZoneInfo(zone).dst(there) == ZoneInfo(zone).dst(there - timedelta(hours=3)):
            assert not hours.holds(there.time()) or hours.start <= time(0, 1)


def test_a_month_before_february_is_january() -> None:
    found = reminders_of(schedule("month@10:00"), EdtfDate.parse("2027-02-10"))
    assert local(found) == ["month 2027-01-10 10:00"]


def test_no_date_and_dates_at_the_ends_of_the_calendar_have_no_reminders() -> None:
    assert reminders_of(schedule(), None) == ()
    for when in ("0001-06-14", "9999-06-14"):
        assert reminders_of(schedule(), EdtfDate.parse(when)) == ()
    assert len(reminders_of(schedule(zone="UTC"), EdtfDate.parse("0002-06-14"))) == len(KINDS)
    assert passes_at(EdtfDate.parse("9999-12-31"), ZoneInfo("Europe/Moscow")) == datetime.max.replace(
        tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("quiet", "hours"),
    [
        ("13:00-15:00", {13, 14}),
        ("22:00-02:00", {22, 23, 0, 1}),
        ("08:00-08:00", set()),
    ],
)
def test_quiet_hours_hold_from_their_start_up_to_their_end(quiet: str, hours: set[int]) -> None:
    found = QuietHours.parse(quiet)
    assert found is not None
    assert str(found) == quiet
    assert {hour for hour in range(24) if found.holds(time(hour))} == hours


def test_a_kind_of_reminder_is_left_out_or_toggled() -> None:
    rule = ReminderRule.parse("month,day@10:00")
    assert str(rule.without(MessageKind.DAY)) == "month@10:00"
    assert str(rule.without(MessageKind.WEEK)) == "month,day@10:00"
    assert str(rule.toggled(MessageKind.WEEK)) == "month,week,day@10:00"
    assert str(rule.toggled(MessageKind.DAY)) == "month@10:00"
