"""A day of the week that a question states, held against the days that a statement names: «по будням»,
«в среду закрыт», «ежедневно, кроме понедельника»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.data.tables import alternation, read_groups
from knowledge.decision.context.denials_apart import denials_in_words
from knowledge.decision.context.event_records import record_date, tells_of_report
from knowledge.decision.context.open_spans import part_with
from knowledge.decision.context.polarity import SURE_FROM
from knowledge.decision.context.recurring_days import recurring_days
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon
from knowledge.language.values import Value, ValueKind, read_values
from knowledge.results import Polarity, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import wording
from knowledge.understanding.question import Question

_AT = re.compile(r"\b(?:во?) $", re.IGNORECASE)
_WEEK = frozenset(range(7))
_GROUPS = read_groups("calendar/recurring")
_EVERY_DAY = rf"\b(?:{alternation(_GROUPS['every_day'])})\b"
_OFF = re.compile(
    rf"\b(?:{alternation(_GROUPS['off'])})\b"
    rf"|[—–-]\s*(?:{alternation(_GROUPS['off_several'])})\b|\b(?:{alternation(_GROUPS['off_several'])})\s*[—–-]",
    re.IGNORECASE,
)
_BREAK = re.compile(r"^|[,;:.(]")
_NAMED = {
    "every_day": _WEEK,
    "working_days": frozenset(range(5)),
    "days_off": frozenset({5, 6}),
}


@dataclass(frozen=True, slots=True)
class NamedDays:
    """Days that a statement names, and whether it denies or affirms of them what is asked."""

    days: frozenset[int]
    denied: bool
    words: str
    start: int


def weekday_lead(
    value: Value, found: ScoredFact, question: Question, context: RuleContext, lexicon: Lexicon
) -> YesNoLead | None:
    """«Да», or «нет» with the days that are named; None where the statement tells no day of the week."""
    given = question.text[value.start : value.end]
    named = list(named_days(found.fact, question, lexicon))
    if not named:
        return _lead_of_record(value, found.fact, context, given)
    asked = int(value.low)
    same = [one for one in named if asked in one.days]
    if same:
        # «Каждый день, кроме понедельника»: what names fewer days says more of them.
        nearest = min(same, key=lambda one: len(one.days))
        return YesNoLead(polarity=Polarity.NO if nearest.denied else Polarity.YES)
    affirmed = [one for one in named if not one.denied]
    if affirmed:
        held = _list_of_days(found, context, lexicon) or affirmed[0].words
        return YesNoLead(polarity=Polarity.NO, held=held, given=given)
    open_then = any(one.kind is ValueKind.CLOCK and one.is_range for one in values_of(found.fact))
    return YesNoLead(polarity=Polarity.YES if open_then else Polarity.UNTOLD)


def asks_every_day(text: str) -> bool:
    """«Ходит каждый день?», «работает ежедневно?»."""
    return re.search(_EVERY_DAY, text, re.IGNORECASE) is not None


def every_day_lead(found: ScoredFact, context: RuleContext, lexicon: Lexicon) -> YesNoLead | None:
    """«Да» where the statement names every day of the week, «нет» with the days where it names some."""
    named = list(named_days(found.fact, context.search.question, lexicon))
    affirmed = frozenset().union(*(one.days for one in named if not one.denied))
    affirmed -= frozenset().union(*(one.days for one in named if one.denied and one.days != _WEEK))
    if not affirmed:
        return None
    if affirmed == _WEEK:
        return YesNoLead(polarity=Polarity.YES)
    held = _list_of_days(found, context, lexicon)
    return YesNoLead(polarity=Polarity.NO, held=held or None)


def _list_of_days(found: ScoredFact, context: RuleContext, lexicon: Lexicon) -> str:
    """«По вторникам и субботам»: the whole list nearest to the question; empty where hours stand with it."""
    listed = recurring_days(found.fact, context.search.query, lexicon, frozenset())
    told = found.fact.says[listed.start : listed.end].strip(" .") if listed is not None else ""
    return "" if any(one.kind is ValueKind.CLOCK for one in read_values(told)) else told


def named_days(fact: Fact, question: Question, lexicon: Lexicon) -> Iterator[NamedDays]:
    for value in (one for one in values_of(fact) if one.kind is ValueKind.WEEKDAY):
        last = int(value.high) + (7 if value.high < value.low else 0)
        days = frozenset(day % 7 for day in range(int(value.low), last + 1))
        before = _AT.search(fact.says[: value.start])
        words = f"{before[0] if before else ''}{wording(fact, value)}"
        yield NamedDays(days, _is_denied(fact, value, question, lexicon), words, value.start)
    for group, days in _NAMED.items():
        pattern = rf"\b(?:{alternation(_GROUPS[group])})\b"
        for found in re.finditer(pattern, fact.says, re.IGNORECASE):
            value = Value(kind=ValueKind.WEEKDAY, low=0, high=6, start=found.start(), end=found.end())
            denied = _is_denied(fact, value, question, lexicon)
            yield NamedDays(days, denied, found[0].lower(), value.start)


def _is_denied(fact: Fact, value: Value, question: Question, lexicon: Lexicon) -> bool:
    """Whether the part with these days denies what the question, apart from its «не», states of them."""
    asked, said = denials_in_words(question, part_with(fact.says, value), lexicon)
    asks_off = _OFF.search(question.text) is not None
    return (asked or asks_off) != (said or _is_off(fact.says, value))


def _is_off(says: str, value: Value) -> bool:
    """«Понедельник — выходной», «в среду санитарный день»; «по выходным» names days that are open."""
    start = max(found.end() for found in _BREAK.finditer(says[: value.start]))
    after = _BREAK.search(says, value.end)
    return _OFF.search(says[start : after.start() if after is not None else len(says)]) is not None


def _lead_of_record(value: Value, fact: Fact, context: RuleContext, given: str) -> YesNoLead | None:
    """By the one day of the fact or its event."""
    is_report = tells_of_report(fact, context.base)
    if is_report and context.probability < SURE_FROM:
        return None  # «Диалог был в среду, 2 декабря?» is not about the news of it
    record = context.base.source.published if is_report else record_date(fact, context.base)
    if record is None or record.start is None or record.start.day is None or record.is_interval:
        return None
    is_same = record.start.first_day.weekday() == value.low
    return YesNoLead(polarity=Polarity.YES if is_same else Polarity.NO, held=record, given=given)
