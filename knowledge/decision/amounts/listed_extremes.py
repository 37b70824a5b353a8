"""«Где больше всего кофеен?» of «64 кофейни: 31 в Самаре, 14 в Казани»: the most of one list."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.amounts.dimensions import Asked, Dimension
from knowledge.decision.amounts.held_amounts import HeldAmount, held_amounts
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, ExtremeLead, Lead, Polarity, Shown, Slot, YesNoLead
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import sentence
from knowledge.understanding.question import Question

_LEAST = 3
"""A whole and two of its parts."""
_NUMBERS = Dimension(frozenset({ValueKind.COUNT}), above=True)


def answer_listed(asked: Asked, context: RuleContext, access: BaseAccess) -> Answer | None:
    """The part of the list with the most or least, or yes or no of the part that is named."""
    question = context.search.question
    if not asked.dimension.measures(ValueKind.COUNT):
        return None
    nouns = [term for term in question.terms if term.morphology.first_pos == "NOUN"]
    for fact in access.base.facts:
        parts = _parts(fact, nouns, access)
        if len(parts) + 1 < _LEAST or not _has_every_noun(fact, nouns, access):
            continue
        ranked = sorted(parts, key=lambda one: one.value.low, reverse=asked.dimension.above)
        if ranked[0].value.low != ranked[1].value.low:
            lead = _lead(ranked, nouns, question)
            return None if lead is None else _answer(fact, lead, context)
    return None


def _parts(fact: Fact, nouns: Sequence[Term], access: BaseAccess) -> list[HeldAmount]:
    """The numbers after a count of what is asked about, which they add up to."""
    values = values_of(fact)
    whole = values[0] if values else None
    if whole is None or whole.kind is not ValueKind.COUNT or not whole.nouns:
        return []
    counted = {key for key, level in access.lexicon.word(whole.nouns[0]).keys if level >= Level.ROOT}
    if not any(key in counted for term in nouns for key, level in term.keys if level >= Level.ROOT):
        return []
    parts = [one for one in held_amounts([fact], _NUMBERS, access) if one.value.start > whole.end]
    parts = [one for one in parts if one.value.nouns == whole.nouns]
    return parts if sum(one.value.low for one in parts) == whole.low else []


def _has_every_noun(fact: Fact, nouns: Sequence[Term], access: BaseAccess) -> bool:
    """«Собак какой породы больше всего» is not asked of a list of dogs by what they lack."""
    texts = (fact.says, *fact.questions)
    said = {key for text in texts for term in access.lexicon.read(text) for key, _ in term.keys}
    wanted = [term for term in nouns if term.word_class is WordClass.CONTENT]
    return all(any(key in said for key, _ in term.keys) for term in wanted)


def _lead(ranked: Sequence[HeldAmount], nouns: Sequence[Term], question: Question) -> Lead | None:
    if question.request.form is not AnswerForm.YES_NO:
        return ExtremeLead(text=sentence(ranked[0].piece.strip(" .")))
    named = [one for one in ranked if any(_is_of(term, one) for term in nouns)]
    if len(named) != 1:
        return None
    is_first = named[0] is ranked[0]
    held = None if is_first else ranked[0].piece.strip(" .")
    return YesNoLead(polarity=Polarity.YES if is_first else Polarity.NO, held=held)


def _is_of(term: Term, part: HeldAmount) -> bool:
    known = (key for key, level in term.keys if level >= Level.ROOT)
    return term.word_class is WordClass.CONTENT and any(key in part.keys for key in known)


def _answer(fact: Fact, lead: Lead, context: RuleContext) -> Answer:
    return Answer(
        rule="extreme",
        confidence=0.85,
        shown=(Shown(fact=fact, slot=Slot.STATEMENT),),
        lead=lead,
        form=context.search.question.request.form,
        why=context.why,
    )
