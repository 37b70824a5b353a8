"""Propositions that a record decides without a fact: a person's post, the date of an event, a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_words
from knowledge.decision.context.asked_plan import asks_of_agreement, asks_of_plan, asks_past
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.chained_events import stated_event
from knowledge.decision.context.comparison import Match, compare_dates, compare_order, order_asked
from knowledge.decision.context.event_edges import edge_of
from knowledge.decision.context.open_spans import is_untold
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import Stated, without_value
from knowledge.decision.leads.named_people import person_keys
from knowledge.decision.leads.value_leads import verdict
from knowledge.decision.records.record_answers import HAPPENING, named_event
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Fact, Person
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.retrieval.event_resolver import main_event
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.denials import has_denial
from knowledge.understanding.question import Question

CANCELLED = "отменено"
"""What the base holds of an event that was called off."""
POST_RECORD = "post-record"
"""The rule of an answer by a person's record, whatever the fact shown beside it denies."""
_LONG_TITLE = 3
"""Words of a title of which one alone does not name the event."""
_CANCELLING = read_words("verbs/cancelling")


def post_answer(person: Person, lead: YesNoLead, context: RuleContext, access: BaseAccess) -> Answer:
    """The answer with the fact that names the person's post, else one that names the person."""
    names = person_keys(person, access.lexicon)
    post = {key for term in access.lexicon.read(person.post or "") for key, _ in term.keys}
    naming: list[tuple[int, Fact]] = []
    for fact in context.base.facts:
        keys = {key for term in access.lexicon.read(fact.says) for key, _ in term.keys}
        if keys & names:
            naming.append((len(keys & post), fact))
    best = max(naming, key=lambda one: one[0], default=None)
    shown = () if best is None else (Shown(fact=best[1], slot=Slot.YES_NO),)
    return Answer(
        rule=POST_RECORD,
        confidence=0.9,
        shown=shown,
        form=AnswerForm.YES_NO,
        lead=lead,
        why=context.why,
    )


def record_answer(
    one: Stated, rest: Question | None, context: RuleContext, access: BaseAccess
) -> Answer | None:
    """«Ярмарка будет 5 мая?»: nothing but the event and a date is named, so its record answers."""
    question, value = context.search.question, one.value
    order = order_asked(question.text, value) if value is not None else None
    if rest is not None and order is not None:
        before = min(one.places) - 1
        rest = replace(rest, content_places=tuple(at for at in rest.content_places if at != before))
    event = _meant(rest, access) if rest is not None else None
    if event is None or event.when is None or value is None:
        return None
    if value.kind is ValueKind.DATE:
        event = stated_event(event, value, rest or question, question, access)
    if event.when is None:
        return None
    if value.kind is ValueKind.WEEKDAY:
        lead = _lead_of_weekday(event, event.when, context)
    else:
        lead = lead_of_date(value, order, event.when, context, access)
    if lead is None:
        return None
    if event.cancelled and not says_cancelled(context):
        lead = YesNoLead(polarity=Polarity.NO, held=CANCELLED)
    shown = tuple(Shown(fact=fact, slot=Slot.YES_NO) for fact in facts_of_event(event, context)[:1])
    return Answer(
        rule="event-record",
        confidence=0.9,
        shown=shown,
        events=(event,),
        lead=lead,
        form=AnswerForm.YES_NO,
        why=context.why,
    )


def lead_of_date(
    value: Value, order: str | None, when: EdtfDate, context: RuleContext, access: BaseAccess
) -> YesNoLead | None:
    question = context.search.question
    if value.kind is not ValueKind.DATE or (asks_past(question) and is_ahead(when, context.base)):
        return None
    is_next = any(key == "№+" for term in question.terms for key, _ in term.keys)
    if is_next and when.last_day <= context.base.source.published.last_day:
        return None
    held = when if value.is_range else edge_of(when, question)
    year = context.base.source.published.end.year
    if order is None or when.is_interval:
        match = compare_dates(value, held, [], year)
    else:
        match = compare_order(value, when, year, order)
    if match is Match.OTHER and is_untold(value, when, (), "", question, access):
        match = Match.UNTOLD
    lead = verdict(match, when, question.text[value.start : value.end])
    is_within = lead is not None and when.is_interval and lead.polarity is Polarity.YES
    return replace(lead, held=when) if lead is not None and is_within else lead


def _lead_of_weekday(event: Event, when: EdtfDate, context: RuleContext) -> YesNoLead | None:
    """«Лидеры встречались в субботу?» where no day is held: that of another event does not answer."""
    if when.is_interval or when.first_day == when.last_day or event.cancelled:
        return None
    if is_ahead(when, context.base) or not facts_of_event(event, context):
        return None
    return YesNoLead(polarity=Polarity.COARSER, held=when)


def _meant(rest: Question, access: BaseAccess) -> Event | None:
    """The event named; the main one where one word of a long title is all that is named, and may mean it."""
    event, main = named_event(rest, access.resolver), main_event(access.base)
    if event is None or main is None or event == main or rest.is_bare_number:
        return event
    terms = [rest.terms[at] for at in rest.content_places if at not in rest.asking_places]
    named = [term for term in terms if not HAPPENING.intersection(term.morphology.lemmas)]
    title = access.lexicon.content(event.title)
    words = [one for one in access.lexicon.read(event.title) if one.word_class is WordClass.CONTENT]
    if len(named) != 1 or len(words) < _LONG_TITLE or not any(key in title for key, _ in named[0].keys):
        return event
    keys = access.resolver.keys_of(main)
    is_main = any(key in keys for key, level in named[0].keys if level >= Level.SYNONYM)
    return main if is_main else event


def facts_of_event(event: Event, context: RuleContext) -> list[Fact]:
    """Facts about an event, those that name a date first."""
    about = [fact for fact in context.base.facts if fact.about[:1] == (event.id,) and fact.said_by is None]
    return sorted(about, key=lambda fact: not any(one.kind is ValueKind.DATE for one in values_of(fact)))


def planned_answer(stated: Sequence[Stated], context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Начало продаж уже прошло?», «назначено ли?»: nothing but an event is named, and it was yet to come.

    A place that alone names the event states something of another one: «диалог прошёл в Пекине?».
    """
    question = context.search.question
    event = named_event(question, access.resolver)
    for place in (one for one in stated if one.kind == "place"):
        rest = without_value(question, place)
        if rest is not None and named_event(rest, access.resolver) != event:
            return None
    if event is None or event.when is None or event.cancelled or not is_ahead(event.when, context.base):
        return None
    asks_plan = asks_of_plan(question) and not asks_of_agreement(question)
    if not asks_plan and not asks_past(question):
        return None
    planned = YesNoLead(polarity=Polarity.PLANNED, held=event.when)
    shown = tuple(Shown(fact=fact, slot=Slot.YES_NO) for fact in facts_of_event(event, context)[:1])
    return Answer(
        rule="event-record",
        confidence=0.85,
        shown=shown,
        events=(event,),
        lead=YesNoLead(polarity=Polarity.YES) if asks_plan else planned,
        form=AnswerForm.YES_NO,
        why=context.why,
    )


def says_cancelled(context: RuleContext) -> bool:
    """«Дебаты отменили, да?», «от дебатов отказались?» states itself that the event did not take place."""
    question = context.search.question
    named = any(_CANCELLING.intersection(term.morphology.lemmas) for term in question.terms)
    return named or has_denial(question.text)
