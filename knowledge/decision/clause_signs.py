"""What the result of a clause by itself shows: a digest, a want of an event, a denial, a thing told of."""

from __future__ import annotations

from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.propositions.presence_propositions import NO_EVENT
from knowledge.results import Answer, AnswerForm, Polarity, Reason, Refusal, Result, YesNoLead
from knowledge.understanding import ties
from knowledge.understanding.question import Question

_TOLD_FROM = 0.8
"""From this probability on a question with «он» for a thing is answered by itself."""
_POINTING = frozenset({"PREP", "NPRO", "PRCL", "CONJ"})
"""Parts of speech that say nothing by themselves."""


def is_told_alone(alone: ClauseResult, filled: ClauseResult) -> bool:
    """«Когда открылся павильон и сколько он стоил?»: a fact tells what it cost, and does not name it."""
    return (
        isinstance(alone.result, Answer)
        and isinstance(filled.result, Refusal)
        and filled.result.reason is not Reason.NO_SUCH_NUMBER
        and alone.probability >= _TOLD_FROM
    )


def asks_for_digest(question: Question, text: str, alone: ClauseResult) -> bool:
    """«Перескажи статью» is complete by itself; «о чём?», «что о ней известно?» are not."""
    is_digest = isinstance(alone.result, Answer) and alone.result.rule == "digest"
    says_so = any(term.morphology.first_pos not in _POINTING for term in question.terms)
    return (
        is_digest
        and says_so
        and question.request.form is AnswerForm.SUMMARY
        and not ties.is_tied(question, text)
    )


def asks_who_was_there(result: Result) -> bool:
    """Whether «А Линч там была?» was refused for want of the event."""
    return isinstance(result, Refusal) and result.rule == NO_EVENT


def is_denied(result: Result) -> bool:
    return isinstance(result, Refusal) and result.reason is Reason.NEGATED


def is_sure(result: Result) -> bool:
    """Whether a proposition has «да» or «нет»."""
    lead = result.lead if isinstance(result, Answer) else None
    return isinstance(lead, YesNoLead) and lead.polarity in (Polarity.YES, Polarity.NO)
