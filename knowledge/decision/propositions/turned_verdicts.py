"""A question that denies what its fact states, or states what that denies: «да» and «нет» change places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.propositions.record_propositions import POST_RECORD
from knowledge.language.lexicon import Term
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, Lead, Polarity, YesNoLead
from knowledge.scoring.statement_wording import best_part
from knowledge.understanding.denials import denied_places, differ_in_denial, is_negative
from knowledge.understanding.question import Question

_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_WITHOUT = frozenset({"без"})


def is_turned(answer: Answer, context: RuleContext, access: BaseAccess) -> bool:
    """Whether the question denies what the fact states, or states what the fact denies."""
    question = context.search.question
    if answer.rule in ("event-record", POST_RECORD) or not answer.shown:
        return any(not _is_lack(question, at) for at in question.request.negated)
    says = access.lexicon.read(answer.shown[0].fact.says)
    part = access.lexicon.read(best_part(answer.shown[0].fact.says, context.search.query, access.lexicon))
    if differ_in_denial(question.terms, says) or _denies_presence(question, part):
        return True
    said = {key for term in says for key, _ in term.keys}
    denied = [question.terms[at] for at in question.request.negated]
    return bool(denied) and not any(key in said for term in denied for key, _ in term.keys)


def _is_lack(question: Question, place: int) -> bool:
    """«Без пассажиров» denies no deed."""
    return place > 0 and question.terms[place - 1].word in _WITHOUT


def _denies_presence(question: Question, says: Sequence[Term]) -> bool:
    """«Линч была на открытии?» of «на открытие не приехала»: no verb of its own, the fact denies its."""
    acts = any(
        (term.morphology.first_pos in _VERBS and term.word_class is WordClass.CONTENT)
        or term.morphology.first_pos == "PRED"
        for term in question.terms
    )
    denied = (says[at].morphology.first_pos in _VERBS for at in denied_places(says))
    return not acts and not question.request.negated and any(denied) and _names_person(question)


def _names_person(question: Question) -> bool:
    return any(term.morphology.animate or term.is_name for term in question.terms)


def turned(lead: Lead | None, question: Question) -> Lead | None:
    """The lead of the negated proposition from that of the affirmed one.

    «Не работала с 10 ноября» does not say that it worked on other days: then the statement stands alone.
    """
    if not isinstance(lead, YesNoLead) or lead.polarity not in (Polarity.YES, Polarity.NO):
        return lead
    if lead.polarity is Polarity.NO and not question.request.negated and not is_negative(question.text):
        return None
    other = Polarity.NO if lead.polarity is Polarity.YES else Polarity.YES
    return replace(lead, polarity=other, denying=True)
