"""Subscriptions as a reader manages them: follow, set rule, zone and quiet hours, pause, unfollow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.followups.planned_reminders import UpcomingReminder, is_over, plans_of, upcoming_reminders
from bot.followups.ports import Chats, Snoozes, Subscriptions
from bot.followups.reminder_rule import MAX_LENGTH, ReminderRule
from bot.records.outbox import ChatState
from bot.records.subscriptions import (
    DatedEvent,
    NewSubscription,
    ReminderPlan,
    Schedule,
    Subscription,
    Target,
)


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

        A chain is followed for what is dated from now on. A subscription that has no reminders of its own but
        those asked for in words gets the default ones. An event whose chain is followed keeps what was asked
        for in words under the chain.
        """
        now = self._now()
        await self._chats.mark_active(chat_id, kind, now)
        if target is Target.CHAIN:
            target_id = await self._subscriptions.chain_of(target_id)
        schedule = await self.schedule_of(chat_id)
        given = rule or await self._usual(chat_id, target, target_id, ReminderRule.parse(schedule.rule))
        schedule = replace(schedule, rule=str(given))
        new = NewSubscription(
            chat_id=chat_id,
            target=target,
            target_id=target_id,
            schedule=schedule,
            since=now,
            created_by=by,
            apart=await self._dated_already(target, target_id, schedule),
        )
        made = await self._subscriptions.add(new, await self._plans(target, target_id, schedule, now))
        kept = ReminderRule.parse(made.schedule.rule)
        if rule is not None or kept.kinds:
            return made
        return await self.set_rule(chat_id, made.id, replace(kept, kinds=given.kinds)) or made

    async def _dated_already(self, target: Target, target_id: str, schedule: Schedule) -> tuple[str, ...]:
        """The events of a chain that are ahead already: who wants to be reminded of one follows it itself."""
        if target is not Target.CHAIN:
            return ()
        events = await self._subscriptions.events(target, target_id)
        return tuple(event.id for event in events if not is_over(event, schedule, self._now()))

    async def _usual(self, chat_id: int, target: Target, target_id: str, rule: ReminderRule) -> ReminderRule:
        """The default rule, with what was asked for in words under the chain of an event."""
        found = await self.following(chat_id, target_id) if target is Target.EVENT else None
        typed = () if found is None else ReminderRule.parse(found.schedule.rule).typed
        usual = replace(rule, typed=typed)
        return usual if len(str(usual)) <= MAX_LENGTH else rule

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

    async def unfollow_all(self, chat_id: int) -> Sequence[Subscription]:
        """Returns what was followed."""
        found = await self.of_chat(chat_id)
        return [one for one in found if await self.unfollow(chat_id, one.id)]

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

    async def schedule_for(self, chat_id: int, event_id: str) -> Schedule:
        """How the chat follows the event or its chain, else the schedule that it would follow it with."""
        found = await self.following(chat_id, event_id)
        return await self.schedule_of(chat_id) if found is None else found.schedule

    async def following(self, chat_id: int, event_id: str) -> Subscription | None:
        """The subscription that reminds the chat of the event."""
        chain = await self._subscriptions.chain_of(event_id)
        followed = {(one.target, one.target_id): one for one in await self.of_chat(chat_id)}
        if (Target.EVENT, event_id) in followed:
            return followed[Target.EVENT, event_id]
        apart = event_id in await self._subscriptions.apart_from_chains(chat_id)
        return None if apart else followed.get((Target.CHAIN, chain))

    async def events_of(self, subscription: Subscription) -> Sequence[DatedEvent]:
        """The dated events of which the subscription reminds."""
        events = await self._subscriptions.events(subscription.target, subscription.target_id)
        if subscription.target is not Target.CHAIN:
            return events
        apart = await self._subscriptions.apart_from_chains(subscription.chat_id)
        return [event for event in events if event.id not in apart]

    async def upcoming(self, subscription: Subscription) -> Sequence[UpcomingReminder]:
        """Every reminder that will be sent by what is known now, in order of time."""
        events = await self.events_of(subscription)
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
