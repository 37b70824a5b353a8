"""«А после него?», «что было до визита?»: the events before or after one, from their records."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.conversation import Conversation
from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.last_event import told_event
from knowledge.decision.records.record_answers import telling
from knowledge.decision.times.beside_event import by_date, earlier_events, later_events
from knowledge.facts.model import Event, Fact
from knowledge.language.lexicon import Term
from knowledge.results import (
    Answer,
    AnswerForm,
    EventLine,
    EventsLead,
    Reason,
    Refusal,
    Shown,
    Slot,
    ValueLead,
)
from knowledge.retrieval.event_resolver import main_event
from knowledge.scoring.searcher import Searcher
from knowledge.understanding.beside_events import BesideEvent, names_nobody, read_beside_event
from knowledge.understanding.question import Question, parse_question

_RULE = "beside-event"
_LIKELY = "likely"
_OF_PEOPLE = (Slot.PERSON, Slot.POST, Slot.SPEAKER)


def beside_event(
    alone: ClauseResult, question: Question, text: str, conversation: Conversation, searcher: Searcher
) -> ClauseResult | None:
    """The events asked for; a refusal where none is held before or after the event told of last; None where
    something else is asked, or the clause by itself is answered otherwise."""
    asked = read_beside_event(question)
    if asked is None or len(searcher.base.events) < 2:
        return None
    event = _anchor(asked, conversation, searcher)
    if event is None or (not asked.pointed and _is_told_otherwise(alone, event, asked)):
        return None
    found = (earlier_events if asked.earlier else later_events)(event, searcher.base)
    if not found:
        return _nothing(asked, text, alone, question, conversation)
    events = sorted(found, key=by_date) if _asks_for_all(asked, question) else found[:1]
    return _told(events, question, alone, searcher)


def _anchor(asked: BesideEvent, conversation: Conversation, searcher: Searcher) -> Event | None:
    """The event that is named, that was told of last, or the main one."""
    if asked.anchor:
        return _named(asked.anchor, searcher)
    if not conversation.question:
        return main_event(searcher.base) if asked.pointed and not asked.asks_nothing else None
    if asked.by_person_word and _speaks_of_person(conversation, searcher):
        return None
    fact = searcher.base.fact_by_id.get(conversation.facts[0]) if conversation.facts else None
    is_speech = fact is not None and fact.said_by is not None
    return None if is_speech and not asked.pointed else told_event(conversation, searcher.base)


def _named(anchor: Sequence[Term], searcher: Searcher) -> Event | None:
    """The event that has every word."""
    if not names_nobody(anchor, searcher.name_keys["person"]):
        return None
    event, lacking = searcher.events.resolve(anchor)
    return None if lacking else event


def _speaks_of_person(conversation: Conversation, searcher: Searcher) -> bool:
    last = parse_question(conversation.question, searcher.lexicon, asking=True)
    if conversation.slot in (Slot.DATE, Slot.PLACE):
        return False
    return conversation.slot in _OF_PEOPLE or not names_nobody(last.terms, searcher.name_keys["person"])


def _is_told_otherwise(alone: ClauseResult, event: Event, asked: BesideEvent) -> bool:
    """Whether a fact on something else than the event itself answers, as «после аварии …» in a statement."""
    result = alone.result
    if not isinstance(result, Answer) or not result.shown or result.rule == _LIKELY or asked.several:
        return False
    return event.id not in result.shown[0].fact.about[:1]


def _asks_for_all(asked: BesideEvent, question: Question) -> bool:
    """«Какие встречи», «что было до визита»; «а после него?» and «где потом?» ask for the nearest."""
    if asked.several or question.request.form is AnswerForm.LIST:
        return True
    return not asked.asks_nothing and question.request.form not in (AnswerForm.WHEN, AnswerForm.WHERE)


def _told(
    events: Sequence[Event], question: Question, alone: ClauseResult, searcher: Searcher
) -> ClauseResult:
    form = question.request.form
    facts = dict.fromkeys(fact for event in events if (fact := _fact_on(event, searcher)) is not None)
    result = Answer(
        rule=_RULE,
        confidence=0.85,
        shown=tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts),
        form=form,
        lead=_lead(events, form),
        events=tuple(events),
        why=alone.result.why,
    )
    asks = "где" if form is AnswerForm.WHERE else "когда"
    return ClauseResult(f"{asks} {events[0].title}", result, result.confidence)


def _lead(events: Sequence[Event], form: AnswerForm) -> EventsLead | ValueLead:
    """The date or place of one event where that is asked, else a line for each."""
    value = {AnswerForm.WHEN: events[0].when, AnswerForm.WHERE: events[0].where}.get(form)
    if len(events) == 1 and value:
        return ValueLead(held=value)
    return EventsLead(
        lines=tuple(EventLine(title=one.title, when=one.when, where=one.where or "") for one in events)
    )


def _fact_on(event: Event, searcher: Searcher) -> Fact | None:
    """The fact that tells the event's date or place, else the first on it."""
    told = [
        one.fact for form in (AnswerForm.WHEN, AnswerForm.WHERE) for one in telling(event, form, searcher)
    ]
    about = (fact for fact in searcher.base.facts if fact.about[:1] == (event.id,))
    return next(iter(told), None) or next(about, None)


def _nothing(
    asked: BesideEvent, text: str, alone: ClauseResult, question: Question, conversation: Conversation
) -> ClauseResult | None:
    """That nothing is held before or after the event, where that alone is asked after it was told of."""
    if not asked.pointed or asked.anchor or not conversation.question:
        return None
    reason = Reason.NOTHING_EARLIER if asked.earlier else Reason.NOTHING_LATER
    refusal = Refusal(
        rule=_RULE,
        confidence=0.8,
        reason=reason,
        slot=question.slot,
        form=question.request.form,
        why=alone.result.why,
    )
    return ClauseResult(text, refusal, 0.8)
