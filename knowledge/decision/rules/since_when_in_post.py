"""«С какого года она министр?»: the day of an event where somebody was is no answer."""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import POSTS
from knowledge.language.values import ValueKind
from knowledge.results import Reason, Result, Slot
from knowledge.scoring.statement_values import values_of

_TAKING = read_words("verbs/taking_posts")
_HOLDING = read_words("verbs/holding_posts")
_VERBS = frozenset({"VERB", "PRTS"})


def since_when_in_post(context: RuleContext, access: BaseAccess) -> Result | None:
    """A refusal where the nearest statement tells no date of the post."""
    question = context.search.question
    if question.slots[:1] != (Slot.DATE,) or not context.search.facts:
        return None
    verbs = [term for term in question.terms if term.morphology.first_pos in _VERBS]
    posts = [term for term in question.terms if _is_of_post(term, access)]
    holds = any(_HOLDING.intersection(term.morphology.lemmas) for term in verbs)
    takes = posts and any(_TAKING.intersection(term.morphology.lemmas) for term in verbs)
    if not (holds or takes) or _tells_since(posts or verbs, context, access):
        return None
    refusal = refuse(context, "not-told", Reason.NO_SUCH_SLOT, 0.85)
    return replace(refusal, form=question.request.form)


def _is_of_post(term: Term, access: BaseAccess) -> bool:
    """A noun that any post may begin with, or that the post of a person of the base does."""
    if term.morphology.first_pos != "NOUN":
        return False
    heads = (access.lexicon.read(person.post)[0].lemma for person in access.base.people if person.post)
    return bool(POSTS.intersection(term.morphology.lemmas)) or term.lemma in heads


def _tells_since(asked: list[Term], context: RuleContext, access: BaseAccess) -> bool:
    """Whether the best statement has the post, or its verb, and a date."""
    found = context.search.facts[0]
    said = access.lexicon.content(found.fact.says)
    dated = any(value.kind is ValueKind.DATE for value in values_of(found.fact))
    return dated and any(key in said for term in asked for key, _ in term.keys)
