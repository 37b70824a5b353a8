"""«Рейн председательствовал?»: a person and the verb of a role, so those who have that role answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import Stated
from knowledge.decision.leads.named_people import person_keys
from knowledge.facts.model import Fact, Person
from knowledge.language.lexicon import Term
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Participant, Polarity, Shown, Slot, YesNoLead
from knowledge.understanding.question import Question

_VERBS = frozenset({"VERB", "PRTS"})
_PARTS: Mapping[str, tuple[str, ...]] = {
    role: words for role, words in ROLE_WORDS.items() if role not in ("member", "next")
}


def role_answer(
    stated: Stated, rest: Question | None, context: RuleContext, access: BaseAccess
) -> Answer | None:
    """Yes of who has the role in a fact whose words have the verb; of anybody else, who has it."""
    role = _asked_role(rest, stated) if rest is not None and stated.kind == "person" else None
    if rest is None or role is None:
        return None
    verb = next(rest.terms[at] for at in rest.content_places if at not in stated.places)
    telling = list(_telling(role, verb, access))
    if not telling or len({fact.about[:1] for fact in telling}) > 1:
        return None
    asked = {
        key
        for at in stated.places
        for key, level in context.search.question.terms[at].keys
        if level >= Level.ROOT
    }
    fact = max(telling, key=lambda one: len(_holders(one, role, access)))
    holders = _holders(fact, role, access)
    if any(asked & person_keys(one, access.lexicon) for one in holders):
        lead = YesNoLead(polarity=Polarity.YES)
    else:
        held = tuple(Participant(person=one, role=role) for one in holders)
        lead = YesNoLead(polarity=Polarity.SET, held=held)
    return Answer(
        rule="proposition",
        confidence=0.85,
        shown=(Shown(fact=fact, slot=Slot.YES_NO),),
        lead=lead,
        form=AnswerForm.YES_NO,
        why=context.why,
    )


def _asked_role(rest: Question, stated: Stated) -> str | None:
    """The role whose verb is all that is left beside the person."""
    left = [rest.terms[at] for at in rest.content_places if at not in stated.places]
    if any(term.word_class is not WordClass.CONTENT for term in left) or len(left) != 1:
        return None
    verb = left[0]
    if verb.morphology.first_pos not in _VERBS:
        return None
    return next((role for role, words in _PARTS.items() if verb.lemma in words), None)


def _telling(role: str, verb: Term, access: BaseAccess) -> Iterator[Fact]:
    """The facts of people with the role whose statement has the verb itself."""
    keys = {key for key, level in verb.keys if level is Level.LEMMA}
    for fact in access.base.facts:
        says = access.lexicon.read(fact.says)
        acts = (term for term in says if term.morphology.first_pos in _VERBS)
        said = any(key in keys for term in acts for key, level in term.keys if level is Level.LEMMA)
        if said and fact.said_by is None and any(part.role == role for part in fact.people):
            yield fact


def _holders(fact: Fact, role: str, access: BaseAccess) -> list[Person]:
    people = access.base.person_by_id
    return [people[part.person] for part in fact.people if part.role == role and part.person in people]
