"""«Голы Орлова?» states nothing, though it names a person whom the fact has: it asks for the count."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, ValueLead, YesNoLead
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import sentence, wording
from knowledge.scoring.value_choice import pick_clear


def with_asked_count(answer: Answer, context: RuleContext, access: BaseAccess) -> Answer:
    """The answer with the count of its first noun in place of «да», where only nouns are named."""
    question, lead = context.search.question, answer.lead
    request = question.request
    states = request.predicate or request.tagged or request.values or request.negated
    if states or not answer.shown or not isinstance(lead, YesNoLead) or lead.polarity is not Polarity.YES:
        return answer
    content = [question.terms[at] for at in question.content_places]
    head = next((term for term in content if term.word_class is WordClass.CONTENT), None)
    if head is None or head.is_name or head.morphology.first_pos != "NOUN":
        return answer
    fact, lemmas = answer.shown[0].fact, set(head.morphology.lemmas)
    counts = [one for one in values_of(fact) if one.kind is ValueKind.COUNT and lemmas & set(one.nouns)]
    value = pick_clear(counts, fact, context.search.query, access.lexicon, access.own_words)
    if value is None:
        return answer
    return replace(answer, lead=ValueLead(held=sentence(wording(fact, value))), form=AnswerForm.HOW_MANY)
