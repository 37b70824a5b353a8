"""Property: with any edits, clock changes, crashes and restarts each due reminder is sent exactly once."""

from __future__ import annotations

import asyncio
import atexit
import os
import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st

from bot.followups.planner import HORIZON
from bot.followups.schedule import passes_at, reminders_of
from bot.records.outbox import MessageKind
from bot.records.subscriptions import Subscription, Target
from bot.storage.connection import schema
from bot.storage.connection.database import Database
from knowledge.facts.dates import EdtfDate
from tests.followups.harness import MOSCOW, FollowUpsHarness, at, base
from tests.hypothesis_profiles import max_examples

DATES = ("2027-06-14", "2027-06-16", "2027-06", "2027-07-20")
FOLLOW, EDIT, SNOOZE, STEP = "follow", "edit", "snooze", "step"
BACK, RESTART, CRASH = "back", "restart", "crash"
ACTIONS = st.one_of(
    st.tuples(st.just(FOLLOW), st.integers(1, 3)),
    st.tuples(st.just(EDIT), st.integers(0, len(DATES) - 1)),
    st.tuples(st.just(SNOOZE), st.sampled_from([1, 24])),
    st.tuples(st.just(STEP), st.sampled_from([1, 9, 24, 60, 200])),
    st.tuples(st.just(BACK), st.sampled_from([1, 30, 700])),
    st.tuples(st.just(RESTART), st.just(0)),
    st.tuples(st.just(CRASH), st.just(0)),
)
Key = tuple[int, str, datetime]


class Oracle:
    """The reminders that must be sent, computed naively: for each follower separately, step by step."""

    def __init__(self) -> None:
        self.when = DATES[0]
        self.plan = 1
        self.since: dict[int, tuple[Subscription, datetime]] = {}
        self.dated = at("2000-01-01 00:00")
        self.expected: set[Key] = set()
        self.latest = at("2000-01-01 00:00")
        self.ahead: set[int] = set()

    def pass_time(self, now: datetime) -> None:
        """Add what has fallen due up to `now`. A clock that went back adds nothing."""
        self.latest = max(self.latest, now)
        for chat, (subscription, since) in self.since.items():
            for reminder in reminders_of(subscription.schedule, EdtfDate.parse(self.when)):
                began = max(since, self.dated)
                if began <= reminder.at <= now and reminder.at > self.dated:
                    self.expected.add((chat, f"{self.plan} {reminder.what}", reminder.at))

    def go_back(self, now: datetime) -> None:
        """A subscription or a date set by a clock far ahead may get reminders; none are expected."""
        far = now + HORIZON
        self.ahead |= {chat for chat, (_, at) in self.since.items() if at > far or self.dated > far}


async def _run(actions: list[tuple[str, int]], folder: Path) -> None:
    database = Database(f"sqlite:///{shutil.copy(await _template(), folder / 'once.db')}")
    followups, oracle = FollowUpsHarness(database, "2027-06-01 12:00"), Oracle()
    await followups.seed(base(DATES[0]))
    try:
        for action, argument in actions:
            await _act(followups, oracle, action, argument)
        followups.clock.now = max(followups.clock.now, oracle.latest)
        await _send_all(followups, oracle)
        _check(followups, oracle)
    finally:
        await database.close()


async def _act(followups: FollowUpsHarness, oracle: Oracle, action: str, argument: int) -> None:
    now = followups.clock.now
    if action == FOLLOW and argument not in oracle.since:
        oracle.since[argument] = (await followups.follow(argument, Target.EVENT), now)
    elif action == EDIT and DATES[argument] != oracle.when:
        await followups.edit_event(when=EdtfDate.parse(DATES[argument]))
        oracle.when, oracle.dated, oracle.plan = DATES[argument], now, oracle.plan + 1
    elif action == SNOOZE and followups.telegram.messages:
        await followups.chosen_reminders.snooze(
            followups.telegram.messages[-1].chat_id,
            followups.telegram.messages[-1].id,
            timedelta(hours=argument),
        )
    elif action == STEP:
        followups.clock.now += timedelta(hours=argument)
        await _send_all(followups, oracle)
    elif action == BACK:
        followups.clock.now -= timedelta(hours=argument)
        oracle.go_back(followups.clock.now)
        await _send_all(followups, oracle)
    elif action == RESTART:
        followups.restart()
    elif action == CRASH:
        # A worker plans, and crashes before it sends.
        await followups.planner.step(now)
        followups.restart()


async def _send_all(followups: FollowUpsHarness, oracle: Oracle) -> None:
    oracle.pass_time(followups.clock.now)
    # Sending before planning must be harmless.
    await followups.send_due()
    await followups.plan_and_send()


def _check(followups: FollowUpsHarness, oracle: Oracle) -> None:
    kinds = {MessageKind.MONTH, MessageKind.WEEK, MessageKind.DAY, MessageKind.SAME}
    sent = [
        (message.chat_id, f"{message.version} {message.what}", message.due_at)
        for message in followups.telegram.messages
        if message.what in kinds
    ]
    assert len(sent) == len(set(sent)), "sent twice"
    got_passed = {
        message.chat_id for message in followups.telegram.messages if message.what is MessageKind.PASSED
    }
    over = passes_at(EdtfDate.parse(oracle.when), MOSCOW)
    missing = {key for key in oracle.expected if key not in sent}
    for chat, what, due in missing:
        assert chat in got_passed, f"lost: {chat} {what} {due}, over at {over}"
    extra = {key for key in set(sent) - oracle.expected if key[0] not in oracle.ahead}
    assert not extra, f"nobody expects {extra}"


async def _template() -> Path:
    """A migrated database file, created once per run: migrating takes longer than most examples."""
    path = Path(tempfile.gettempdir()) / f"spravka-once-{os.getpid()}.db"
    if not path.exists():
        database = Database(f"sqlite:///{path}")
        await schema.upgrade(database)
        await database.close()
        atexit.register(path.unlink)
    return path


@example(actions=[(STEP, 60), (STEP, 60), (EDIT, 3), (STEP, 24)])
@example(actions=[(STEP, 60), (STEP, 60), (CRASH, 0), (FOLLOW, 2), (STEP, 24), (BACK, 30), (STEP, 60)])
@example(actions=[(STEP, 200), (STEP, 200), (STEP, 200), (BACK, 700), (FOLLOW, 2), (STEP, 200), (STEP, 200)])
@example(actions=[(STEP, 1), (BACK, 700)])
@example(actions=[(STEP, 1), (BACK, 700), (FOLLOW, 2), (STEP, 1), (EDIT, 1)])
@given(actions=st.lists(ACTIONS, max_size=14))
@max_examples(12, HealthCheck.too_slow)
def test_each_due_reminder_is_sent_exactly_once(actions: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_run([(FOLLOW, 1), *actions], Path(folder)))
