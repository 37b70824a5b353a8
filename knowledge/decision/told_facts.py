"""An answer that tells several facts whole."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.rule_context import RuleContext
from knowledge.facts.model import Event, Fact
from knowledge.results import Answer, Lead, Shown, Slot

MOST = 5
"""Facts of a digest."""


def told(
    context: RuleContext,
    lead: Lead | None,
    facts: Sequence[Fact],
    events: tuple[Event, ...] = (),
    most: int = MOST,
) -> Answer:
    """The facts, at most `most`, under a first line."""
    return Answer(
        rule="digest",
        confidence=0.85,
        shown=tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts[:most]),
        events=events,
        lead=lead,
        form=context.search.question.request.form,
        why=context.why,
    )
