"""Three-way merge of a pack's files into a base that was edited since they were last imported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.facts.edits import Change, assemble, check
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.facts.pack import PackError
from knowledge.facts.serialization import Entity, EntityKind, Key

Entities = Mapping[Key, Entity]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """The files' version that was not taken. `theirs` is None where the files drop the entity."""

    key: Key
    ours: Entity | None
    theirs: Entity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """`changes` turn the base into the merged one; `clashes` wait for an owner."""

    base: FactBase
    changes: tuple[Change, ...]
    clashes: tuple[Clash, ...]


def merge(*, imported: Entities, files: Entities, ours: Entities) -> Merged:
    """Take what only the files changed; keep what both changed, and let the files' version wait.

    What would leave a reference to nobody waits too: a person dropped from the files whom
    an edited fact names stays. The result satisfies the pack's rules if `ours` does.
    """
    keys = _ordered(files, ours, imported)
    taken = {key: _take(imported.get(key), files.get(key), ours.get(key)) for key in keys}
    while held := _dangling(taken, ours):
        taken.update({key: ours.get(key) for key in held})
    try:
        base = assemble(_present(taken))
        check(base)
    except (PackError, ValueError):
        # Two edits, each sound, that are not sound together (a circle of events, say).
        taken = {key: ours.get(key) for key in _ordered(ours, files, imported)}
        base = assemble(_present(taken))
    return Merged(base=base, changes=_changes(taken, ours), clashes=_clashes(taken, imported, files, ours))


def _take(imported: Entity | None, files: Entity | None, ours: Entity | None) -> Entity | None:
    return files if ours in (imported, files) else ours


def _dangling(taken: Mapping[Key, Entity | None], ours: Entities) -> set[Key]:
    """Entities whose choice must go back to ours, for something would refer to nobody."""
    present = {key for key, entity in taken.items() if entity is not None}
    held = set()
    for key, entity in taken.items():
        for target in _references(entity):
            if target in present:
                continue
            # The dropped one stays where we still have it; else what names it must wait.
            back = target if target in ours else key
            if taken.get(back) != ours.get(back):
                held.add(back)
    return held


def _references(entity: Entity | None) -> Iterator[Key]:
    if isinstance(entity, Fact):
        yield from (Key(EntityKind.EVENT, event) for event in entity.about)
    if isinstance(entity, Event) and entity.follows is not None:
        yield Key(EntityKind.EVENT, entity.follows)
    if isinstance(entity, Event | Fact):
        yield from (Key(EntityKind.PERSON, part.person) for part in entity.people)


def _changes(taken: Mapping[Key, Entity | None], ours: Entities) -> tuple[Change, ...]:
    found = (Change(key=key, before=ours.get(key), after=entity) for key, entity in taken.items())
    return tuple(change for change in found if change.before != change.after)


def _clashes(
    taken: Mapping[Key, Entity | None], imported: Entities, files: Entities, ours: Entities
) -> tuple[Clash, ...]:
    return tuple(
        Clash(key=key, ours=ours.get(key), theirs=files.get(key))
        for key, entity in taken.items()
        if entity != files.get(key) and files.get(key) != imported.get(key)
    )


def _present(taken: Mapping[Key, Entity | None]) -> dict[Key, Entity]:
    return {key: entity for key, entity in taken.items() if entity is not None}


def _ordered(*sides: Entities) -> list[Key]:
    return list(dict.fromkeys(key for side in sides for key in side))
