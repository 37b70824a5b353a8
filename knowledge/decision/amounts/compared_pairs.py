"""«Где больше кофеен, в Казани или в Пензе?», «в Казани больше, чем в Пензе?»: which is more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.decision.amounts.compared_reading import Pair, read_pair
from knowledge.decision.amounts.held_amounts import HeldAmount, held_amounts, keys_of
from knowledge.decision.amounts.pair_wording import both_amounts, winner_line
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.results import Answer, AnswerForm, ExtremeLead, Lead, Polarity, Shown, Slot, YesNoLead
from knowledge.understanding.question import Question


def answer_pair(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Which of two has more, or yes or no where that is stated; None where the amounts are not clear."""
    question = context.search.question
    pair = read_pair(question)
    if pair is None or question.request.negated:
        return None
    found = _amounts(pair, access)
    if found is None or found[0].value.low == found[1].value.low:
        return None
    if pair.stated:
        first_wins = _first_wins(pair, found)
        held = None if first_wins else both_amounts(found) or found[1].piece
        lead: Lead = YesNoLead(polarity=Polarity.YES if first_wins else Polarity.NO, held=held)
    else:
        lead = _winner(pair, found, question)
    facts = dict.fromkeys(one.fact for one in found)
    return Answer(
        rule="extreme",
        confidence=0.85,
        shown=tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts),
        lead=lead,
        form=AnswerForm.YES_NO if pair.stated else question.request.form,
        why=context.why,
    )


def told_pair(answer: Answer, context: RuleContext, access: BaseAccess) -> Answer:
    """The answer with the winner of the two offered and both amounts, where its statement has them."""
    if not isinstance(answer.lead, ExtremeLead) or len(answer.shown) != 1:
        return answer
    question = context.search.question
    pair = read_pair(question)
    if pair is None or pair.stated or question.request.negated:
        return answer
    found = _only_pair(pair, held_amounts([answer.shown[0].fact], pair.dimension, access))
    if found is None or found[0].value.low == found[1].value.low:
        return answer
    return replace(answer, lead=_winner(pair, found, question))


def _first_wins(pair: Pair, found: tuple[HeldAmount, HeldAmount]) -> bool:
    return (found[0].value.low > found[1].value.low) is pair.dimension.above


def _winner(pair: Pair, found: tuple[HeldAmount, HeldAmount], question: Question) -> ExtremeLead:
    named, amounts = (pair.named, found) if _first_wins(pair, found) else (pair.named[::-1], found[::-1])
    return ExtremeLead(text=winner_line(named, amounts, question))


def _amounts(pair: Pair, access: BaseAccess) -> tuple[HeldAmount, HeldAmount] | None:
    """The only two amounts of one kind and unit that belong to both."""
    facts = [fact for fact in access.base.facts if _has(pair.common, keys_of(access.lexicon.read(fact.says)))]
    return _only_pair(pair, held_amounts(facts, pair.dimension, access))


def _only_pair(pair: Pair, held: Sequence[HeldAmount]) -> tuple[HeldAmount, HeldAmount] | None:
    first, second = ([one for one in held if _has(side, one.keys)] for side in pair.sides)
    pairs = [
        (one, other)
        for one in first
        for other in second
        if one != other and (one.value.kind, one.value.unit) == (other.value.kind, other.value.unit)
    ]
    same = [both for both in pairs if both[0].fact == both[1].fact]
    found = same or pairs
    return found[0] if len(found) == 1 else None


def _has(words: Sequence[Term], keys: frozenset[str]) -> bool:
    return all(any(key in keys for key, level in term.keys if level >= Level.ROOT) for term in words)
