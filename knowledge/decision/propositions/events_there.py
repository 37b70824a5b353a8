"""«Что будет в Шанхае?», «какой диалог будет в 2017 году?»: events of a place or date, by their records."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.context.asked_plan import asks_past
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import Match, compare_dates
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import Stated, stated_values
from knowledge.decision.propositions.place_propositions import is_there
from knowledge.decision.records.event_lines import told_events
from knowledge.decision.times.beside_event import by_date
from knowledge.facts.model import Event
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.results import Answer, AnswerForm, Slot
from knowledge.understanding.beside_events import asks_only_event
from knowledge.understanding.question import Question

_FORMS = (AnswerForm.WHAT, AnswerForm.WHICH)
_RULE = "event-record"


def events_there(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Where nothing but one place or date is named, and perhaps the kind of event; None where no event is
    of it."""
    question = context.search.question
    if question.request.form not in _FORMS or question.request.negated or question.request.span:
        return None
    stated = list(stated_values(question, access))
    if question.slot is not Slot.STATEMENT or len(stated) != 1 or not _is_place_or_date(stated[0]):
        return None
    if _asks_value(question, stated[0]):
        return None
    named = [
        question.terms[at]
        for at in question.content_places
        if at not in stated[0].places and not asks_only_event(question, question.terms[at])
    ]
    found = [one for one in access.base.events if _is_of(one, stated[0], question, access)]
    found = [one for one in found if _fits(one, named, question, access)]
    if not found:
        return None
    told = told_events(sorted(found, key=by_date), AnswerForm.OTHER, _RULE, context.why, context)
    return told.result if isinstance(told.result, Answer) else None


def _asks_value(question: Question, stated: Stated) -> bool:
    """«День недели какой был?»: a noun asks for another thing than the event; «году» of the date does not."""
    terms = (term for at, term in enumerate(question.terms) if at not in stated.places)
    lemmas = (lemma for term in terms for lemma in term.morphology.lemmas)
    return any(question_words.NOUNS.get(lemma, Slot.STATEMENT) is not Slot.STATEMENT for lemma in lemmas)


def _is_place_or_date(stated: Stated) -> bool:
    return stated.kind == "place" or (stated.value is not None and stated.value.kind is ValueKind.DATE)


def _is_of(event: Event, stated: Stated, question: Question, access: BaseAccess) -> bool:
    if stated.value is None:
        return event.where is not None and is_there(event, question.terms[min(stated.places)], access)
    year = access.base.source.published.end.year
    return event.when is not None and compare_dates(stated.value, event.when, [], year) is Match.SAME


def _fits(event: Event, named: Sequence[Term], question: Question, access: BaseAccess) -> bool:
    """Whether it has the words that name its kind, and is past or ahead as the question has it."""
    keys = access.lexicon.content(event.title)
    if any(not any(key in keys and level >= Level.SYNONYM for key, level in term.keys) for term in named):
        return False
    if event.when is None:
        return True
    ahead = is_ahead(event.when, access.base)
    is_future = any("futr" in term.morphology.moods for term in question.terms)
    return not (ahead and asks_past(question)) and not (is_future and not ahead)
