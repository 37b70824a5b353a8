"""Chains of events: each event may follow an earlier one, and several may follow the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.facts.model import Event, EventId


def chain_of(
    event: Event, by_id: Mapping[EventId, Event], followers: Callable[[EventId], Sequence[Event]]
) -> tuple[Event, ...]:
    """All events of the chain of `event`, the first one first, then breadth first."""
    first, seen = event, {event.id}
    while first.follows is not None and first.follows not in seen:
        first = by_id[first.follows]
        seen.add(first.id)
    chain, seen = [first], {first.id}
    for one in chain:  # grows while it is walked
        chain += [later for later in followers(one.id) if later.id not in seen]
        seen.update(later.id for later in chain)
    return tuple(chain)
