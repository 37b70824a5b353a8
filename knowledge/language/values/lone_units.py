"""Lengths of time with a unit that no number counts: «час двадцать», «за час до начала», «длилась месяц»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.language.values.model import Value, ValueKind
from knowledge.language.values.numbers import number_at
from knowledge.language.values.tables import units
from knowledge.language.values.tokenizing import Piece
from knowledge.language.values.value_factory import make_value

_PREPOSITIONS = read_groups("function_words/prepositions")
_AHEAD, _TIME_BEFORE = _PREPOSITIONS["reminder_before"], _PREPOSITIONS["time_before"]
_OFTEN = read_groups("calendar/recurring")["often"]
_LASTS_ONE = read_groups("calendar/groups")["lasts_one"]
_ONCE_PER = 3
"""Words of «раз в час»."""


def hour_and_minutes_at(pieces: Sequence[Piece], place: int) -> tuple[Value, int] | None:
    """«час двадцать»: an hour and so many minutes."""
    if pieces[place].text.lower() != "час" or place + 1 >= len(pieces):
        return None
    minutes = number_at(pieces, place + 1)
    if minutes is None or not 0 < minutes.amount < 60:
        return None
    after = minutes.after
    if after < len(pieces) and pieces[after].lemma == "минута":
        after += 1
    elif after < len(pieces) and pieces[after].pos == "NOUN":
        return None
    seconds = 60 * (60 + minutes.amount)
    value = make_value(pieces, place, after, ValueKind.DURATION, seconds)
    return replace(value, unit="second", factor=60.0), after


def lone_unit_at(pieces: Sequence[Piece], place: int) -> tuple[Value, int] | None:
    """«За час до начала», «раз в час», «длилась месяц»: one unit of time without a number."""
    first, after = place, place + 1
    if _is_once_per(pieces, place):
        after = place + _ONCE_PER
    elif not _is_ahead(pieces, place) and not _lasts_one(pieces, place):
        return None
    lemmas = pieces[after - 1].lemmas
    unit = next((units()[one] for one in lemmas if one in units()), None)
    several = pieces[after - 1].plural and "сутки" not in lemmas
    if unit is None or unit.kind is not ValueKind.DURATION or several:
        return None
    value = make_value(pieces, first, after, unit.kind, unit.factor)
    return replace(value, unit=unit.name, factor=unit.factor), after


def _is_ahead(pieces: Sequence[Piece], place: int) -> bool:
    if not 0 < place < len(pieces) - 1 or pieces[place - 1].text.lower() not in _AHEAD:
        return False
    return pieces[place + 1].text.lower() in _TIME_BEFORE


def _is_once_per(pieces: Sequence[Piece], place: int) -> bool:
    """Whether «раз в» and one word more begin here."""
    words = pieces[place : place + _ONCE_PER - 1]
    return place + _ONCE_PER <= len(pieces) and " ".join(one.text.lower() for one in words) in _OFTEN


def _lasts_one(pieces: Sequence[Piece], place: int) -> bool:
    """«Длилась месяц», «шли ровно час», «целую неделю»: nothing after the unit makes it a part of another."""
    before = pieces[place - 1] if place else None
    if before is None or not _LASTS_ONE.intersection((*before.lemmas, before.text.lower())):
        return False
    after = pieces[place + 1] if place + 1 < len(pieces) else None
    return after is None or not (after.kind == "number" or (after.pos == "NOUN" and after.genitive))
