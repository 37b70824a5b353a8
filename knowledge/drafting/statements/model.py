"""What the reading of an article gives before a pack is made of it: statements with all that they name."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from knowledge.drafting.article.article_text import Article
from knowledge.drafting.clauses.clause import Clause
from knowledge.drafting.events.draft_events import DraftEvent, Events
from knowledge.drafting.mentions.places import PlaceMention
from knowledge.drafting.mentions.time_mentions import TimeMention
from knowledge.drafting.people.article_people import ArticlePerson, People
from knowledge.facts.dates import EdtfDate


class StatementKind(StrEnum):
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
class DraftStatement:
    """One proposed fact. `clause` is what it says without the words of attribution."""

    text: str
    clause: Clause
    paragraph: int
    kind: StatementKind
    speaker: ArticlePerson | None = None
    side: str | None = None
    when: EdtfDate | None = None
    inferred: bool = False
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    people: tuple[ArticlePerson, ...] = ()
    events: tuple[DraftEvent, ...] = ()
    inherits_place: bool = False
    """Whether its places stand in another part of the sentence."""
    names_event: bool = False
    """Whether an event stands in it by itself, not only in the genitive: «механизм диалога»."""
    because: str | None = None
    asked: list[str] = field(default_factory=list)
    """Questions that the article itself asks before it."""


@dataclass(slots=True)
class ArticleReading:
    """What was read of an article; times are counted from `published` where it is `dated`."""

    article: Article
    published: date
    finely: bool = True
    dated: bool = True
    people: People = field(default_factory=People)
    events: Events = field(default_factory=Events)
    statements: list[DraftStatement] = field(default_factory=list)
    posts: list[tuple[ArticlePerson, int]] = field(default_factory=list)
    """People with the paragraph that first gives their post."""
