"""Questions after a time: when, on which day, at what hour, since when, how long, how often."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.data.tables import read_groups
from knowledge.drafting.parts.clause_parts import Part, Parts, Role
from knowledge.drafting.questions.composing import both, by_turns, composed, finished
from knowledge.drafting.questions.interrogatives import plural
from knowledge.drafting.questions.openings import opening
from knowledge.language.values import Value, ValueKind, ValueRole, read_values

_HAPPENING = read_groups("drafting/question_contexts")["taking_place"]
_PREPOSITIONS = read_groups("function_words/prepositions")
_EDGES = {
    **dict.fromkeys(_PREPOSITIONS["since"], "since_clock"),
    **dict.fromkeys(_PREPOSITIONS["range_end"], "until_clock"),
}
_ON_DAY = _PREPOSITIONS["reminder_at"]
_OF_EVENTS = frozenset({"when", "clock", "day"})
_TAKING = read_groups("drafting/question_contexts")["taking_time"]
_HABITUAL = read_groups("drafting/vague_times")["habitual"]


def time_questions(parts: Parts, names: Sequence[str]) -> Iterator[str]:
    if parts.verb is None:
        return
    counted = parts.subject is not None and parts.subject.is_counted
    times = [] if counted else parts.of(Role.TIME)
    kinds = dict.fromkeys(kind for one in times for kind in kinds_of(one))
    yield from by_turns([_of_kind(kind, parts, times, names) for kind in kinds])
    for one in parts.of(Role.SPAN):
        if one.preposition is None:
            takes = bool(parts.doing & _TAKING)
            yield from both(opening("duration_time" if takes else "duration"), parts, (one,), names)
            if (asked := _how_many_units(one)) is not None:
                yield from both(asked, parts, (one,), names)
            yield composed(
                opening("duration_time"), parts, (one,), subject=names[-1] if names else None, terse=True
            )
    for one in parts.of(Role.OFTEN):
        yield from both(opening("often"), parts, (one,), names)


def _of_kind(kind: str, parts: Parts, times: Sequence[Part], names: Sequence[str]) -> list[str]:
    made = both(opening(kind), parts, times, names)
    if names and kind in _OF_EVENTS and is_happening(parts):
        made.insert(1, finished([opening(kind), names[-1]]))
    return made


def _how_many_units(span: Part) -> str | None:
    """«сколько лет», «сколько часов в неделю»."""
    unit = next((word for word in reversed(span.words) if word.first_pos == "NOUN"), None)
    things = (unit.text if unit.has("gent", "plur") else plural(unit)) if unit is not None else None
    return f"сколько {things}" if things is not None else None


def is_happening(parts: Parts) -> bool:
    """«Во сколько салют?»: the verb says no more than that the event takes place."""
    subject, verb = parts.subject, parts.verb
    if subject is None or subject.noun is None or verb is None or parts.is_denied:
        return False
    thing = subject.reading is not None and "anim" not in subject.reading.tag
    return thing and bool(verb.words[-1].lemmas & _HAPPENING)


def kinds_of(time: Part) -> list[str]:
    """The openings that ask for this time, the plainest first."""
    values = read_values(time.text.lower().replace("ё", "е"))
    if any(word.folded in _HABITUAL for word in time.words):
        return ["when"]
    found = ["when"]
    for value in values:
        found += _of_value(value, time)
    return list(dict.fromkeys(found))


def _of_value(value: Value, time: Part) -> list[str]:
    preposition = time.words[0].folded
    if value.kind is ValueKind.CLOCK:
        if value.is_range:
            return ["hours", "until_clock", "since_clock"]
        return [_EDGES.get(preposition, "clock")]
    if value.kind is ValueKind.WEEKDAY:
        return ["weekday"] if preposition in _ON_DAY and not value.is_range else []
    if value.kind is not ValueKind.DATE:
        return []
    date = value.dates[0]
    if len(value.dates) > 1 or value.is_range:
        return ["days", "since_day", "until_day"] if date.day else []
    if value.role in (ValueRole.SINCE, ValueRole.UNTIL):
        edge = "since" if value.role is ValueRole.SINCE else "until"
        return [f"{edge}_day"] if date.day else [f"{edge}_when"]
    if date.day:
        return ["day"]
    return ["month"] if date.month in range(1, 13) else [] if date.month else ["year"] if date.year else []
