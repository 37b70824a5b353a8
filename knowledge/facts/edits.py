"""Changes to a base: add, replace, retire; what differs between two bases; when changes conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from knowledge.facts.model import Event, Fact, FactBase, Person, Source, Terms
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
        """The change that takes this one back."""
        return Change(key=self.key, before=self.after, after=self.before)


class EditConflictError(Exception):
    """`keys` are no longer as the changes found them: somebody changed them since."""

    def __init__(self, keys: tuple[Key, ...]) -> None:
        super().__init__(*keys)
        self.keys = keys


def entities(base: FactBase) -> dict[Key, Entity]:
    """Every entity of the base, in the order of its files."""
    return {key_of(entity): entity for entity in _all(base)}


def assemble(parts: Mapping[Key, Entity]) -> FactBase:
    """The base of these entities, in their order. Exactly one of them is the source."""
    everything = parts.values()
    (source,) = (entity for entity in everything if isinstance(entity, Source))
    return FactBase(
        source=source,
        people=tuple(entity for entity in everything if isinstance(entity, Person)),
        events=tuple(entity for entity in everything if isinstance(entity, Event)),
        facts=tuple(entity for entity in everything if isinstance(entity, Fact)),
        terms=next((entity for entity in everything if isinstance(entity, Terms)), Terms()),
    )


def difference(before: FactBase, after: FactBase) -> tuple[Change, ...]:
    """The changes that make `after` of `before`, the order of the files aside."""
    old, new = entities(before), entities(after)
    keys = [*old, *(key for key in new if key not in old)]
    found = (Change(key=key, before=old.get(key), after=new.get(key)) for key in keys)
    return tuple(change for change in found if change.before != change.after)


def apply(base: FactBase, changes: Iterable[Change]) -> FactBase:
    """The base with the changes made: replaced in place, added at the end of its kind.

    Raises EditConflictError where an entity is no longer as a change found it.
    """
    parts = entities(base)
    changes = tuple(changes)
    clashes = tuple(change.key for change in changes if parts.get(change.key) != change.before)
    if clashes:
        raise EditConflictError(clashes)
    for change in changes:
        if change.after is None:
            parts.pop(change.key, None)
        else:
            parts[change.key] = change.after
    return assemble(parts)


def check(base: FactBase) -> None:
    """The pack's own rules for a base made by edits. Raises PackError with every problem."""
    load_files({name: text.encode() for name, text in dump_pack(base).items()})


def is_visible(change: Change) -> bool:
    """Whether a reader sees it: more than example questions, spellings or the topic changed."""
    before, after = change.before, change.after
    if isinstance(before, Fact) and isinstance(after, Fact):
        return seen(before) != seen(after)
    return change.key.kind in (EntityKind.FACT, EntityKind.EVENT)


def seen(fact: Fact) -> tuple[object, ...]:
    """What a reader sees of a fact."""
    return fact.says, fact.when, fact.where, fact.people, fact.said_by, fact.basis, fact.because


def _all(base: FactBase) -> Iterator[Entity]:
    yield base.source
    yield from base.people
    yield from base.events
    yield from base.facts
    if base.terms != Terms():
        yield base.terms
