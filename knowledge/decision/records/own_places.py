"""«Где находится Пекин?», «откуда Линч?»: where an event took place says nothing of a place or a person.

A place is refused unless a statement says where it lies; a person is from the country of the side, if any.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import sides_named
from knowledge.decision.context.identity_facts import identity_facts
from knowledge.decision.context.places import is_country, is_land
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.context.stated_values import Stated, given_words, stated_values
from knowledge.decision.leads.named_people import person_keys
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.facts.model import Fact, Person
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import (
    Answer,
    AnswerForm,
    Polarity,
    Reason,
    Result,
    Shown,
    Slot,
    ValueLead,
    YesNoLead,
)
from knowledge.understanding.question import Question

_WORDS = read_groups("requests/own_places")
_BEING = read_words("verbs/being")
_STAYING = read_words("verbs/staying") | _BEING | _WORDS["located"]
_FROM = read_groups("function_words/prepositions")["place_from"]
_FORMS = (AnswerForm.WHERE, AnswerForm.WHAT, AnswerForm.WHICH)
_PAIR = 2
_VERBS = frozenset({"VERB", "INFN", "PRTS"})


def own_place(context: RuleContext, access: BaseAccess) -> Result | None:
    """The side's name or a refusal; None where more than a place or a person is named."""
    question = context.search.question
    if question.request.form not in _FORMS or question.request.negated or question.request.alternatives:
        return None
    stated = list(stated_values(question, access))
    if _states_capital(question, stated) and not any(
        _says_where(fact, question.terms[min(stated[0].places)], access) for fact in access.base.facts
    ):
        return _refused(context, access)
    if len(stated) != 1 or not _names_nothing_more(question, stated[0]):
        return None
    one = stated[0]
    if one.kind == "place" and question.request.form in _FORMS:
        return _of_place(one, context, access)
    if one.kind == "person" and _asks_where(question) and not _tells_past(question):
        return _of_person(one, context, access)
    return None


def _states_capital(question: Question, stated: Sequence[Stated]) -> bool:
    """«Пекин — столица США?»: two places, and that one is the capital of the other."""
    taken = frozenset().union(*(one.places for one in stated))
    rest = [
        question.terms[at]
        for at in question.content_places
        if at not in taken and question.terms[at].word_class is WordClass.CONTENT
    ]
    seats = [term for term in question.terms if _has(term, "seat") and term.word in term.morphology.lemmas]
    is_second = bool(seats) and any(min(one.places) < question.terms.index(seats[0]) for one in stated)
    return len(stated) == _PAIR and is_second and all(_has(term, "seat") for term in rest)


def _names_nothing_more(question: Question, stated: Stated) -> bool:
    known = _STAYING | _WORDS["place"] | _WORDS["origin"] | _WORDS["birth"] | _WORDS["home"]
    return all(
        at in stated.places
        or at in question.asking_places
        or term.word_class is not WordClass.CONTENT
        or known.intersection((term.word, *term.morphology.lemmas))
        for at, term in enumerate(question.terms)
    )


def _asks_where(question: Question) -> bool:
    """«Где», «в каком городе», not «на каком этаже»."""
    if any(not _has(question.terms[at], "place") for at in question.head_places):
        return any(_has(term, "origin") for term in question.terms)
    return question.request.form is AnswerForm.WHERE or any(_has(term, "origin") for term in question.terms)


def _tells_past(question: Question) -> bool:
    """«Где был Рейн?» asks of an event in which he took part; «где жил Рейн?» of himself."""
    return not any(_has(term, "home") for term in question.terms) and any(
        term.morphology.first_pos in _VERBS and "pres" not in term.morphology.moods for term in question.terms
    )


def _has(term: Term, group: str) -> bool:
    return bool(_WORDS[group].intersection((term.word, *term.morphology.lemmas)))


def _of_place(stated: Stated, context: RuleContext, access: BaseAccess) -> Result | None:
    """A refusal, unless a fact says it of this place."""
    question = context.search.question
    at = min(stated.places)
    place = question.terms[at]
    seat = any(_has(term, "seat") for term in question.terms)
    known = is_country(place) or "Geox" in place.morphology.marks
    asks = seat or (question.request.form is AnswerForm.WHERE and not _follows_preposition(question, at))
    if not known or not asks or any(_says_where(fact, place, access) for fact in access.base.facts):
        return None
    return _refused(context, access)


def _refused(context: RuleContext, access: BaseAccess) -> Result:
    refusal = refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 0.85)
    form = context.search.question.request.form
    return complete_refusal(replace(refusal, form=form), context, access)


def _follows_preposition(question: Question, at: int) -> bool:
    return at > 0 and question.terms[at - 1].morphology.first_pos == "PREP"


def _says_where(fact: Fact, place: Term, access: BaseAccess) -> bool:
    """Whether a statement has the place and what says where it lies or of what it is the capital."""
    says = access.lexicon.read(fact.says)
    lies = any(_has(term, "located") or _has(term, "seat") for term in says)
    return lies and _meets(says, _sure(place))


def _of_person(stated: Stated, context: RuleContext, access: BaseAccess) -> Result | None:
    """The side of the person where the origin is asked; a refusal where no statement places the person."""
    question = context.search.question
    person = _named(stated, question, access)
    if person is None or any(_places_person(fact, person, access) for fact in access.base.facts):
        return None
    origin = any(_has(term, "origin") for term in question.terms)
    if not origin or any(_has(term, "birth") for term in question.terms):
        is_example = context.best is not None and context.best.same_example is not None
        return None if is_example else _refused(context, access)
    if person.side is None or not is_land(person.side, access.lexicon):
        by_country = any(_has(term, "country") for term in question.terms)
        return _refused(context, access) if by_country else None
    return _answer(person, ValueLead(held=person.side), context)


def whether_from(context: RuleContext, access: BaseAccess) -> Result | None:
    """«Линч из Китая?» by the side; None where the side or the country is not known, or more is stated."""
    question = context.search.question
    stated = sorted(stated_values(question, access), key=lambda one: one.kind)
    if [one.kind for one in stated] != ["person", "place"] or question.request.negated:
        return None
    at, taken = min(stated[1].places), stated[0].places | stated[1].places
    rest = [question.terms[one] for one in question.content_places if one not in taken]
    if at == 0 or question.terms[at - 1].word not in _FROM or any(_says_more(term) for term in rest):
        return None
    person, place = _named(stated[0], question, access), question.terms[at]
    sides = sides_named([place], access)
    if person is None or person.side is None or not (sides or is_country(place)):
        return None
    if person.side not in sides and not is_land(person.side, access.lexicon):
        return None
    given = f"{question.terms[at - 1].word} {given_words(question, stated[1].places)}"
    same = person.side in sides
    lead = YesNoLead(polarity=Polarity.YES) if same else YesNoLead(polarity=Polarity.NO, held=person.side)
    return _answer(person, lead if same else replace(lead, given=given), context)


def _says_more(term: Term) -> bool:
    """Whether a word is neither of being nor a noun of origin: to come from a country is another thing."""
    known = _BEING.intersection(term.morphology.lemmas) or _has(term, "origin")
    return term.word_class is WordClass.CONTENT and not known


def _answer(person: Person, lead: ValueLead | YesNoLead, context: RuleContext) -> Answer:
    return Answer(
        rule="post-record",
        confidence=0.9,
        shown=tuple(Shown(fact=fact, slot=Slot.SIDE) for fact in identity_facts(person, context)),
        lead=lead,
        form=context.search.question.request.form,
        why=context.why,
    )


def _named(stated: Stated, question: Question, access: BaseAccess) -> Person | None:
    words = [_sure(question.terms[at]) for at in stated.places]
    found = [
        one for one in access.base.people if all(keys & person_keys(one, access.lexicon) for keys in words)
    ]
    return found[0] if len(found) == 1 else None


def _places_person(fact: Fact, person: Person, access: BaseAccess) -> bool:
    """Whether a statement of the person says where somebody comes from, lives or is."""
    says = access.lexicon.read(fact.says)
    linked = any(part.person == person.id for part in fact.people)
    names = linked or _meets(says, person_keys(person, access.lexicon))
    return names and any(_has(term, "located") or _has(term, "home") for term in says)


def _meets(terms: Sequence[Term], keys: set[str]) -> bool:
    return any(key in keys for term in terms for key, level in term.keys if level >= Level.ROOT)


def _sure(term: Term) -> set[str]:
    return {key for key, level in term.keys if level >= Level.ROOT}
