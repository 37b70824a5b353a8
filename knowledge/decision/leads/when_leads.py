"""The first line that says when: a date or a time of day, of the statement or of a record."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_edges import asks_last_day, clock_text, edge_of
from knowledge.decision.context.event_records import is_superseded, record_date
from knowledge.decision.context.limits import limit_of
from knowledge.decision.context.recurring_days import day_lists, recurring_days
from knowledge.facts.dates import EdtfDate, Precision
from knowledge.facts.model import Event, Fact
from knowledge.facts.partial_date import PartialDate
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.values import Value, ValueKind, ValueRole, read_values
from knowledge.results import AnswerForm, Lead, ValueLead
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import sentence, wording
from knowledge.scoring.value_choice import pick
from knowledge.understanding.request import Request

_MEANT_FOR = read_groups("function_words/prepositions")["reminder_later"]
_MAKE = read_words("nouns/makes")
_MISSING = {Precision.DAY: "day", Precision.MONTH: "month"}


def when_lead(fact: Fact, query: QueryTerms, access: BaseAccess, event: Event | None) -> Lead | None:
    base, lexicon = access.base, access.lexicon
    request = query.question.request
    record = record_date(fact, base)
    if record is not None:
        record = edge_of(record, query.question)
    clocks = [value for value in values_of(fact) if value.kind is ValueKind.CLOCK]
    dates = _when_it_was(fact, request, query.root_keys, lexicon)
    named = recurring_days(fact, query, lexicon, access.own_words) if _asks_days(query) else None
    if named is not None:
        return ValueLead(held=sentence(fact.says[named.start : named.end]))
    if request.clock or (request.form is AnswerForm.UNTIL and clocks and not dates):
        if clocks:
            return ValueLead(held=sentence(_clock_wording(clocks, fact, query, access)))
        if record is not None and (known := clock_text(record)) is not None:
            return ValueLead(held=known)
        return ValueLead(held=record, missing="clock") if record is not None else None
    if not dates and (event is None or event.id not in fact.about):
        days = _days_asked(clocks, fact, query, access)
        if days is not None:
            return ValueLead(held=sentence(days))
    own = pick(dates, fact, query, lexicon, access.own_words)
    if own is not None and _tells_more(own, record, fact, event, access, request):
        return ValueLead(held=_own_day(own, fact, request))
    if record is not None and (fact.when is not None or event is not None or own is not None):
        # «До 25 апреля» says all of the last day.
        wanted = None if record.start is None and asks_last_day(query.question) else request.exact
        return ValueLead(held=record, missing=_missing(record, wanted))
    clock = pick(clocks, fact, query, lexicon, access.own_words)
    return ValueLead(held=sentence(wording(fact, clock, request))) if clock is not None else None


def _own_day(own: Value, fact: Fact, request: Request) -> str | EdtfDate:
    """A date as the statement words it; where a day of the week is asked for, as the record of that day."""
    when = fact.when
    if request.days and when is not None and when.precision is Precision.DAY:
        is_one = not when.is_interval and not own.is_range
        if is_one and any(one.day is not None and _fits(one, when) for one in own.dates):
            return when
    return sentence(wording(fact, own, request))


def _tells_more(
    own: Value,
    record: EdtfDate | None,
    fact: Fact,
    event: Event | None,
    access: BaseAccess,
    request: Request,
) -> bool:
    """Whether the statement's own date, in its words, comes before that of the record."""
    if is_superseded(fact, access.base):
        return False
    whole = record_date(fact, access.base)
    if whole is not None and whole != record and not own.is_range and _is_other_end(own, whole, record):
        return False  # «до какого числа» of «начнётся 8 декабря» where the record has both days
    if record is None or not any(_fits(one, record) for one in own.dates):
        return True
    if own.is_range and not record.is_interval and record != whole:
        return False  # «какого числа началась»: one end of «с 20 по 24 августа»
    within = record.is_interval and event is None  # the statement's day within those of its event
    return own.is_range or within or request.form is AnswerForm.UNTIL or request.since


def _is_other_end(own: Value, whole: EdtfDate, edge: EdtfDate | None) -> bool:
    """Whether a date is that end of an interval which is not asked for."""
    return any(_fits(one, whole) and (edge is None or not _fits(one, edge)) for one in own.dates)


def _when_it_was(fact: Fact, request: Request, asked: frozenset[str], lexicon: Lexicon) -> list[Value]:
    """The dates less those of a thing that is meant for a time, where others are left: «бюджет на 2026 год
    приняли 18 декабря»; all where a year is asked for."""
    says = lexicon.read(fact.says)
    dates = [value for value in values_of(fact) if value.kind is ValueKind.DATE]
    dates = [one for one in dates if not _is_of_make(one, says, asked)] or dates
    if request.exact is Precision.YEAR:
        return [one for one in dates if request.since and _begins_year(one, fact)] or dates
    own = [one for one in dates if not _is_meant_for(one, says)]
    return own or dates


def _is_meant_for(value: Value, says: Sequence[Term]) -> bool:
    """«План на март»: a noun, then «на», then what is no day."""
    if any(one.day is not None for one in value.dates):
        return False
    before = [term for term in says if term.token.end <= value.start][-2:]
    return (
        len(before) == 2
        and before[1].word in _MEANT_FOR
        and before[0].morphology.first_pos in ("NOUN", "PRTF", "ADJF")
    )


def _is_of_make(value: Value, says: Sequence[Term], asked: frozenset[str]) -> bool:
    """«1983 года постройки»: of what a thing is, not when something was; unless that is asked for."""
    after = next((term for term in says if term.token.start >= value.end), None)
    is_make = after is not None and bool(_MAKE.intersection(after.morphology.lemmas))
    return is_make and after is not None and not any(key in asked for key, _ in after.keys)


def _begins_year(value: Value, fact: Fact) -> bool:
    """«Не раньше 2024 года», «с 2019 года»."""
    if any(day.month is not None for day in value.dates):
        return False
    limit = limit_of(fact, value)
    return value.role is ValueRole.SINCE or (limit is not None and limit.is_lower)


def _asks_days(query: QueryTerms) -> bool:
    return query.question.request.days and not query.question.request.clock


def _days_asked(clocks: Sequence[Value], fact: Fact, query: QueryTerms, access: BaseAccess) -> str | None:
    """The days of the week on which it recurs, unless the statement gives hours apart from them too."""
    request = query.question.request
    if request.form is AnswerForm.UNTIL or request.since:
        return None
    days = recurring_days(fact, query, access.lexicon, access.own_words)
    lists = day_lists(fact.says)
    if days is None or not all(any(_holds(one, clock) for one in lists) for clock in clocks):
        return None
    return fact.says[days.start : days.end]


def _clock_wording(clocks: Sequence[Value], fact: Fact, query: QueryTerms, access: BaseAccess) -> str:
    """The time of day asked for, with the days that have one where several have."""
    clock = pick(clocks, fact, query, access.lexicon, access.own_words)
    assert clock is not None
    days = recurring_days(fact, query, access.lexicon, access.own_words) if len(clocks) > 1 else None
    # The hours of the day that the question names, wherever the nearest hour stands.
    is_named = any(one.kind is ValueKind.WEEKDAY for one in read_values(query.question.text))
    if days is not None and any(_holds(days, one) for one in (clocks if is_named else [clock])):
        return fact.says[days.start : days.end]
    return wording(fact, clock, query.question.request)


def _holds(days: Value, clock: Value) -> bool:
    return days.start <= clock.start < days.end


def _missing(record: EdtfDate, wanted: Precision | None) -> str:
    """What a date does not say of the day or month asked for: «июнь 2016 года», «не позднее 1 декабря»."""
    is_vague = wanted is not None and (record.precision < wanted or record.start is None)
    return _MISSING.get(wanted, "") if wanted is not None and is_vague else ""


def _fits(one: PartialDate, record: EdtfDate) -> bool:
    ends = [point for point in (record.start, record.end) if point is not None]
    return any(one.fits(PartialDate(point.year, point.month, point.day)) for point in ends)
