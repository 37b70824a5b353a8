"""The people of an event as a set, from its record: how many are of a side, who is not, which has more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import ABOVE, BELOW
from knowledge.decision.context.digest_subjects import people_named, sides_named
from knowledge.decision.context.identity_facts import identity_facts
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.records.people_words import (
    asks_origin,
    asks_post,
    counted_rightly,
    counts_them,
    denies_role,
    is_from_side,
    is_of_side_there,
    names_post,
    runs_all,
    says_more,
)
from knowledge.decision.rules.comparative_rules import asks_quality
from knowledge.facts.model import Event, Fact, Person
from knowledge.language.lexicon import Term
from knowledge.language.role_words import role_of
from knowledge.results import (
    Answer,
    AnswerForm,
    Lead,
    ListLead,
    Participant,
    Shown,
    SideCount,
    SidesLead,
    Slot,
    ValueLead,
)
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding.question import Question

_NEGATE = read_groups("function_words/particles")["deny_next"]
_FORMS = (AnswerForm.WHO, AnswerForm.HOW_MANY, AnswerForm.COMPARE, AnswerForm.LIST, AnswerForm.WHICH)
_HAPPENING = read_words("verbs/happening") - read_words("verbs/being")
_SEVERAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """The people of a role at an event, and the sides that a question names or denies."""

    event: Event
    people: tuple[Person, ...]
    named: bool
    """Whether the question names them one by one."""
    sides: tuple[str, ...]
    denied: tuple[str, ...]
    posts: bool

    def of(self, side: str) -> tuple[Person, ...]:
        return tuple(one for one in self.people if one.side == side)


def answer_people(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The answer from the record, None where the question has a word that the record says nothing of."""
    question = context.search.question
    form = question.request.form
    origin = form is AnswerForm.WHERE and asks_origin(question)
    if not (origin or form in (*_FORMS, AnswerForm.WHAT, AnswerForm.OTHER)) or not access.base.people:
        return None
    asked = _read(context, access) if not asks_quality(question) else None
    if asked is None or not (form in _FORMS or asked.posts or origin):
        return None
    if origin:
        return _origins(asked, context) if asked.named and not asked.denied else None
    if asked.denied:
        left = tuple(one for one in asked.people if one.side not in asked.denied)
        return None if asked.sides else _of_people(left, asked, context, computed=form is AnswerForm.HOW_MANY)
    if form is AnswerForm.COMPARE or any(term.word in ABOVE | BELOW for term in question.terms):
        return _compared(asked, context)
    if asked.posts:
        return _posts(asked, context) if len(asked.people) >= _SEVERAL else None
    people = _asked_of(asked, question, access)
    return _of_people(people, asked, context, computed=form is AnswerForm.HOW_MANY)


def _asked_of(asked: _Asked, question: Question, access: BaseAccess) -> tuple[Person, ...]:
    """Those of the only side named; all of the role in «кто всем этим рулил»."""
    counts = question.request.form is AnswerForm.HOW_MANY
    if not asked.sides and not counts and runs_all(question):
        return asked.people
    is_sided = len(asked.sides) == 1 and (counts or is_from_side(question, access))
    return asked.of(asked.sides[0]) if is_sided else ()


def _read(context: RuleContext, access: BaseAccess) -> _Asked | None:
    question = context.search.question
    terms = question.terms
    sides = {at: named[0] for at, term in enumerate(terms) if (named := sides_named([term], access))}
    roles = {at: role for at, term in enumerate(terms) if at not in sides and (role := role_of(term))}
    several, places = _named(terms, access)
    if not several and people_named(terms, access):
        return None  # of one person
    of_several = (
        roles
        or several
        or counts_them(question)
        or is_of_side_there(question, sides, access.base, access.lexicon)
    )
    if not of_several or names_post(question, roles, sides):
        return None
    used = {*sides, *roles, *places, *question.request.worded, *question.asking_places}
    rest = [terms[at] for at in question.content_places if at not in used and says_more(terms[at])]
    event, lacking = access.resolver.resolve(rest) if rest else (main_event(access.base), ())
    if event is None or lacking:
        return None
    people = several or people_with_roles(event, set(roles.values()), access)
    if not people or not counted_rightly(terms, len(people)):
        return None
    nots = [at for at, term in enumerate(terms) if term.word in _NEGATE]
    if nots and (not question.request.negated or denies_role(question, roles, nots[0])):
        return None
    if any(
        _HAPPENING.intersection(term.morphology.lemmas) for term in terms[min(nots, default=len(terms)) :]
    ):
        return None  # «не прошёл в США» says nothing of who is not from there
    denied = {at for at in sides if nots and at > nots[0]}
    if nots and not denied:
        return None
    return _Asked(
        event=event,
        people=people,
        named=bool(several),
        sides=tuple(dict.fromkeys(side for at, side in sides.items() if at not in denied)),
        denied=tuple(dict.fromkeys(side for at, side in sides.items() if at in denied)),
        posts=any(asks_post(term) for term in terms),
    )


def _named(terms: Sequence[Term], access: BaseAccess) -> tuple[tuple[Person, ...], set[int]]:
    """Several people named one by one, as what «они» stands for is, and the places of their names."""
    found = {one.id: one for term in terms for one in people_named([term], access)}
    if len(found) < _SEVERAL:
        return (), set()
    return tuple(found.values()), {at for at, term in enumerate(terms) if people_named([term], access)}


def people_with_roles(event: Event, roles: set[str], access: BaseAccess) -> tuple[Person, ...]:
    """Those who had one of the roles; everybody where only people are asked for."""
    known = [(part.role, access.base.person_by_id.get(part.person)) for part in event.people]
    wanted = roles - {"member"}
    return tuple(person for role, person in known if person is not None and (not wanted or role in wanted))


def _of_people(
    people: tuple[Person, ...], asked: _Asked, context: RuleContext, *, computed: bool
) -> Answer | None:
    if not people:
        return None
    held = tuple(Participant(person=person) for person in people)
    return _answer(
        ValueLead(held=held, computed=computed), facts_on_people(people, asked.event, context), context
    )


def _compared(asked: _Asked, context: RuleContext) -> Answer | None:
    sides = asked.sides or tuple(dict.fromkeys(one.side for one in asked.people if one.side))
    counts = sorted(
        (SideCount(side=side, people=asked.of(side)) for side in sides), key=lambda one: -len(one.people)
    )
    if len(counts) < _SEVERAL or asked.posts or asked.named:
        return None  # «Кто сказал больше, Орлов или Зотова?» counts no people
    facts = [fact for one in counts for fact in facts_on_people(one.people, asked.event, context)]
    return _answer(SidesLead(counts=tuple(counts)), facts, context)


def _posts(asked: _Asked, context: RuleContext) -> Answer | None:
    people = [one for one in asked.people if one.post and (not asked.sides or one.side in asked.sides)]
    lead = ListLead(items=tuple(f"{one.name}: {one.post}" for one in people), people=tuple(people))
    facts = [fact for one in people for fact in identity_facts(one, context)]
    return _answer(lead, facts, context) if people else None


def _origins(asked: _Asked, context: RuleContext) -> Answer | None:
    """«Они из каких стран?»"""
    sided = [one for one in asked.people if one.side]
    lead = ListLead(items=tuple(f"{one.name}: {one.side}" for one in sided), people=tuple(sided))
    facts = [fact for one in sided for fact in identity_facts(one, context)]
    return _answer(lead, facts, context) if len(sided) == len(asked.people) else None


def facts_on_people(people: Sequence[Person], event: Event, context: RuleContext) -> list[Fact]:
    """The fact that names just these people in their role; else one that says who each of them is."""
    ids = {one.id for one in people}
    roles = {part.role for part in event.people if part.person in ids}
    for fact in context.base.facts:
        same = {part.person for part in fact.people} == ids and {part.role for part in fact.people} <= roles
        if same and fact.about[:1] == (event.id,) and fact.said_by is None:
            return [fact]
    return [fact for one in people for fact in identity_facts(one, context)]


def _answer(lead: Lead, facts: Sequence[Fact], context: RuleContext) -> Answer | None:
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in dict.fromkeys(facts))
    if not shown:
        return None
    form = context.search.question.request.form
    return Answer(rule="people-set", confidence=0.9, shown=shown, lead=lead, form=form, why=context.why)
