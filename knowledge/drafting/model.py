"""What the reading of an article gives before a pack is made of it: statements with all that they name."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.drafting.clauses import Clause
from knowledge.drafting.events import DraftEvent
from knowledge.drafting.people import Person
from knowledge.drafting.places import PlaceMention
from knowledge.drafting.resolved_dates import TimeMention
from knowledge.facts.dates import EdtfDate


class Kind(StrEnum):
    """Where a statement comes from; also the topic of its fact."""

    EVENT = "event"
    """Made of an event's record by a template."""
    PERSON = "people"
    SOURCE = "source"
    SAID = "said"
    """Somebody's words."""
    TOLD = "story"
    """A clause of the article."""


@dataclass(slots=True, kw_only=True, eq=False)
class Statement:
    """One proposed fact. `clause` is what it says without the words of attribution."""

    text: str
    clause: Clause
    paragraph: int
    kind: Kind
    speaker: Person | None = None
    side: str | None = None
    when: EdtfDate | None = None
    inferred: bool = False
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    people: tuple[Person, ...] = ()
    events: tuple[DraftEvent, ...] = ()
    inherits_place: bool = False
    """Whether its places stand in another part of the sentence."""
    names_event: bool = False
    """Whether an event stands in it by itself, not only in the genitive: «механизм диалога»."""
    because: str | None = None
    asked: list[str] = field(default_factory=list)
    """Questions that the article itself asks before it."""
