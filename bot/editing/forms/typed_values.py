"""What an editor typed into a field -> its value; the pack's rules are held at once where they can be."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from datetime import date
from enum import StrEnum

from bot.editing.forms.fields import Field
from bot.editing.forms.slugs import is_id
from bot.replies.splitting import units
from knowledge.facts.dates import EdtfDate
from knowledge.facts.pack.schema import PRINTABLE
from knowledge.language.date_parser import DateUnreadError, read_date

MOST_LINES = 50
_MOST = 1_000_000
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")
_PRINTABLE = re.compile(PRINTABLE)


class Mistake(StrEnum):
    """The comment names the keys of `TypedError.data`."""

    EMPTY = "empty"
    TOO_LONG = "too-long"  # size, limit
    CONTROL = "control"
    TOO_MANY = "too-many"  # limit
    BAD_ID = "bad-id"
    TAKEN = "taken"  # value
    BAD_NUMBER = "bad-number"
    BAD_ADDRESS = "bad-address"
    BAD_DATE = "bad-date"  # reason: a value of Unread
    NOT_LISTED = "not-listed"
    NO_CHOICE = "no-choice"


class TypedError(ValueError):
    """The text does not do for its field."""

    def __init__(self, mistake: Mistake, **data: str) -> None:
        super().__init__(mistake.value)
        self.mistake = mistake
        self.data = data


def text(typed: str, field: Field) -> str:
    """Trimmed, printable, not too long. Raises TypedError."""
    trimmed = typed.strip()
    if not trimmed:
        raise TypedError(Mistake.EMPTY)
    if not _PRINTABLE.fullmatch(trimmed):
        raise TypedError(Mistake.CONTROL)
    if units(trimmed) > field.most:
        raise TypedError(Mistake.TOO_LONG, size=str(units(trimmed)), limit=str(field.most))
    if field.name == "url" and not _ADDRESS.fullmatch(trimmed):
        raise TypedError(Mistake.BAD_ADDRESS)
    return trimmed


def new(typed: str, field: Field, others: Container[str]) -> str:
    """A text that nothing else goes by. Raises TypedError."""
    found = text(typed, field)
    if found in others:
        raise TypedError(Mistake.TAKEN, value=found)
    return found


def lines(typed: str, field: Field, present: Sequence[str]) -> list[str]:
    """Those present and each line typed, once each. Raises TypedError, and nothing is added."""
    new = [text(line, field) for line in typed.splitlines() if line.strip()]
    if not new:
        raise TypedError(Mistake.EMPTY)
    together = list(dict.fromkeys([*present, *new]))
    if len(together) > MOST_LINES:
        raise TypedError(Mistake.TOO_MANY, limit=str(MOST_LINES))
    return together


def number(typed: str) -> int:
    trimmed = typed.strip()
    if not re.fullmatch(r"[0-9]{1,7}", trimmed) or not 1 <= int(trimmed) <= _MOST:
        raise TypedError(Mistake.BAD_NUMBER)
    return int(trimmed)


def id_(typed: str, taken: Container[str]) -> str:
    trimmed = typed.strip().lower()
    if not is_id(trimmed):
        raise TypedError(Mistake.BAD_ID)
    if trimmed in taken:
        raise TypedError(Mistake.TAKEN, value=trimmed)
    return trimmed


def when(typed: str, today: date) -> EdtfDate:
    try:
        return read_date(typed, today)
    except DateUnreadError as error:
        raise TypedError(Mistake.BAD_DATE, reason=error.reason.value) from None
