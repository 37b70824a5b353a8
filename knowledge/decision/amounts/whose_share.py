"""«У кого 7 процентов», «кто получил 250»: which of those a statement shares values out to, by the value."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import is_same_amount
from knowledge.decision.context.kinds_of_names import is_kind_of_named
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, ExtremeLead, Shown, Slot
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import sentence
from knowledge.scoring.value_parts import edges_of, part_around

_FORMS = (AnswerForm.WHO, AnswerForm.WHICH, AnswerForm.WHERE, AnswerForm.WHAT, AnswerForm.LIST)
_UNSHARED = frozenset(
    {ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.ORDINAL, ValueKind.SCORE, ValueKind.CLOCK}
)
_NEAR, _LEAST = 3, 2
_SURE_FROM = 0.5
"""From this probability on the fact tells who has a number of order by itself."""
_OPENING = frozenset({"CONJ", "PRCL"})


def whose_share(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The part of the statement with the value that the question states; None unless just one has it."""
    question = context.search.question
    is_who = question.request.form is AnswerForm.WHO and context.probability < _SURE_FROM
    unshared = _UNSHARED - {ValueKind.ORDINAL} if is_who else _UNSHARED
    stated = [one for one in question.request.values if one.kind not in unshared and not one.inside]
    if question.request.form not in _FORMS or question.request.negated or len(stated) != 1:
        return None
    if stated[0].is_range or not question.slots:
        return None
    others = _other_words(stated[0], context)
    for found in context.search.facts[:_NEAR]:
        piece = _piece(stated[0], found.fact, context)
        if (
            piece is None
            or _names_one_of(piece, others, context)
            or not all(_is_met(term, piece, found, context) for term in others)
        ):
            continue
        if not others and sum(_has(stated[0], fact) for fact in access.base.facts) > 1:
            return None
        return Answer(
            rule="share",
            confidence=0.8,
            shown=(Shown(fact=found.fact, slot=Slot.STATEMENT),),
            lead=ExtremeLead(text=sentence(piece)),
            form=question.request.form,
            why=context.why,
        )
    return None


def _other_words(stated: Value, context: RuleContext) -> list[Term]:
    question = context.search.question
    terms = (question.terms[at] for at in question.content_places)
    return [
        term
        for term in terms
        if term.word_class is WordClass.CONTENT and not stated.start <= term.token.start < stated.end
    ]


def _names_one_of(piece: str, others: Sequence[Term], context: RuleContext) -> bool:
    """«Куда „Маяк“ потратит 40 тысяч»: whose they are is known, something else is asked."""
    named = (one for one in context.lexicon.read(piece) if one.token.capitalised)
    names = {key for one in named for key, level in one.keys if level >= Level.LEMMA}
    named_too = (term for term in others if term.token.capitalised)
    return any(key in names for term in named_too for key, level in term.keys if level >= Level.LEMMA)


def _is_met(term: Term, piece: str, found: ScoredFact, context: RuleContext) -> bool:
    met = any(key in found.parsed.keys for key, level in term.keys if level >= Level.SYNONYM)
    return met or is_kind_of_named(term, piece, context)


def _has(stated: Value, fact: Fact) -> bool:
    return any(is_same_amount(stated, one) for one in values_of(fact))


def _piece(stated: Value, fact: Fact, context: RuleContext) -> str | None:
    """The one part of several that has the value, and names something besides."""
    equal = [one for one in values_of(fact) if is_same_amount(stated, one)]
    if len(equal) != 1:
        return None
    value, says, edges = equal[0], fact.says, edges_of(fact.says)
    same = [one for one in values_of(fact) if (one.kind, one.unit) == (value.kind, value.unit)]
    if value.kind is ValueKind.COUNT:
        same = [one for one in same if one.nouns[:1] == value.nouns[:1]]
    parts = [part_around(one, says, same, edges) for one in same]
    if len(same) < _LEAST or len(set(parts)) < len(parts):
        return None
    first, last = parts[same.index(value)]
    inside = [term for term in context.lexicon.read(says) if first <= term.token.start < last]
    terms = _without_opening(inside)
    named = [term for term in terms if not value.start <= term.token.start < value.end]
    if not any(term.word_class is not WordClass.FUNCTION for term in named):
        return None
    if value.kind is ValueKind.ORDINAL and not any(term.token.capitalised for term in inside[1:]):
        return None
    return says[terms[0].token.start : terms[-1].token.end]


def _without_opening(terms: Sequence[Term]) -> Sequence[Term]:
    """«7 — у области» of «а 7 — у области»."""
    at = next((at for at, term in enumerate(terms) if term.morphology.first_pos not in _OPENING), 0)
    return terms[at:]
