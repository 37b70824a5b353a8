"""How many days or hours a thing lasted, counted from the two ends that the base names."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.context.asked_plan import asks_past
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.times.dated_things import Dated
from knowledge.decision.times.time_answers import dated_answer
from knowledge.decision.times.time_spans import UNITS, span_between
from knowledge.facts.dates import EdtfDate, Precision
from knowledge.facts.model import Event
from knowledge.language.lexicon import Term
from knowledge.language.values import ValueKind
from knowledge.results import Answer, Shown, Slot, SpanLead, ValueLead
from knowledge.scoring.counted_units import counted_units
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question
from knowledge.understanding.request import Span

_DAY, _SECOND = "day", "second"
_MINUTE, _HOUR = 60, 3600.0
"""In seconds; hours of the day are held in minutes."""
_NAMING = frozenset({"NOUN", "ADJF", "LATN", "UNKN"})


def days_lasted(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Сколько дней шёл фестиваль» of one that took place from the 12th to the 14th, or its hours;
    None where both ends are not told."""
    question = context.search.question
    if question.request.span is not Span.LASTING or question.request.negated:
        return None
    event = named_alone(context, access)
    if event is None or event.when is None or event.cancelled:
        return None
    if asks_hours(question) or not has_both_days(event.when):
        return _hours_lasted(event, context, access)
    thing = Dated(title=event.title, when=event.when, event=event)
    return dated_answer(context, counted_days(event.when, context), (thing,), (event.when,))


def _hours_lasted(event: Event, context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Сколько длилась забастовка» of «с 5:00 до 17:00»; what is open for hours may last another time."""
    if not asks_past(context.search.question):
        return None
    for fact in access.base.facts:
        hours = [one for one in values_of(fact) if one.kind is ValueKind.CLOCK]
        is_own = fact.about[:1] == (event.id,) and fact.said_by is None
        if not is_own or len(hours) != 1 or not hours[0].low < hours[0].high:
            continue
        told = counted_units((hours[0].high - hours[0].low) * _MINUTE, _SECOND, _HOUR)
        if told is None:
            return None
        return Answer(
            rule="time",
            confidence=0.85,
            shown=(Shown(fact=fact, slot=Slot.NUMBER),),
            form=context.search.question.request.form,
            lead=ValueLead(held=told, computed=True),
            why=context.why,
        )
    return None


def named_alone(context: RuleContext, access: BaseAccess) -> Event | None:
    """The event that every noun and name of the question names; «сколько лет Линч» names a person."""
    question = context.search.question
    nouns = [
        question.terms[at]
        for at in question.content_places
        if question.terms[at].morphology.first_pos in _NAMING and at != question.counted_place
    ]
    event, lacking = access.resolver.resolve(nouns, question.terms)
    about_people = any(key in access.person_keys for term in nouns for key, _ in term.keys)
    if not nouns or lacking or about_people or event is None or not _names_itself(nouns, event, access):
        return None
    return event


def _names_itself(nouns: Sequence[Term], event: Event, access: BaseAccess) -> bool:
    """Whether the event itself is named, by the head of its title or a name in it; «сколько лет живёт сова»
    names only what the «Учёт сов» is of."""
    title = access.lexicon.read(event.title)
    head = [term for term in title if term.morphology.first_pos == "NOUN"][:1]
    naming = head + [term for term in title[1:] if term.token.capitalised]
    keys = {key for term in naming for key, _ in term.keys}
    return any(key in keys for term in nouns for key, _ in term.keys)


def asks_hours(question: Question) -> bool:
    counted = question.counted_place
    if counted is None:
        return False
    lemmas = question.terms[counted].morphology.lemmas
    return not any(lemma in UNITS for lemma in lemmas)


def has_both_days(when: EdtfDate) -> bool:
    ends = (when.start, when.end)
    return when.first_day not in (None, when.last_day) and all(
        one is not None and one.precision >= Precision.DAY for one in ends
    )


def counted_days(when: EdtfDate, context: RuleContext) -> SpanLead:
    """Both days count: from the 12th to the 14th are three. Weeks and longer units are what lies between."""
    assert when.first_day is not None
    start, end = (EdtfDate.parse(day.isoformat()) for day in (when.first_day, when.last_day))
    lead = span_between("lasting", start, end, context)
    if lead.unit != _DAY:
        return lead
    days = (when.last_day - when.first_day).days + 1
    return SpanLead(span="lasting", low=days, high=days, unit=_DAY, dates=())
