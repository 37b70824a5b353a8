"""«Длина 25 или 50 метров?», «весной или осенью?»: each of two is judged alone, the true one is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import stated_values
from knowledge.decision.propositions import propositions
from knowledge.decision.propositions.confirming import confirm
from knowledge.decision.rules import rules
from knowledge.language.values import ValueKind, number_end
from knowledge.results import Answer, AnswerForm, Lead, Polarity, ValueLead, YesNoLead
from knowledge.scoring.statement_wording import sentence
from knowledge.understanding.question import Question, parse_question

_EITHER = frozenset(read_groups("function_words/particles")["either"])
_UNCOUNTED = frozenset({ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.ORDINAL, ValueKind.CLOCK})
_FORMS = (AnswerForm.YES_NO, AnswerForm.WHICH)
_PAIR = 2
_PREPOSITIONS = frozenset().union(*read_groups("function_words/prepositions").values())
Span = tuple[int, int]


def one_of_offered(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The one of two that is so, or «no» where both are denied alike; None where that is not sure."""
    question = context.search.question
    if question.request.form not in _FORMS or question.slots or question.request.negated:
        return None
    spans = _offered(question, access)
    if spans is None:
        return None
    text, (first, second) = question.text, spans
    told = _whole(question, first, second), _whole(question, second, first)
    judged = [_judged(f"{text[: first[0]]}{one}{text[second[1] :]}", context, access) for one in told]
    answers = [one for one in judged if one is not None]
    leads = [one.lead for one in answers if isinstance(one.lead, YesNoLead)]
    if len(leads) != _PAIR or answers[0].shown[:1] != answers[1].shown[:1]:
        return None
    said = [at for at, one in enumerate(leads) if one.polarity is Polarity.YES]
    denied = [one for one in leads if one.polarity is Polarity.NO]
    if len(said) == 1 and len(denied) == 1:
        people = denied[0].held if isinstance(denied[0].held, tuple) else None
        held = people or sentence(_before(text, first[0]) + told[said[0]])
        return _with_lead(answers[said[0]], ValueLead(held=held), context)
    values = [one for one in question.request.values if one.kind not in _UNCOUNTED]
    if len(denied) < _PAIR or len(values) != _PAIR or leads[0].held is None or leads[0].held != leads[1].held:
        return None
    return _with_lead(answers[0], replace(leads[0], given=""), context)


def _with_lead(answer: Answer, lead: Lead, context: RuleContext) -> Answer:
    form = context.search.question.request.form
    return replace(answer, rule="proposition", lead=lead, form=form, why=context.why)


def _offered(question: Question, access: BaseAccess) -> tuple[Span, Span] | None:
    """Where two values of one kind, people or places stand with nothing but «или» between them."""
    either = [term for term in question.terms if term.word in _EITHER]
    if len(either) != 1:
        return None
    at = either[0].token
    values = [(one.start, one.end) for one in question.request.values if one.kind is not ValueKind.ORDINAL]
    named = [
        (question.terms[min(one.places)].token.start, question.terms[max(one.places)].token.end)
        for one in stated_values(question, access)
        if one.kind != "value"
    ]
    for spans in (values, named):
        before = [one for one in spans if one[1] == at.start - 1]
        after = [one for one in spans if _is_next(one, at.end, before, question)]
        if before and after and len(spans) == _PAIR:
            return before[0], after[0]
    return None


def _is_next(span: Span, end: int, before: Sequence[Span], question: Question) -> bool:
    """Whether nothing stands between, or the preposition of the first: «в мае или в июне»."""
    between = question.text[end : span[0]].strip().lower()
    own = _before(question.text, before[0][0]).strip().lower() if before else ""
    return span[0] > end and between in ("", own)


def _before(text: str, start: int) -> str:
    """The preposition before a place, with its space."""
    word = text[:start].rstrip().rpartition(" ")[2]
    return f"{word} " if word.lower() in _PREPOSITIONS else ""


def _whole(question: Question, span: Span, other: Span) -> str:
    """«25 метров» of «25 или 50 метров»."""
    said = question.text[slice(*span)]
    values = {(one.start, one.end): one for one in question.request.values}
    mine, its = values.get(span), values.get(other)
    if mine is None or its is None or its.kind in _UNCOUNTED or number_end(question.text, mine) != mine.end:
        return said
    return said + question.text[number_end(question.text, its) : its.end]


def _judged(text: str, context: RuleContext, access: BaseAccess) -> Answer | None:
    question = parse_question(text, access.lexicon, asking=True)
    if question.request.form is not AnswerForm.YES_NO:
        return None
    judged = access.judge(question)
    asked = replace(context, search=judged.search, probability=judged.probability)
    result = propositions.judge(asked, access)
    if result is None:
        found = rules.decide(asked)
        result = confirm(asked, found, access) if isinstance(found, Answer) else None
    return result if isinstance(result, Answer) and result.shown else None
