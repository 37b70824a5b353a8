"""«Бассейн сейчас работает?», «в субботу открыт?» of «работает с 7:00 до 22:00, кроме понедельника»."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.leads.opening_hours import (
    GROUPS,
    OPEN_THEN,
    hours_on,
    is_state,
    is_within,
)
from knowledge.decision.leads.weekday_leads import NamedDays
from knowledge.decision.propositions.open_statements import (
    DAY,
    NEAR,
    AskedTime,
    asked_time,
    open_states,
    telling_hours,
    tells_of_day,
    with_open,
)
from knowledge.facts.model import Fact
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.scoring.statement_wording import wording
from knowledge.understanding.question import Question

_EXCEPT = read_words("function_words/exclusions")


def judge_open_then(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Yes or no by the nearest statement that says when it is open; None where none says that."""
    question = context.search.question
    then = asked_time(question, access) if _may_ask(question) else None
    if then is None:
        return None
    states = frozenset(open_states(question))
    if not states:
        return None
    rest = with_open(question, then.places | states, access)
    closed = any(_is_closed(question, at) for at in states)
    near = access.search(rest).facts[:NEAR]
    other = next((one for one in near if tells_of_day(one, rest, then, access)), None)
    if other is not None:
        return _answer(other.fact, None, context)
    told = list(telling_hours(rest, then, near, access))
    leads = [_lead(found.fact, named, then, closed=closed) for found, named in told]
    if not told:
        return None
    differ = then.day is None and len({lead.polarity for lead in leads if lead is not None}) > 1
    if leads[0] is None or differ:
        return _answer(told[0][0].fact, None, context)  # at noon it is open on some days only
    return _answer(told[0][0].fact, leads[0], context)


def _answer(fact: Fact, lead: YesNoLead | None, context: RuleContext) -> Answer:
    return Answer(
        rule=OPEN_THEN,
        confidence=0.85 if lead is not None else 0.6,
        shown=(Shown(fact=fact, slot=Slot.YES_NO),),
        form=AnswerForm.YES_NO,
        lead=lead,
        why=context.why,
    )


def _may_ask(question: Question) -> bool:
    request = question.request
    asking = (question.terms[at] for at in question.asking_places)
    is_day = request.form is AnswerForm.WHEN and all(
        DAY.intersection(one.morphology.lemmas) for one in asking
    )
    if any("past" in one.morphology.moods and one.morphology.first_pos == "VERB" for one in question.terms):
        return False
    return not request.negated and (is_day or request.form is AnswerForm.YES_NO)


def _is_closed(question: Question, at: int) -> bool:
    term = question.terms[at]
    return is_state(term, "closed") or not GROUPS["day_off"].isdisjoint(term.morphology.lemmas)


def _lead(fact: Fact, named: Sequence[NamedDays], then: AskedTime, *, closed: bool) -> YesNoLead | None:
    hours = hours_on(then.day, fact, named)
    if then.day is not None and named and not _is_open(then.day, named):
        held = _days_told(then.day, named, fact, then) or None
        return YesNoLead(polarity=Polarity.YES) if closed else YesNoLead(polarity=Polarity.NO, held=held)
    if then.minute is None:
        off = next((one.words for one in named if one.denied and not _is_excluded(one, fact)), None)
        return YesNoLead(polarity=Polarity.NO, held=off) if closed else YesNoLead(polarity=Polarity.YES)
    is_open = {is_within(then.minute, one) for one in hours}
    if not hours or (len(is_open) > 1 and then.day is None):
        return None
    held = wording(fact, hours[0]) if len(hours) == 1 else None
    if closed and True not in is_open:
        return YesNoLead(polarity=Polarity.YES)
    is_yes = True in is_open and not closed
    return YesNoLead(polarity=Polarity.YES if is_yes else Polarity.NO, held=held)


def _is_open(day: int, named: Sequence[NamedDays]) -> bool:
    """By the narrowest days that have it; a day that is not named is open only where all named are not."""
    own = min((one for one in named if day in one.days), key=lambda one: len(one.days), default=None)
    return not own.denied if own is not None else all(one.denied for one in named)


def _days_told(day: int, named: Sequence[NamedDays], fact: Fact, then: AskedTime) -> str:
    """Why a day is closed: «кроме понедельника» where it is not named in the question itself, else the days
    that are open."""
    own = min((one for one in named if day in one.days), key=lambda one: len(one.days), default=None)
    if own is None:
        return next(one.words for one in named if not one.denied)
    if then.date is None:
        return ""
    return f"{_word_before(own, fact)} {own.words}" if _is_excluded(own, fact) else own.words


def _is_excluded(own: NamedDays, fact: Fact) -> bool:
    return _word_before(own, fact) in _EXCEPT


def _word_before(own: NamedDays, fact: Fact) -> str:
    return fact.says[: own.start].rstrip().rsplit(" ", 1)[-1].lower()
