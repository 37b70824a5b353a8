"""«Бассейн сейчас работает?», «в субботу открыт?» of «работает с 7:00 до 22:00, кроме понедельника»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.data.tables import read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.met_words import words_are_met
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.leads.opening_hours import (
    GROUPS,
    OPEN_THEN,
    hours_on,
    is_state,
    is_subject,
    is_within,
    tells_opening,
    tells_otherwise,
)
from knowledge.decision.leads.weekday_leads import NamedDays, named_days
from knowledge.facts.model import Fact
from knowledge.language.calendar_words import RELATIVE_DAYS
from knowledge.language.values import Value, ValueKind
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_wording import wording
from knowledge.understanding.question import Question, parse_question

_NEAR = 4
_WEEK = 7
_OPEN = "работает"
_TIMES = frozenset({ValueKind.WEEKDAY, ValueKind.CLOCK})
_DAY = frozenset({"день"})
_EXCEPT = read_words("function_words/exclusions")


@dataclass(frozen=True, slots=True)
class _Then:
    """The day of the week and the minute of the day asked for, and the places of the words that say them."""

    day: int | None
    minute: int | None
    places: frozenset[int]
    date: date | None = None
    """The day itself where it is told from today."""


def judge_open_then(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Yes or no by the nearest statement that says when it is open; None where none says that."""
    question = context.search.question
    then = _then(question, access) if _may_ask(question) else None
    if then is None:
        return None
    states = frozenset(_states(question))
    if not states:
        return None
    rest = _rest(question, then.places | states, access)
    closed = any(_is_closed(question, at) for at in states)
    near = access.search(rest).facts[:_NEAR]
    other = next((one for one in near if _tells_of_day(one, rest, then, access)), None)
    if other is not None:
        return _answer(other.fact, None, context)
    told = list(_telling(rest, then, near, access))
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


def _tells_of_day(found: ScoredFact, rest: Question, then: _Then, access: BaseAccess) -> bool:
    """Whether a statement on the same thing tells how it is on that very day."""
    things = _things(rest)
    is_same = bool(things) and words_are_met(replace(rest, content_places=things), found)
    return is_same and then.date is not None and tells_otherwise(found.fact, then.date, access.lexicon)


def _things(rest: Question) -> tuple[int, ...]:
    return tuple(at for at in rest.content_places if not is_state(rest.terms[at], "open"))


def _may_ask(question: Question) -> bool:
    request = question.request
    asking = (question.terms[at] for at in question.asking_places)
    is_day = request.form is AnswerForm.WHEN and all(
        _DAY.intersection(one.morphology.lemmas) for one in asking
    )
    if any("past" in one.morphology.moods and one.morphology.first_pos == "VERB" for one in question.terms):
        return False
    return not request.negated and (is_day or request.form is AnswerForm.YES_NO)


def _then(question: Question, access: BaseAccess) -> _Then | None:
    """What is asked of one day, one hour or both; None where no time is stated or another one too."""
    values = question.request.values
    if any(one.kind not in _TIMES or one.is_range for one in values):
        return None
    days = [int(one.low) for one in values if one.kind is ValueKind.WEEKDAY]
    minutes = [int(one.low) for one in values if one.kind is ValueKind.CLOCK]
    places = {at for at in range(len(question.terms)) if any(_has(one, question, at) for one in values)}
    told: date | None = None
    for at, term in enumerate(question.terms):
        if term.word in RELATIVE_DAYS and RELATIVE_DAYS[term.word] >= 0:
            told = access.today + timedelta(days=RELATIVE_DAYS[term.word])
            days.append(told.weekday())
        elif term.word in GROUPS["now"] and not days and not minutes:
            told = access.today
            days.append(told.weekday())
            minutes.append(access.minute)
        else:
            continue
        places.add(at)
    if len(days) > 1 or len(minutes) > 1 or not (days or minutes):
        return None
    return _Then(next(iter(days), None), next(iter(minutes), None), frozenset(places), told)


def _has(value: Value, question: Question, at: int) -> bool:
    return value.start <= question.terms[at].token.start < value.end


def _states(question: Question) -> Iterator[int]:
    """Places of what says that it is open, or that somebody may come."""
    for at, term in enumerate(question.terms):
        after = question.terms[at + 1] if at + 1 < len(question.terms) else None
        names_day = after is not None and bool(_DAY.intersection(after.morphology.lemmas))
        lemmas = frozenset(term.morphology.lemmas)
        if names_day and lemmas & (GROUPS["working_day"] | GROUPS["day_off"]):
            yield from (at, at + 1)
        elif is_state(term, "open") or is_state(term, "closed"):
            yield at
        elif term.morphology.first_pos == "INFN" and lemmas & GROUPS["visit"]:
            yield from (at, *_deeds_after(question, at))


def _deeds_after(question: Question, at: int) -> Iterator[int]:
    """«Прийти поплавать»: what one comes for."""
    for place in range(at + 1, len(question.terms)):
        if question.terms[place].morphology.first_pos != "INFN":
            return
        yield place


def _is_closed(question: Question, at: int) -> bool:
    term = question.terms[at]
    return is_state(term, "closed") or not GROUPS["day_off"].isdisjoint(term.morphology.lemmas)


def _rest(question: Question, places: frozenset[int], access: BaseAccess) -> Question:
    """«Бассейн работает»: the question without its time, its state said in one way."""
    left = [term.token.written for at, term in enumerate(question.terms) if at not in places]
    return parse_question(" ".join((*left, _OPEN)), access.lexicon, asking=True)


def _telling(
    rest: Question, then: _Then, near: Sequence[ScoredFact], access: BaseAccess
) -> Iterator[tuple[ScoredFact, Sequence[NamedDays]]]:
    """Near statements of its hours or days, those that name the day first; of nothing that is named, only one
    that stands alone."""
    told = [one for one in near if tells_opening(one.fact, access.lexicon)]
    things = _things(rest)
    if things:
        bare = replace(rest, content_places=things)
        nouns = [term for at in things if (term := rest.terms[at]).morphology.first_pos == "NOUN"]
        told = [
            one
            for one in told
            if words_are_met(bare, one) and is_subject(nouns, one.fact.says, access.lexicon)
        ]
    elif len(told) != 1:
        return
    with_days = [(one, _days_of(one.fact, rest, access)) for one in told]
    with_times = [(one, days) for one, days in with_days if days or hours_on(None, one.fact, days)]
    yield from sorted(with_times, key=lambda one: not any(then.day in days.days for days in one[1]))


def _days_of(fact: Fact, rest: Question, access: BaseAccess) -> list[NamedDays]:
    """The days that a statement names; «без выходных» denies none."""
    named = named_days(fact, rest, access.lexicon)
    return [replace(one, denied=one.denied and len(one.days) < _WEEK) for one in named]


def _lead(fact: Fact, named: Sequence[NamedDays], then: _Then, *, closed: bool) -> YesNoLead | None:
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


def _days_told(day: int, named: Sequence[NamedDays], fact: Fact, then: _Then) -> str:
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
