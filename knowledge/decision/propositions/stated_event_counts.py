"""«Диалогов было два?»: the number of events in a row, of which the last may be yet to come."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.context.asked_plan import asks_past
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.records.left_words import is_left
from knowledge.decision.records.record_answers import telling
from knowledge.decision.times.dated_parts import events_of_noun
from knowledge.facts.model import Event, FactBase
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.results import (
    Answer,
    AnswerForm,
    EventLine,
    EventsLead,
    Lead,
    Polarity,
    Shown,
    Slot,
    YesNoLead,
)
from knowledge.understanding.question import Question

_SEVERAL = 2


def judge_event_count(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Yes where so many of a row are past; that one is planned where it makes up the number; else them all.

    None where anything more is named, or nothing is said to be past.
    """
    question = context.search.question
    asked = _number(question)
    noun = _noun(question) if asked is not None else None
    if asked is None or noun is None or question.request.negated or not asks_past(question):
        return None
    events = _row(noun, access)
    if len(events) < _SEVERAL:
        return None
    facts = [one.fact for event in events for one in telling(event, AnswerForm.WHEN, context)]
    return Answer(
        rule="event-set",
        confidence=0.9,
        shown=tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in dict.fromkeys(facts)),
        events=tuple(events),
        lead=_lead(asked, events, access.base),
        form=AnswerForm.YES_NO,
        why=context.why,
    )


def _lead(asked: int, events: Sequence[Event], base: FactBase) -> Lead:
    ahead = [one for one in events if one.when is not None and is_ahead(one.when, base)]
    if asked == len(events) - len(ahead):
        return YesNoLead(polarity=Polarity.YES)
    if asked == len(events) and len(ahead) == 1:
        return YesNoLead(polarity=Polarity.PLANNED, held=ahead[0].when)
    lines = (EventLine(title=one.title, when=one.when, where=one.where or "") for one in events)
    return EventsLead(lines=tuple(lines))


def _number(question: Question) -> int | None:
    """The only value stated, a count."""
    values = question.request.values
    if question.request.form is not AnswerForm.YES_NO or len(values) != 1:
        return None
    is_count = values[0].kind in (ValueKind.COUNT, ValueKind.NUMBER) and values[0].low == values[0].high
    return int(values[0].low) if is_count else None


def _noun(question: Question) -> Term | None:
    """The only noun, with nothing but its number beside it."""
    nouns = [term for term in question.terms if term.morphology.first_pos == "NOUN"]
    if len(nouns) != 1:
        return None
    left = is_left(question, lambda term: term is nouns[0] or any(key[0] == "#" for key, _ in term.keys))
    return None if left else nouns[0]


def _row(noun: Term, access: BaseAccess) -> list[Event]:
    """The events of a noun that are numbered one by one from the first."""
    own = {key for key, level in noun.keys if level is Level.LEMMA}
    events = [one for one in events_of_noun([noun], access) if own & access.lexicon.sure(one.title)]
    events = sorted(events, key=lambda one: one.order or 0)
    return events if [one.order for one in events] == list(range(1, len(events) + 1)) else []
