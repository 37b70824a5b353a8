"""What a reader does: follow, choose when, pause, stop, put off. Each answers with what will come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.followups.planner import HORIZON
from bot.followups.ports import Chats, Snoozes, Subscriptions
from bot.followups.quiet_hours import QuietHours, not_before
from bot.followups.reminder_rule import ReminderRule
from bot.followups.schedule import between, moments
from bot.records.outbox import ChatState
from bot.records.subscriptions import NewSubscription, Reminder, ReminderPlan, Schedule, Subscription, Target
from knowledge.facts.dates import EdtfDate

_MARGIN = timedelta(hours=2)
"""Beyond the horizon: the planner, a moment later, takes it from there without a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What a chat that chose nothing gets."""

    rule: str
    zone: str
    quiet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UpcomingReminder:
    """A reminder that will come, in order of time."""

    event_id: str
    moment: Reminder


class SubscriptionService:
    """`now` is the injected clock. Subscriptions of other chats are as good as none."""

    def __init__(
        self,
        subscriptions: Subscriptions,
        chats: Chats,
        snoozes: Snoozes,
        defaults: Defaults,
        now: Callable[[], datetime],
    ) -> None:
        self._subscriptions = subscriptions
        self._chats = chats
        self._snoozes = snoozes
        self._defaults = defaults
        self._now = now

    async def schedule_of(self, chat_id: int) -> Schedule:
        """The default rule with the zone and the quiet hours that the chat chose."""
        chat = await self._chats.get(chat_id)
        zone = (chat and chat.zone) or self._defaults.zone
        quiet = self._defaults.quiet if chat is None or chat.quiet is None else chat.quiet
        return Schedule(rule=self._defaults.rule, zone=zone, quiet=quiet)

    async def of_chat(self, chat_id: int) -> Sequence[Subscription]:
        return await self._subscriptions.of_chat(chat_id)

    async def get(self, chat_id: int, subscription_id: int) -> Subscription | None:
        found = await self._subscriptions.get(subscription_id)
        return found if found is not None and found.chat_id == chat_id else None

    async def follow(self, chat_id: int, kind: str, target: Target, target_id: str, by: int) -> Subscription:
        """Follow, by the default rule; what the chat follows already stays as it is."""
        now = self._now()
        await self._chats.mark_active(chat_id, kind, now)
        if target is Target.CHAIN:
            target_id = await self._subscriptions.chain_of(target_id)
        schedule = await self.schedule_of(chat_id)
        new = NewSubscription(
            chat_id=chat_id, target=target, target_id=target_id, schedule=schedule, since=now, created_by=by
        )
        return await self._subscriptions.add(new, await self._plans(target, target_id, schedule, now))

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
        """An IANA name. Everything that the chat follows is planned anew."""
        await self._chats.mark_active(chat_id, kind, self._now())
        await self._chats.set_preferences(chat_id, zone=zone)
        for found in await self.of_chat(chat_id):
            await self._change(found, schedule=replace(found.schedule, zone=zone))

    async def set_quiet(self, chat_id: int, kind: str, quiet: str) -> None:
        """«22:00-08:00», or empty for none."""
        await self._chats.mark_active(chat_id, kind, self._now())
        await self._chats.set_preferences(chat_id, quiet=quiet)
        for found in await self.of_chat(chat_id):
            await self._change(found, schedule=replace(found.schedule, quiet=quiet))

    async def reactivate(self, chat_id: int, kind: str) -> None:
        """The chat wrote: if it could not be written to before, its follow-ups wake.

        The chat's mark goes last: who dies before it begins again with the next word.
        """
        chat = await self._chats.get(chat_id)
        if chat is None or chat.state is ChatState.ACTIVE:
            return
        for found in await self.of_chat(chat_id):
            await self._change(found)
        await self._chats.mark_active(chat_id, kind, self._now())

    async def snooze(self, chat_id: int, row_id: int, by: timedelta) -> datetime | None:
        """Send that reminder once more; when, out of quiet hours. None where it no longer holds."""
        schedule = await self.schedule_of(chat_id)
        at = not_before(self._now() + by, ZoneInfo(schedule.zone), QuietHours.parse(schedule.quiet))
        return at if await self._snoozes.snooze(row_id, chat_id, at) else None

    async def upcoming(self, subscription: Subscription) -> Sequence[UpcomingReminder]:
        """Every reminder that will come by what is known now, however far."""
        now = self._now()
        found = [
            UpcomingReminder(event_id=event.id, moment=moment)
            for event in await self._subscriptions.events(subscription.target, subscription.target_id)
            for moment in moments(subscription.schedule, EdtfDate.parse(event.when))
            if moment.at > now
        ]
        return sorted(found, key=lambda coming: coming.moment.at)

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
        until = now + HORIZON + _MARGIN
        return [
            ReminderPlan(
                event_id=event.id,
                number=event.plan,
                moments=between(schedule, EdtfDate.parse(event.when), now, until),
            )
            for event in await self._subscriptions.events(target, target_id)
        ]
