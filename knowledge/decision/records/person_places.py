"""«Где был Орлов?»: the places of the events in which a person took part, by their records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import Match, compare_dates
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.context.stated_values import Stated, stated_values
from knowledge.decision.leads.named_people import person_keys
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.facts.model import Event, Fact, Person
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import (
    Answer,
    AnswerForm,
    EventLine,
    EventsLead,
    Lead,
    Reason,
    Result,
    Shown,
    Slot,
    ValueLead,
)
from knowledge.understanding.question import Question

_STAYING = read_words("verbs/staying") | read_words("verbs/being")
_VERBS = frozenset({"VERB", "INFN", "PRTS"})


def where_person_was(context: RuleContext, access: BaseAccess) -> Result | None:
    """The place or places; None where more is asked, or a statement itself may tell.

    Of what is to come nothing is told by what was: «где будет Орлов?» is then refused.
    """
    question = context.search.question
    if question.request.form is not AnswerForm.WHERE or question.request.negated:
        return None
    stated = list(stated_values(question, access))
    named = [one for one in stated if one.kind == "person"]
    if len(named) != 1 or len(stated) > 2 or not _names_nothing_more(question, stated):
        return None
    tenses = {mood for term in question.terms if _stays(term) for mood in term.morphology.moods}
    person = _person(named[0], question, access)
    if person is None or not tenses & {"past", "futr"}:
        return None
    events = [
        one for one in access.base.events if _fits(one, person, stated, context, ahead="futr" in tenses)
    ]
    if events:
        return _answer(events, person, context)
    told = any(part.person == person.id for one in access.base.events for part in one.people)
    if not told or "futr" not in tenses:
        return None
    refusal = refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 0.8)
    return replace(complete_refusal(refusal, context, access), form=AnswerForm.WHERE)


def _names_nothing_more(question: Question, stated: Sequence[Stated]) -> bool:
    places = frozenset().union(*(one.places for one in stated))
    others = [
        term
        for at, term in enumerate(question.terms)
        if at not in places and at not in question.asking_places and term.word_class is WordClass.CONTENT
    ]
    dated = all(one.kind == "person" or _is_date(one) for one in stated)
    return dated and all(map(_stays, others))


def _is_date(one: Stated) -> bool:
    return one.value is not None and one.value.kind is ValueKind.DATE


def _stays(term: Term) -> bool:
    return term.morphology.first_pos in _VERBS and bool(_STAYING.intersection(term.morphology.lemmas))


def _person(stated: Stated, question: Question, access: BaseAccess) -> Person | None:
    words = [{key for key, level in question.terms[at].keys if level >= Level.ROOT} for at in stated.places]
    found = [
        one for one in access.base.people if all(keys & person_keys(one, access.lexicon) for keys in words)
    ]
    return found[0] if len(found) == 1 else None


def _fits(
    event: Event, person: Person, stated: Sequence[Stated], context: RuleContext, *, ahead: bool
) -> bool:
    if event.where is None or event.cancelled or all(part.person != person.id for part in event.people):
        return False
    if (event.when is not None and is_ahead(event.when, context.base)) != ahead:
        return False
    year = context.base.source.published.end.year
    dates = [one.value for one in stated if one.value is not None]
    # Of «не позднее 1 декабря» no month is told.
    return all(
        event.when is not None
        and event.when.first_day is not None
        and compare_dates(value, event.when, [], year) in (Match.SAME, Match.COARSER)
        for value in dates
    )


def _answer(events: Sequence[Event], person: Person, context: RuleContext) -> Answer:
    lines = tuple(EventLine(title=one.title, when=one.when, where=one.where or "") for one in events)
    lead: Lead = ValueLead(held=events[0].where or "") if len(events) == 1 else EventsLead(lines=lines)
    telling = _telling(events[0], person, context) if len(events) == 1 else None
    return Answer(
        rule="event-record",
        confidence=0.9,
        shown=(Shown(fact=telling, slot=Slot.STATEMENT),) if telling is not None else (),
        events=tuple(events),
        lead=lead,
        form=AnswerForm.WHERE,
        why=context.why,
    )


def _telling(event: Event, person: Person, context: RuleContext) -> Fact | None:
    """The fact about the event that names the person, and if it can be the place."""
    place = context.lexicon.sure(event.where or "")
    about = [
        fact
        for fact in context.base.facts
        if fact.about[:1] == (event.id,)
        and fact.said_by is None
        and any(part.person == person.id and part.role != "member" for part in fact.people)
    ]
    return max(about, key=lambda fact: len(place & context.lexicon.sure(fact.says)), default=None)
