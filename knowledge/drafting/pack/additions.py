"""A drafted pack as changes to a base: its source beside the others, new people, events, facts and topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.facts.edits import Change
from knowledge.facts.ids import propose_id
from knowledge.facts.model import (
    Event,
    EventId,
    Fact,
    FactBase,
    FactId,
    FurtherSource,
    Participation,
    Person,
    PersonId,
    Terms,
)
from knowledge.facts.serialization import TERMS, Entity, key_of


def additions(base: FactBase, drafted: FactBase) -> tuple[Change, ...]:
    """What the draft adds. A person of the same name, and an event of the same title, is the base's own."""
    people, events = _known_people(base, drafted), _known_events(base, drafted)
    source, added_source = _source(base, drafted)
    known_people = {one.id for one in base.people}
    known_events = {one.id for one in base.events}
    added: list[Entity] = [*added_source]
    added += [replace(one, id=people[one.id]) for one in drafted.people if people[one.id] not in known_people]
    added += [_event(one, people, events) for one in drafted.events if events[one.id] not in known_events]
    taken = {str(one.id) for one in base.every_fact}
    sides = {one.side for one in drafted.people if one.side}
    for fact in drafted.every_fact:
        name = propose_id(str(fact.id), taken)
        taken.add(name)
        speaker = fact.said_by if fact.said_by in sides else people.get(PersonId(fact.said_by or ""))
        parts = tuple(_part(one, people) for one in fact.people)
        about = tuple(events[one] for one in fact.about)
        added.append(
            replace(
                fact,
                id=FactId(name),
                people=parts,
                about=about,
                said_by=speaker,
                source=source,
                draft=True,
            )
        )
    return (*(Change(key=key_of(one), before=None, after=one) for one in added), *_topics(base, drafted))


def _source(base: FactBase, drafted: FactBase) -> tuple[str | None, tuple[FurtherSource, ...]]:
    """The id of the article's source, None for the main one, and the source itself if the base lacks it."""
    new = FurtherSource(
        id=propose_id(drafted.source.title, {one.id for one in base.sources} | {base.source.id}),
        title=drafted.source.title,
        publisher=drafted.source.publisher,
        published=drafted.source.published,
        place=drafted.source.place,
    )
    main = base.source
    if (main.title, main.publisher, main.published) == (new.title, new.publisher, new.published):
        return None, ()
    known = next(
        (
            one
            for one in base.sources
            if (one.title, one.publisher, one.published) == (new.title, new.publisher, new.published)
        ),
        None,
    )
    return (known.id, ()) if known is not None else (new.id, (new,))


def needed_by(changes: Sequence[Change], facts: Sequence[Fact]) -> tuple[Change, ...]:
    """The changes of these facts, and of what they name: sources, people, events, topics."""
    events = {one for fact in facts for one in fact.about}
    followed = {change.after.id: change.after for change in changes if isinstance(change.after, Event)}
    queue = list(events)
    while queue:
        event = followed.get(queue.pop())
        if event is not None and event.follows is not None and event.follows not in events:
            events.add(event.follows)
            queue.append(event.follows)
    people = {part.person for fact in facts for part in fact.people}
    people |= {PersonId(fact.said_by) for fact in facts if fact.said_by}
    people |= {part.person for one in events if one in followed for part in followed[one].people}
    sides = {fact.said_by for fact in facts if fact.said_by}
    return tuple(change for change in changes if _is_needed(change.after, facts, people, events, sides))


def _is_needed(
    entity: Entity | None,
    facts: Sequence[Fact],
    people: set[PersonId],
    events: set[EventId],
    sides: set[str],
) -> bool:
    match entity:
        case Fact():
            return entity in facts
        case Person():
            return entity.id in people or entity.side in sides
        case Event():
            return entity.id in events
    return True


def _known_people(base: FactBase, drafted: FactBase) -> dict[PersonId, PersonId]:
    names = {name.lower(): one.id for one in base.people for name in (one.name, *one.names)}
    taken = {str(one.id) for one in base.people}
    found: dict[PersonId, PersonId] = {}
    for person in drafted.people:
        known = names.get(person.name.lower())
        made = known or PersonId(propose_id(str(person.id), taken))
        taken.add(str(made))
        found[person.id] = made
    return found


def _known_events(base: FactBase, drafted: FactBase) -> dict[EventId, EventId]:
    titles = {one.title.lower(): one.id for one in base.events}
    taken = {str(one.id) for one in base.events}
    found: dict[EventId, EventId] = {}
    for event in drafted.events:
        made = titles.get(event.title.lower()) or EventId(propose_id(str(event.id), taken))
        taken.add(str(made))
        found[event.id] = made
    return found


def _event(event: Event, people: dict[PersonId, PersonId], events: dict[EventId, EventId]) -> Event:
    follows = events[event.follows] if event.follows is not None else None
    parts = tuple(_part(one, people) for one in event.people)
    return replace(event, id=events[event.id], follows=follows, people=parts)


def _part(part: Participation, people: dict[PersonId, PersonId]) -> Participation:
    return replace(part, person=people[part.person])


def _topics(base: FactBase, drafted: FactBase) -> Iterator[Change]:
    new = {name: title for name, title in drafted.terms.topics.items() if name not in base.terms.topics}
    if new:
        before = base.terms if base.terms != Terms() else None
        after = replace(base.terms, topics={**base.terms.topics, **new})
        yield Change(key=TERMS, before=before, after=after)
