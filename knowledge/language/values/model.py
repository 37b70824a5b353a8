"""What a value is: its kind, its amount or date, the noun that it counts, and where it stands in the text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.facts.partial_date import PartialDate


class ValueKind(StrEnum):
    """The kinds of value. Two values may be compared only within one kind and one unit."""

    MONEY = "money"
    PERCENT = "percent"
    DURATION = "duration"
    CLOCK = "clock"
    """A time of day, in minutes since midnight."""
    DATE = "date"
    WEEKDAY = "weekday"
    """0 is Monday."""
    COUNT = "count"
    """A number of things; `nouns` says of which."""
    ORDINAL = "ordinal"
    SCORE = "score"
    """«3:1»: `low` and `high` are the two numbers."""
    NUMBER = "number"
    """A bare number: neither unit nor noun."""
    LENGTH = "length"
    AREA = "area"
    WEIGHT = "weight"
    VOLUME = "volume"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    ENERGY = "energy"
    DATA = "data"


class ValueRole(StrEnum):
    """What a preposition makes of a value."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a text; `low` and `high` differ for a range. `text[start:end]` is its wording."""

    kind: ValueKind
    low: float
    high: float
    unit: str = ""
    nouns: tuple[str, ...] = ()
    """Lemmas of what it counts or measures, the noun first."""
    dates: tuple[PartialDate, ...] = ()
    """One, or the two ends of a range."""
    role: ValueRole = ValueRole.AT
    factor: float = 1.0
    """Of the unit, in base units: «5 км» has a low of 5000 and a factor of 1000."""
    ends: tuple[tuple[int, int], ...] = ()
    """Where the two ends of a range stand."""
    inside: bool = False
    """Whether it is part of an adjective: «десятилетний»."""
    unit_words: str | None = None
    """The unit as another value has it, where this one leaves it out: «минут» of «30 минут, потом 40»; empty
    where that form does not suit; None where it leaves out none."""
    listed: tuple[int, int] | None = None
    """Where «101,5 и 104 метра» stands, for either of the two."""
    start: int
    end: int

    @property
    def is_range(self) -> bool:
        return self.low != self.high or len(self.dates) > 1

    def holds(self, other: Value) -> bool:
        """Whether this value, perhaps a range, includes the other; kinds and units must be the same."""
        if self.kind is not other.kind or self.unit != other.unit:
            return False
        return self.low <= other.low and other.high <= self.high
