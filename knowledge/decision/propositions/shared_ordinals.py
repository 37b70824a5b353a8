"""«Сомов был вторым?» of «второе место занял Лунин, третье — Сомов»: each has a number of his own."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.values import ValueKind
from knowledge.results import Answer, Polarity, YesNoLead
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import wording
from knowledge.scoring.value_choice import outweighing
from knowledge.scoring.value_parts import edges_of, part_around

_SEVERAL = 2


def unless_number_of_another(answer: Answer, context: RuleContext, access: BaseAccess) -> Answer:
    """The answer; «нет» in place of «да» where the number stands in the part of another name."""
    question, lead = context.search.question, answer.lead
    stated = [one for one in question.request.values if one.kind is ValueKind.ORDINAL]
    if not isinstance(lead, YesNoLead) or lead.polarity is not Polarity.YES or len(stated) != 1:
        return answer
    if not answer.shown or question.request.negated:
        return answer
    fact, given = answer.shown[0].fact, stated[0]
    held = [one for one in values_of(fact) if one.kind is ValueKind.ORDINAL]
    edges = edges_of(fact.says)
    parts = {part_around(one, fact.says, held, edges) for one in held}
    if len(held) < _SEVERAL or len(parts) < len(held) or not _names_one(fact, context):
        return answer
    own = [one for one in context.search.query.terms if not given.start <= one.term.token.start < given.end]
    query = replace(context.search.query, terms=tuple(own))
    other = outweighing(lambda one: one.low == given.low, held, fact, query, access.lexicon)
    if other is None:
        return answer
    told = wording(fact, other)
    words = question.text[given.start : given.end]
    return replace(answer, lead=YesNoLead(polarity=Polarity.NO, held=told[0].lower() + told[1:], given=words))


def _names_one(fact: Fact, context: RuleContext) -> bool:
    """Whether the question has a name of the statement."""
    names = {
        key for term in context.lexicon.read(fact.says)[1:] if term.token.capitalised for key, _ in term.keys
    }
    return any(key in names for one in context.search.query.terms for key, _ in one.term.keys)
