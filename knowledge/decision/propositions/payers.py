"""«Кто построил мост?» of «деньги на строительство дал бюджет»: who pays for a thing has not made it."""

from __future__ import annotations

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.results import Answer, AnswerForm, Reason, Result

_PAYING = read_words("verbs/paying") | read_words("verbs/spending")
_FUNDS = read_words("nouns/funds")
_WHO = "кто"
_FOR = read_groups("function_words/prepositions")["paid_for"]
_DEEDS = frozenset({"VERB", "INFN", "PRTS"})


def unless_payer_only(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; «кто» with a deed is refused where the fact has the deed only as what money is for."""
    question = context.search.question
    if not isinstance(result, Answer) or not result.shown or question.request.form is not AnswerForm.WHO:
        return result
    if not any(term.word == _WHO for term in question.terms):
        return result  # «на чьи деньги построили»
    deeds = [term for term in question.terms if _is_deed(term)]
    if len(deeds) != 1 or _PAYING.intersection(deeds[0].morphology.lemmas):
        return result
    if not all(_only_pays(one.fact, deeds[0], access) for one in result.shown):
        return result
    refusal = refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 0.8)
    return complete_refusal(refusal, context, access)


def _is_deed(term: Term) -> bool:
    return term.morphology.first_pos in _DEEDS or (
        term.morphology.first_pos == "NOUN" and term.morphology.animate and not term.is_name
    )


def _only_pays(fact: Fact, deed: Term, access: BaseAccess) -> bool:
    says = access.lexicon.read(fact.says)
    lemmas = {lemma for term in says for lemma in term.morphology.lemmas}
    if not lemmas & _FUNDS or not lemmas & _PAYING:
        return False
    same = [at for at, term in enumerate(says) if _is_of_one_root(term, deed)]
    return bool(same) and all(at and says[at - 1].word in _FOR for at in same)


def _is_of_one_root(one: Term, other: Term) -> bool:
    keys = {key for key, level in one.keys if level >= Level.ROOT}
    return any(key in keys for key, level in other.keys if level >= Level.ROOT)
