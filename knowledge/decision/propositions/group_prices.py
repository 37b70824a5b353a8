"""«Есть ли льготы школьникам?» of «билет — 60 рублей, для школьников — 30»: the price told of a group."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.decision.amounts.held_amounts import is_met, keys_of
from knowledge.decision.context.age_bands import FREE
from knowledge.decision.context.group_rules import LESS, PRICES, asks_free, asks_less
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.values import Value, ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import wording
from knowledge.understanding.social_groups import groups_in

_DEEDS = frozenset({"VERB", "INFN", "PRED"})


def judge_group_price(context: RuleContext) -> Answer | None:
    """Yes or no with the price of the only group that is asked of, where one fact tells it."""
    question = context.search.question
    less, free = asks_less(question.terms), asks_free(question.terms)
    groups = groups_in(question.terms) if less is not free else {}
    if len(groups) != 1 or question.request.negated or question.request.values:
        return None
    ((group, named),) = groups.items()
    things = [term for at in question.content_places if _is_thing(term := question.terms[at], named)]
    near = [one.fact for one in context.search.facts]
    facts = [*near, *(one for one in context.base.facts if one not in near)]
    held = [(fact, value) for fact in facts for value in _prices_of(group, fact, context)]
    if len({fact.id for fact, _ in held}) != 1 or len(held) != 1:
        return None
    fact, price = held[0]
    told = keys_of(context.lexicon.read(" ".join((fact.says, *fact.questions))))
    if not all(is_met(term, told) for term in things):
        return None
    lead = _lead(price, fact, free=free)
    return None if lead is None else _answer(fact, lead, context)


def _is_thing(term: Term, group: Term) -> bool:
    """A noun that the fact must have: «вход в музей»."""
    if term is group or term.word_class is not WordClass.CONTENT or term.morphology.first_pos in _DEEDS:
        return False
    return not (LESS | FREE).intersection((term.word, *term.morphology.lemmas))


def _prices_of(group: str, fact: Fact, context: RuleContext) -> Iterator[Value]:
    """The values that a fact tells in a part that names the group."""
    for value in values_of(fact):
        is_price = value.kind in PRICES and not value.is_range
        if is_price and group in groups_in(context.lexicon.read(_piece(fact.says, value))):
            yield value


def _piece(says: str, value: Value) -> str:
    """The words around a value up to the next comma: «для школьников и пенсионеров — 30 рублей»."""
    start = max(says.rfind(mark, 0, value.start) for mark in ",;:(") + 1
    ends = [at for mark in ",;)" if (at := says.find(mark, value.end)) >= 0]
    return says[start : min(ends, default=len(says))]


def _lead(price: Value, fact: Fact, *, free: bool) -> YesNoLead | None:
    if price.kind is ValueKind.PERCENT:
        return None if free else YesNoLead(polarity=Polarity.YES)
    held = wording(fact, price)
    if free:
        return YesNoLead(polarity=Polarity.NO, held=held)
    others = [one.low for one in values_of(fact) if one.kind is ValueKind.MONEY and one.low != price.low]
    is_less = bool(others) and price.low < min(others)
    return YesNoLead(polarity=Polarity.YES, held=held) if is_less else None


def _answer(fact: Fact, lead: YesNoLead, context: RuleContext) -> Answer:
    return Answer(
        rule="proposition",
        confidence=0.85,
        shown=(Shown(fact=fact, slot=Slot.YES_NO),),
        form=AnswerForm.YES_NO,
        lead=lead,
        why=context.why,
    )
