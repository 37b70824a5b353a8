"""«На сколько минут дольше» of the one statement that has both amounts: «15 минут, кардиолог — 25»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.decision.amounts.pair_wording import in_units
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.values import Value, ValueKind
from knowledge.results import AmountsLead, Answer
from knowledge.scoring.counted_units import counted_units
from knowledge.scoring.statement_values import values_of

_GROUPS = read_groups("question_words/groups")
_DIFFERENCE, _SO_MUCH = _GROUPS["difference"], _GROUPS["so_much"]
_NO_AMOUNT = frozenset(
    {ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.CLOCK, ValueKind.ORDINAL, ValueKind.SCORE}
)
_BY = re.compile(r"\bна $", re.IGNORECASE)
_FROM = re.compile(r"\bсо? $", re.IGNORECASE)
_PAIR = 2


def told_difference(answer: Answer, context: RuleContext) -> Answer:
    """The answer with the difference counted, where its statement has just two amounts of one measure."""
    question = context.search.question
    if len(answer.shown) != 1 or question.request.negated or not _asks_by_how_much(question.terms):
        return answer
    fact = answer.shown[0].fact
    changed = _change(fact)
    if changed is not None:
        return replace(answer, lead=changed)
    if not any(term.morphology.first_pos == "COMP" for term in question.terms):
        return answer
    pair = _pair(fact)
    if pair is None:
        return answer
    measured, other = pair
    same = other.kind is measured.kind
    apart = abs(measured.low - (other.low if same else other.low * measured.factor))
    counts = measured.kind in (ValueKind.COUNT, ValueKind.NUMBER)
    told = f"{apart:,g}".replace(",", " ") if counts else counted_units(apart, measured.unit, measured.factor)
    if not apart or told is None:
        return answer
    first, second = sorted(pair, key=lambda one: one.start)
    return replace(answer, lead=AmountsLead(apart=told, held=(in_units(fact, first), in_units(fact, second))))


def _asks_by_how_much(terms: Sequence[Term]) -> bool:
    """«На сколько … больше», «насколько подорожает»."""
    by = any(
        term.word in _DIFFERENCE or (term.word in _SO_MUCH and at and terms[at - 1].word == "на")
        for at, term in enumerate(terms)
    )
    return by and any(term.morphology.first_pos in ("COMP", "VERB", "PRTS") for term in terms)


def _change(fact: Fact) -> AmountsLead | None:
    """«4 рубля: 32 рубля и 36 рублей» of «подорожает с 32 до 36 рублей», where the change is not told."""
    values = [one for one in values_of(fact) if one.kind not in _NO_AMOUNT and not one.inside]
    ranges = [one for one in values if one.is_range and _FROM.search(fact.says[: one.start])]
    if len(ranges) != 1 or any(_BY.search(fact.says[: one.start]) for one in values):
        return None
    low, high, unit, factor = ranges[0].low, ranges[0].high, ranges[0].unit, ranges[0].factor
    apart, first, second = (counted_units(one, unit, factor) for one in (abs(high - low), low, high))
    if apart is None or first is None or second is None:
        return None
    return AmountsLead(apart=apart, held=(first, second))


def _pair(fact: Fact) -> tuple[Value, Value] | None:
    """Two amounts of one measure; a bare number takes that of the amount before it."""
    values = [one for one in values_of(fact) if one.kind not in _NO_AMOUNT and not one.inside]
    if any(one.is_range or _BY.search(fact.says[: one.start]) for one in values):
        return None
    for first in values:
        alike = [one for one in values if (one.kind, one.unit) == (first.kind, first.unit)]
        if first.kind is not ValueKind.NUMBER and len(alike) == _PAIR and _count_same(*alike):
            return alike[0], alike[1]
        bare = [one for one in values if one.kind is ValueKind.NUMBER and one.start > first.start]
        if first.kind is not ValueKind.NUMBER and len(alike) == 1 and len(values) == _PAIR and bare:
            return first, bare[0]
    return None


def _count_same(first: Value, second: Value) -> bool:
    return first.kind is not ValueKind.COUNT or bool(set(first.nouns[:1]) & set(second.nouns[:1]))
