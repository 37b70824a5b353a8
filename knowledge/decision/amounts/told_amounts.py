"""An answer with what its statement's amounts make: how far apart they are, which is more, both together."""

from __future__ import annotations

from knowledge.decision.amounts.compared_pairs import told_pair
from knowledge.decision.amounts.told_deviation import told_deviation
from knowledge.decision.amounts.told_difference import told_difference
from knowledge.decision.amounts.told_sum import told_sum
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.results import Answer


def told_amounts(answer: Answer, context: RuleContext, access: BaseAccess) -> Answer:
    """The answer itself where nothing is to be computed."""
    told = told_pair(told_difference(answer, context), context, access)
    return told_sum(told_deviation(told, context), context)
