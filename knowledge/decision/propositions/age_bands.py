"""«Мне 9 лет, скидка есть?» of «от 5 до 10 — за полцены, младше пяти — бесплатно»: the band of the age."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.amounts.held_amounts import is_met, keys_of
from knowledge.decision.context.age_bands import FREE, Band, bands_of, is_age
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import Value
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.understanding.denied_by import denies_by_other
from knowledge.understanding.question import Question

_LEAST = 2
_NEAR = 3
"""A fact with bands is looked for among so many nearest ones."""
_DEEDS = frozenset({"VERB", "INFN", "PRED"})


def judge_age(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Yes or no by the words of the band that has the age; None where one age or no bands are told."""
    question = context.search.question
    ages = [one for one in question.request.values if is_age(one)]
    if len(ages) != 1 or ages[0].is_range or question.request.negated:
        return None
    for found in context.search.facts[:_NEAR]:
        told = list(bands_of(found.fact))
        if len(told) >= _LEAST:
            lead = _lead(ages[0], told, question, access)
            return None if lead is None else _answer(found.fact, lead, context)
    return None


def _lead(age: Value, told: Sequence[Band], question: Question, access: BaseAccess) -> YesNoLead | None:
    keys = [keys_of(access.lexicon.read(band.part)) for band in told]
    own = next((at for at, band in enumerate(told) if band.has(age.low)), None)
    met = [found for term in _telling(age, question) if (found := _met(term, keys))]
    others = [found[0] for found in met if own not in found]
    if others:
        band = told[own if own is not None else others[0]]
        return YesNoLead(polarity=Polarity.NO, held=band.part)
    if met:
        return YesNoLead(polarity=Polarity.YES)
    return _paid(told[own], question, access) if own is not None else None


def _paid(band: Band, question: Question, access: BaseAccess) -> YesNoLead | None:
    """«За него платить надо?»: whether something is paid at that age."""
    asks = any(denies_by_other(free, question.terms, access.lexicon) for free in FREE)
    if not asks or band.price is None:
        return None
    return YesNoLead(
        polarity=Polarity.YES if band.price else Polarity.NO, held=None if band.price else band.part
    )


def _met(term: Term, keys: Sequence[frozenset[str]]) -> list[int]:
    """The bands whose words have a term, or else one of like meaning: «скидка» is «за полцены»."""
    surely = {key for key, level in term.keys if level >= Level.ROOT}
    own = [at for at, one in enumerate(keys) if surely & one]
    return own or [at for at, one in enumerate(keys) if is_met(term, one)]


def _telling(age: Value, question: Question) -> list[Term]:
    """The words that tell one band from another: no deeds, nobody, not the age."""
    return [
        term
        for term in question.terms
        if term.word_class is WordClass.CONTENT
        and not age.start <= term.token.start < age.end
        and term.morphology.first_pos not in _DEEDS
        and not term.morphology.animate
    ]


def _answer(fact: Fact, lead: YesNoLead, context: RuleContext) -> Answer:
    return Answer(
        rule="proposition",
        confidence=0.85,
        shown=(Shown(fact=fact, slot=Slot.YES_NO),),
        form=AnswerForm.YES_NO,
        lead=lead,
        why=context.why,
    )
