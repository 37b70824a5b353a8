"""The planner on fakes: which reminders it adds for a schedule, and which notices it fans out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.followups.planner import HORIZON, Planner
from bot.records.change_notices import ChangeNotice
from bot.records.subscriptions import DatedEvent, PlannedSchedule, Reminder, Schedule
from tests.followups.harness import DEFAULT, at

EPOCH = at("1970-01-01 03:00")
NOW = at("2027-06-12 12:00")
"""Two days before the event: «за день» falls due within the horizon, «за неделю» is over."""
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@dataclass
class FakePlans:
    """One event with one schedule. `added` and `closed` have the calls."""

    until: datetime | None = None
    is_closed: bool = False
    since: datetime = EPOCH
    when: str = "2027-06-14"
    added: list[list[str]] = field(default_factory=list)
    closed: int = 0

    async def events(self) -> Sequence[DatedEvent]:
        return [DatedEvent(id="dialogue-2", plan=1, since=self.since, when=self.when)]

    async def schedules(self, event: DatedEvent) -> Sequence[PlannedSchedule]:
        return [PlannedSchedule(id=5, schedule=DEFAULT, until=self.until, closed=self.is_closed)]

    async def add_reminders(
        self,
        event: DatedEvent,
        schedule_id: int,
        reminders: Sequence[Reminder],
        now: datetime,
        until: datetime,
    ) -> int:
        assert (schedule_id, until) == (5, now + HORIZON)
        self.added.append([str(reminder.what) for reminder in reminders])
        return len(reminders)

    async def close(self, event: DatedEvent, schedule_id: int, at: datetime, ends: datetime) -> int:
        self.closed += 1
        return 1


@dataclass
class FakeNotices:
    notices: Sequence[ChangeNotice] = ()
    unsent: int = 0
    cancelled: list[int] = field(default_factory=list)
    fanned_out: list[tuple[int, int, Mapping[int, datetime]]] = field(default_factory=list)

    async def pending(self) -> Sequence[ChangeNotice]:
        return self.notices

    async def count_unsent(self, at_most: int) -> int:
        return min(self.unsent, at_most)

    async def next_batch(self, notice: ChangeNotice, limit: int) -> tuple[int, Mapping[int, Schedule]]:
        return 70, {5: DEFAULT}

    async def fan_out(self, notice: ChangeNotice, last: int, due: Mapping[int, datetime]) -> int:
        self.fanned_out.append((notice.id, last, due))
        return 1

    async def cancel_stale(self, notice: ChangeNotice, at: datetime, limit: int) -> int:
        self.cancelled.append(notice.id)
        return 0


def notice(number: int, *, done: bool = False, swept: bool = False) -> ChangeNotice:
    return ChangeNotice(
        id=number,
        kind="event",
        subject_id="dialogue-2",
        version=2,
        revision=2,
        reached=0,
        done=done,
        swept=swept,
    )


async def plan(plans: FakePlans, now: datetime = NOW) -> int:
    return await Planner(plans, FakeNotices()).step(now)


@pytest.mark.parametrize(
    ("plans", "added"),
    [
        pytest.param(FakePlans(), [["month", "week", "day", "same"]], id="new schedule"),
        pytest.param(FakePlans(since=NOW - HOUR), [["day", "same"]], id="new date"),
        pytest.param(FakePlans(until=NOW), [["day", "same"]], id="planned up to now"),
        pytest.param(FakePlans(until=NOW + 45 * HOUR), [["same"]], id="horizon moved on"),
        pytest.param(FakePlans(until=NOW + HORIZON - MINUTE), [], id="planned a minute ago"),
        pytest.param(FakePlans(until=NOW + HORIZON + 9 * MINUTE), [], id="other worker's clock is ahead"),
        pytest.param(
            FakePlans(until=NOW + HORIZON + 11 * MINUTE, since=NOW), [["day", "same"]], id="clock went back"
        ),
        pytest.param(
            FakePlans(until=NOW, is_closed=True, since=NOW - 200 * HOUR),
            [["week", "day", "same"]],
            id="clock went back to before the event",
        ),
        pytest.param(FakePlans(since=NOW + 100 * HOUR), [["day", "same"]], id="date set by a clock ahead"),
    ],
)
async def test_a_schedule_is_planned_up_to_the_horizon(plans: FakePlans, added: list[list[str]]) -> None:
    assert await plan(plans) == sum(map(len, added))
    assert (plans.added, plans.closed) == (added, 0)


async def test_a_passed_event_is_closed_once() -> None:
    passed = at("2027-06-15 00:00")
    plans = FakePlans(until=passed)
    assert await plan(plans, passed) == 1
    assert (plans.added, plans.closed) == ([], 1)
    plans.is_closed = True
    assert await plan(plans, passed) == 0
    assert (plans.added, plans.closed) == ([], 1)


async def test_a_notice_is_swept_and_fanned_out_until_both_are_done() -> None:
    notices = FakeNotices([notice(1), notice(2, done=True), notice(3, swept=True)])
    await Planner(FakePlans(until=NOW + HORIZON), notices).step(NOW)
    assert notices.cancelled == [1, 2]
    assert [(number, last) for number, last, _ in notices.fanned_out] == [(1, 70), (3, 70)]


@pytest.mark.parametrize(
    ("now", "due"), [("2027-06-12 12:00", "2027-06-12 12:00"), ("2027-06-12 23:30", "2027-06-13 08:00")]
)
async def test_a_change_is_due_after_quiet_hours(now: str, due: str) -> None:
    notices = FakeNotices([notice(1)])
    await Planner(FakePlans(until=at(now) + HORIZON), notices).step(at(now))
    assert notices.fanned_out[0][2] == {5: at(due)}


async def test_no_more_changes_are_fanned_out_while_many_are_unsent() -> None:
    notices = FakeNotices([notice(1)], unsent=5000)
    await Planner(FakePlans(until=NOW + HORIZON), notices).step(NOW)
    assert notices.fanned_out == []
    notices.unsent = 4999
    await Planner(FakePlans(until=NOW + HORIZON), notices).step(NOW)
    assert len(notices.fanned_out) == 1
