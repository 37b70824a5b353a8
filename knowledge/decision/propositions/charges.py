"""«Душ бесплатный?» of «душ стоит 150 рублей»: a price says that a thing is not free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.decision.amounts.held_amounts import is_met, keys_of
from knowledge.decision.context.denied_amounts import part_of
from knowledge.decision.context.met_words import words_are_met
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.values import Value, ValueKind, read_values
from knowledge.language.values.tables import units
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import wording
from knowledge.understanding.denied_by import denying_words

_PRICED = "стоить"
_CHARGED = "платный"
_QUALITIES = frozenset({"ADJF", "ADJS", "ADVB"})


def judge_charge(context: RuleContext) -> Answer | None:
    """Yes or no with the price, where the nearest fact has all other words and tells it; else None."""
    question, best = context.search.question, context.best
    asked = [at for at in question.content_places if is_free(term := question.terms[at]) or _is_charged(term)]
    if best is None or len(asked) != 1 or question.request.negated:
        return None
    rest = tuple(at for at in question.content_places if at not in asked)
    things = [term for at in rest if (term := question.terms[at]).morphology.first_pos == "NOUN"]
    prices = [one for one in values_of(best.fact) if _is_price_of(one, best.fact, things, context.lexicon)]
    if not things or not prices or any(map(is_free, context.lexicon.read(best.fact.says))):
        return None
    if not words_are_met(replace(question, content_places=rest), best):
        return None
    polarity = Polarity.NO if is_free(question.terms[asked[0]]) else Polarity.YES
    held = wording(best.fact, prices[0]) if len(prices) == 1 and polarity is Polarity.NO else None
    return Answer(
        rule="proposition",
        confidence=0.85,
        shown=(Shown(fact=best.fact, slot=Slot.YES_NO),),
        form=AnswerForm.YES_NO,
        lead=YesNoLead(polarity=polarity, held=held),
        why=context.why,
    )


def _is_price_of(value: Value, fact: Fact, things: Sequence[Term], lexicon: Lexicon) -> bool:
    """Whether the part around a price names one of the things, or nothing else: «…, он стоит 150 рублей»."""
    if value.kind is not ValueKind.MONEY:
        return False
    part = lexicon.read(part_of(fact.says, value))
    if any(is_met(thing, keys_of(part)) for thing in things):
        return True
    given = {lemma for one in read_values(part_of(fact.says, value)) for lemma in one.nouns}
    nouns = [
        term
        for term in part
        if term.morphology.first_pos == "NOUN" and not given & set(term.morphology.lemmas)
    ]
    return all(set(term.morphology.lemmas) & units().keys() for term in nouns)


def is_free(term: Term) -> bool:
    """Whether a word says that nothing is to be paid."""
    return bool(denying_words(_PRICED).intersection(term.morphology.lemmas))


def _is_charged(term: Term) -> bool:
    return term.morphology.first_pos in _QUALITIES and _CHARGED in term.morphology.lemmas
