"""«Во сколько раз», «на сколько дороже»: two amounts of one measure, computed from what is held of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups
from knowledge.decision.amounts.dimensions import Dimension, dimension_of
from knowledge.decision.amounts.held_amounts import HeldAmount, held_amounts, is_met, keys_of
from knowledge.decision.amounts.pair_wording import in_units
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.values import ValueKind
from knowledge.language.values.tables import units
from knowledge.language.word_class import WordClass
from knowledge.results import AmountsLead, Answer, Shown, Slot
from knowledge.scoring.counted_units import counted_units
from knowledge.understanding.question import Question

_GROUPS = read_groups("question_words/groups")
_THAN, _TIMES, _SO_MUCH = _GROUPS["than"], _GROUPS["times"], _GROUPS["so_much"]


@dataclass(frozen=True, slots=True)
class _Comparison:
    """What a question sets against each other: the words of the first, and of the second."""

    dimension: Dimension
    is_ratio: bool
    first: tuple[Term, ...]
    second: tuple[Term, ...]


def answer_difference(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The ratio or difference of the two amounts named; None where one of them is not clearly held."""
    asked = _read(context.search.question)
    if asked is None:
        return None
    facts = _naming((*asked.first, *asked.second), access)
    held = held_amounts(facts, asked.dimension, access)
    first, second = _meant(asked.first, held), _meant(asked.second, held)
    if first is None or second is None or first == second or first.measure != second.measure:
        return None
    lead = _lead(asked, first, second)
    if lead is None:
        return None
    shown = tuple(Shown(fact=fact, slot=Slot.NUMBER) for fact in dict.fromkeys((first.fact, second.fact)))
    return Answer(
        rule="difference",
        confidence=0.85,
        shown=shown,
        lead=lead,
        form=context.search.question.request.form,
        why=context.why,
    )


def _naming(words: Sequence[Term], access: BaseAccess) -> list[Fact]:
    """The facts that have any of the words."""
    said = ((fact, keys_of(access.lexicon.read(fact.says))) for fact in access.base.facts)
    return [fact for fact, keys in said if any(is_met(term, keys) for term in words)]


def _read(question: Question) -> _Comparison | None:
    """«Во сколько раз A дороже B», «на сколько A дороже, чем B», «на сколько дороже A, чем B»."""
    terms = question.terms
    many = next((at for at, term in enumerate(terms) if term.word in _SO_MUCH), None)
    compared = [at for at, term in enumerate(terms) if term.morphology.first_pos == "COMP"]
    dimension = dimension_of(terms[compared[0]]) if len(compared) == 1 else None
    if many is None or dimension is None or compared[0] < many or question.request.denies:
        return None
    counted = many + 1 if _is_counted(terms[many + 1]) else many
    is_ratio = terms[counted].word in _TIMES
    if not is_ratio and terms[many].word not in _GROUPS["difference"] and not _by_how_much(terms, many):
        return None
    than = next((at for at in range(compared[0], len(terms)) if terms[at].word in _THAN), None)
    turn = than if than is not None else compared[0]
    content = [
        at
        for at in question.content_places
        if at > counted and at != compared[0] and terms[at].word_class is WordClass.CONTENT
    ]
    first = tuple(terms[at] for at in content if at < turn)
    second = tuple(terms[at] for at in content if at > turn)
    return _Comparison(dimension, is_ratio, first, second) if first and second else None


def _by_how_much(terms: Sequence[Term], many: int) -> bool:
    return many > 0 and terms[many - 1].word == "на"


def _is_counted(term: Term) -> bool:
    """«Лет», «рублей», «раз» after «сколько»."""
    return term.word in _TIMES or any(lemma in units() for lemma in term.morphology.lemmas)


def _meant(words: Sequence[Term], held: Sequence[HeldAmount]) -> HeldAmount | None:
    """The one amount whose part of a statement has all the words."""
    found = [one for one in held if all(is_met(term, one.keys) for term in words)]
    surely = [one for one in found if all(term.lemma in one.keys for term in words)]
    return (surely or found)[0] if len(surely or found) == 1 else None


def _lead(asked: _Comparison, first: HeldAmount, second: HeldAmount) -> AmountsLead | None:
    held = (in_units(first.fact, first.value), in_units(second.fact, second.value))
    one, other = first.value.low, second.value.low
    is_turned = (one < other) is asked.dimension.above
    if one == other or min(one, other) <= 0:
        return None
    if asked.is_ratio:
        return AmountsLead(times=max(one, other) / min(one, other), held=held, turned=is_turned)
    unit, factor = first.value.unit, min(first.value.factor, second.value.factor)
    apart = abs(one - other)
    if first.value.kind is ValueKind.COUNT:
        told: str | None = f"{apart:,g}".replace(",", " ")
    else:
        told = counted_units(apart, unit, factor)
    return AmountsLead(apart=told, held=held, turned=is_turned) if told is not None else None
