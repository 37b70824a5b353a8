"""Events named in an article, and the chain of the first, the second and the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.drafting.events.event_mentions import EventMention
from knowledge.drafting.people.article_people import ArticlePerson
from knowledge.facts.dates import EdtfDate


@dataclass(slots=True, eq=False)
class DraftEvent:
    head: str
    noun: str
    gender: str
    title: str
    sequence: int | str | None = None
    when: EdtfDate | None = None
    inferred: bool = False
    where: str | None = None
    where_phrase: str | None = None
    paragraph: int = 1
    dated_paragraph: int | None = None
    placed_paragraph: int | None = None
    mentions: int = 0
    told: bool = False
    """Whether a clause tells of it, and not only of what it is for: «деньги на ремонт»."""
    weight: float = 0.0
    roles: dict[str, tuple[ArticlePerson, str]] = field(default_factory=dict)
    order: int | None = None
    follows: DraftEvent | None = None
    id: str = ""


class Events:
    """The events of one article, each found again by its noun and its place in the chain."""

    def __init__(self) -> None:
        self.found: list[DraftEvent] = []

    def add(self, mention: EventMention, paragraph: int, when: EdtfDate | None) -> DraftEvent | None:
        """The event that is meant; None where a mere complement names none that is known."""
        known = self._known(mention, when)
        if known is None:
            if mention.is_complement:
                return None
            known = DraftEvent(
                head=mention.head,
                noun=mention.noun,
                gender=mention.gender,
                title=mention.title,
                sequence=mention.sequence,
                paragraph=paragraph,
            )
            self.found.append(known)
        known.mentions += 1
        if len(mention.title) > len(known.title) and not mention.is_complement:
            known.title = mention.title
        return known

    def _known(self, mention: EventMention, when: EdtfDate | None) -> DraftEvent | None:
        alike = [one for one in self.found if one.head == mention.head]
        same = [one for one in alike if one.sequence == mention.sequence]
        if same:
            fitting = [one for one in same if one.when is None or when is None or one.when.overlaps(when)]
            return (
                fitting[0]
                if fitting
                else (None if when is not None and not mention.is_complement else same[0])
            )
        if mention.sequence is None and alike:
            return alike[0]
        if mention.sequence == 1 and alike and alike[0].sequence is None and _adds_nothing(mention, alike[0]):
            alike[0].sequence = 1
            return alike[0]
        return None

    def link(self) -> None:
        """The second follows the first, the next the one before it."""
        for event in self.found:
            later = [
                one
                for one in self.found
                if one.head == event.head and one is not event and _after(one, event)
            ]
            for one in later:
                if one.follows is None:
                    one.follows = event
                    event.order = event.order or 1
                    one.order = (event.order or 1) + 1

    @property
    def main(self) -> DraftEvent | None:
        return max((one for one in self.found if one.told), key=_prominence, default=None)


def _adds_nothing(mention: EventMention, known: DraftEvent) -> bool:
    """«первый диалог» is the dialogue; «первый матч финальной серии» is another match."""
    return len(mention.title.split()) <= len(known.title.split()) + 1


def _prominence(event: DraftEvent) -> tuple[float, int]:
    """What the first paragraph names is likelier what the article is about."""
    opens = 2.0 if event.paragraph == 1 else 0.0
    return event.weight + event.mentions + opens, -event.paragraph


def _after(later: DraftEvent, earlier: DraftEvent) -> bool:
    if isinstance(later.sequence, int) and later.sequence > 1:
        first = (
            earlier.sequence in (None, 1) if later.sequence == 2 else earlier.sequence == later.sequence - 1
        )
        return bool(first)
    return later.sequence == "next" and earlier.sequence in (None, 1)
