"""Three-way merge of a pack's files into a base that was edited since the files were last imported.

The three sides are the files as last imported, the files now (theirs) and the base now (ours).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from knowledge.facts.edits import Change, assemble, diff_entities, validate_base
from knowledge.facts.field_merge import merge_entity
from knowledge.facts.model import Event, Fact, FactBase, Source
from knowledge.facts.pack import PackError
from knowledge.facts.serialization import Entity, EntityKind, Key

Entities = Mapping[Key, Entity]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """An entity of which the files' version was not taken; `theirs` is None where the files drop it."""

    key: Key
    ours: Entity | None
    theirs: Entity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """`changes` lead from our base to the merged one; `clashes` wait for an owner's decision."""

    base: FactBase
    changes: tuple[Change, ...]
    clashes: tuple[Clash, ...]


def merge(*, imported: Entities, files: Entities, ours: Entities) -> Merged:
    """Take what only the files changed, field by field; keep ours where both changed one field, and
    report the files' version.

    Ours is kept also where the files' version would leave a reference to an unknown id: a person dropped
    from the files stays while an edited fact names them. The result is valid if `ours` is.
    """
    keys = _ordered(files, ours, imported)
    taken = {key: _take(imported.get(key), files.get(key), ours.get(key)) for key in keys}
    while reverted := _dangling(taken, ours):
        taken.update({key: ours.get(key) for key in reverted})
    try:
        base = assemble(_present(taken))
        validate_base(base)
    except (PackError, ValueError):
        # Two edits that are valid alone may be invalid together: a circle of events, say.
        taken = {key: ours.get(key) for key in _ordered(ours, files, imported)}
        base = assemble(_present(taken))
    changes = diff_entities(taken, ours, taken)
    return Merged(base=base, changes=changes, clashes=_clashes(taken, imported, files, ours))


def _take(imported: Entity | None, files: Entity | None, ours: Entity | None) -> Entity | None:
    if ours in (imported, files):
        return files
    found = merge_entity(before=imported, theirs=ours, mine=files)
    return ours if found.clashes or found.whole else found.merged


def _dangling(taken: Mapping[Key, Entity | None], ours: Entities) -> set[Key]:
    """Entities to revert to ours, since something refers to an id that would be absent."""
    present = {key for key, entity in taken.items() if entity is not None}
    mains = {key.id for key in present if key.kind is EntityKind.SOURCE}
    reverted = set()
    for key, entity in taken.items():
        for target in _references(entity, mains):
            if target in present:
                continue
            # A dropped entity stays if we still have it; otherwise the one that refers to it is reverted.
            blamed = target if target in ours else key
            if taken.get(blamed) != ours.get(blamed):
                reverted.add(blamed)
    return reverted


def _references(entity: Entity | None, mains: Collection[str]) -> Iterator[Key]:
    """What an entity names by id; `mains` are ids of the main source, which a fact may name too."""
    if isinstance(entity, Source) and entity.main is not None:
        yield Key(EntityKind.EVENT, entity.main)
    if isinstance(entity, Fact):
        yield from (Key(EntityKind.EVENT, event) for event in entity.about)
        if entity.source is not None and entity.source not in mains:
            yield Key(EntityKind.FURTHER_SOURCE, entity.source)
    if isinstance(entity, Event) and entity.follows is not None:
        yield Key(EntityKind.EVENT, entity.follows)
    if isinstance(entity, Event | Fact):
        yield from (Key(EntityKind.PERSON, part.person) for part in entity.people)


def _clashes(
    taken: Mapping[Key, Entity | None], imported: Entities, files: Entities, ours: Entities
) -> tuple[Clash, ...]:
    return tuple(
        Clash(key=key, ours=ours.get(key), theirs=files.get(key))
        for key, entity in taken.items()
        if not _holds(entity, files.get(key), imported.get(key))
    )


def _holds(taken: Entity | None, files: Entity | None, imported: Entity | None) -> bool:
    """Whether what is taken has all that the files changed."""
    if files in (taken, imported):
        return True
    found = merge_entity(before=imported, theirs=taken, mine=files)
    return not found.whole and not found.clashes and found.merged == taken


def _present(taken: Mapping[Key, Entity | None]) -> dict[Key, Entity]:
    return {key: entity for key, entity in taken.items() if entity is not None}


def _ordered(*sides: Entities) -> list[Key]:
    return list(dict.fromkeys(key for side in sides for key in side))
