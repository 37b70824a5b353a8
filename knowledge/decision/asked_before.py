"""«На сколько вырастет плата в июле? А в декабре?»: the fact of the follow-up, led by what was asked."""

from __future__ import annotations

from dataclasses import replace

from knowledge.conversation import Conversation
from knowledge.decision.clause_pipeline import ClausePipeline
from knowledge.decision.clause_result import ClauseResult
from knowledge.results import Answer, AnswerForm, Polarity, YesNoLead
from knowledge.understanding import ellipsis, ties
from knowledge.understanding.question import Question, parse_question

_VALUES = (
    AnswerForm.HOW_MANY,
    AnswerForm.HOW_MUCH,
    AnswerForm.HOW_LONG,
    AnswerForm.WHEN,
    AnswerForm.WHERE,
    AnswerForm.UNTIL,
)
_VERBS = frozenset({"VERB", "INFN", "PRTS", "PRED"})


def as_asked_before(
    found: ClauseResult, question: Question, text: str, conversation: Conversation, pipeline: ClausePipeline
) -> ClauseResult:
    """The same answer with the value that the last question asked for in place of a «да» to what states
    nothing; as it is where that question asked for no value."""
    result = found.result
    if not isinstance(result, Answer) or not result.shown or not _affirms(result):
        return found
    last = parse_question(conversation.question, pipeline.searcher.lexicon, asking=True).request.form
    verbs = [term for term in question.terms if term.morphology.first_pos in _VERBS]
    edges = last is AnswerForm.WHEN and all(ties.is_edge([term]) for term in verbs)
    if last not in _VALUES or not ties.is_tied(question, text) or (verbs and not edges):
        return found
    for filled in ellipsis.fill_ellipsis(text, conversation, pipeline.searcher):
        lead, form = pipeline.lead_in(filled.text, result.shown[0])
        if lead is not None and not isinstance(lead, YesNoLead):
            return replace(found, text=filled.text, result=replace(result, lead=lead, form=form))
    return replace(found, result=replace(result, lead=None, form=last))


def _affirms(result: Answer) -> bool:
    return isinstance(result.lead, YesNoLead) and result.lead.polarity is Polarity.YES
