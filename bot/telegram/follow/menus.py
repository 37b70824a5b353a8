"""Screens of following: the events on offer, and a subscription with its coming reminders."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.followups.quiet_hours import QuietHours, outside
from bot.followups.reminder_rule import KINDS, ReminderRule
from bot.followups.schedule import offered_kinds, passes_at
from bot.followups.subscription_service import SubscriptionService
from bot.records.subscriptions import Subscription, Target
from bot.replies.answers.timeliness import is_unconfirmed
from bot.replies.followups import cards, menus
from bot.replies.parts import Reply
from knowledge.facts.dates import Precision
from knowledge.facts.model import Event, FactBase


def is_over(event: Event, now: datetime, zone: str) -> bool:
    """Whether the event has passed in the chat's time zone."""
    return event.when is not None and now >= passes_at(event.when, ZoneInfo(zone))


def only_one_ahead(base: FactBase, now: datetime, zone: str) -> Event | None:
    """The event that is meant where none is named."""
    dated = [one for one in base.events if one.when is not None and not one.cancelled]
    ahead = [one for one in dated if not is_over(one, now, zone)]
    return ahead[0] if len(ahead) == 1 else None


async def offer_to(following: SubscriptionService, chat_id: int, base: FactBase, now: datetime) -> Reply:
    """The menu of /follow in this chat, which marks what it follows already."""
    followed = {f"{one.target.value[0]}:{one.target_id}" for one in await following.of_chat(chat_id)}
    return offer(base, now, (await following.schedule_of(chat_id)).zone, followed)


def offer(base: FactBase, now: datetime, zone: str, followed: Collection[str] = ()) -> Reply:
    """The menu of /follow."""
    ahead = [event for event in base.events if not event.cancelled and not is_over(event, now, zone)]
    # Of a chain's past events only the last is worth mentioning.
    last = [base.chain(first.id)[-1] for first in _chains(base)]
    passed = [event for event in last if is_over(event, now, zone)]
    return menus.follow(
        ahead,
        passed,
        may_go_on(base, now, zone),
        followed,
        [event for event in passed if is_unconfirmed(event, base)],
    )


def may_go_on(base: FactBase, now: datetime, zone: str) -> list[Event]:
    """First events of the chains; of a base without them the last event that is over."""
    over = [event for event in base.events if event.cancelled or is_over(event, now, zone)]
    return _chains(base) or over[-1:]


def _chains(base: FactBase) -> list[Event]:
    return [event for event in base.events if event.follows is None and base.followers(event.id)]


async def listing(following: SubscriptionService, chat_id: int, base: FactBase) -> Reply:
    """The subscriptions of the chat, each with the reminders that will come."""
    found = await following.of_chat(chat_id)
    coming = {
        one.id: [upcoming.reminder.at for upcoming in await following.upcoming(one)]
        for one in found
        if not one.paused
    }
    return menus.listing(found, base, coming)


async def subscription_card(
    following: SubscriptionService, subscription: Subscription, base: FactBase
) -> Reply:
    """One subscription with every reminder that is planned now."""
    titles = {str(event.id): event.title for event in base.events}
    coming = [
        cards.ShownReminder(
            what=one.reminder.what,
            exact=_is_exact(base, one.event_id),
            at=one.reminder.at,
            title=titles.get(one.event_id) if subscription.target is Target.CHAIN else None,
        )
        for one in await following.upcoming(subscription)
    ]
    event = next((one for one in base.events if one.id == subscription.target_id), None)
    is_event = subscription.target is Target.EVENT and event is not None
    kinds = offered_kinds(event.when) if is_event and event is not None else KINDS
    exact = _is_exact(base, subscription.target_id) if is_event else True
    schedule = subscription.schedule
    comes = outside(ReminderRule.parse(schedule.rule).at, QuietHours.parse(schedule.quiet))
    return cards.card(
        subscription, base, [] if subscription.paused else coming, kinds, exact=exact, comes=comes
    )


def _is_exact(base: FactBase, event_id: str) -> bool:
    """Whether the day of the event is known."""
    event = next((one for one in base.events if one.id == event_id), None)
    start = None if event is None or event.when is None else event.when.start
    return start is not None and start.precision >= Precision.DAY
