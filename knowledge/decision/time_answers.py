"""How long until, since and between; which came first: from the dates of the base and the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from knowledge.data.tables import alternation, read_groups, read_table
from knowledge.decision.dated_things import Dated, find_dated
from knowledge.decision.rule_context import RuleContext
from knowledge.decision.tools import Tools
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact, FactBase
from knowledge.language.values import ValueKind
from knowledge.results import Answer, Form, OrderLead, Shown, Slot, SpanLead
from knowledge.retrieval.event_resolver import main_event
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.request import Span

_PARTS = re.compile(
    rf"\b(?:{alternation(read_groups('function_words/particles')['between_things'])})\b|[,:;—–-]",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_LEAST = 2


def answer_time(context: RuleContext, tools: Tools) -> Answer | None:
    """The answer to a question about a length of time or an order, None where the dates are not found."""
    request = context.search.question.request
    if request.form is Form.ORDER:
        return _order(context, tools)
    match request.span:
        case Span.UNTIL:
            return _between(context, tools) if _names_two(context) else _until(context, tools)
        case Span.SINCE:
            return _between(context, tools) or _since(context, tools)
        case Span.BETWEEN:
            return _between(context, tools)
    return None


def _names_two(context: RuleContext) -> bool:
    words = {term.word for term in context.search.question.terms}
    return "после" in words or ("до" in words and ("от" in words or "с" in words))


def _until(context: RuleContext, tools: Tools) -> Answer | None:
    if any(term.word == "за" for term in context.search.question.terms):
        return None
    thing = _thing(context.search.question, tools)
    if thing is None or thing.when.first_day is None:
        return None
    today = EdtfDate.parse(tools.today.isoformat())
    if thing.when.last_day < tools.today:
        return _answer(context, _span("passed", thing.when, today, context), (thing,), (thing.when,))
    return _answer(context, _span("until", today, thing.when, context), (thing,), (thing.when,))


def _since(context: RuleContext, tools: Tools) -> Answer | None:
    thing = _thing(context.search.question, tools)
    if thing is None or thing.when.first_day is None or thing.when.first_day > tools.today:
        return None
    today = EdtfDate.parse(tools.today.isoformat())
    return _answer(context, _span("since", thing.when, today, context), (thing,), (thing.when,))


def _between(context: RuleContext, tools: Tools) -> Answer | None:
    things = _things(context.search.question, tools)
    if len(things) < _LEAST:
        return None
    first, second = sorted(things[:2], key=lambda one: one.when.last_day)
    lead = _span("between", first.when, second.when, context)
    return _answer(context, lead, (first, second), (first.when, second.when))


def _order(context: RuleContext, tools: Tools) -> Answer | None:
    things = _things(context.search.question, tools)
    if len(things) < _LEAST:
        return None
    things = sorted(things, key=lambda one: (one.when.first_day or date.min, one.when.last_day))
    known = all(
        earlier.when.last_day < (later.when.first_day or date.min) or _ordered(earlier.when, later.when)
        for earlier, later in pairwise(things)
    )
    if not known:
        things = sorted(things, key=lambda one: one.when.last_day)
        known = all(_ordered(a.when, b.when) for a, b in pairwise(things))
    lead = OrderLead(items=tuple((one.title, one.when) for one in things), known=known)
    return _answer(context, lead, tuple(things), ())


def _ordered(earlier: EdtfDate, later: EdtfDate) -> bool:
    """Whether one date lies before another though not wholly: «не позднее 1 декабря» after September."""
    if later.start is None:
        return (
            earlier.last_day < later.last_day and not later.overlaps(earlier)
        ) or earlier.last_day < later.last_day
    return earlier.last_day < (later.first_day or date.min)


def _thing(question: Question, tools: Tools) -> Dated | None:
    found = find_dated(question, tools)
    if found is not None:
        return found
    event = main_event(tools.base) if not _named(question) else None
    return (
        Dated(title=event.title, when=event.when, event=event)
        if event is not None and event.when is not None
        else None
    )


def _named(question: Question) -> bool:
    return any(
        question.terms[at].morphology.first_pos == "NOUN" and at not in question.head_places
        for at in question.content_places
    )


def _things(question: Question, tools: Tools) -> list[Dated]:
    """The dated things that the parts of a question name, each once."""
    found: list[Dated] = []
    for thing in (*_numbered(question, tools), *_of_pieces(question, tools)):
        if thing is not None and all((thing.event, thing.fact) != (one.event, one.fact) for one in found):
            found.append(thing)
    return found


def _numbered(question: Question, tools: Tools) -> Iterator[Dated | None]:
    """«Первый и второй диалоги»: each ordinal with the nouns of the question."""
    ordinals = [
        at for at in question.content_places if any(key[0] == "№" for key, _ in question.terms[at].keys)
    ]
    if len(ordinals) < _LEAST:
        return
    nouns = [at for at in question.content_places if at not in ordinals and at not in question.head_places]
    nouns = [
        at for at in nouns if question.terms[at].morphology.first_pos == "NOUN" and not _is_unit(question, at)
    ]
    for at in ordinals:
        event, _ = tools.resolver.resolve([question.terms[place] for place in (at, *nouns)])
        if event is not None and event.when is not None:
            yield Dated(title=event.title, when=event.when, event=event)


def _of_pieces(question: Question, tools: Tools) -> Iterator[Dated | None]:
    for text in _pieces(question):
        part = parse_question(text, tools.lexicon, asking=True)
        if any(part.terms[at].morphology.first_pos == "NOUN" for at in part.content_places):
            yield find_dated(part, tools)


def _pieces(question: Question) -> Iterator[str]:
    """The text cut at «и», «до», «после» and marks, without the words that ask."""
    skipped = {question.terms[at].token.start for at in (*question.asking_places, *question.head_places)}
    skipped |= {term.token.start for at, term in enumerate(question.terms) if _is_unit(question, at)}
    start = 0
    bounds = [(found.start(), found.end()) for found in _PARTS.finditer(question.text)]
    for end, after in (*bounds, (len(question.text), len(question.text))):
        words = [
            term
            for term in question.terms
            if start <= term.token.start < end and term.token.start not in skipped
        ]
        if words:
            yield " ".join(term.token.written for term in words)
        start = after


def _is_unit(question: Question, at: int) -> bool:
    return not _NO_THINGS.isdisjoint(question.terms[at].morphology.lemmas)


_UNITS = read_table("calendar/unit_lemmas", "unit", "words").index("unit", "words", str)
_NO_THINGS = _UNITS.keys() | read_groups("calendar/groups")["no_thing"]
_FEW_DAYS, _FEW_MONTHS = 62, 24
"""Up to so many a length is said in days, in months."""


def _span(span: str, start: EdtfDate, end: EdtfDate, context: RuleContext) -> SpanLead:
    """The length between two dates in the unit asked for, or else in one that suits it."""
    words = [lemma for term in context.search.question.terms for lemma in term.morphology.lemmas]
    unit = next((_UNITS[lemma] for lemma in words if lemma in _UNITS), "")
    if not unit:
        days = _length(start, end, "day")[1]
        unit = "day" if days <= _FEW_DAYS else "month" if days <= _FEW_MONTHS * 30 else "year"
    low, high = _length(start, end, unit)
    return SpanLead(span=span, low=low, high=high, unit=unit, dates=())


def _length(start: EdtfDate, end: EdtfDate, unit: str) -> tuple[int, int]:
    """The least and the most units between two dates."""
    first, last = start.first_day or start.last_day, start.last_day
    near, far = max(end.first_day or end.last_day, last), end.last_day
    if unit in _DAYS:
        return (near - last).days // _DAYS[unit], (far - first).days // _DAYS[unit]
    low, high = _months(last, near) // _MONTHS[unit], _months(first, far) // _MONTHS[unit]
    return max(0, low), max(0, high)


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def _answer(
    context: RuleContext, lead: SpanLead | OrderLead, things: Sequence[Dated], dates: tuple[EdtfDate, ...]
) -> Answer:
    if isinstance(lead, SpanLead):
        lead = replace(lead, dates=dates)
    facts = [_fact_of(one, context.base) for one in things]
    shown = tuple(Shown(fact=fact, slot=Slot.DATE) for fact in dict.fromkeys(facts) if fact is not None)
    return Answer(
        rule="time",
        confidence=0.85,
        shown=shown,
        events=tuple(one.event for one in things if one.event is not None),
        lead=lead,
        form=context.search.question.request.form,
        why=context.why,
    )


def _fact_of(thing: Dated, base: FactBase) -> Fact | None:
    """The fact that tells the date: the thing itself, else one about the event that names a date."""
    if thing.fact is not None or thing.event is None:
        return thing.fact
    about = [fact for fact in base.facts if fact.about[:1] == (thing.event.id,) and fact.said_by is None]
    dated = (fact for fact in about if any(value.kind is ValueKind.DATE for value in values_of(fact)))
    return next(dated, next(iter(about), None))
