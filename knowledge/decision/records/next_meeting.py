"""«Где китайцы с американцами снова встретятся?»: what is to come again is no event of the past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_records import record_date
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.records.record_answers import telling
from knowledge.facts.model import Event
from knowledge.language.lexicon import Term
from knowledge.language.numerals import AGAIN, NEXT
from knowledge.language.synonyms import Level
from knowledge.results import Answer, AnswerForm, Result, ValueLead

_AGAIN = AGAIN | NEXT


def unless_past(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; the record of the only event ahead in place of a past one, where the next is asked of."""
    question, base = context.search.question, access.base
    form = question.request.form
    if not isinstance(result, Answer) or not result.shown or form not in (AnswerForm.WHERE, AnswerForm.WHEN):
        return result
    if not _asks_of_next(question.terms) or _names_person(question.terms, access):
        return result
    record = record_date(result.shown[0].fact, base)
    ahead = [one for one in base.events if one.when and is_ahead(one.when, base) and not one.cancelled]
    if record is None or is_ahead(record, base) or len(ahead) != 1:
        return result
    return _of_record(result, ahead[0], form, context) or result


def _asks_of_next(terms: Sequence[Term]) -> bool:
    again = any(_AGAIN.intersection((term.word, *term.morphology.lemmas)) for term in terms)
    return again and any("futr" in term.morphology.moods for term in terms)


def _names_person(terms: Sequence[Term], access: BaseAccess) -> bool:
    return any(
        key in access.person_keys for term in terms for key, level in term.keys if level is Level.LEMMA
    )


def _of_record(answer: Answer, event: Event, form: AnswerForm, context: RuleContext) -> Answer | None:
    held = event.where if form is AnswerForm.WHERE else event.when
    shown = tuple(telling(event, form, context))
    if held is None or not shown:
        return None
    lead = ValueLead(held=held)
    return replace(answer, rule="event-record", shown=shown, events=(event,), lead=lead, form=form)
