"""Whether an event was moved or called off, answered from its record where no statement tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_records import event_of, is_superseded
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import stated_values
from knowledge.decision.records.record_answers import named_event, telling
from knowledge.decision.records.told_moves import told_move
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, FactBase
from knowledge.language.lexicon import Term
from knowledge.language.question_words import QUESTION_WORDS, WHICH
from knowledge.language.synonyms import Level
from knowledge.results import (
    Answer,
    AnswerForm,
    ChangeLead,
    EventChange,
    Option,
    Reason,
    Refusal,
    Result,
    Shown,
    Slot,
)
from knowledge.understanding.question import Question

UNTOLD = "change-untold"
_WORDS = read_groups("requests/event_changes")
_ASKING = QUESTION_WORDS.keys() | WHICH
_FORMS = (AnswerForm.YES_NO, AnswerForm.WHEN, AnswerForm.WHERE, AnswerForm.OTHER)
"""«Дату второго диалога не изменили?» asks by a noun of time, though for no date."""


def whether_changed(context: RuleContext, access: BaseAccess) -> Result | None:
    """«Перенесли ли второй диалог?»: what its record holds; None where a statement tells of such a change."""
    by_fact = told_move(context, access)
    if by_fact is not None:
        return by_fact
    question = context.search.question
    change = _asked_change(question)
    if change is None:
        return None
    changing = [term for term in question.terms if _is(term, "move", "cancel", "change")]
    event = _event(question, access)
    if event is None:
        event, change = _event(question, access, elsewhere=True), EventChange.ELSEWHERE
    if event is None or _is_told(event, changing, context):
        return None
    told = [one.fact for one in telling(event, AnswerForm.WHEN, context)]
    lead = ChangeLead(
        change=change,
        event=event,
        ahead=event.when is not None and is_ahead(event.when, context.base),
        before=_earlier_date(event, context.base),
        affirms=not (question.request.negated or _states_when(question, access)),
    )
    if not event.cancelled and (lead.before is None or change is not EventChange.MOVED):
        return Refusal(
            rule=UNTOLD,
            confidence=0.85,
            reason=Reason.UNACCOUNTED,
            slot=Slot.YES_NO,
            held=lead,
            near=tuple(Option(fact=fact, label=next(iter(fact.questions), fact.says)) for fact in told),
            form=AnswerForm.YES_NO,
            why=context.why,
        )
    return Answer(
        rule="event-record",
        confidence=0.85,
        shown=tuple(Shown(fact=fact, slot=Slot.YES_NO) for fact in told),
        events=(event,),
        lead=lead,
        form=AnswerForm.YES_NO,
        why=context.why,
    )


def _asked_change(question: Question) -> EventChange | None:
    terms = question.terms
    asks = any(term.word in _ASKING for term in terms)
    if asks or question.request.form not in _FORMS:
        return None
    of_place = any(_is(term, "where") for term in terms)
    if any(_is(term, "cancel") for term in terms):
        return EventChange.CANCELLED
    if any(_is(term, "move") for term in terms):
        return EventChange.ELSEWHERE if of_place else EventChange.MOVED
    if any(_is(term, "change") for term in terms):
        if of_place:
            return EventChange.ELSEWHERE
        return EventChange.MOVED if any(_is(term, "when") for term in terms) else None
    return None


def _event(question: Question, access: BaseAccess, *, elsewhere: bool = False) -> Event | None:
    """The event that is named beside the words of the change and the new date, or place if `elsewhere`."""
    stated = [one for one in stated_values(question, access) if one.value is not None or one.kind == "place"]
    if elsewhere and all(one.value is not None for one in stated):
        return None
    new = (one.places for one in stated if elsewhere or one.value is not None)
    apart = frozenset().union(*new, (at for at, term in enumerate(question.terms) if _is(term, *_WORDS)))
    left = tuple(at for at in question.content_places if at not in apart)
    return named_event(replace(question, content_places=left), access.resolver)


def _is_told(event: Event, changing: Sequence[Term], context: RuleContext) -> bool:
    """Whether a statement about the event, or one found of no event, has a word of such a change."""
    keys = {key for term in changing for key, level in term.keys if level >= Level.ROOT}
    found = [one.fact for one in context.search.facts if not one.fact.about]
    about = [fact for fact in context.base.facts if event.id in fact.about]
    return any(
        keys & {key for key, _ in term.keys}
        for fact in (*about, *found)
        for term in context.lexicon.read(fact.says)
    )


def _earlier_date(event: Event, base: FactBase) -> EdtfDate | None:
    """The date that it was moved from: by the history of the base, or as a statement still announces."""
    if event.id in base.moved:
        return base.moved[event.id]
    announced = (fact for fact in base.facts if event_of(fact, base) == event and is_superseded(fact, base))
    dates = (fact.when for fact in announced if fact.when is not None and event.when is not None)
    return next((when for when in dates if event.when and not when.overlaps(event.when)), None)


def _states_when(question: Question, access: BaseAccess) -> bool:
    """«Перенесли на июль?», «на неделю?»: that it was moved does not confirm it."""
    return any(one.value is not None for one in stated_values(question, access))


def _is(term: Term, *groups: str) -> bool:
    return any(not _WORDS[group].isdisjoint(term.morphology.lemmas) for group in groups)
