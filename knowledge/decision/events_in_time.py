"""«А после него?», «что было до визита?», «последняя из них»: events by their order in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.conversation import Conversation
from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.context.event_records import event_of
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.last_event import told_event
from knowledge.decision.records.event_lines import told_events
from knowledge.decision.times.beside_event import by_date, earlier_events, later_events
from knowledge.facts.model import Event, FactBase
from knowledge.language.lexicon import Term
from knowledge.results import Answer, AnswerForm, Reason, Refusal, Slot
from knowledge.retrieval.event_resolver import main_event
from knowledge.scoring.searcher import Searcher
from knowledge.understanding.beside_events import (
    BesideEvent,
    asks_what_comes,
    is_kind,
    names_nobody,
    read_beside_event,
    read_between,
)
from knowledge.understanding.extreme_events import read_extreme_event
from knowledge.understanding.question import Question, parse_question

_RULE = "beside-event"
_LIKELY = "likely"
_OF_PEOPLE = (Slot.PERSON, Slot.POST, Slot.SPEAKER)
_SEVERAL = 2


def events_in_time(
    alone: ClauseResult, question: Question, text: str, conversation: Conversation, searcher: Searcher
) -> ClauseResult | None:
    """The events before, after or between others, or the earliest or latest one; None where none is asked for
    or the clause by itself is answered otherwise."""
    if len(searcher.base.events) < _SEVERAL:
        return None
    events = _between(question, searcher) or _extreme(question, conversation, searcher)
    events = events or _ahead(alone, question, conversation, searcher.base)
    if events:
        return told_events(events, question.request.form, _RULE, alone.result.why, searcher)
    return _beside(alone, question, text, conversation, searcher)


def _between(question: Question, searcher: Searcher) -> list[Event]:
    named = read_between(question)
    if named is None:
        return []
    ends = [_named(words, searcher) for words in named]
    first, second = (
        sorted((one for one in ends if one is not None), key=by_date) if all(ends) else (None, None)
    )
    if first is None or second is None or first == second:
        return []
    earlier = {one.id for one in earlier_events(second, searcher.base)}
    return sorted((one for one in later_events(first, searcher.base) if one.id in earlier), key=by_date)


def _extreme(question: Question, conversation: Conversation, searcher: Searcher) -> list[Event]:
    """The first or last of all events, or of those told of last."""
    asked, base = read_extreme_event(question), searcher.base
    if asked is None:
        return []
    facts = (base.fact_by_id[one] for one in conversation.facts if one in base.fact_by_id)
    told = {event.id: event for fact in facts if (event := event_of(fact, base)) is not None}
    events = [*told.values()] if asked.of_told else [event for event in base.events if not event.cancelled]
    dated = sorted((event for event in events if event.when is not None), key=by_date)
    if len(dated) < _SEVERAL:
        return []
    return dated[:1] if asked.earliest else dated[-1:]


def _ahead(
    alone: ClauseResult, question: Question, conversation: Conversation, base: FactBase
) -> list[Event]:
    """«Что планируется?», and «что будет потом?» with nothing before it: the events still to come."""
    if not asks_what_comes(question, is_cold=not conversation.question):
        return []
    ahead = [one for one in base.events if one.when is not None and is_ahead(one.when, base)]
    result = alone.result
    shown = result.shown if isinstance(result, Answer) and result.rule != _LIKELY else ()
    of_all = any(is_kind(term) and "plur" in term.morphology.genders for term in question.terms)
    is_told = any(event_of(one.fact, base) in ahead for one in shown) and not (of_all and len(ahead) > 1)
    return [] if is_told else sorted((one for one in ahead if not one.cancelled), key=by_date)


def _beside(
    alone: ClauseResult, question: Question, text: str, conversation: Conversation, searcher: Searcher
) -> ClauseResult | None:
    """The events before or after one; a refusal where none is held before or after that told of last."""
    asked = read_beside_event(question)
    event = _anchor(asked, conversation, searcher) if asked is not None else None
    if asked is None or event is None or (not asked.pointed and _is_told_otherwise(alone, event, asked)):
        return None
    found = (earlier_events if asked.earlier else later_events)(event, searcher.base)
    if not found:
        return _nothing(asked, text, alone, question, conversation)
    events = sorted(found, key=by_date) if _asks_for_all(asked, question) else found[:1]
    form = question.request.form
    is_bare = form is AnswerForm.YES_NO and not asked.several  # «А после него?»
    why = alone.result.why if asked.anchor else replace(alone.result.why, carried=(event.title,))
    return told_events(events, AnswerForm.OTHER if is_bare else form, _RULE, why, searcher)


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


def _named(words: Sequence[Term], searcher: Searcher) -> Event | None:
    """The event that has every word; «до Линч» asks who held her post, not for her event."""
    event, lacking = searcher.events.resolve(words)
    if event is None or lacking:
        return None
    is_person = names_nobody(words, searcher.name_keys["person"])
    return event if is_person or searcher.events.is_headed_by(event, words) else None


def _speaks_of_person(conversation: Conversation, searcher: Searcher) -> bool:
    if conversation.slot in (Slot.DATE, Slot.PLACE):
        return False
    last = parse_question(conversation.question, searcher.lexicon, asking=True)
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


def _nothing(
    asked: BesideEvent, text: str, alone: ClauseResult, question: Question, conversation: Conversation
) -> ClauseResult | None:
    """That nothing is held before or after the event, where that alone is asked after it was told of."""
    if not conversation.question or not (asked.asks_nothing or (asked.pointed and not asked.anchor)):
        return None
    reason = Reason.NOTHING_EARLIER if asked.earlier else Reason.NOTHING_LATER
    form, why = question.request.form, alone.result.why
    refusal = Refusal(rule=_RULE, confidence=0.8, reason=reason, slot=question.slot, form=form, why=why)
    return ClauseResult(text, refusal, refusal.confidence)
