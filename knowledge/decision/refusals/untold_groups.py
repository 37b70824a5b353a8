"""«Студенты ездят бесплатно?» of «дети ездят бесплатно»: what is told of one group is not told of another."""

from __future__ import annotations

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.group_rules import PRICES, tells_price
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon
from knowledge.results import Answer, AnswerForm, Reason, Result
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.social_groups import ADULT, groups_in, takes_in

_FORMS = frozenset({AnswerForm.YES_NO, AnswerForm.HOW_MUCH, AnswerForm.OTHER})


def unless_of_other_group(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; an answer is refused where a price in it is told of other groups than is asked."""
    question = context.search.question
    if not isinstance(result, Answer) or not result.shown or question.request.form not in _FORMS:
        return result
    asked = groups_in(question.terms)
    facts = [one.fact for one in result.shown]
    if not asked or not any(map(tells_price, facts)):
        return result
    lexicon = context.lexicon
    known = [one for fact in facts for one in _told(" ".join((fact.says, *fact.questions)), lexicon)]
    told = [one for fact in facts for one in _told(fact.says, lexicon)]
    untold = [one for one in asked if not takes_in(known, one) and not _is_default(one, facts)]
    if not untold or not told or any(one in asked for one in told):
        return result
    named = tuple(asked[one].token.written for one in untold)
    refusal = refuse(context, "other-group", Reason.UNACCOUNTED, 0.8, named)
    return complete_refusal(refusal, context, access)


def _is_default(group: str, facts: list[Fact]) -> bool:
    """Adults pay what is told of nobody in particular."""
    return group == ADULT and any(value.kind in PRICES for fact in facts for value in values_of(fact))


def _told(text: str, lexicon: Lexicon) -> list[str]:
    return list(groups_in(lexicon.read(text)))
