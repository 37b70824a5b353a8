"""A question that names no event, filled with the main one or that of those told of last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.conversation import Conversation
from knowledge.decision.clause_pipeline import ClausePipeline
from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.clause_signs import asks_who_was_there
from knowledge.decision.context.comparison import ORDER_WORDS, order_asked
from knowledge.decision.last_event import only_happens, told_event
from knowledge.facts.model import Event
from knowledge.language.spell_checker import SpellingCorrection
from knowledge.language.values import Value, ValueKind
from knowledge.results import Answer, AnswerForm, Refusal, Slot, ValueLead, YesNoLead
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding import ties
from knowledge.understanding.pronouns import refers, without_pronouns
from knowledge.understanding.question import Question, parse_question

_AHEAD = "futr"
_SEVERAL = 2
_DAY_OF_MONTH = frozenset({"число"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A clause, and how it is decided by itself."""

    pipeline: ClausePipeline
    text: str
    changes: tuple[SpellingCorrection, ...]
    question: Question
    alone: ClauseResult


def of_main_event(
    pipeline: ClausePipeline, text: str, changes: tuple[SpellingCorrection, ...], alone: ClauseResult
) -> ClauseResult:
    """«Где это было?» with nothing before it is asked of the main event."""
    event = main_event(pipeline.searcher.base)
    refused = alone.result if isinstance(alone.result, Refusal) else None
    if event is None:
        return alone
    question = parse_question(text, pipeline.searcher.lexicon, asking=True)
    asked = _Asked(pipeline=pipeline, text=text, changes=changes, question=question, alone=alone)
    dated = _whether_then(asked, event)
    if dated is not None:
        return dated
    if refused is None:
        return _when_or_where_it_was(asked, event)
    presence = asks_who_was_there(refused)
    happens = question.only_asks or (
        only_happens(question, ()) and question.request.measure is not ValueKind.CLOCK
    )
    if refused.rule != "no-context" and not presence and not happens:
        return alone
    if refused.slot not in (Slot.PLACE, Slot.DATE, Slot.PERSON) and not presence:
        return alone
    if not refers(text):
        return alone
    filled = _filled(asked, event)
    return filled if presence or isinstance(filled.result, Answer) else alone


def _whether_then(asked: _Asked, event: Event) -> ClauseResult | None:
    """«Это было в среду?», «в мае было или в июне?»: a day that is all that is said is held against it."""
    question, text = asked.question, asked.text
    days = [one for one in question.request.values if _is_day(one)]
    if not days or question.slots or _says_more(question, days, None):
        return None
    of_past = not any(_AHEAD in term.morphology.moods for term in question.terms)
    if not of_past or not (refers(text) or question.request.predicate) or _is_judged(asked.alone, event):
        return None
    filled = asked.pipeline.decide(f"{event.title} {without_pronouns(text)}", (event.title,), asked.changes)
    lead = filled.result.lead if isinstance(filled.result, Answer) else None
    return filled if isinstance(lead, YesNoLead | ValueLead) else None


def _is_judged(alone: ClauseResult, event: Event) -> bool:
    """Whether a proposition is judged by an event already."""
    result = alone.result
    return isinstance(result, Answer) and isinstance(result.lead, YesNoLead) and event in result.events


def _when_or_where_it_was(asked: _Asked, event: Event) -> ClauseResult:
    """«Какого числа всё это было?» answered by some other date, as that of the report."""
    of_record = asked.question.slots[:1] in ((Slot.PLACE,), (Slot.DATE,)) and asked.question.only_asks
    if not of_record or not refers(asked.text):
        return asked.alone
    filled = _filled(asked, event)
    return filled if isinstance(filled.result, Answer) else asked.alone


def _filled(asked: _Asked, event: Event) -> ClauseResult:
    text = f"{asked.text.rstrip(' ?!.')} {event.title}"
    return asked.pipeline.decide(text, (event.title,), asked.changes)


def of_named_day(
    pipeline: ClausePipeline,
    question: Question,
    text: str,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
) -> ClauseResult | None:
    """«2 числа?», «в июле?»: a day or month alone is held against the event told of last."""
    event = told_event(conversation, pipeline.searcher.base)
    days = [one for one in question.request.values if _is_day(one)]
    # «А в мае?» after a place may ask where it is then; «в мае?» alone does not.
    is_bare = conversation.slot is Slot.PLACE and not ties.is_tied(question, text)
    asked = is_bare or conversation.slot in (Slot.DATE, Slot.YES_NO)
    if (
        event is None
        or not days
        or question.slots
        or not (asked or _told_where_and_when(conversation, pipeline))
    ):
        return None
    order = order_asked(question.text, days[0])
    if _says_more(question, days, order):
        return None
    day = _of_month(days[0], event) or text.strip(" ?!.").removeprefix("а ").removeprefix("А ")
    if order is not None:
        # «Раньше июля» of the last event: «раньше» itself would ask for the one before.
        day = f"{ORDER_WORDS[order]} {question.text[days[0].start : days[0].end]}"
    filled = pipeline.decide(f"{event.title} {day}?", (event.title,), changes)
    is_told = isinstance(filled.result, Answer) and filled.result.form is AnswerForm.YES_NO
    return filled if is_told else None


def _told_where_and_when(conversation: Conversation, pipeline: ClausePipeline) -> bool:
    """Whether the last question asked for a date beside something else."""
    if conversation.slot is not Slot.STATEMENT:
        return False
    last = parse_question(conversation.question, pipeline.searcher.lexicon, asking=True)
    return len(last.slots) >= _SEVERAL and Slot.DATE in last.slots


def _says_more(question: Question, days: Sequence[Value], order: str | None) -> bool:
    """Whether a word of content is neither of a day nor the one before it that asks for an order."""
    left = [
        question.terms[at]
        for at in question.content_places
        if not any(one.start <= question.terms[at].token.start < one.end for one in days)
        and not refers(question.terms[at].word)
    ]
    return any(order is None or term.token.end + 1 != days[0].start for term in left)


def _is_day(value: Value) -> bool:
    return value.kind in (ValueKind.DATE, ValueKind.WEEKDAY) or bool(_DAY_OF_MONTH.intersection(value.nouns))


def _of_month(value: Value, event: Event) -> str | None:
    """«2 числа» in the month of the event, as a date in digits."""
    when = event.when
    if value.kind in (ValueKind.DATE, ValueKind.WEEKDAY) or when is None or when.first_day is None:
        return None
    first, last = when.first_day, when.last_day
    is_of_one_month = (first.year, first.month) == (last.year, last.month)
    return f"{int(value.low):02}.{first.month:02}.{first.year}" if is_of_one_month else None


def of_their_event(
    pipeline: ClausePipeline,
    best: ClauseResult,
    question: Question,
    text: str,
    changes: tuple[SpellingCorrection, ...],
    conversation: Conversation,
) -> ClauseResult:
    """«А где они встретились?» of those told of last: where that is refused of them, it is asked of the event
    that they were told of."""
    event = told_event(conversation, pipeline.searcher.base)
    asked = question.slots[:1] in ((Slot.PLACE,), (Slot.DATE,))
    if event is None or not asked or not isinstance(best.result, Refusal):
        return best
    if not only_happens(question, pipeline.searcher.events.keys_of(event)):
        return best
    filled = pipeline.decide(f"{without_pronouns(text)} {event.title}", (event.title,), changes)
    return filled if isinstance(filled.result, Answer) else best
