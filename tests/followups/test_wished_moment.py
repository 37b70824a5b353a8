"""When a reminder asked for in words is due: on a day, before the event, some time from now."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.followups.schedule import passes_at
from bot.followups.wished_moment import example_day, wished_moment
from bot.replies.followups.reminder_refusals import Obstacle
from knowledge.facts.dates import EdtfDate
from knowledge.facts.partial_date import PartialDate
from knowledge.results import Duration, WishedReminder

MOSCOW, URALS = ZoneInfo("Europe/Moscow"), ZoneInfo("Asia/Yekaterinburg")
NOW = datetime(2027, 5, 1, 12, tzinfo=MOSCOW)
"""A Saturday; in the Urals it is 14:00."""
DAY, HOUR = 24 * 60 * 60, 60 * 60
OF_DAY, OF_HOUR, OF_MONTH, LATER = "2027-06-14", "2027-06-14T10:00", "2027-06", "2030-01-01"


def moment(wish: WishedReminder, when: str, now: datetime = NOW, zone: ZoneInfo = URALS) -> object:
    found = wished_moment(wish, EdtfDate.parse(when), time(10), zone, MOSCOW, now)
    if isinstance(found, Obstacle):
        return found
    assert found.tzinfo is UTC
    return found.astimezone(zone).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("wish", "when", "expected"),
    [
        (WishedReminder(in_days=0, clock=15 * 60), OF_DAY, "2027-05-01 15:00"),
        (WishedReminder(in_days=1, clock=9 * 60 + 30), OF_DAY, "2027-05-02 09:30"),
        (WishedReminder(in_days=1, clock=24 * 60), OF_DAY, "2027-05-02 00:00"),
        (WishedReminder(weekday=0), OF_DAY, "2027-05-03 10:00"),
        (WishedReminder(weekday=4), OF_DAY, "2027-05-07 10:00"),
        (WishedReminder(weekday=5), OF_DAY, "2027-05-08 10:00"),
        (WishedReminder(date=PartialDate(None, 5, 20)), OF_DAY, "2027-05-20 10:00"),
        (WishedReminder(date=PartialDate(None, 5, 1), clock=15 * 60), OF_DAY, "2027-05-01 15:00"),
        (WishedReminder(date=PartialDate(None, 4, 20)), LATER, "2028-04-20 10:00"),
        (WishedReminder(date=PartialDate(None, 2, 29)), LATER, "2028-02-29 10:00"),
        (WishedReminder(date=PartialDate(2029, 4, 20)), LATER, "2029-04-20 10:00"),
        # A day that does not exist names none: the event's own is left.
        (WishedReminder(date=PartialDate(2027, 2, 29)), OF_DAY, "2027-06-14 10:00"),
        (WishedReminder(clock=9 * 60), OF_DAY, "2027-06-14 09:00"),
        (WishedReminder(before=Duration(seconds=3 * DAY)), OF_DAY, "2027-06-11 10:00"),
        (WishedReminder(before=Duration(months=1), clock=8 * 60), OF_DAY, "2027-05-14 08:00"),
        (WishedReminder(before=Duration(months=1)), "2028-03-31", "2028-02-29 10:00"),
        (WishedReminder(before=Duration(months=6)), "2028-01-31", "2027-07-31 10:00"),
        # Of a month, a season or a year the menu counts from the first day as well.
        (WishedReminder(before=Duration(seconds=3 * DAY)), OF_MONTH, "2027-05-29 10:00"),
        (WishedReminder(clock=9 * 60, date=PartialDate(None, 6, None)), OF_MONTH, "2027-06-01 09:00"),
        (WishedReminder(before=Duration(months=1)), "2028-24", "2028-11-01 10:00"),
        (WishedReminder(before=Duration(seconds=7 * DAY)), "2028", "2027-12-25 10:00"),
        (WishedReminder(before=Duration(seconds=2 * HOUR)), OF_HOUR, "2027-06-14 10:00"),
        (WishedReminder(after=Duration(seconds=2 * HOUR)), OF_DAY, "2027-05-01 16:00"),
        (WishedReminder(after=Duration(months=1)), OF_DAY, "2027-06-01 14:00"),
        (WishedReminder(after=Duration(months=8)), LATER, "2028-01-01 14:00"),
    ],
)
def test_a_wish_names_a_moment_in_the_readers_zone(wish: WishedReminder, when: str, expected: str) -> None:
    assert moment(wish, when) == expected


@pytest.mark.parametrize(
    ("wish", "when", "obstacle"),
    [
        (WishedReminder(in_days=0, clock=14 * 60), OF_DAY, Obstacle.PAST),
        (WishedReminder(date=PartialDate(2026, 5, 20)), OF_DAY, Obstacle.PAST),
        (WishedReminder(before=Duration(months=2)), OF_DAY, Obstacle.PAST),
        (WishedReminder(before=Duration(months=9_999 * 12)), OF_DAY, Obstacle.PAST),
        (WishedReminder(in_days=60), OF_DAY, Obstacle.TOO_LATE),
        (WishedReminder(after=Duration(months=9_999 * 12)), OF_DAY, Obstacle.TOO_LATE),
        (WishedReminder(before=Duration(seconds=2 * HOUR)), OF_MONTH, Obstacle.NO_DAY),
        (WishedReminder(before=Duration(seconds=3 * DAY)), "../2027-06-14", Obstacle.NO_DAY),
        (WishedReminder(before=Duration(seconds=2 * HOUR)), OF_DAY, Obstacle.NO_CLOCK),
    ],
)
def test_a_wish_that_cannot_be_kept_has_a_reason(wish: WishedReminder, when: str, obstacle: Obstacle) -> None:
    assert moment(wish, when) is obstacle


def test_the_moment_at_which_an_event_has_passed_is_too_late() -> None:
    passes = passes_at(EdtfDate.parse(OF_DAY), MOSCOW)
    left = int((passes - NOW).total_seconds())
    assert moment(WishedReminder(after=Duration(seconds=left)), OF_DAY) is Obstacle.TOO_LATE
    assert moment(WishedReminder(after=Duration(seconds=left - 60)), OF_DAY) == "2027-06-15 01:59"


def test_hours_pass_alike_where_the_clocks_change() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    now = datetime(2027, 3, 28, 1, 30, tzinfo=berlin)
    assert moment(WishedReminder(after=Duration(seconds=HOUR)), OF_DAY, now, berlin) == "2027-03-28 03:30"


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (None, date(2027, 5, 8)),
        (PartialDate(None, 6), date(2027, 6, 1)),
        (PartialDate(None, 5), date(2027, 5, 2)),
        (PartialDate(None, 4), date(2028, 4, 1)),
        (PartialDate(None, 22), date(2027, 6, 1)),
        (PartialDate(2029), date(2029, 1, 1)),
        (PartialDate(2020), date(2027, 5, 8)),
    ],
)
def test_the_example_is_a_day_ahead_within_what_is_named(named: PartialDate | None, expected: date) -> None:
    assert example_day(WishedReminder(vague="потом", date=named), date(2027, 5, 1)) == expected
