"""«Где и кто председательствовал?»: when and where are told of the event that the other half is told of."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.clause_result import ClauseResult
from knowledge.facts.model import Event, FactBase
from knowledge.language import question_words
from knowledge.results import Answer, Refusal, Slot, ValueLead
from knowledge.understanding.question import Question

_OF_RECORD = (Slot.DATE, Slot.PLACE)
_STEM = 4
"""So many letters of a place stand in any of its forms."""


def other_event(
    parts: Sequence[Question], results: Sequence[ClauseResult], base: FactBase
) -> tuple[Event | None, tuple[int, ...]]:
    """The event of the surest half, and the numbers of the halves on when or where that are refused or told
    of another one. People are surer than a date or a place, which many events have.
    """
    events = [_event(one, base) for one in results]
    told = [at for at, event in enumerate(events) if event is not None]
    if not told or len({part.slot for part in parts}) < len(parts):
        return None, ()
    anchor = max(told, key=lambda at: (parts[at].slot not in _OF_RECORD, results[at].probability))
    event = events[anchor]
    others = tuple(
        at
        for at, one in enumerate(results)
        if parts[at].slot in _OF_RECORD
        and (_is_elsewhere(one, event) if events[at] == event else _tells(one, events[at]))
    )
    return event, others


def _tells(one: ClauseResult, event: Event | None) -> bool:
    """Whether a half is told of an event, or is refused."""
    return event is not None or isinstance(one.result, Refusal)


def _is_elsewhere(one: ClauseResult, event: Event | None) -> bool:
    """Whether a place is told in other words than the event's: «на совещании»."""
    lead = one.result.lead if isinstance(one.result, Answer) else None
    if event is None or not event.where or not isinstance(lead, ValueLead) or not isinstance(lead.held, str):
        return False
    return event.where[:_STEM].lower() not in lead.held.lower()


def _event(one: ClauseResult, base: FactBase) -> Event | None:
    """The event that the fact shown first is about."""
    result = one.result
    if not isinstance(result, Answer) or not result.shown:
        return None
    return next((base.event_by_id.get(about) for about in result.shown[0].fact.about[:1]), None)


def asking_words(part: Question) -> str:
    """The words by which a half asks: «где», «в каком городе»."""
    asked = question_words.QUESTION_WORDS
    places = {at for at in part.asking_places if asked.get(part.terms[at].word, part.slot) is part.slot}
    places |= {at - 1 for at in places if at and part.terms[at - 1].morphology.first_pos == "PREP"}
    return " ".join(part.terms[at].token.written for at in sorted(places))
