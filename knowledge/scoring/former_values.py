"""Values that a statement itself says no longer hold: «перенесли с 5 на 7 мая», «не 5, а 7 мая»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.language.morphology import analyse
from knowledge.language.values import Value, ValueKind, ValueRole, read_values

MOVING = read_groups("requests/event_changes")["move"] | read_words("verbs/putting_off")
"""Lemmas of verbs and nouns of moving to another time."""
_WORDS = read_groups("values/former")
EARLIER = _WORDS["earlier"]
_PLANNING = read_words("verbs/planning")
_PREPOSITIONS = read_groups("function_words/prepositions")
_PREPOSITION = rf"(?:\s+(?:{alternation(_PREPOSITIONS['before_question'])}))?"
_NOT = re.compile(rf"\bне{_PREPOSITION}\s*$", re.IGNORECASE)
_BUT = re.compile(rf"^[^\W\d]{{0,6}}\s*,\s*а{_PREPOSITION}\s*$", re.IGNORECASE)
_BUT_NOT = re.compile(rf"^[^\W\d]{{0,6}}\s*,\s*а\s+не{_PREPOSITION}\s*$", re.IGNORECASE)
_TO = re.compile(r"\bна\s*$", re.IGNORECASE)
_TO_OR_UNTIL = re.compile(r"\b(?:на|до)\s*$", re.IGNORECASE)
_PART = re.compile(r"[,;:()—–]")
_REMEMBERED = 4_096


@lru_cache(_REMEMBERED)
def former_values(text: str) -> tuple[Value, ...]:
    """The values that do not hold any more; only where another of the kind is left."""
    values = read_values(text)
    if len(values) < 2:
        return ()
    former = {*_pairs(text, values)} | {*_apart(text, values)}
    left = {_kind(one) for one in values if one not in former}
    return tuple(one for one in values if one in former and (_kind(one) in left or _is_bare(one)))


def moved_to(text: str) -> tuple[Value, ...]:
    """The values that a thing was moved to: «перенесли на 3 декабря», «отложили до 3 декабря»."""
    if not tells_move(text):
        return ()
    former = former_values(text)
    return tuple(
        one for one in read_values(text) if one not in former and _TO_OR_UNTIL.search(text[: one.start])
    )


def tells_move(text: str) -> bool:
    """Whether a text has a word of moving to another time."""
    return any(_has(word, MOVING) for word in re.findall(r"\w+", text.lower().replace("ё", "е")))


def _kind(value: Value) -> tuple[ValueKind, str]:
    return value.kind, value.unit


def _is_bare(value: Value) -> bool:
    """The day of «с 19 на 21 ноября», the number of «не 15, а 20 человек»: the other says of what it is."""
    return value.kind is ValueKind.NUMBER


def _pairs(text: str, values: tuple[Value, ...]) -> Iterator[Value]:
    """«С A на B», «на B с A» after a word of moving, «не A, а B», «B, а не A»."""
    for one, other in pairwise(values):
        before, gap = text[: one.start], text[one.end : other.start]
        if _NOT.search(before) and _BUT.match(gap):
            yield one
        elif _BUT_NOT.match(gap):
            yield other
        elif tells_move(text):
            if one.role is ValueRole.SINCE and _TO.fullmatch(gap.strip()):
                yield one
            elif (
                other.role is ValueRole.SINCE
                and _TO.search(before)
                and gap.strip().lower() in _PREPOSITIONS["since"]
            ):
                yield other


def _apart(text: str, values: tuple[Value, ...]) -> Iterator[Value]:
    """«Вместо A»; beside a word of moving also «назначенный на A», «раньше назначали на A»."""
    for value in values:
        words = re.findall(r"\w+", _PART.split(text[: value.start])[-1].lower().replace("ё", "е"))
        if words and words[-1] in _WORDS["instead"]:
            if value.kind not in (ValueKind.COUNT, ValueKind.NUMBER):  # «вместо четвертей — триместры»
                yield value
        elif tells_move(text) and len(words) > 1 and words[-1] in _PREPOSITIONS["time_at"]:
            planned = analyse(words[-2])
            named = "PRTF" in planned.pos and not _PLANNING.isdisjoint(planned.lemmas)
            if named or not EARLIER.isdisjoint(words):
                yield value


def _has(word: str, lemmas: frozenset[str]) -> bool:
    return not lemmas.isdisjoint(analyse(word).lemmas)
