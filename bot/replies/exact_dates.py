"""Marks the exact dates in a reply, so that Telegram can tell a reader when that is in the own zone.

A date that is less than a day precise stays text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.replies import dates
from bot.replies.parts import Emphasis, Link, Moment, Part, Quote, Reply, Strong, Text
from knowledge.facts.dates import EdtfDate, Precision
from knowledge.facts.model import Fact, FactBase

_NOON = time(12)
"""A day without an hour is its noon: the same day in nearly every zone."""
Plain = Text | Strong | Emphasis | Link | Moment


def mark(reply: Reply, facts: Sequence[Fact], base: FactBase) -> Reply:
    """The dates of the facts and of their events, wherever the reply's running text has them."""
    zone = ZoneInfo(base.source.zone)
    events = [base.event_by_id[one] for fact in facts for one in fact.about if one in base.event_by_id]
    known = [fact.when for fact in facts] + [event.when for event in events]
    found = (of(when, zone) for when in known if when is not None)
    moments = {moment.text: moment for moment in found if moment is not None}
    if not moments:
        return reply
    return replace(reply, parts=tuple(_marked(reply.parts, moments)))


def of(when: EdtfDate, zone: ZoneInfo) -> Moment | None:
    """The date as a moment; None where it is a span, or its day is not known."""
    if when.start is None or when.is_interval or when.precision < Precision.DAY:
        return None
    clock = when.end.clock
    at = datetime.combine(when.end.first_day, clock or _NOON, zone)
    return Moment(dates.short(when), at, in_own_zone=clock is not None)


def _marked(parts: Sequence[Part], moments: Mapping[str, Moment]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Quote):
            inner = [one for own in part.parts for one in _split(own, moments)]
            yield replace(part, parts=tuple(inner))
        else:
            yield from _split(part, moments)


def _split(part: Plain, moments: Mapping[str, Moment]) -> Iterator[Plain]:
    """A running text around the first date in it, and so on after that."""
    found = [(part.text.find(text), text) for text in moments if text in part.text]
    if not isinstance(part, Text) or not found:
        yield part
        return
    start, text = min(found)
    if start:
        yield Text(part.text[:start])
    yield moments[text]
    rest = part.text[start + len(text) :]
    if rest:
        yield from _split(Text(rest), moments)
