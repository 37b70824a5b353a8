"""Why a typed text is not a date."""

from __future__ import annotations

from enum import StrEnum


class DateProblem(StrEnum):
    """Why a text is not a date."""

    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no-such-day"
    NO_YEAR = "no-year"
    BACKWARDS = "backwards"
    OTHER_WEEKDAY = "other-weekday"


class DateParseError(ValueError):
    """A text is not a date, for `reason`."""

    def __init__(self, reason: DateProblem) -> None:
        super().__init__(reason.value)
        self.reason = reason
