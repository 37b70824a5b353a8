"""`python -m tests.soak.move`: moves an event with 1,000,000 followers, far ahead and within the horizon."""

from __future__ import annotations

import argparse
import asyncio
import resource
import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from bot.followups.planner import Planner
from bot.storage.connection.database import Database
from bot.storage.fact_base.base_store import RevisionInfo, StoredBase
from bot.storage.followups.change_notices import StoredChangeNotices
from bot.storage.followups.reminder_plans import StoredReminderPlans
from bot.storage.tables import outbox, subjects
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import Change
from knowledge.facts.model import EventId
from knowledge.facts.pack import load_pack
from knowledge.facts.serialization import EntityKind, Key
from tests.soak.population import filled_database
from tests.soak.trial import EVENT, PACK

FOLLOWERS = 1_000_000
FAR_LIMIT, NEAR_LIMIT = 1.0, 20.0
SINCE = datetime.fromisoformat("2016-06-12T12:00:00+03:00")
FAR = datetime.fromisoformat("2016-06-12T12:30:00+03:00")
NEAR = datetime.fromisoformat("2016-06-13T12:00:00+03:00")


@dataclass(frozen=True, slots=True)
class Step:
    """Seconds to publish and replan, outbox rows planned after it, MB gained by the process."""

    name: str
    seconds: float
    rows: int
    gained: float


async def run(followers: int) -> list[Step]:
    files = load_pack(PACK)
    async with filled_database("spravka_move", files, EVENT, followers, SINCE) as address:
        database = Database(address)
        try:
            planner = Planner(StoredReminderPlans(database), StoredChangeNotices(database))
            await planner.step(FAR)
            far = await _move(database, planner, "2016-09-14", FAR, "far")
            await _move(database, planner, "2016-06-14", FAR, "nearer")
            await planner.step(NEAR)
            near = await _move(database, planner, "2016-06-15", NEAR, "within the horizon")
            return [far, near]
        finally:
            await database.close()


async def _move(database: Database, planner: Planner, when: str, now: datetime, name: str) -> Step:
    """Publish the new date and replan."""
    stored = StoredBase(database, ZoneInfo("Europe/Moscow"))
    event = (await stored.load_base()).base.event_by_id[EventId(EVENT)]
    after = replace(event, when=EdtfDate.parse(when))
    change = Change(key=Key(EntityKind.EVENT, EVENT), before=event, after=after)
    weight, began = _peak(), time.monotonic()
    await stored.publish([change], RevisionInfo(at=now, author="soak", why="moved", origin="import"))
    await planner.step(now + timedelta(seconds=1))
    seconds = time.monotonic() - began
    async with database.read() as connection:
        plan = select(subjects.c.plan).where(subjects.c.kind == "event", subjects.c.id == EVENT)
        of_this_date = (outbox.c.what != "changed", outbox.c.version == plan.scalar_subquery())
        counted = select(func.count()).where(outbox.c.state == "planned", *of_this_date)
        rows = await connection.scalar(counted) or 0
    return Step(name, seconds, rows, _peak() - weight)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak.move")
    parser.add_argument("--followers", type=int, default=FOLLOWERS)
    steps = asyncio.run(run(parser.parse_args().followers))
    for step in steps:
        print(f"{step.name:<20} {step.seconds:6.2f} s, {step.rows} rows planned, {step.gained:.0f} MB gained")
    far, near = steps
    return int(far.seconds >= FAR_LIMIT or near.seconds >= NEAR_LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
