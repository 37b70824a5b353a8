"""«Гусев сломал руку?» of what another did: no «да»."""

from __future__ import annotations

from knowledge.decision.context.agents import deed_of_another
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.results import Answer, Polarity, Reason, Result, YesNoLead


def without_deed_of_another(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; a yes by a statement that tells the deed of another person is a refusal."""
    if not context.named or not isinstance(result, Answer) or not result.shown:
        return result
    if not isinstance(result.lead, YesNoLead) or result.lead.polarity is not Polarity.YES:
        return result
    says, question = result.shown[0].fact.says, context.search.question
    if not deed_of_another(says, question, context.named, context.base, context.lexicon):
        return result
    named = (context.named[0].term.token.written,)
    return complete_refusal(refuse(context, "other-name", Reason.NO_SUCH_ENTITY, 0.8, named), context, access)
