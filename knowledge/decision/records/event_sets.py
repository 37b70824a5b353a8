"""Several events beside each other, from their records: places and dates compared, all places, all people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import ABOVE, BELOW
from knowledge.decision.context.digest_subjects import sides_named
from knowledge.decision.context.identity_facts import identity_facts
from knowledge.decision.context.places import is_country
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.records.left_words import is_left
from knowledge.decision.records.record_answers import telling
from knowledge.decision.times.dated_parts import dated_parts, events_of_noun, several_events
from knowledge.facts.model import Event, Fact
from knowledge.language import question_words
from knowledge.language.semantic_classes import SAYING
from knowledge.language.synonyms import Level
from knowledge.results import (
    Answer,
    AnswerForm,
    EventLine,
    EventsLead,
    Lead,
    ListLead,
    Polarity,
    Shown,
    Slot,
    YesNoLead,
)
from knowledge.understanding.question import Question

_WORDS = read_groups("requests/event_sets")
_SAME = _WORDS["same"]
_SEVERAL = 2


def answer_events(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The answer from several records, None where the question has a word that they say nothing of."""
    question = context.search.question
    form = question.request.form
    if len(access.base.events) < _SEVERAL:
        return None
    if question.request.negated:
        return _elsewhere(context, access)
    if form is AnswerForm.LIST:
        return _all_places(context, access) or _all_people(context, access) or _all_events(context, access)
    if form is AnswerForm.COMPARE and _asks_what_sides_say(question, access):
        return None
    if form in (AnswerForm.COMPARE, AnswerForm.WHEN, AnswerForm.WHERE, AnswerForm.YES_NO):
        return _beside(context, access)
    return None


def _asks_what_sides_say(question: Question, access: BaseAccess) -> bool:
    """«В чём разница между тем, что сказали китайцы и что американцы»: words are compared, not events."""
    speaks = any(SAYING.intersection(term.morphology.lemmas) for term in question.terms)
    return speaks and len(sides_named(question.terms, access)) >= _SEVERAL


def _beside(context: RuleContext, access: BaseAccess) -> Answer | None:
    question = context.search.question
    # A follow-up has an event carried over beside the one that it names.
    is_several = not access.own_words and bool(several_events(question, access))
    if question.request.form is not AnswerForm.COMPARE and not is_several:
        return None
    if any(term.word in ABOVE | BELOW for term in question.terms):
        return None
    events = _named(question, access)
    if len(events) != _SEVERAL or _names_more(question, events, access):
        return None
    slots = _asked(question)
    lines = tuple(
        EventLine(
            title=event.title,
            when=event.when if Slot.DATE in slots else None,
            where=(event.where or "") if Slot.PLACE in slots else "",
        )
        for event in events
    )
    if any(one.when is None and not one.where for one in lines):
        return None
    forms = [
        form for slot, form in ((Slot.PLACE, AnswerForm.WHERE), (Slot.DATE, AnswerForm.WHEN)) if slot in slots
    ]
    facts = [fact for event in events for form in forms for fact in _facts(event, form, context)]
    return _answer(_lead(question, lines), facts, context, events)


def _lead(question: Question, lines: tuple[EventLine, ...]) -> Lead:
    """«Нет: Вашингтон и Пекин» where one attribute is asked to be the same, both records otherwise."""
    forms = {form for term in question.terms for form in (term.word, *term.morphology.lemmas)}
    first, second = lines
    if forms & _SAME and all(one.when is None for one in lines):
        if first.where == second.where:
            return YesNoLead(polarity=Polarity.YES, held=first.where)
        return YesNoLead(polarity=Polarity.NO, held=f"{first.where}, {second.where}")
    return EventsLead(lines=lines)


def _named(question: Question, access: BaseAccess) -> list[Event]:
    """Two events named by ordinals or titles, or «оба диалога»."""
    things = several_events(question, access) or dated_parts(question, access)
    found = (one.event for one in things)
    return sorted((event for event in found if event is not None), key=_day)


def _day(event: Event) -> date:
    return event.when.last_day if event.when is not None else date.max


def _asked(question: Question) -> frozenset[Slot]:
    """Of place and date what the question's nouns and question words name; both where it names neither."""
    named = {question_words.NOUNS.get(lemma) for term in question.terms for lemma in term.morphology.lemmas}
    named |= {question_words.QUESTION_WORDS.get(term.word) for term in question.terms}
    named |= {Slot.PLACE for term in question.terms if term.word in _WORDS["there"]}
    named |= {*question.slots}
    asked = frozenset({Slot.PLACE, Slot.DATE} & named)
    return asked or frozenset({Slot.PLACE, Slot.DATE})


def _names_more(question: Question, events: Sequence[Event], access: BaseAccess) -> bool:
    keys = frozenset().union(*map(access.resolver.keys_of, events))
    return is_left(
        question, lambda term: any(key in keys and level >= Level.ROOT for key, level in term.keys)
    )


def _elsewhere(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Какой из двух диалогов не в Пекине?»: the event of that noun that is in another place."""
    question = context.search.question
    if not question.slots or not any(term.word in question_words.WHICH for term in question.terms):
        return None
    denied = {key for at in question.request.negated for key, _ in question.terms[at].keys}
    events = events_of_noun([question.terms[at] for at in question.content_places], access)
    placed = [event for event in events if denied & access.lexicon.sure(event.where or "")]
    left = [event for event in events if event not in placed and event.where]
    if not placed or not left or _names_more(question, events, access):
        return None
    lines = tuple(EventLine(title=event.title, when=event.when, where=event.where or "") for event in left)
    facts = [fact for event in left for fact in _facts(event, AnswerForm.WHERE, context)]
    return _answer(EventsLead(lines=lines), facts, context, left)


def _all_places(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Все города»: the places of all events but countries."""
    question = context.search.question
    slots = {question_words.NOUNS.get(lemma) for term in question.terms for lemma in term.morphology.lemmas}
    other = {*question.slots} - {Slot.PLACE, Slot.STATEMENT}
    if other or Slot.PLACE not in slots or _names_more(question, access.base.events, access):
        return None
    places: dict[str, Event] = {}
    for event in access.base.events:
        if event.where and not any(map(is_country, access.lexicon.read(event.where))):
            places.setdefault(event.where, event)
    facts = [fact for event in places.values() for fact in _facts(event, AnswerForm.WHERE, context)]
    lead = ListLead(items=tuple(places))
    return _answer(lead, facts, context, [*places.values()]) if len(places) >= _SEVERAL else None


def _all_events(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Перечисли все диалоги»: the events whose titles the noun heads, of one chain."""
    question = context.search.question
    nouns = [question.terms[at] for at in question.content_places]
    nouns = [term for term in nouns if term.morphology.first_pos == "NOUN"]
    every = any(term.word in _WORDS["every"] for term in question.terms)
    if len(nouns) != 1 or not (every or "plur" in nouns[0].morphology.genders):
        return None
    named = {key for key, level in nouns[0].keys if level is Level.LEMMA}
    events = [one for one in events_of_noun(nouns, access) if access.resolver.is_headed_by(one, nouns)]
    events = [one for one in events if named & access.lexicon.sure(one.title)]
    if len(events) < _SEVERAL or _names_more(question, events, access):
        return None
    events = sorted(events, key=_day)
    lines = tuple(EventLine(title=one.title, when=one.when, where=one.where or "") for one in events)
    facts = [fact for event in events for fact in _facts(event, AnswerForm.WHEN, context)]
    return _answer(EventsLead(lines=lines), facts, context, events)


def _all_people(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Всех, кто назван»: the people of the base, of a side if one is named."""
    question = context.search.question
    asks = question.slot is Slot.PERSON or any(
        question_words.NOUNS.get(lemma) is Slot.PERSON or lemma in _WORDS["people"]
        for term in question.terms
        for lemma in term.morphology.lemmas
    )
    sides = sides_named(question.terms, access)
    if not asks or is_left(question, lambda term: bool(sides_named([term], access))):
        return None
    people = [one for one in access.base.people if not sides or one.side in sides]
    facts = [fact for one in people for fact in identity_facts(one, context)]
    items = tuple(f"{one.name}: {one.post}" if one.post else one.name for one in people)
    lead = ListLead(items=items, people=tuple(people))
    return _answer(lead, facts, context) if len(people) >= _SEVERAL else None


def _facts(event: Event, form: AnswerForm, context: RuleContext) -> list[Fact]:
    """The fact that tells the place or the date of an event, else the first about it."""
    told = [one.fact for one in telling(event, form, context)]
    return told or [fact for fact in context.base.facts if fact.about[:1] == (event.id,)][:1]


def _answer(
    lead: Lead, facts: Sequence[Fact], context: RuleContext, events: Sequence[Event] = ()
) -> Answer | None:
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in dict.fromkeys(facts))
    return Answer(
        rule="event-set",
        confidence=0.9,
        shown=shown,
        events=tuple(events),
        lead=lead,
        form=context.search.question.request.form,
        why=context.why,
    )
