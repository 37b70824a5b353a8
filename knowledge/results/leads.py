"""The first line of an answer, by form, as values that `bot/replies` words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person of an answer; `role` is the pack's word, None where the person is only mentioned."""

    person: Person
    role: str | None = None


class Polarity(StrEnum):
    """What a question of yes or no gets first."""

    YES = "yes"
    NO = "no"
    """The base holds another value of what can have but one."""
    PLANNED = "planned"
    """It was planned; whether it came about is not held."""
    SET = "set"
    """Some are named; of others nothing is said."""
    COARSER = "coarser"
    """The base is less exact than the question."""
    POST = "post"
    """Another post is held; whether there is this one too is not said."""
    OPEN = "open"
    """A value is held that neither confirms nor denies."""
    UNTOLD = "untold"
    """Only the beginning or the end is held of what lasts: the statement stands alone, without a lead."""


class Meant(StrEnum):
    """What a statement says of a thing that is not said to be done."""

    APPEAL = "appeal"
    DECISION = "decision"
    DUTY = "duty"
    INTENTION = "intention"
    POSSIBILITY = "possibility"
    PROMISE = "promise"
    READINESS = "readiness"


Held = str | EdtfDate | tuple[Participant, ...]
"""A value as the base has it: words of a statement, a date, people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNoLead:
    """The first line of an answer to a proposition. `held`: what the base has instead of `given`."""

    polarity: Polarity
    held: Held | None = None
    given: str = ""
    """The reader's own words for the value that is denied."""
    denying: bool = False
    """Whether the question itself denies («не приехал?»), so that a bare «да» would be unclear."""
    meant: Meant | None = None
    """Of what is only planned: how the statement says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueLead:
    """The value asked for. `missing`: what of it the base does not say: `day`, `clock`, `month`, `town`."""

    held: Held
    missing: str = ""
    computed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanLead:
    """How long until, since or between: from `low` to `high` units (`day`, `week`, `month`, `year`)."""

    span: str
    low: int
    high: int
    unit: str
    dates: tuple[EdtfDate, ...]
    full: bool = False
    """Whether only full units are counted, and less than one is left over."""
    planned: bool = False
    """Whether the day it is counted from was only planned when the source was published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLead:
    """Things by their dates, the earliest first; `known` is False where the dates do not tell which is."""

    items: tuple[tuple[str, EdtfDate], ...]
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLead:
    """Several values, a line each. `people`: whom the items name, where each is of a person."""

    items: tuple[str, ...]
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLead:
    """What a digest is of: a title, a few more words, the event whose record goes with it."""

    title: str
    about: str = ""
    event: Event | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JointLead:
    """The first lines of a question that asks for several things."""

    leads: tuple[Lead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtremeLead:
    """The part of a statement with the largest or smallest value, or how far two are apart."""

    text: str
    computed: bool = False
    among: bool = False
    """Whether it is the most of what several facts name: others may not be named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountsLead:
    """How far two amounts are apart, in words with a unit, or how many times one is the other, or both added.

    `held`: both in the words of their statements; `turned`: the other is the greater, against the question.
    """

    held: tuple[str, str]
    apart: str = ""
    times: float = 0.0
    total: str = ""
    turned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SideCount:
    """The people of one side."""

    side: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SidesLead:
    """How many people each side has, the most first."""

    counts: tuple[SideCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """What is asked of one event; `when` and `where` are empty where they are not asked."""

    title: str
    when: EdtfDate | None = None
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsLead:
    """Several events beside each other, a line each."""

    lines: tuple[EventLine, ...]


class EventChange(StrEnum):
    """What is asked of an event's record."""

    MOVED = "moved"
    ELSEWHERE = "elsewhere"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLead:
    """Whether an event was moved or called off. `before`: the date that it was moved from, if it was;
    `ahead`: it was to come when the source was published; `affirms`: «да» would be clear.
    """

    change: EventChange
    event: Event
    before: EdtfDate | None = None
    ahead: bool = True
    affirms: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisLead:
    """Whether the source states a fact, and in which paragraph; of an inferred one, why.

    `affirms`: the reader doubts it, so that «да» would be clear; `planned`: when it is to be.
    """

    stated: bool
    paragraph: int | None = None
    because: str = ""
    affirms: bool = True
    planned: EdtfDate | None = None


Lead = (
    YesNoLead
    | ValueLead
    | SpanLead
    | OrderLead
    | ListLead
    | DigestLead
    | JointLead
    | ExtremeLead
    | AmountsLead
    | SidesLead
    | EventsLead
    | ChangeLead
    | BasisLead
)
