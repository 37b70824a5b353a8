"""«Правда ли, что Линч вела диалог?»: a person's role at an event, as the event's record has it."""

from __future__ import annotations

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import sides_named
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import stated_values
from knowledge.decision.propositions.held_posts import person_at
from knowledge.facts.model import Event, Fact, Person
from knowledge.language.lexicon import Term
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.retrieval.event_resolver import main_event

_VERBS = frozenset({"VERB", "PRTS"})


def judge_role(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Yes where the person has the role, and nothing is named but them, the event and their side."""
    question = context.search.question
    stated = list(stated_values(question, access))
    if question.request.negated or [one.kind for one in stated if one.kind != "place"] != ["person"]:
        return None
    named = next(one for one in stated if one.kind == "person")
    person = person_at(named, question, access)
    rest = [question.terms[at] for at in question.content_places if at not in named.places]
    role = next((found for term in rest if (found := _role(term)) is not None), None)
    if person is None or role is None:
        return None
    others = [term for term in rest if _role(term) != role and term.word_class is WordClass.CONTENT]
    event = _event(others, person, access)
    if event is None or not _has(event, person, role):
        return None
    return _confirmed(event, person, role, context)


def _role(term: Term) -> str | None:
    if term.morphology.first_pos not in _VERBS:
        return None
    lemmas = term.morphology.lemmas
    return next((role for role in ("chair", "host") if set(lemmas) & set(ROLE_WORDS[role])), None)


def _event(others: list[Term], person: Person, access: BaseAccess) -> Event | None:
    """The event that the words name beside the person's own side; the main one where they name none."""
    words = [term for term in others if person.side not in sides_named([term], access)]
    if not words:
        return main_event(access.base)
    event, lacking = access.resolver.resolve(words)
    return None if lacking else event


def _has(record: Event | Fact, person: Person, role: str) -> bool:
    return any(part.person == person.id and part.role == role for part in record.people)


def _confirmed(event: Event, person: Person, role: str, context: RuleContext) -> Answer | None:
    proof = [fact for fact in context.base.facts if event.id in fact.about[:1] and _has(fact, person, role)]
    if not proof:
        return None
    return Answer(
        rule="event-record",
        confidence=0.9,
        shown=(Shown(fact=proof[0], slot=Slot.YES_NO),),
        form=AnswerForm.YES_NO,
        lead=YesNoLead(polarity=Polarity.YES),
        why=context.why,
    )
