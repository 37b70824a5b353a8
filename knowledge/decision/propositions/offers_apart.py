"""«Сколько было судей, трое или больше?»: the question is asked without what it offers."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.leads.leads import lead_of
from knowledge.decision.records.record_answers import named_event, telling
from knowledge.decision.rules import rules
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, ValueLead
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding.question import Question, parse_question

_EITHER = "|".join(sorted(read_groups("function_words/particles")["either"]))
_OFFERED = re.compile(rf"\s*[,:—–]\s[^,:—–]+\s(?:{_EITHER})\s[^,:—–]+$")


def without_offers(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The answer to the question that is left, with the value that it asks for; None without one."""
    question = context.search.question
    offered = _OFFERED.search(question.text)
    if offered is None or not question.slots or question.request.negated:
        return None
    left = parse_question(f"{question.text[: offered.start()]}?", access.lexicon, asking=True)
    if not left.slots or left.slots[:1] != question.slots[:1]:
        return None
    if not any(left.terms[at].word_class is WordClass.CONTENT for at in left.content_places):
        return _of_main(left, context, access)
    judged = access.judge(left)
    asked = replace(context, search=judged.search, probability=judged.probability)
    result = rules.decide(asked)
    if not isinstance(result, Answer) or not result.shown:
        return None
    event = named_event(left, access.resolver) or main_event(access.base)
    lead = result.lead or lead_of(result.shown[0], asked.search.query, access, event)
    if not isinstance(lead, ValueLead):
        return None
    return replace(result, lead=lead, form=left.request.form, why=context.why)


def _of_main(left: Question, context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Где сидели?»: nothing is named, so the main event's record answers."""
    event, form = main_event(access.base), left.request.form
    if event is None or event.cancelled or form not in (AnswerForm.WHERE, AnswerForm.WHEN):
        return None
    held = event.where if form is AnswerForm.WHERE else event.when
    shown = tuple(telling(event, form, context))
    if held is None or not shown:
        return None
    return Answer(
        rule="event-record",
        confidence=0.8,
        shown=shown,
        events=(event,),
        lead=ValueLead(held=held),
        form=form,
        why=context.why,
    )
