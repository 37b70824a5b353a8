"""«Сколько лет работает Линч?» of «Линч 34 года»: an age is not how long something has been done."""

from __future__ import annotations

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.age_bands import is_age
from knowledge.decision.context.age_bearers import words_before
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.facts.model import Fact
from knowledge.language.synonyms import Level
from knowledge.results import Answer, Reason, Result, ValueLead
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.request import Span

_GOING_ON = read_words("verbs/being_open")
_TO_ME = read_groups("requests/ages")["to_me"]


def unless_age_only(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; a length of work is refused where the fact tells but an age, and nothing of work."""
    question = context.search.question
    if not isinstance(result, Answer) or not isinstance(result.lead, ValueLead) or not result.shown:
        return result
    if question.request.span is not Span.LASTING:
        return result
    verbs = [term for term in question.terms if _GOING_ON.intersection(term.morphology.lemmas)]
    fact = result.shown[0].fact
    says = {key for term in access.lexicon.read(fact.says) for key, level in term.keys if level >= Level.ROOT}
    if not verbs or any(key in says for term in verbs for key, _ in term.keys) or not _tells_age_only(fact):
        return result
    return complete_refusal(refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 0.8), context, access)


def _tells_age_only(fact: Fact) -> bool:
    """«Ей 34 года»: the only length of time is the age of the one before it."""
    lengths = [value for value in values_of(fact) if is_age(value)]
    return len(lengths) == 1 and bool(_TO_ME.intersection(words_before(fact.says, lengths[0])[-1:]))
