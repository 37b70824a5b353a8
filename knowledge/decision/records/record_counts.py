"""«Сколько всего диалогов?», «сколько министров?» where no fact says it: counted over the records."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.asked_plan import asks_of_plan, asks_past
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.identity_facts import identity_facts
from knowledge.decision.context.places import is_country, is_land
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.digests.digests import OF_TEXTS
from knowledge.decision.records.left_words import is_left
from knowledge.decision.records.record_answers import telling
from knowledge.decision.times.dated_parts import events_of_noun
from knowledge.facts.model import Event, Fact, Person
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.post_heads import post_head
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import (
    Answer,
    AnswerForm,
    EventLine,
    EventsLead,
    JointLead,
    Lead,
    ListLead,
    Participant,
    Shown,
    Slot,
    ValueLead,
)
from knowledge.understanding.question import Question

_COUNTRY = read_groups("requests/own_places")["country"]
_SIDE = read_groups("requests/person_sides")["side"] - read_groups("requests/person_sides")["team"]
_SEAT = read_groups("requests/own_places")["town"]
_PEOPLE = read_groups("requests/event_sets")["people"]
_STORE = read_groups("requests/event_sets")["store"]
_NAMING = read_groups("requests/event_sets")["naming"]
_LISTS = (AnswerForm.WHAT, AnswerForm.LIST, AnswerForm.WHICH)
_LEAST = 2


def count_records(context: RuleContext, access: BaseAccess) -> Answer | None:
    """How many events, towns, countries or people of a post the pack names; None where more is asked."""
    question = context.search.question
    form = question.request.form
    if question.request.negated or form not in (AnswerForm.HOW_MANY, *_LISTS) or access.own_words:
        return None
    nouns = [term for term in question.terms if term.morphology.first_pos == "NOUN"]
    nouns = [term for term in nouns if not _STORE.intersection(term.morphology.lemmas)]
    if _names_people(nouns):
        nouns = nouns[:1]  # «сколько людей по именам»
    if len(nouns) != 1 or is_left(question, lambda term: term is nouns[0] or _is_said_of_bot(term)):
        return None
    noun = nouns[0]
    if (_COUNTRY | _SIDE).intersection(noun.morphology.lemmas):
        return _of_countries(context, access)
    if form is not AnswerForm.HOW_MANY:
        return None
    if _SEAT.intersection(noun.morphology.lemmas):
        return _of_towns(context, access)
    people = _people(noun, access)
    return _of_people(people, context) if people else _of_events(noun, context, access)


def count_named(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Сколько людей названо?»: all people of the base, though a statement counts some of them."""
    question = context.search.question
    if question.request.form is not AnswerForm.HOW_MANY or question.request.negated or access.own_words:
        return None
    rest = [term for term in question.terms if term.word_class > WordClass.POLITE]
    named = [term for term in rest if _NAMING.intersection((term.word, *term.morphology.lemmas))]
    people = [term for term in rest if _PEOPLE.intersection(term.morphology.lemmas)]
    where = [term for term in rest if (_STORE | OF_TEXTS).intersection(term.morphology.lemmas)]
    asked = {term.word for term in (*named, *people, *where)}
    if not people or not (named or where) or any(term.word not in asked for term in rest if _counts(term)):
        return None
    return _of_people(access.base.people, context)


def _counts(term: Term) -> bool:
    return term.word not in question_words.QUESTION_WORDS and term.word not in question_words.WHICH


def _names_people(nouns: Sequence[Term]) -> bool:
    return bool(nouns) and all(_PEOPLE.intersection(term.morphology.lemmas) for term in nouns)


def _is_said_of_bot(term: Term) -> bool:
    """«В вашей базе», «по именам»: says where to count, not what."""
    return bool((_STORE | _PEOPLE).intersection(term.morphology.lemmas))


def _of_countries(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The countries that are sides, told with a fact that names them."""
    lands = dict.fromkeys(
        one.side for one in access.base.people if one.side and is_land(one.side, access.lexicon)
    )
    keys = [access.lexicon.sure(land) for land in lands]
    naming = (fact for fact in access.base.facts if all(one & access.lexicon.sure(fact.says) for one in keys))
    fact = next(naming, None)
    if len(lands) < _LEAST or fact is None:
        return None
    if context.search.question.request.form is not AnswerForm.HOW_MANY:
        return _answer(ListLead(items=tuple(lands)), [fact], context)
    return _answer(_counted(list(lands)), [fact], context)


def _names_all(fact: Fact, names: Sequence[Collection[str]], access: BaseAccess) -> bool:
    said = access.lexicon.content(fact.says)
    return all(any(key in said for key in name) for name in names)


def _of_towns(context: RuleContext, access: BaseAccess) -> Answer | None:
    places: dict[str, Event] = {}
    for event in access.base.events:
        if event.where and not any(map(is_country, access.lexicon.read(event.where))):
            places.setdefault(event.where, event)
    facts = [one.fact for event in places.values() for one in telling(event, AnswerForm.WHERE, context)]
    return _answer(_counted(list(places)), facts, context) if len(places) >= _LEAST else None


def _counted(names: Sequence[str]) -> Lead:
    return ValueLead(held=f"{len(names)}: {', '.join(names)}", computed=True)


def _people(noun: Term, access: BaseAccess) -> list[Person]:
    """Everybody where people are asked for, else those whose post begins with the noun."""
    if _PEOPLE.intersection(noun.morphology.lemmas):
        return list(access.base.people)
    found = []
    for person in access.base.people:
        head = post_head(access.lexicon.read(person.post or ""))
        if head is not None and head.lemma == noun.lemma:
            found.append(person)
    return found


def _of_people(people: Sequence[Person], context: RuleContext) -> Answer | None:
    facts = [fact for one in people for fact in identity_facts(one, context)]
    lead = ValueLead(held=tuple(Participant(person=one) for one in people), computed=True)
    return _answer(lead, facts, context) if len(people) >= _LEAST else None


def _of_events(noun: Term, context: RuleContext, access: BaseAccess) -> Answer | None:
    """The events whose title has the noun itself, each with its place and date."""
    own = {key for key, level in noun.keys if level is Level.LEMMA}
    events = [one for one in events_of_noun([noun], access) if own & access.lexicon.sure(one.title)]
    several = len(events) >= _LEAST
    past = asks_past(context.search.question) and not _asks_named(context.search.question)
    if past:
        events = [one for one in events if one.when is None or not is_ahead(one.when, access.base)]
    planned = asks_of_plan(context.search.question) or _is_future(context.search.question)
    if planned:
        events = [one for one in events if one.when is not None and is_ahead(one.when, access.base)]
    if len(events) < (1 if planned or (past and several) else _LEAST):
        return None
    lines = tuple(EventLine(title=one.title, when=one.when, where=one.where or "") for one in events)
    facts = [one.fact for event in events for one in telling(event, AnswerForm.WHEN, context)]
    count = ValueLead(held=str(len(events)), computed=True)
    return _answer(JointLead(leads=(count, EventsLead(lines=lines))), facts, context, events)


def _asks_named(question: Question) -> bool:
    """«Сколько диалогов упомянуто?»: those to come are named too."""
    return any(_NAMING.intersection((term.word, *term.morphology.lemmas)) for term in question.terms)


def _is_future(question: Question) -> bool:
    """«Сколько диалогов ещё будет?»"""
    return any("futr" in term.morphology.moods for term in question.terms)


def _answer(
    lead: Lead, facts: Sequence[Fact], context: RuleContext, events: Sequence[Event] = ()
) -> Answer | None:
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in dict.fromkeys(facts))
    if not shown:
        return None
    return Answer(
        rule="event-set",
        confidence=0.85,
        shown=shown,
        events=tuple(events),
        lead=lead,
        form=context.search.question.request.form,
        why=context.why,
    )
