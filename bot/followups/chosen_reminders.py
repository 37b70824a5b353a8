"""Reminders at moments that a reader chose: asked for in words, snoozed, moved or removed one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from bot.followups.planned_reminders import is_over
from bot.followups.ports import Snoozes, Subscriptions
from bot.followups.quiet_hours import QuietHours, not_before
from bot.followups.reminder_rule import MAX_LENGTH, ReminderRule
from bot.followups.schedule import offered_kinds, reminders_of
from bot.followups.subscription_service import SubscriptionService
from bot.followups.typed_reminder import TypedReminder, of_moment
from bot.followups.wished_moment import moved_out
from bot.records.outbox import MessageKind
from bot.records.subscriptions import Schedule, Subscription, Target
from knowledge.facts.dates import EdtfDate


class TooManyRemindersError(Exception):
    """A rule cannot hold more reminders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedReminder:
    """`at` is None of a reminder that was removed."""

    event_id: str
    at: datetime | None


class NotMoved(Enum):
    """Why a reminder was not moved."""

    UNFOLLOWED = auto()
    GONE = auto()
    """It was sent or removed, or comes at another time by now."""
    SENSELESS = auto()
    """The new moment has passed, or the event is over by then."""


class ChosenReminders:
    """Beside the rule of a subscription, or in it where a reminder counts from its event."""

    def __init__(
        self,
        following: SubscriptionService,
        subscriptions: Subscriptions,
        snoozes: Snoozes,
        now: Callable[[], datetime],
    ) -> None:
        self._following = following
        self._subscriptions = subscriptions
        self._snoozes = snoozes
        self._now = now

    async def snooze(self, chat_id: int, row_id: int, by: timedelta) -> datetime | None:
        """Send that reminder again after `by`, outside quiet hours; returns when, None where it is void."""
        schedule = await self._following.schedule_of(chat_id)
        event = await self._snoozes.reminded_of(row_id, chat_id)
        at = not_before(self._now() + by, ZoneInfo(schedule.zone), QuietHours.parse(schedule.quiet))
        if event is None or is_over(event, schedule, at):
            return None
        return at if await self._snoozes.snooze(row_id, chat_id, at) else None

    async def remind(
        self, chat_id: int, kind: str, event_id: str, at: datetime, by: int
    ) -> Subscription | None:
        """Send one reminder of a dated event at `at`; None where the event or its date is gone.

        A chat that does not follow the event or its chain follows it from now on, without other reminders.
        """
        found = await self._followed(chat_id, kind, event_id, by)
        events = await self._subscriptions.events(Target.EVENT, event_id)
        added = [await self._snoozes.add_wished(found.id, event, at) for event in events]
        return found if any(added) else None

    async def remind_before(
        self, chat_id: int, kind: str, event_id: str, typed: TypedReminder, by: int
    ) -> Subscription | None:
        """Add a reminder that counts from the event to the rule; None where the event or its date is gone.

        Raises TooManyRemindersError.
        """
        events = await self._subscriptions.events(Target.EVENT, event_id)
        if not events:
            return None
        found = await self._followed(chat_id, kind, event_id, by)
        offered = offered_kinds(EdtfDate.parse(events[0].when))
        rule = ReminderRule.parse(found.schedule.rule).with_typed(typed, offered)
        if len(str(rule)) > MAX_LENGTH:
            raise TooManyRemindersError
        return await self._following.set_rule(chat_id, found.id, rule)

    async def move_moment(
        self, chat_id: int, subscription_id: int, at: datetime, to: datetime | None
    ) -> MovedReminder | NotMoved:
        """Send the reminder that was set for `at` at `to` instead, or not at all.

        One that counts from its event does so from the new moment.
        """
        found, now = await self._following.get(chat_id, subscription_id), self._now()
        if found is None:
            return NotMoved.UNFOLLOWED
        zone, quiet = ZoneInfo(found.schedule.zone), QuietHours.parse(found.schedule.quiet)
        comes = None if to is None else moved_out(to, zone, quiet, now)
        if comes is not None and comes <= now:
            return NotMoved.SENSELESS
        obstacle = NotMoved.GONE
        for event in await self._following.events_of(found):
            if comes is not None and is_over(event, found.schedule, comes):
                obstacle = NotMoved.SENSELESS
                continue
            if await self._snoozes.move_chosen(subscription_id, event.id, at, comes, now):
                return MovedReminder(event_id=event.id, at=comes)
            rule = _rule_with_moved(found.schedule, EdtfDate.parse(event.when), at, comes)
            if rule is not None:
                await self._following.set_rule(chat_id, subscription_id, rule)
                return MovedReminder(event_id=event.id, at=comes)
        return obstacle

    async def _followed(self, chat_id: int, kind: str, event_id: str, by: int) -> Subscription:
        found = await self._following.following(chat_id, event_id)
        if found is not None:
            return found
        usual = ReminderRule.parse((await self._following.schedule_of(chat_id)).rule)
        none = ReminderRule(kinds=(), at=usual.at)
        return await self._following.follow(chat_id, kind, Target.EVENT, event_id, by, none)


def _rule_with_moved(
    schedule: Schedule, when: EdtfDate, at: datetime, to: datetime | None
) -> ReminderRule | None:
    """The rule whose reminder of `at` comes at `to` instead, or not at all; None where none comes at `at`."""
    rule, zone = ReminderRule.parse(schedule.rule), ZoneInfo(schedule.zone)
    quiet = QuietHours.parse(schedule.quiet)
    typed = next((one for one in rule.typed if one.moment(when, rule.at, zone, quiet) == at), None)
    kind = next((one.what for one in reminders_of(schedule, when) if one.at == at), None)
    if typed is None and kind is None:
        return None
    moved = None if to is None else of_moment(to, when, zone)
    if to is not None and moved is None:
        return None
    left = rule.without_typed(typed) if typed is not None else rule.without(MessageKind(str(kind)))
    return left if moved is None else left.with_typed(moved, offered_kinds(when))
