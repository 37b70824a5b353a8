"""Why a typed text is not a date."""

from __future__ import annotations

from enum import StrEnum

from knowledge.facts.dates import EdtfDate


class DateProblem(StrEnum):
    """Why a text is not a date."""

    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no-such-day"
    NO_YEAR = "no-year"
    BACKWARDS = "backwards"
    OTHER_WEEKDAY = "other-weekday"
    VAGUE = "vague"
    """It has words that cannot be kept; without them it is a date."""
    CLOCK_WITHOUT_DAY = "clock-without-day"


class DateParseError(ValueError):
    """A text is not a date, for `reason`.

    `found`: the date that it would be with a year, if it names none, and without the words `lost`.
    `guessed`: whether that year is not of the text.
    """

    def __init__(
        self,
        reason: DateProblem,
        found: EdtfDate | None = None,
        lost: str = "",
        *,
        guessed: bool = False,
    ) -> None:
        super().__init__(reason.value)
        self.reason, self.found, self.lost, self.guessed = reason, found, lost, guessed
