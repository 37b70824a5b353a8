"""Edits of a base: the changes between two bases, applying them, and conflicts between edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, EventId, Fact, FactBase, FurtherSource, Person, Source, Terms
from knowledge.facts.pack import dump_pack, load_files
from knowledge.facts.serialization import Entity, EntityKind, Key, key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entity before and after: `before` is None where it is added, `after` where it is retired."""

    key: Key
    before: Entity | None
    after: Entity | None

    @property
    def undone(self) -> Change:
        """The reverse change."""
        return Change(key=self.key, before=self.after, after=self.before)


class EditConflictError(Exception):
    """Somebody else has changed the entities of `keys` since the changes were made."""

    def __init__(self, keys: tuple[Key, ...]) -> None:
        super().__init__(*keys)
        self.keys = keys


def entities(base: FactBase) -> dict[Key, Entity]:
    """Every entity of the base, in the order of its files; empty terms are left out."""
    return {key_of(entity): entity for entity in _entities(base)}


def assemble(parts: Mapping[Key, Entity]) -> FactBase:
    """The base of these entities, in their order. Raises ValueError unless exactly one is a source."""
    everything = parts.values()
    (source,) = (entity for entity in everything if isinstance(entity, Source))
    return FactBase(
        source=source,
        sources=tuple(entity for entity in everything if isinstance(entity, FurtherSource)),
        people=tuple(entity for entity in everything if isinstance(entity, Person)),
        events=tuple(entity for entity in everything if isinstance(entity, Event)),
        facts=tuple(entity for entity in everything if isinstance(entity, Fact)),
        terms=next((entity for entity in everything if isinstance(entity, Terms)), Terms()),
    )


def diff_bases(before: FactBase, after: FactBase) -> tuple[Change, ...]:
    """The changes from `before` to `after`; a different order of entities is no change."""
    old, new = entities(before), entities(after)
    return diff_entities({**old, **new}, old, new)


def diff_entities(
    keys: Iterable[Key], before: Mapping[Key, Entity | None], after: Mapping[Key, Entity | None]
) -> tuple[Change, ...]:
    """The changes of the entities of `keys`, in that order; an absent entity is the same as None."""
    pairs = ((key, before.get(key), after.get(key)) for key in keys)
    # Most entities of two states of a base are the same object: comparing fields is far slower.
    return tuple(
        Change(key=key, before=old, after=new) for key, old, new in pairs if old is not new and old != new
    )


def overwrite(base: FactBase, changes: Iterable[Change]) -> FactBase:
    """The base with the changes applied, whatever it held before: replaced in place, added at the end.

    Raises ValueError where no source would be left, or two.
    """
    parts, changes = entities(base), tuple(changes)
    for change in changes:
        if change.after is None:
            parts.pop(change.key, None)
        else:
            parts[change.key] = change.after
    moved, originals = dict(base.moved), dict(base.originals)
    for change in changes:
        note_move(moved, change)
        note_original(originals, change)
    return replace(assemble(parts), moved=moved, originals=originals)


def note_move(moved: dict[EventId, EdtfDate], change: Change) -> None:
    """Keep the earlier date of an event that the change moves; of one moved back there is none.

    A date that only becomes more or less exact is no move.
    """
    before, after = change.before, change.after
    if not (isinstance(before, Event) and isinstance(after, Event) and before.when and after.when):
        return
    if after.id in moved and after.when.overlaps(moved[after.id]):
        del moved[after.id]
    elif not after.when.overlaps(before.when):
        moved[after.id] = before.when


def note_original(originals: dict[EventId, Event | None], change: Change) -> None:
    """Keep an event as it was before its date or place changed, None where it is added; nothing of one that
    is as before again, or retired."""
    if change.key.kind is not EntityKind.EVENT:
        return
    before, after, key = change.before, change.after, EventId(change.key.id)
    if not isinstance(after, Event):
        originals.pop(key, None)
    elif not isinstance(before, Event):
        originals[key] = None
    elif (before.when, before.where) != (after.when, after.where):
        first = originals.setdefault(key, before)
        if first is not None and (first.when, first.where) == (after.when, after.where):
            del originals[key]


def apply_changes(base: FactBase, changes: Iterable[Change]) -> FactBase:
    """The same, but raises EditConflictError where an entity differs from a change's `before`."""
    parts, changes = entities(base), tuple(changes)
    conflicts = tuple(change.key for change in changes if parts.get(change.key) != change.before)
    if conflicts:
        raise EditConflictError(conflicts)
    return overwrite(base, changes)


def validate_base(base: FactBase) -> None:
    """Check an edited base by the rules for packs. Raises PackError with every problem."""
    load_files({name: text.encode() for name, text in dump_pack(base).items()})


def is_visible(change: Change) -> bool:
    """Whether readers see the change: not of example questions, spellings or topics alone."""
    if change.key.kind is EntityKind.FACT:
        return _seen(change.before) != _seen(change.after)
    return change.key.kind is EntityKind.EVENT


def is_draft(entity: Entity) -> bool:
    """Whether readers must not see the entity yet."""
    return isinstance(entity, Fact) and entity.draft


def _seen(fact: Entity | None) -> tuple[object, ...] | None:
    """What readers see of a fact: nothing of one that does not exist or is a draft."""
    return visible_part(fact) if isinstance(fact, Fact) and not fact.draft else None


def visible_part(fact: Fact) -> tuple[object, ...]:
    """The values of a fact's fields that readers see."""
    return fact.says, fact.when, fact.where, fact.people, fact.said_by, fact.basis, fact.because, fact.source


def _entities(base: FactBase) -> Iterator[Entity]:
    yield base.source
    yield from base.sources
    yield from base.people
    yield from base.events
    yield from base.every_fact
    if base.terms != Terms():
        yield base.terms
