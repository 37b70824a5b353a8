"""An answer that tells several facts whole."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Event, Fact
from knowledge.results import Answer, Lead, Shown, Slot

MOST = 5
"""Facts of a digest."""
MOST_FURTHER = 40
"""Facts that a reader who asks for more is told after it."""


def told(
    context: RuleContext,
    lead: Lead | None,
    facts: Sequence[Fact],
    events: tuple[Event, ...] = (),
    most: int = MOST,
    further: Sequence[Fact] = (),
) -> Answer:
    """The facts, at most `most`, under a first line; the others and `further` if more is asked for."""
    return Answer(
        rule="digest",
        confidence=0.85,
        shown=tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts[:most]),
        further=tuple(dict.fromkeys((*facts[most:], *further)))[:MOST_FURTHER],
        events=events,
        lead=lead,
        form=context.search.question.request.form,
        why=context.why,
    )
