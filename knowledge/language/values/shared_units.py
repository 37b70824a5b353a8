"""Units said once for several values: «55 рублей, по карте — 46», «101,5 и 104 метра», «вторые — по 250»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.language.morphology import analyse
from knowledge.language.values.model import Value, ValueKind
from knowledge.language.values.numbers import mantissa_of, number_end

_OLDER = tuple(read_groups("values/qualities")["age"])
_EACH = read_groups("calendar/recurring")["often"]
_YEARS = 12.0
_DASHES = ("–", "—", "-")
_AND = "и"
_LISTED = frozenset({_AND, "или"})
_LAST_WORD = re.compile(r"(\w+) $")
_MULTIPLIED = 1000
_ALIKE = 10
"""How many times a number may be another, to be of the same thousands: «по 250 тысяч, третьи — по 150»."""
_TIMES = frozenset({ValueKind.DATE, ValueKind.CLOCK, ValueKind.WEEKDAY, ValueKind.ORDINAL, ValueKind.SCORE})


def share_units(text: str, found: Sequence[Value]) -> list[Value]:
    """A bare number has the unit of a value before it, and so does what a dash sets against a count: «на
    восемь сеансов — 2 400»; after «младше» that of an age; the first of «1,5 и 2 метра» has that after."""
    out: list[Value] = []
    for at, one in enumerate(found):
        value = _without_manner(text, one, out)
        after = found[at + 1] if at + 1 < len(found) else None
        if value.kind is ValueKind.NUMBER:
            value = _of_list(text, value, after) or _of_giver(text, value, out)
        if out and out[-1].listed is not None and out[-1].listed[1] == value.end:
            value = replace(value, listed=out[-1].listed)
        out.append(value)
    return out


def unit_form(amount: float) -> int:
    """Which form of a noun an amount takes: 0 of «1 час», 1 of «2 часа» and «1,5 часа», 2 of «5 часов»."""
    if amount != int(amount):
        return 1
    last, teen = int(amount) % 10, 11 <= int(amount) % 100 <= 14
    return 2 if teen or last == 0 or last > 4 else int(last != 1)


def _without_manner(text: str, value: Value, before: Sequence[Value]) -> Value:
    """«60» of «50 рублей по карте и 60 наличными»: a noun in another case says how, and is not counted."""
    if value.kind is not ValueKind.COUNT or unit_form(value.low) == 0 or not (before and before[-1].unit):
        return value
    end = number_end(text, value)
    nouns = text[end : value.end].split()
    joined = text[before[-1].end : value.start].split()[-1:]
    if len(nouns) != 1 or joined != [_AND] or analyse(nouns[0].lower()).genitive:
        return value
    return replace(value, kind=ValueKind.NUMBER, nouns=(), end=end)


def _of_list(text: str, value: Value, after: Value | None) -> Value | None:
    """The bare first of two numbers, of which the second has the unit."""
    if after is None or text[value.end : after.start].strip() not in _LISTED:
        return None
    if after.kind in _TIMES or after.is_range or not (after.unit or after.nouns):
        return None
    together = (value.start, after.end) if text[value.end : after.start].strip() == _AND else None
    return replace(_measured(value, after), listed=together)


def _of_giver(text: str, value: Value, before: Sequence[Value]) -> Value:
    giver = _giver(text, value, before)
    if giver is None or (not giver.unit and any(one.kind is ValueKind.CLOCK for one in before)):
        return value
    thousands = _thousands(text, value, giver)
    low, high = value.low * thousands, value.high * thousands
    shared = _measured(replace(value, low=low, high=high), giver)
    return replace(shared, unit_words=_unit_words(text, value, giver))


def _measured(value: Value, giver: Value) -> Value:
    amounts = value.low * giver.factor, value.high * giver.factor
    return replace(
        value,
        kind=giver.kind,
        unit=giver.unit,
        factor=giver.factor,
        low=amounts[0],
        high=amounts[1],
        nouns=giver.nouns,
    )


def _giver(text: str, value: Value, before: Sequence[Value]) -> Value | None:
    """The value whose unit a bare number has: after the same preposition if one is, else the last."""
    measured = [one for one in before if one.unit or one.kind is ValueKind.COUNT]
    last = measured[-1] if measured else None
    if last is None:
        return None
    if not last.unit and text[last.end : value.start].strip() in _DASHES:
        last = next((one for one in reversed(measured) if one.unit), last)
    if text[: value.start].lower().rstrip().endswith(_OLDER):
        return next((one for one in reversed(measured) if one.factor == _YEARS), last)
    own = _word_before(text, value)
    if own in _EACH or analyse(own).first_pos == "PREP":
        return next((one for one in reversed(measured) if _word_before(text, one) == own), last)
    return last


def _thousands(text: str, value: Value, giver: Value) -> float:
    """What «150» of «по 250 тысяч, третьи — по 150» is multiplied by."""
    said, times = mantissa_of(text, giver)
    alike = said and said / _ALIKE < value.low < said * _ALIKE
    is_same = _word_before(text, value) == _word_before(text, giver) or _is_after_dash(text, value)
    return times if times >= _MULTIPLIED and value.low < _MULTIPLIED and alike and is_same else 1.0


def _unit_words(text: str, value: Value, giver: Value) -> str:
    """The words after the giver's number where they stand rightly after the value's too, else none."""
    said = mantissa_of(text, giver)[0]
    end = number_end(text, giver)
    words = [*text[end : giver.end].split(), *(giver.unit_words or "").split()]
    if _thousands(text, value, giver) > 1:
        words = [text[giver.start : end].split()[-1], *words]
        suits = unit_form(said) == unit_form(value.low)
    else:
        suits = _form_after(text, giver) == _form_after(text, value)
    if giver.kind is ValueKind.COUNT:
        suits = suits and len(words) == 1 and analyse(words[0].lower()).genitive
    return " ".join(words) if suits else ""


def _form_after(text: str, value: Value) -> int:
    said, times = mantissa_of(text, value)
    return unit_form(_MULTIPLIED if times >= _MULTIPLIED else said)


def _is_after_dash(text: str, value: Value) -> bool:
    return text[: value.start].rstrip().endswith(_DASHES)


def _word_before(text: str, value: Value) -> str:
    found = _LAST_WORD.search(text[: value.start])
    return found[1].lower() if found is not None else ""
