"""What the menus of follow-ups show: events to follow, a subscription with all that will come."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.followups.reminder_rule import KINDS
from bot.followups.schedule import offered, passes_at
from bot.followups.subscribing import SubscriptionService
from bot.records.subscriptions import Subscription, Target
from bot.replies.followups import menus
from bot.replies.parts import Reply
from knowledge.facts.dates import Precision
from knowledge.facts.model import Event, FactBase


def is_over(event: Event, now: datetime, zone: str) -> bool:
    """Whether it has passed by the chat's own calendar."""
    return event.when is not None and now >= passes_at(event.when, ZoneInfo(zone))


def offer(base: FactBase, now: datetime, zone: str) -> Reply:
    """The menu of /follow."""
    ahead = [event for event in base.events if not event.cancelled and not is_over(event, now, zone)]
    chains = [event for event in base.events if event.follows is None and base.followers(event.id)]
    # Of the past only the last of each chain is worth a word: what was to come has been.
    last = [base.chain(first.id)[-1] for first in chains]
    passed = [event for event in last if is_over(event, now, zone)]
    # With no chain at all an event that is over may still get a successor.
    return menus.follow(ahead, passed, chains or [event for event in base.events if event not in ahead][-1:])


async def card(following: SubscriptionService, subscription: Subscription, base: FactBase) -> Reply:
    """One subscription, with every reminder that will come by what is known now."""
    titles = {str(event.id): event.title for event in base.events}
    coming = [
        menus.Coming(
            what=one.moment.what,
            exact=_exact(base, one.event_id),
            at=one.moment.at,
            title=titles.get(one.event_id) if subscription.target is Target.CHAIN else None,
        )
        for one in await following.coming(subscription)
    ]
    event = next((one for one in base.events if one.id == subscription.target_id), None)
    own = subscription.target is Target.EVENT and event is not None
    kinds = offered(event.when) if own and event is not None else KINDS
    exact = _exact(base, subscription.target_id) if own else True
    return menus.card(subscription, base, [] if subscription.paused else coming, kinds, exact=exact)


def _exact(base: FactBase, event_id: str) -> bool:
    event = next((one for one in base.events if one.id == event_id), None)
    start = None if event is None or event.when is None else event.when.start
    return start is not None and start.precision is Precision.DAY
