"""Finds the statements that say when something is open, and the day and the hour that a question names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.data.tables import read_table, split_cell
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.met_words import words_are_met
from knowledge.decision.leads.opening_hours import (
    GROUPS,
    hours_on,
    is_state,
    is_subject,
    tells_opening,
    tells_otherwise,
)
from knowledge.decision.leads.weekday_leads import NamedDays, named_days
from knowledge.facts.model import Fact
from knowledge.language.calendar_words import RELATIVE_DAYS
from knowledge.language.values import Value, ValueKind
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import Question, parse_question

NEAR = 4
"""Such statements are looked for among so many nearest ones."""
DAY = frozenset({"день"})
_WEEK = 7
_OPEN = "работает"
_TIMES = frozenset({ValueKind.WEEKDAY, ValueKind.CLOCK})
_PARTS_OF_DAY = frozenset(
    word
    for *_, words in read_table("calendar/parts_of_day", "since", "until", "words")
    for word in split_cell(words)
)
"""«Утром, в 9 часов»: the hour says it already."""


@dataclass(frozen=True, slots=True)
class AskedTime:
    """The day of the week and the minute of the day asked for, and the places of the words that say them."""

    day: int | None
    minute: int | None
    places: frozenset[int]
    date: date | None = None
    """The day itself where it is told from today."""


def tells_of_day(found: ScoredFact, rest: Question, then: AskedTime, access: BaseAccess) -> bool:
    """Whether a statement on the same thing tells how it is on that very day."""
    things = _things(rest)
    is_same = bool(things) and words_are_met(replace(rest, content_places=things), found)
    return is_same and then.date is not None and tells_otherwise(found.fact, then.date, access.lexicon)


def _things(rest: Question) -> tuple[int, ...]:
    return tuple(at for at in rest.content_places if not is_state(rest.terms[at], "open"))


def asked_time(question: Question, access: BaseAccess) -> AskedTime | None:
    """What is asked of one day, one hour or both; None where no time is stated or another one too."""
    values = question.request.values
    if any(one.kind not in _TIMES or one.is_range for one in values):
        return None
    days = [int(one.low) for one in values if one.kind is ValueKind.WEEKDAY]
    minutes = [int(one.low) for one in values if one.kind is ValueKind.CLOCK]
    places = {at for at in range(len(question.terms)) if any(_has(one, question, at) for one in values)}
    told: date | None = None
    for at, term in enumerate(question.terms):
        if minutes and term.word in _PARTS_OF_DAY:
            places.add(at)
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
    return AskedTime(next(iter(days), None), next(iter(minutes), None), frozenset(places), told)


def _has(value: Value, question: Question, at: int) -> bool:
    return value.start <= question.terms[at].token.start < value.end


def open_states(question: Question) -> Iterator[int]:
    """Places of what says that it is open, or that somebody may come."""
    for at, term in enumerate(question.terms):
        after = question.terms[at + 1] if at + 1 < len(question.terms) else None
        names_day = after is not None and bool(DAY.intersection(after.morphology.lemmas))
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


def with_open(question: Question, places: frozenset[int], access: BaseAccess) -> Question:
    """«Бассейн работает»: the question without its time, its state said in one way."""
    left = [term.token.written for at, term in enumerate(question.terms) if at not in places]
    return parse_question(" ".join((*left, _OPEN)), access.lexicon, asking=True)


def telling_hours(
    rest: Question, then: AskedTime, near: Sequence[ScoredFact], access: BaseAccess
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
