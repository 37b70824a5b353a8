"""Subscriptions as a reader manages them: follow, set rule, zone and quiet hours, pause, snooze, unfollow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.followups.planned_reminders import UpcomingReminder, is_over, plans_of, upcoming_reminders
from bot.followups.ports import Chats, Snoozes, Subscriptions
from bot.followups.quiet_hours import QuietHours, not_before
from bot.followups.reminder_rule import MAX_LENGTH, ReminderRule
from bot.followups.schedule import offered_kinds, reminders_of
from bot.followups.typed_reminder import TypedReminder, of_moment
from bot.followups.wished_moment import moved_out
from bot.records.outbox import ChatState, MessageKind
from bot.records.subscriptions import NewSubscription, ReminderPlan, Schedule, Subscription, Target
from knowledge.facts.dates import EdtfDate


class TooManyRemindersError(Exception):
    """A rule cannot hold more reminders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedReminder:
    """`at` is None of a reminder that was removed."""

    event_id: str
    at: datetime | None


class SubscriptionService:
    """`default` is the schedule of a chat that chose nothing. Other chats' subscriptions count as absent."""

    def __init__(
        self,
        subscriptions: Subscriptions,
        chats: Chats,
        snoozes: Snoozes,
        default: Schedule,
        now: Callable[[], datetime],
    ) -> None:
        self._subscriptions = subscriptions
        self._chats = chats
        self._snoozes = snoozes
        self._default = default
        self._now = now

    async def schedule_of(self, chat_id: int) -> Schedule:
        """The default rule, with the zone and the quiet hours that the chat chose."""
        chat = await self._chats.get(chat_id)
        zone = (chat and chat.zone) or self._default.zone
        quiet = self._default.quiet if chat is None or chat.quiet is None else chat.quiet
        return replace(self._default, zone=zone, quiet=quiet)

    async def of_chat(self, chat_id: int) -> Sequence[Subscription]:
        return await self._subscriptions.of_chat(chat_id)

    async def get(self, chat_id: int, subscription_id: int) -> Subscription | None:
        found = await self._subscriptions.get(subscription_id)
        return found if found is not None and found.chat_id == chat_id else None

    async def follow(
        self,
        chat_id: int,
        kind: str,
        target: Target,
        target_id: str,
        by: int,
        rule: ReminderRule | None = None,
    ) -> Subscription:
        """Follow with this rule, else the default one; an existing subscription stays as it is.

        One that has no reminders of its own but those asked for in words gets the default ones.
        """
        now = self._now()
        await self._chats.mark_active(chat_id, kind, now)
        if target is Target.CHAIN:
            target_id = await self._subscriptions.chain_of(target_id)
        schedule = await self.schedule_of(chat_id)
        schedule = schedule if rule is None else replace(schedule, rule=str(rule))
        new = NewSubscription(
            chat_id=chat_id, target=target, target_id=target_id, schedule=schedule, since=now, created_by=by
        )
        made = await self._subscriptions.add(new, await self._plans(target, target_id, schedule, now))
        kept, usual = ReminderRule.parse(made.schedule.rule), ReminderRule.parse(schedule.rule)
        if rule is not None or kept.kinds:
            return made
        return await self.set_rule(chat_id, made.id, replace(kept, kinds=usual.kinds)) or made

    async def set_rule(self, chat_id: int, subscription_id: int, rule: ReminderRule) -> Subscription | None:
        found = await self.get(chat_id, subscription_id)
        if found is None:
            return None
        return await self._change(found, schedule=replace(found.schedule, rule=str(rule)))

    async def set_paused(self, chat_id: int, subscription_id: int, *, paused: bool) -> Subscription | None:
        found = await self.get(chat_id, subscription_id)
        return None if found is None else await self._change(found, paused=paused)

    async def unfollow(self, chat_id: int, subscription_id: int) -> bool:
        return await self._subscriptions.remove(subscription_id, chat_id)

    async def set_zone(self, chat_id: int, kind: str, zone: str) -> None:
        """`zone` is an IANA name. All subscriptions of the chat are planned again."""
        await self._chats.mark_active(chat_id, kind, self._now())
        await self._chats.set_preferences(chat_id, zone=zone)
        for found in await self.of_chat(chat_id):
            await self._change(found, schedule=replace(found.schedule, zone=zone))

    async def set_quiet(self, chat_id: int, kind: str, quiet: str) -> None:
        """`quiet` is «22:00-08:00», or empty for none. All subscriptions of the chat are planned again."""
        await self._chats.mark_active(chat_id, kind, self._now())
        await self._chats.set_preferences(chat_id, quiet=quiet)
        for found in await self.of_chat(chat_id):
            await self._change(found, schedule=replace(found.schedule, quiet=quiet))

    async def reactivate(self, chat_id: int, kind: str) -> None:
        """The chat wrote: where it was unreachable before, its subscriptions are planned again.

        The chat is marked active last: after a crash before that, its next message starts over.
        """
        chat = await self._chats.get(chat_id)
        if chat is None or chat.state is ChatState.ACTIVE:
            return
        for found in await self.of_chat(chat_id):
            await self._change(found)
        await self._chats.mark_active(chat_id, kind, self._now())

    async def snooze(self, chat_id: int, row_id: int, by: timedelta) -> datetime | None:
        """Send that reminder again after `by`, outside quiet hours; returns when, None where it is void."""
        schedule, event = await self.schedule_of(chat_id), await self._snoozes.reminded_of(row_id, chat_id)
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
        return await self.set_rule(chat_id, found.id, rule)

    async def schedule_for(self, chat_id: int, event_id: str) -> Schedule:
        """How the chat follows the event or its chain, else the schedule that it would follow it with."""
        found = await self.following(chat_id, event_id)
        return await self.schedule_of(chat_id) if found is None else found.schedule

    async def following(self, chat_id: int, event_id: str) -> Subscription | None:
        """The subscription that reminds the chat of the event."""
        chain = await self._subscriptions.chain_of(event_id)
        wanted = ((Target.EVENT, event_id), (Target.CHAIN, chain))
        followed = [one for one in await self.of_chat(chat_id) if (one.target, one.target_id) in wanted]
        return min(followed, key=lambda one: one.target is Target.CHAIN, default=None)

    async def _followed(self, chat_id: int, kind: str, event_id: str, by: int) -> Subscription:
        found = await self.following(chat_id, event_id)
        if found is not None:
            return found
        none = ReminderRule(kinds=(), at=ReminderRule.parse(self._default.rule).at)
        return await self.follow(chat_id, kind, Target.EVENT, event_id, by, none)

    async def move_moment(
        self, chat_id: int, subscription_id: int, at: datetime, to: datetime | None
    ) -> MovedReminder | None:
        """Send the reminder that was set for `at` at `to` instead, or not at all.

        One that counts from its event does so from the new moment. None where there is no such reminder, or
        the new moment is past or after the event.
        """
        found, now = await self.get(chat_id, subscription_id), self._now()
        if found is None:
            return None
        zone, quiet = ZoneInfo(found.schedule.zone), QuietHours.parse(found.schedule.quiet)
        comes = None if to is None else moved_out(to, zone, quiet, now)
        if comes is not None and comes <= now:
            return None
        for event in await self._subscriptions.events(found.target, found.target_id):
            if comes is not None and is_over(event, found.schedule, comes):
                continue
            if await self._snoozes.move_chosen(subscription_id, event.id, at, comes, now):
                return MovedReminder(event_id=event.id, at=comes)
            rule = _rule_with_moved(found.schedule, EdtfDate.parse(event.when), at, comes)
            if rule is not None:
                await self.set_rule(chat_id, subscription_id, rule)
                return MovedReminder(event_id=event.id, at=comes)
        return None

    async def upcoming(self, subscription: Subscription) -> Sequence[UpcomingReminder]:
        """Every reminder that will be sent by what is known now, in order of time."""
        events = await self._subscriptions.events(subscription.target, subscription.target_id)
        chosen = {event.id: await self._snoozes.chosen(subscription.id, event.id) for event in events}
        return upcoming_reminders(subscription.schedule, events, chosen, self._now())

    async def _change(
        self, found: Subscription, *, schedule: Schedule | None = None, paused: bool | None = None
    ) -> Subscription | None:
        now, schedule = self._now(), schedule or found.schedule
        return await self._subscriptions.change(
            found.id,
            schedule=schedule,
            paused=found.paused if paused is None else paused,
            since=now,
            plans=await self._plans(found.target, found.target_id, schedule, now),
        )

    async def _plans(
        self, target: Target, target_id: str, schedule: Schedule, now: datetime
    ) -> Sequence[ReminderPlan]:
        return plans_of(schedule, await self._subscriptions.events(target, target_id), now)


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
