"""Times of a sentence as EDTF dates, counted from the day of publication.

«во вторник» is the Tuesday before it in a sentence about the past and the one after it in one about the
future; «на днях» is "the day before it or earlier".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from knowledge.data.tables import read_groups
from knowledge.drafting.grammar.words import Word
from knowledge.drafting.mentions.event_days import with_joined_days, within
from knowledge.drafting.mentions.nearest_dates import edtf_of, point_of, same_year, weekday_near
from knowledge.drafting.mentions.relative_times import month_adjectives, relative_times
from knowledge.drafting.mentions.time_mentions import TimeMention, with_preposition
from knowledge.facts.dates import CalendarDate, DateError, EdtfDate
from knowledge.language.question_words import WHICH
from knowledge.language.values import Value, ValueKind, ValueRole, read_values

_VAGUE = read_groups("drafting/vague_times")
_TO = read_groups("function_words/prepositions")["range_end"]
_DASHES = ("—", "–")
_MONTHS = 12
_NEAR = 12
"""A clock time up to this many characters after a day is of that day."""


def times_of(
    text: str,
    words: Sequence[Word],
    published: date | None,
    *,
    future: bool | None,
    present: bool = False,
    day: CalendarDate | None = None,
    span: EdtfDate | None = None,
) -> list[TimeMention]:
    """`published` is None where it is not known: then only what is written in full is a time.

    `future`: whether the sentence is about what was to come at publication; None where unknown. `present`:
    whether it is told in the present. `day`: the one that was spoken of before, to which a time of day alone
    belongs. `span`: the days of the event that
    the article is about, of which «в субботу» is one where it can be.
    """
    plain = text.replace("ё", "е").replace("Ё", "Е")
    found = [within(one, span) for one in _valued(plain, published, future, present=present)]
    if published is not None:
        found += [*relative_times(plain, published), *month_adjectives(words, published)]
    if day is not None and not found:
        found += list(_of_day(plain, words, day, present=present))
    found.sort(key=lambda one: (one.start, -one.end))
    out: list[TimeMention] = []
    for one in found:
        if not out or one.start >= out[-1].end:
            out.append(one)
    relative = _relative_clause(words)
    return [
        replace(one, attributive=True) if one.start > relative else one
        for one in (with_preposition(each, plain) for each in out)
    ]


def _relative_clause(words: Sequence[Word]) -> int:
    """Where «…, которые проложили в 1987 году» begins, whose time is not the statement's; else the end."""
    return next(
        (word.start for word in words[1:] if word.folded in WHICH and _after_comma(words, word)),
        words[-1].end if words else 0,
    )


def _after_comma(words: Sequence[Word], word: Word) -> bool:
    """«, который», «, в котором»."""
    place = words.index(word)
    return "," in word.before or (words[place - 1].first_pos == "PREP" and "," in words[place - 1].before)


def _of_day(text: str, words: Sequence[Word], day: CalendarDate, *, present: bool) -> Iterator[TimeMention]:
    """«начало в 19:00» of the day spoken of; «работает с 9:00 до 22:00» is of no day."""
    clocks = [one for one in read_values(text) if one.kind is ValueKind.CLOCK]
    if len(clocks) != 1 or any(word.folded in _VAGUE["recurring"] for word in words):
        return
    if present and clocks[0].is_range:
        return
    try:
        when = edtf_of([day], clocks[0])
    except (DateError, ValueError):
        return
    yield TimeMention(start=clocks[0].start, end=clocks[0].end, when=when, inferred=True)


def _in_present(value: Value) -> bool | None:
    """Whether what is told in the present is to come: since a month it lasts, in a month it is planned."""
    if value.kind is not ValueKind.DATE or value.is_range or any(one.day for one in value.dates):
        return None
    if _is_bare_season(value):
        return None
    return {ValueRole.SINCE: False, ValueRole.AT: True}.get(value.role)


def _valued(text: str, published: date | None, tense: bool | None, *, present: bool) -> Iterator[TimeMention]:
    values = with_joined_days(
        [
            value
            for value in read_values(text)
            if value.kind in (ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.CLOCK) and not _recurs(value, text)
        ],
        text,
    )
    lone = _lone_day_and_clock(values)
    if lone is not None:
        yield from _made(lone[0], lone[1], published, tense, lone[0].start, lone[0].end)
        return
    place = 0
    while place < len(values):
        value, after = values[place], values[place + 1 : place + 3]
        place += 1
        future = _in_present(value) if present and tense is None else tense
        if value.kind is ValueKind.CLOCK:
            nearby = after[0] if after and _is_near(text, value, after[0]) else None
            if nearby is not None and nearby.kind is ValueKind.DATE:
                place += 1
                yield from _made(nearby, value, published, future, value.start, nearby.end)
            continue
        end, clock = value.end, None
        if (
            after
            and value.kind is ValueKind.WEEKDAY
            and after[0].kind is ValueKind.DATE
            and _is_near(text, value, after[0])
        ):
            value, end, after, place = after[0], after[0].end, values[place + 1 : place + 2], place + 1
            start = values[place - 2].start
        else:
            start = value.start
        if after and after[0].kind is ValueKind.CLOCK and _is_near(text, value, after[0]):
            clock, end, place = after[0], after[0].end, place + 1
        if clock is None and _is_last_day(value, text):
            # What still lasts ends after publication.
            yield from map(_until, _made(value, None, published, future is not False, start, end))
        else:
            yield from _made(value, clock, published, future, start, end)


def _is_last_day(value: Value, text: str) -> bool:
    """«До 8 ноября»: what lasts till then began on a day that is not told."""
    before = text[: value.start].lower().split()
    return value.role is ValueRole.UNTIL and not value.is_range and before[-1:] != [] and before[-1] in _TO


def _until(one: TimeMention) -> TimeMention:
    return replace(one, when=EdtfDate(None, one.when.end))


def _recurs(value: Value, text: str) -> bool:
    """«кроме понедельника», «среда — выходной», «по субботам», «с понедельника по пятницу» name no day."""
    if value.kind is not ValueKind.WEEKDAY:
        return False
    before = text[: value.start].lower().split()
    every = _VAGUE["habitual"] & set(re.findall(r"\w+", text.lower()))
    # «понедельник — выходной»
    dashed = bool(before and before[-1] in _DASHES) or text[value.end :].lstrip().startswith(_DASHES)
    return value.is_range or dashed or bool(every) or (bool(before) and before[-1] in _VAGUE["recurring"])


def _lone_day_and_clock(values: Sequence[Value]) -> tuple[Value, Value] | None:
    """«24 февраля в Самаре, начало в 19:00»: the only day of a clause and its only time."""
    days = [one for one in values if one.kind is ValueKind.DATE and len(one.dates) == 1 and one.dates[0].day]
    clocks = [one for one in values if one.kind is ValueKind.CLOCK]
    if len(values) == 2 and len(days) == len(clocks) == 1 and days[0].role is ValueRole.AT:
        return days[0], clocks[0]
    return None


def _is_near(text: str, first: Value, second: Value) -> bool:
    between = text[first.end : second.start]
    return len(between) <= _NEAR and not re.search(r"[.;!?]", between)


def _is_bare_season(value: Value) -> bool:
    return all(one.year is None and one.month is not None and one.month > _MONTHS for one in value.dates)


def _made(
    value: Value, clock: Value | None, published: date | None, future: bool | None, start: int, end: int
) -> Iterator[TimeMention]:
    if published is None:
        if value.kind is ValueKind.WEEKDAY or value.dates[-1].year is None:
            return
        published = date.min  # the year is written
    if future is None and value.kind is ValueKind.DATE and _is_bare_season(value):
        return  # «зимой продукты привозит вертолёт»: each winter
    try:
        if value.kind is ValueKind.WEEKDAY:
            day = weekday_near(int(value.low), published, future=future)
            points, inferred = [CalendarDate(day.year, day.month, day.day)], True
        else:
            filled = same_year(value.dates, published, future)
            points = [point_of(one) for one in filled]
            inferred = any(one.year is None for one in value.dates)
        when = edtf_of(points, clock)
    except (DateError, ValueError):
        return
    weekday = value.kind is ValueKind.WEEKDAY
    yield TimeMention(start=start, end=end, when=when, inferred=inferred, weekday=weekday)
