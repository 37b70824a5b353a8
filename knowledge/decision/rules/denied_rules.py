"""Refuses a fact that says who came where it is asked who did not."""

from __future__ import annotations

from knowledge.decision.context.denied_amounts import is_told_of_denied
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.rules.denying_facts import denies, main_denied
from knowledge.results import Reason, Result, Slot
from knowledge.understanding.denials import denies_stated

_READ_FROM = 0.7
"""From this probability on by the trained reader a fact tells the reason for what is denied."""


def what_is_not(context: RuleContext) -> Result | None:
    """«Кто не приехал?» of a fact that says only who came."""
    question = context.search.question
    denied = main_denied(question)
    if context.best is None or question.slot is Slot.YES_NO or question.request.bound:
        return None
    if question.slot is Slot.NUMBER and is_told_of_denied(
        context.best, context.search.query, context.lexicon
    ):
        return refuse(context, "negated", Reason.NEGATED, 0.85)
    if not denied and not (question.slots and _contradicts(context)):
        return None
    if denied and denies(context.best, context.search.query, denied, context.lexicon):
        return None
    if question.slot is Slot.REASON and context.read_chance >= _READ_FROM:
        return None  # «Чего так долго не открывали?» of a fact that tells of the delay
    return refuse(context, "negated", Reason.NEGATED, 0.85)


def _contradicts(context: RuleContext) -> bool:
    """«Чем помогут тем, кого не сократят?» of a fact on those who are dismissed."""
    question = context.search.question
    assert context.best is not None
    first = min(question.asking_places, default=0)
    after = [question.terms[at] for at in question.request.negated if at > first]
    if not any(term.morphology.first_pos in ("VERB", "PRTS") for term in after):
        return False
    return denies_stated(question.terms, context.lexicon.read(context.best.fact.says))
