"""Parts of a statement in its own words: around a value, or with most of a question."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.data.tables import read_groups, read_words
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon
from knowledge.language.morphology import analyse
from knowledge.language.values import Value, ValueKind, ValueRole, read_values
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.counted_units import counted_units
from knowledge.understanding.request import Request

_PREPOSITIONS = read_groups("function_words/prepositions")
_BEFORE_DATES = _PREPOSITIONS["time_at"] | _PREPOSITIONS["time_until"] | _PREPOSITIONS["time_after"]
_KEPT_BEFORE = read_words("values/approximations")
_BY = re.compile(r" (?:на|x|х|×) ", re.IGNORECASE)
_JOINT_CLOCKS = re.compile(r"(?:,| и|, и) (?:во? )?")
_TIMES = frozenset({ValueKind.DATE, ValueKind.CLOCK, ValueKind.WEEKDAY})
_DAYS = re.compile(r"\b(?:(?:[12]?\d|3[01]), )+$")
_CHANGING = read_words("verbs/changing_amounts")
_REACHING = read_words("verbs/reaching")
_MARKS = re.compile(r"[,;:()—–]")
_WORDS = re.compile(r"[а-яё]+")
_OFTEN = re.compile(rf"\b(?:{'|'.join(sorted(read_groups('calendar/recurring')['often']))}) $", re.IGNORECASE)


def best_part(says: str, query: QueryTerms, lexicon: Lexicon) -> str:
    """The part of a statement, between commas and the like, that has most of the question."""

    def share(text: str) -> float:
        keys = {key for term in lexicon.read(text) for key, _ in term.keys}
        return sum(word.weight for word in query.terms if any(key in keys for key, _ in word.term.keys))

    pieces = [piece for piece in re.split(r"[,;:()—–]", says) if piece.strip(" .")]
    best = max(pieces, key=share, default=says)
    return best if share(best) else says


def wording(fact: Fact, value: Value, request: Request | None = None) -> str:
    """The value in the statement's own words, with «около», «не менее», «с … до» before it."""
    says = fact.says
    if value.ends and request is not None and (request.form == "until" or request.since):
        start, end = value.ends[1 if request.form == "until" else 0]
        return _with_preposition(says, start, end)
    told = counted_units(value.low, value.unit, value.factor) if is_reached(says, value) else None
    if told is not None:
        return told  # no genitive without its «до»
    if value.kind is ValueKind.DATE:
        value = _first_of_list(says, value)
    if value.listed is not None:
        value = replace(value, start=value.listed[0], end=value.listed[1])
    start, end = _extended(says, value), _end_of_list(says, value)
    unit = _left_out_unit(value) if end == value.end else ""
    return f"{says[start:end].strip(' .')} {unit}".rstrip()


def value_wording(fact: Fact, value: Value) -> str:
    """The value apart from the word that it is a part of: «81 год» of «81-летний»."""
    told = counted_units(value.low, value.unit, value.factor) if value.inside and not value.is_range else None
    return told or wording(fact, value)


def _left_out_unit(value: Value) -> str:
    """«Минут» of «один каждые 30 минут, другой каждые 40» for the second."""
    if not value.unit_words and value.unit_words is not None and value.unit:
        told = counted_units(value.low, value.unit, value.factor)
        return told.rsplit(" ", 1)[1] if told is not None else ""
    return value.unit_words or ""


def _first_of_list(says: str, value: Value) -> Value:
    """«6» of «6, 7 и 20 декабря» for any of them."""
    for other in reversed([one for one in read_values(says) if one.end <= value.start]):
        if other.kind is not value.kind or not _JOINT_CLOCKS.fullmatch(says[other.end : value.start]):
            break
        value = other
    # A day before the first one that is read: «6» of «6, 7 и 20 декабря».
    days = _DAYS.search(says[: value.start])
    return value if days is None else replace(value, start=days.start())


def _end_of_list(says: str, value: Value) -> int:
    """The end of «94 на 140 сантиметров» for 94, of «10:30 и 15:00» for 10:30."""
    joint = _JOINT_CLOCKS if value.kind in (ValueKind.CLOCK, ValueKind.DATE) else _BY
    after = (one for one in read_values(says) if one.start >= value.end)
    end = value.end
    for other in after:
        same = other.kind is value.kind or joint is _BY
        if not same or not joint.fullmatch(says[end : other.start]):
            break
        end = other.end
    return end


def _with_preposition(says: str, start: int, end: int) -> str:
    before = re.search(r"(\w+) $", says[:start])
    first = before.start() if before and before[1].lower() in _PREPOSITIONS["range"] else start
    return says[first:end].strip(" .")


def _extended(says: str, value: Value) -> int:
    start = value.start
    often = _OFTEN.search(says[:start]) if value.kind is ValueKind.DURATION else None
    if often is not None:
        return often.start()
    while True:
        before = re.search(r"(\w+) $", says[:start])
        if before is None:
            return start
        word = before[1].lower()
        opens = word in _PREPOSITIONS["range_start"] and value.role is ValueRole.RANGE
        edge = word in _PREPOSITIONS["range_edge"] and _is_edge(says, value)
        # «В декабре», «к маю»: the month or year does not stand without its preposition.
        dated = value.kind is ValueKind.DATE and word in _BEFORE_DATES
        if not (word in _KEPT_BEFORE or opens or edge or dated):
            return start
        start = before.start()


def _is_edge(says: str, value: Value) -> bool:
    """Whether «с», «до» belong to the value: of people and things «до 500» is the most there may be."""
    if value.kind is ValueKind.COUNT:
        return value.role is ValueRole.UNTIL and not _has_verb(says[: value.start], _CHANGING)
    of_amount = value.kind not in (ValueKind.NUMBER, ValueKind.ORDINAL)
    return of_amount and value.role in (ValueRole.UNTIL, ValueRole.SINCE) and not is_reached(says, value)


def is_reached(says: str, value: Value) -> bool:
    """«Нагрета до 28 градусов»: «до» tells what an amount came to, not the most that it may be."""
    is_until = value.role is ValueRole.UNTIL and value.kind not in _TIMES
    return is_until and _has_verb(_MARKS.split(says[: value.start])[-1], _REACHING)


def is_changed(says: str, value: Value) -> bool:
    """The same of «вырос до 28 рублей» too."""
    is_until = value.role is ValueRole.UNTIL and value.kind not in _TIMES
    return is_until and _has_verb(_MARKS.split(says[: value.start])[-1], _REACHING | _CHANGING)


def _has_verb(text: str, verbs: frozenset[str]) -> bool:
    return any(verbs.intersection(analyse(word).lemmas) for word in _WORDS.findall(text.lower()))


def sentence(text: str) -> str:
    """The text with a capital letter at its start."""
    return text[:1].upper() + text[1:]
