"""Parses what an editor typed into a field, and checks the pack's rules that one field can break."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeGuard

from bot.editing.forms.fields import Field
from bot.editing.forms.slugs import is_id
from bot.editing.sources import unread_line
from bot.replies.editing.input_errors import NOTHING
from bot.replies.splitting import utf16_length
from knowledge.facts.dates import EdtfDate
from knowledge.facts.pack.schema import PRINTABLE
from knowledge.language.date_errors import DateParseError, DateProblem
from knowledge.language.date_parser import Around, parse_russian_date

MAX_LINES = 50
_MAX_NUMBER = 1_000_000
_HALF_A_YEAR = timedelta(days=183)
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")
_PRINTABLE = re.compile(PRINTABLE)


class InputFault(StrEnum):
    """What is wrong with the input. The comment names the keys of `InputError.data`."""

    EMPTY = "empty"
    TOO_LONG = "too-long"  # size, limit
    CONTROL = "control"
    TOO_MANY = "too-many"  # limit
    BAD_ID = "bad-id"
    TAKEN = "taken"  # value
    BAD_NUMBER = "bad-number"
    BAD_ADDRESS = "bad-address"
    BAD_SOURCE = "bad-source"  # line
    BAD_DATE = "bad-date"  # reason: a value of DateProblem; found: the EDTF date meant, lost: words not kept,
    # year: where it was guessed
    NOT_LISTED = "not-listed"


class InputError(ValueError):
    """The text is no valid value of its field."""

    def __init__(self, fault: InputFault, **data: str) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.data = data


def parse_text(typed: str, field: Field) -> str:
    """The text trimmed, checked for length and control characters. Raises InputError."""
    trimmed = typed.strip()
    if not trimmed:
        raise InputError(InputFault.EMPTY)
    if not _PRINTABLE.fullmatch(trimmed):
        raise InputError(InputFault.CONTROL)
    if utf16_length(trimmed) > field.most:
        raise InputError(InputFault.TOO_LONG, size=str(utf16_length(trimmed)), limit=str(field.most))
    if field.name == "source" and (unread := unread_line(trimmed)) is not None:
        raise InputError(InputFault.BAD_SOURCE, line=unread)
    if field.name == "url" and not _ADDRESS.fullmatch(trimmed):
        raise InputError(InputFault.BAD_ADDRESS)
    return trimmed


def parse_unique_text(typed: str, field: Field, others: Container[str]) -> str:
    """A text that is not among `others`. Raises InputError."""
    found = parse_text(typed, field)
    if found in others:
        raise InputError(InputFault.TAKEN, value=found)
    return found


def parse_lines(typed: str, field: Field, present: Sequence[str]) -> list[str]:
    """`present` and the lines typed, without duplicates. Raises InputError where any line is invalid."""
    new = [parse_text(line, field) for line in typed.splitlines() if line.strip()]
    if not new:
        raise InputError(InputFault.EMPTY)
    together = list(dict.fromkeys([*present, *new]))
    if len(together) > MAX_LINES:
        raise InputError(InputFault.TOO_MANY, limit=str(MAX_LINES))
    return together


def parse_number(typed: str) -> int:
    trimmed = typed.strip()
    if not re.fullmatch(r"[0-9]{1,7}", trimmed) or not 1 <= int(trimmed) <= _MAX_NUMBER:
        raise InputError(InputFault.BAD_NUMBER)
    return int(trimmed)


def parse_id(typed: str, taken: Container[str]) -> str:
    trimmed = typed.strip().lower()
    if not is_id(trimmed):
        raise InputError(InputFault.BAD_ID)
    if trimmed in taken:
        raise InputError(InputFault.TAKEN, value=trimmed)
    return trimmed


def says_nothing(typed: str) -> bool:
    """«нет» where a date or a place is asked for: there is none."""
    return typed.strip().rstrip(".").casefold() in NOTHING


def parse_date(
    typed: str, today: date, around: Around | None = None, present: EdtfDate | None = None
) -> EdtfDate:
    """`around`: what the date is about, by which its year is guessed. The date now, if there is one, needs no
    year to be said: that of another half a year or less away is taken.
    """
    try:
        return parse_russian_date(typed, today, around)
    except DateParseError as error:
        if error.reason is DateProblem.NO_YEAR and _is_near(error.found, present):
            return error.found
        found = {} if error.found is None else {"found": str(error.found), "lost": error.lost}
        if error.guessed and error.found is not None:
            found["year"] = str(error.found.end.year)
        raise InputError(InputFault.BAD_DATE, reason=error.reason.value, **found) from None


def _is_near(found: EdtfDate | None, present: EdtfDate | None) -> TypeGuard[EdtfDate]:
    """«16 мая» of what is on 15 May, but not «5 января» of what is on 28 December."""
    if found is None or present is None:
        return False
    if found.overlaps(present):
        return True
    pairs = ((found.first_day, present.last_day), (present.first_day, found.last_day))
    gaps = [start - end for start, end in pairs if start is not None and start > end]
    return all(gap <= _HALF_A_YEAR for gap in gaps)
