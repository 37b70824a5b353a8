"""The demo's clock, which two processes share, and how far its buttons move it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo.clock import SharedClock
from bot.demo.time_steps import Steps

MOSCOW = ZoneInfo("Europe/Moscow")
START = datetime(2015, 12, 3, 10, 0, tzinfo=MOSCOW)
REMINDER = datetime(2016, 5, 1, 10, 0, tzinfo=MOSCOW)


class SystemTime:
    """A system clock that a test moves on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def system() -> SystemTime:
    return SystemTime()


@pytest.fixture
def clock(tmp_path: Path, system: SystemTime) -> SharedClock:
    return SharedClock.create(tmp_path / "clock", START, system)


def test_the_clock_goes_on_from_its_start(clock: SharedClock, system: SystemTime) -> None:
    assert clock() == START
    system.now += timedelta(minutes=5)
    assert clock() == START + timedelta(minutes=5)


def test_a_move_is_seen_by_whoever_has_opened_the_same_file(
    clock: SharedClock, system: SystemTime, tmp_path: Path
) -> None:
    other = SharedClock(tmp_path / "clock", system)
    assert clock.move(REMINDER)
    assert other() == REMINDER


def test_the_clock_is_never_moved_back(clock: SharedClock) -> None:
    assert not clock.move(START - timedelta(seconds=1))
    assert clock() == START


async def next_reminder(after: datetime) -> datetime | None:
    return REMINDER if after < REMINDER else None


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("hour", "2015-12-03T11:00"),
        ("day", "2015-12-04T10:00"),
        ("week", "2015-12-10T10:00"),
        ("month", "2016-01-02T10:00"),
        ("reminder", "2016-05-01T10:00"),
    ],
)
async def test_steps_lead_to_the_morning_when_reminders_come(
    clock: SharedClock, step: str, expected: str
) -> None:
    target = await Steps(clock, MOSCOW, next_reminder).target(step)
    assert target is not None
    assert target.astimezone(MOSCOW).strftime("%Y-%m-%dT%H:%M") == expected


async def test_there_is_no_step_to_a_reminder_after_the_last(clock: SharedClock) -> None:
    clock.move(REMINDER)
    assert await Steps(clock, MOSCOW, next_reminder).target("reminder") is None


def test_a_typed_moment_is_in_the_zone_of_the_demo(clock: SharedClock) -> None:
    typed = Steps(clock, MOSCOW, next_reminder).in_zone(datetime.fromisoformat("2016-05-01T10:00"))
    assert typed == REMINDER
