"""«Кто капитан: Орлов или Зотов?»: each person offered is held against the posts and roles of the records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import stated_values
from knowledge.decision.propositions.held_posts import person_at
from knowledge.decision.records.people_sets import facts_on_people
from knowledge.decision.records.post_holders import facts_naming, holds_post
from knowledge.decision.records.record_answers import named_event
from knowledge.facts.model import Event, Fact, Person
from knowledge.language.lexicon import Term
from knowledge.language.role_words import role_of
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Participant, Shown, Slot, ValueLead
from knowledge.retrieval.event_resolver import main_event
from knowledge.scoring.slot_compatibility import ANYBODY
from knowledge.understanding.question import Question

OFFERED_PERSON = "offered-person"
_FORMS = (AnswerForm.WHO, AnswerForm.WHICH)
_PAIR = 2
_NO_MORE = ANYBODY | read_words("verbs/being") | read_words("verbs/holding_posts")
_ROLES = frozenset({"chair", "guest", "speaker"})
"""Roles that a record names; all who come are members, whoever is listed."""


def offered_person(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The one of two who has the post or role asked for, or who has not where that is asked; None where
    both have it or neither."""
    question = context.search.question
    if len(question.request.alternatives) != _PAIR or question.request.form not in _FORMS:
        return None
    if any(term.morphology.first_pos == "COMP" for term in question.terms):
        return None  # «Кто главнее, Орлов или Зотов?»
    stated = [one for one in stated_values(question, access) if one.kind == "person"]
    people = [person for one in stated if (person := person_at(one, question, access)) is not None]
    if len(stated) != _PAIR or len({one.id for one in people}) != _PAIR:
        return None
    taken = frozenset().union(*(one.places for one in stated))
    asked = [at for at in range(len(question.terms)) if at not in taken and _is_asked(question, at)]
    terms = [question.terms[at] for at in asked]
    of_role = _with_role(people, asked, question, access)
    if of_role is not None:
        event, role, having = of_role
        return _answer(people, having, _facts_of_role(event, role, having, context), context)
    having = [one for one in people if holds_post(one, terms, access)] if terms else []
    return _answer(people, having, facts_naming(having[0], context) if having else (), context)


def _is_asked(question: Question, at: int) -> bool:
    """Whether a word says of whom is asked; «из этих людей», «из двоих» and «был» say nothing."""
    term = question.terms[at]
    is_number = any(key[0] == "#" for key, _ in term.keys)
    says = (term.word_class is WordClass.CONTENT and not is_number) or role_of(term) in _ROLES
    return says and at not in question.asking_places and not _NO_MORE.intersection(term.morphology.lemmas)


def _with_role(
    people: Sequence[Person], asked: Sequence[int], question: Question, access: BaseAccess
) -> tuple[Event, str, list[Person]] | None:
    """The event named, else the main one, the only role asked for, and who of the people has it."""
    roles = {at: role for at in asked if (role := role_of(question.terms[at])) in _ROLES}
    rest = tuple(at for at in asked if at not in roles)
    event = main_event(access.base)
    if len(set(roles.values())) != 1:
        return None
    if rest:
        event = named_event(replace(question, content_places=rest), access.resolver)
    if event is None or event.cancelled or not _are_of(event, rest, question.terms, access):
        return None
    role = next(iter(roles.values()))
    held = {part.person for part in event.people if part.role == role}
    return (event, role, [one for one in people if one.id in held]) if held else None


def _are_of(event: Event, places: Sequence[int], terms: Sequence[Term], access: BaseAccess) -> bool:
    keys = access.resolver.keys_of(event)
    return all(any(key in keys for key, level in terms[at].keys if level >= Level.ROOT) for at in places)


def _facts_of_role(event: Event, role: str, having: Sequence[Person], context: RuleContext) -> list[Fact]:
    """The facts that name one in the role, those that name most of that role first."""
    own = {one.id for one in having}

    def parts(fact: Fact) -> set[str]:
        return {part.person for part in fact.people if part.role == role}

    told = [one for one in context.base.facts if one.about[:1] == (event.id,) and one.said_by is None]
    naming = sorted((one for one in told if parts(one) & own), key=lambda one: -len(parts(one)))
    return naming or facts_on_people(having, event, context)


def _answer(
    people: Sequence[Person],
    having: Sequence[Person],
    facts: Sequence[Fact],
    context: RuleContext,
) -> Answer | None:
    """With the fact on the one who has it."""
    if len(having) != 1 or not facts:
        return None
    negated = bool(context.search.question.request.negated)
    found = [one for one in people if (one in having) is not negated]
    return Answer(
        rule=OFFERED_PERSON,
        confidence=0.85,
        shown=tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts[:1]),
        lead=ValueLead(held=tuple(Participant(person=one) for one in found)),
        form=AnswerForm.WHO,
        why=context.why,
    )
