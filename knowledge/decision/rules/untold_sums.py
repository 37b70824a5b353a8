"""«Сколько отвалили за роль?» of «ради роли похудел на 11 килограммов»: money is asked, none is told."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_words
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.language.morphology import analyse
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.results import AnswerForm, Reason, Result
from knowledge.retrieval.matching import match_level
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.request import Request

_SPENDING = read_words("verbs/spending")
_SUMS = frozenset({ValueKind.MONEY, ValueKind.PERCENT, ValueKind.NUMBER})
_TIMES = frozenset({ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.CLOCK, ValueKind.ORDINAL})


def sum_untold(context: RuleContext) -> Result | None:
    """A verb of spending and nothing counted, of a fact without it whose numbers tell other things."""
    best, question = context.best, context.search.question
    if best is None or best.same_example is not None or question.counted_place is not None:
        return None
    spending = [term for term in question.terms if _SPENDING.intersection(term.morphology.lemmas)]
    told = any((match_level(term, best.parsed.text_keys) or 0) >= Level.ROOT for term in spending)
    if not spending or told or not _asks_how_much(question.request):
        return None
    values = [value for value in values_of(best.fact) if value.kind not in _TIMES]
    if not values or any(_may_be_sum(value, values[:at]) for at, value in enumerate(values)):
        return None
    return refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 0.8)


def _asks_how_much(request: Request) -> bool:
    return request.form in (AnswerForm.HOW_MANY, AnswerForm.HOW_MUCH) and request.measure in (
        None,
        ValueKind.MONEY,
    )


def _may_be_sum(value: Value, before: Sequence[Value]) -> bool:
    """Money, and what may stand for it: «два оклада», a bare number; not how many people, nor the number
    after them («180 детей, ещё 40 ждут»)."""
    if value.kind is ValueKind.NUMBER and before and before[-1].kind is ValueKind.COUNT:
        return _may_be_sum(before[-1], before[:-1])
    if value.kind is not ValueKind.COUNT:
        return value.kind in _SUMS
    return not any(analyse(noun).animate for noun in value.nouns[:1])
