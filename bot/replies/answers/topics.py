"""Replies to /topics: all facts by topic and by date, in pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.replies import dates
from bot.replies.answers import facts
from bot.replies.answers.rendering import NO_EDITS
from bot.replies.parts import Button, Part, Reply, Strong, Text
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact, FactBase, FactId
from knowledge.results import Answer, Shown, Slot

TIMELINE = "timeline"
Row = tuple[Button, ...]
_ROW = 8
"""Buttons in a row."""


def topics(base: FactBase) -> Reply:
    """The topics with the numbers of their facts, and the timeline."""
    counts = _counts(base)
    rows: list[Row] = [
        (Button(label=f"{title(topic, base)} ({count})", action="topic", argument=f"{topic}:0"),)
        for topic, count in counts.items()
    ]
    rows.append((Button(label="Всё по времени", action=TIMELINE, argument="0"),))
    return Reply(parts=(Strong("Что есть в базе"), Text("\nВыберите тему.")), buttons=tuple(rows))


def topic_page(base: FactBase, topic: str, page: int, size: int) -> Reply:
    """One page of a topic, `size` facts each. Raises KeyError for an unknown topic."""
    found = [fact for fact in base.facts if fact.topic == topic]
    if not found:
        raise KeyError(topic)
    return _page(title(topic, base), _Pages(found, size), page, action="topic", prefix=f"{topic}:")


def timeline_page(base: FactBase, page: int, size: int) -> Reply:
    """One page of all facts by date; facts without a date come last."""
    ordered = sorted(base.facts, key=lambda fact: fact.when.last_day if fact.when else date.max)
    return _page("Всё по времени", _Pages(ordered, size), page, action=TIMELINE, prefix="", dated=True)


def card(
    fact: Fact, base: FactBase, now: datetime, size: int, changed: Mapping[FactId, EdtfDate] = NO_EDITS
) -> Reply:
    """One fact opened from a page, with a button back to its page of the topic."""
    number = [one.id for one in base.facts if one.topic == fact.topic].index(fact.id)
    place = f"{fact.topic}:{number // size}"
    back = Button(label=f"‹ {title(fact.topic, base)}", action="topic", argument=place)
    answer = Answer(rule="topic", confidence=1.0, shown=(Shown(fact=fact, slot=Slot.STATEMENT),))
    body = facts.body(answer, base, now, changed, "")
    footing = facts.footing(answer, base, changed, "".join(part.text for part in body))
    return Reply(parts=(*body, *footing), buttons=((back,),))


def title(topic: str, base: FactBase) -> str:
    """The title of a topic, or its id where the pack gives no title."""
    return base.terms.topics.get(topic, topic)


def _counts(base: FactBase) -> dict[str, int]:
    counts = dict.fromkeys(base.terms.topics, 0)
    for fact in base.facts:
        counts[fact.topic] = counts.get(fact.topic, 0) + 1
    return {topic: count for topic, count in counts.items() if count}


@dataclass(frozen=True, slots=True)
class _Pages:
    facts: Sequence[Fact]
    size: int

    @property
    def last(self) -> int:
        return (len(self.facts) - 1) // self.size

    def numbered(self, page: int) -> tuple[tuple[int, Fact], ...]:
        first = page * self.size
        return tuple(enumerate(self.facts[first : first + self.size], first + 1))


def _page(heading: str, pages: _Pages, page: int, *, action: str, prefix: str, dated: bool = False) -> Reply:
    """A number beyond the last page gives the last: an old button may refer to a base with more facts."""
    page = min(max(page, 0), pages.last)
    of = f" · {page + 1} из {pages.last + 1}" if pages.last else ""
    parts: list[Part] = [Strong(f"{heading}{of}")]
    for number, fact in pages.numbered(page):
        when = f"{dates.full(fact.when)}: " if dated and fact.when else ""
        parts.append(Text(f"\n\n{number}. {when}{fact.says}"))
    numbers = tuple(
        Button(label=str(number), action="card", argument=fact.id) for number, fact in pages.numbered(page)
    )
    rows = tuple(numbers[at : at + _ROW] for at in range(0, len(numbers), _ROW))
    return Reply(parts=tuple(parts), buttons=(*rows, *_page_buttons(action, prefix, page, pages.last)))


def _page_buttons(action: str, prefix: str, page: int, last: int) -> tuple[Row, ...]:
    back = (Button(label="‹ Назад", action=action, argument=f"{prefix}{page - 1}"),) if page else ()
    on = (Button(label="Дальше ›", action=action, argument=f"{prefix}{page + 1}"),) if page < last else ()
    contents = (Button(label="К темам", action="topics"),)
    return (back + on, contents) if back + on else (contents,)
