"""«В июне или в июле?»: each date or place offered is held against the base, the one that is so is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import Stated, given_words, stated_values
from knowledge.decision.propositions.judged_values import judge_value
from knowledge.decision.propositions.record_propositions import CANCELLED, record_answer
from knowledge.facts.model import Fact
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, Held, Polarity, Shown, Slot, ValueLead, YesNoLead
from knowledge.scoring.statement_wording import sentence
from knowledge.understanding.question import Question

_TIMES = frozenset({ValueKind.DATE, ValueKind.WEEKDAY})


def offered_value(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The value that is held, of those offered or another one; None where that is not sure."""
    question = context.search.question
    spans = question.request.alternatives
    offered = [one for one in stated_values(question, access) if one.places <= _within(spans)]
    kinds = {(one.kind, one.slot) for one in offered}
    if len(spans) != len(offered) or len(kinds) != 1 or not all(map(_is_time_or_place, offered)):
        return None
    rest = _without(question, offered)
    if rest is None or question.request.negated:
        return None
    judged = [_judged(one, rest, context, access) for one in offered]
    held = [(one, each) for one, each in zip(offered, judged, strict=True) if each is not None]
    met = [pair for pair in held if pair[1][1].polarity is Polarity.YES]
    if len(met) == 1:
        return _answer(met[0][1][0], sentence(_given(question, met[0][0])), context)
    other = held[0][1] if held and len(held) == len(offered) and not met else None
    if other is None or other[1].polarity is not Polarity.NO:
        return None
    value = other[1].held
    return None if value is None or value == CANCELLED else _answer(other[0], value, context)


def _within(spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(at for first, after in spans for at in range(first, after))


def _is_time_or_place(one: Stated) -> bool:
    return one.kind == "place" or (one.value is not None and one.value.kind in _TIMES)


def _without(question: Question, offered: Sequence[Stated]) -> Question | None:
    """The question that asks for the value instead of offering some."""
    taken = frozenset().union(*(one.places for one in offered))
    left = tuple(at for at in question.content_places if at not in taken and at not in question.asking_places)
    if not any(question.terms[at].word_class is WordClass.CONTENT for at in left):
        return None
    return replace(
        question, content_places=left, slots=(offered[0].slot,), counted_place=None, head_places=frozenset()
    )


def _judged(
    one: Stated, rest: Question, context: RuleContext, access: BaseAccess
) -> tuple[Fact, YesNoLead] | None:
    recorded = record_answer(one, rest, context, access)
    if recorded is not None and recorded.shown and isinstance(recorded.lead, YesNoLead):
        return recorded.shown[0].fact, recorded.lead
    judged = judge_value(one, (one,), rest, context, access)
    return (judged[0].fact.fact, judged[0].lead) if judged else None


def _given(question: Question, one: Stated) -> str:
    """The reader's words for the value with their preposition."""
    first = min(one.places)
    before = question.terms[first - 1] if first else None
    given = given_words(question, one.places)
    is_preposition = before is not None and before.morphology.first_pos == "PREP"
    return f"{before.word} {given}" if before is not None and is_preposition else given


def _answer(fact: Fact, held: Held, context: RuleContext) -> Answer:
    return Answer(
        rule="proposition",
        confidence=0.85,
        shown=(Shown(fact=fact, slot=Slot.STATEMENT),),
        lead=ValueLead(held=held),
        form=context.search.question.request.form,
        why=context.why,
    )
