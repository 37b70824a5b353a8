"""An answer by a fact of no event whose statement names one that was called off: of that event it is told."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.results import Answer, Result
from knowledge.retrieval.told_event import event_told_of


def of_called_off(result: Result, access: BaseAccess) -> Result:
    """The result, with the event among its events, so that the reply tells of its record first."""
    if (
        not isinstance(result, Answer)
        or not result.shown
        or not any(event.cancelled for event in access.base.events)
    ):
        return result
    fact = result.shown[0].fact
    event = None
    if not fact.about:
        event = event_told_of(fact.says, access.base, access.lexicon, access.resolver)
    if event is None or not event.cancelled or event in result.events:
        return result
    return replace(result, events=(*result.events, event))
