"""When the bot will remind somebody next, so that the clock can be moved right there."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.followups.schedule import reminders_between
from bot.storage.connection.database import Database
from bot.storage.followups.reminder_plans import StoredReminderPlans
from bot.storage.outbox.due_times import StoredDueTimes
from knowledge.facts.dates import EdtfDate

FAR = timedelta(days=5000)


async def find_next_reminder(address: str, now: datetime) -> datetime | None:
    """The first moment later than `now`, by the schedules and by what waits in the outbox."""
    database = Database(address)
    try:
        plans = StoredReminderPlans(database)
        waiting = await StoredDueTimes(database).next_due(now)
        moments = [waiting] if waiting is not None else []
        for event in await plans.events():
            when = EdtfDate.parse(event.when)
            for planned in await plans.schedules(event):
                if not planned.closed:
                    due = reminders_between(planned.schedule, when, now, now + FAR)
                    moments += [reminder.at for reminder in due]
        return min(moments, default=None)
    finally:
        await database.close()
