"""«Плату подняли до 50 рублей?» of a demand to do so: another fact that tells what came of it answers."""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.polarity import planned_lead
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.propositions.judged_values import value_answer
from knowledge.decision.propositions.stated_amounts import amounts_lead, stated_amounts
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, Meant, Polarity, Result, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import Question

_CHANGING = read_words("verbs/changing_amounts")
_NEAR = 6
_FINITE = frozenset({"VERB", "PRTS"})


def what_came(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; where it only says that a new amount was demanded, that which another fact tells."""
    lead, question = getattr(result, "lead", None), context.search.question
    is_demand = isinstance(lead, YesNoLead) and lead.meant is Meant.APPEAL
    if not is_demand or not isinstance(result, Answer) or len(stated_amounts(question)) != 1:
        return result
    if not any(map(_changes, question.terms)):
        return result
    for found in context.search.facts[:_NEAR]:
        if found.fact == result.shown[0].fact or not _tells_change(found, question, access):
            continue
        told = amounts_lead(found, question, context, access)
        if told is None or told.polarity not in (Polarity.YES, Polarity.NO):
            continue
        planned = planned_lead(question, found.fact, context) if told.polarity is Polarity.YES else None
        return replace(value_answer(found, planned or told, context), why=result.why)
    return result


def _changes(term: Term) -> bool:
    """A finite verb of an amount that becomes another: «подняли», no «поднять»."""
    return term.morphology.first_pos in _FINITE and bool(_CHANGING.intersection(term.morphology.lemmas))


def _tells_change(found: ScoredFact, question: Question, access: BaseAccess) -> bool:
    """Whether a statement tells itself that the amount becomes another, of all that the question names."""
    says = access.lexicon.read(found.fact.says)
    held = {key for term in says for key, level in term.keys if level >= Level.ROOT}
    (value,) = stated_amounts(question)
    named = (
        question.terms[at]
        for at in question.content_places
        if not value.start <= question.terms[at].token.start < value.end
    )
    nouns = [
        term for term in named if term.morphology.first_pos == "NOUN" and term.word_class is WordClass.CONTENT
    ]
    return (
        bool(nouns)
        and any(map(_changes, says))
        and all(any(key in held for key, level in term.keys if level >= Level.ROOT) for term in nouns)
    )
