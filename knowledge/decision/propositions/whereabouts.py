"""«Линч была в Париже?»: nothing but a person and a place is named, so only what links them answers.

Where an event took place says nothing of where else its people were: such a question is never denied.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.asked_plan import asks_past
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.context.stated_values import Stated, stated_values
from knowledge.decision.leads.named_people import person_keys
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.facts.model import Event, Fact, Person
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Reason, Result, Shown, Slot, YesNoLead
from knowledge.understanding.question import Question

_STAYING = read_words("verbs/staying")
_PREPOSITIONS = read_groups("function_words/prepositions")
_IN_PLACE = _PREPOSITIONS["place_stated"] - _PREPOSITIONS["place_from"]


def whether_there(context: RuleContext, access: BaseAccess) -> Result | None:
    """Yes by the record of an event there, else a refusal; None where more is stated or a fact names both."""
    question = context.search.question
    named = _person_and_place(question, access)
    if named is None:
        return None
    person, place = named
    if any(_says_both(fact, person, place, access) for fact in access.base.facts):
        return None
    events = [event for event in access.base.events if event.where and _has_part(person, event)]
    there = next((one for one in events if _is_there(one, place, access)), None)
    if there is not None:
        ahead = there.when is not None and is_ahead(there.when, access.base)
        if question.request.negated or there.cancelled or (ahead and asks_past(question)):
            return None
        return _answer(there, person, context)
    refusal = refuse(context, "other-name", Reason.NO_SUCH_ENTITY, 0.85)
    return complete_refusal(refusal, context, access)


def _person_and_place(question: Question, access: BaseAccess) -> tuple[Person, Term] | None:
    """The person of the pack and the place that a question names, where it names nothing more."""
    stated = list(stated_values(question, access))
    if sorted(one.kind for one in stated) != ["person", "place"]:
        return None
    person_at, place_at = sorted(stated, key=lambda one: one.kind)
    taken = person_at.places | place_at.places
    others = [question.terms[at] for at in question.content_places if at not in taken]
    if any(one.word_class is WordClass.CONTENT and not _stays(one) for one in others):
        return None
    place = min(place_at.places)
    if place == 0 or question.terms[place - 1].word not in _IN_PLACE:
        return None
    person = _named(person_at, question, access)
    return None if person is None else (person, question.terms[place])


def _stays(term: Term) -> bool:
    return bool(_STAYING.intersection(term.morphology.lemmas))


def _named(stated: Stated, question: Question, access: BaseAccess) -> Person | None:
    words = [_sure_keys(question.terms[at]) for at in stated.places]
    found = [
        person
        for person in access.base.people
        if all(keys & person_keys(person, access.lexicon) for keys in words)
    ]
    return found[0] if len(found) == 1 else None


def _sure_keys(term: Term) -> set[str]:
    return {key for key, level in term.keys if level >= Level.ROOT}


def _says_both(fact: Fact, person: Person, place: Term, access: BaseAccess) -> bool:
    """Whether a statement, or the fields of a fact, have the person and the place."""
    own = any(part.person == person.id for part in fact.people) or fact.said_by == person.id
    says = access.lexicon.read(fact.says)
    names = own or _meets(says, person_keys(person, access.lexicon))
    return names and _meets([*says, *access.lexicon.read(fact.where or "")], _place_keys(place))


def _meets(terms: Sequence[Term], keys: set[str]) -> bool:
    return any(key in keys for term in terms for key, level in term.keys if level >= Level.ROOT)


def _place_keys(term: Term) -> set[str]:
    return {key for key, level in term.keys if level >= Level.SYNONYM}


def _has_part(person: Person, event: Event) -> bool:
    return any(part.person == person.id for part in event.people)


def _is_there(event: Event, place: Term, access: BaseAccess) -> bool:
    held = {key for term in access.lexicon.read(event.where or "") for key, _ in term.keys}
    return bool(held & _place_keys(place))


def _answer(event: Event, person: Person, context: RuleContext) -> Answer:
    """The answer with the fact about the event that names the person, else with the event's first one."""
    about = [fact for fact in context.base.facts if fact.about[:1] == (event.id,) and fact.said_by is None]
    about.sort(key=lambda fact: (person.id not in {part.person for part in fact.people}, fact.where is None))
    return Answer(
        rule="event-record",
        confidence=0.85,
        shown=tuple(Shown(fact=fact, slot=Slot.YES_NO) for fact in about[:1]),
        events=(event,),
        lead=YesNoLead(polarity=Polarity.YES),
        form=AnswerForm.YES_NO,
        why=context.why,
    )
