"""«А остальные выступали?»: who did it at all, held against the others of the people told of."""

from __future__ import annotations

from dataclasses import replace

from knowledge.conversation import Conversation
from knowledge.decision.clause_pipeline import ClausePipeline
from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.records.told_sets import is_rest, means_rest
from knowledge.language.spell_checker import SpellingCorrection
from knowledge.results import Answer, AnswerForm, Polarity, ValueLead, YesNoLead
from knowledge.understanding.question import Question
from knowledge.understanding.ties import own_text
from knowledge.understanding.told_people import told_people

_WHO = "кто"
_VERBAL = frozenset({"VERB", "PRTS"})


def deed_of_rest(
    pipeline: ClausePipeline,
    question: Question,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
) -> ClauseResult | None:
    """Yes where the others are among those who did it; else whom that names. None where it asks otherwise."""
    verbs = any(term.morphology.first_pos in _VERBAL for term in question.terms)
    is_asked = question.request.form is AnswerForm.YES_NO and not question.request.negated
    if not verbs or not is_asked or not means_rest(question.terms):
        return None
    told = told_people(conversation, pipeline.searcher.base)
    if not told.last:
        return None
    rest = frozenset(term.token.written for term in question.terms if is_rest(term))
    words = own_text(question.text).split()
    asked = " ".join(_WHO if word.strip("?!.,") in rest else word for word in words)
    found = pipeline.decide(asked, (), changes)
    result = found.result
    if not isinstance(result, Answer):
        return found
    if not isinstance(result.lead, ValueLead) or not isinstance(result.lead.held, tuple):
        return None
    did = {one.person for one in result.lead.held}
    lead = YesNoLead(polarity=Polarity.SET, held=result.lead.held)
    if told.rest and did.issuperset(told.rest):
        lead = YesNoLead(polarity=Polarity.YES)
    return replace(found, result=replace(result, lead=lead, form=AnswerForm.YES_NO))
