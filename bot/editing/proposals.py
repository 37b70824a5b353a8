"""Applies a proposal's changes to a base: which pack rules break, which changes conflict with newer edits."""

from __future__ import annotations

import asyncio
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.editing.outcomes import ChangeConflict, NeedsOwner, NeedsReason, PackFault
from bot.records.editing import Editor, NewProposal, Proposal, Role
from bot.records.gate import GateSummary
from knowledge.facts.edits import Change, entities, overwrite, validate_base
from knowledge.facts.field_merge import merge_entity, with_field
from knowledge.facts.model import FactBase
from knowledge.facts.pack import PackError, Problem, dump_pack
from knowledge.facts.pack.references import ARROW
from knowledge.facts.serialization import Entity, Key

_ID = re.compile(r"(?:- )?id: (?P<id>[a-z0-9-]+)$")


def find_faults(base: FactBase, before: FactBase) -> tuple[PackFault, ...]:
    """The pack rules that the base breaks, each with the entity at fault; `before` knows what is gone."""
    try:
        validate_base(base)
    except PackError as error:
        files = dump_pack(base)
        known = {**entities(before), **entities(base)}
        titles = {key.id: title for key, one in known.items() if (title := _title(one))}
        return tuple(_fault(one, files.get(one.file, ""), titles) for one in error.problems)
    return ()


def _fault(problem: Problem, file: str, titles: Mapping[str, str]) -> PackFault:
    entity, named = _entity(file, problem.line), problem.data.get("value", "").split(ARROW)
    return PackFault(
        entity=entity,
        problem=problem,
        title=titles.get(entity or "", ""),
        named=ARROW.join(titles.get(one, one) for one in named),
    )


def _title(entity: Entity) -> str:
    """The statement, title or name by which editors know an entity."""
    title = next((text for name in ("says", "title", "name") if (text := getattr(entity, name, ""))), "")
    return str(title).rstrip(" .")


async def faults_after_changes(base: FactBase, changes: Sequence[Change]) -> tuple[PackFault, ...]:
    """The faults of the base after the changes. Runs in a thread: a large base takes a second."""
    return await asyncio.to_thread(lambda: find_faults(overwrite(base, changes), base))


def is_same(one: Proposal, new: NewProposal) -> bool:
    """Whether a stored proposal holds what the new one does."""
    stored = (one.changes, one.origin, one.why, one.reference)
    return stored == (new.changes, new.origin, new.why, new.reference)


def failed_check(
    proposal: Proposal, summary: GateSummary, editor: Editor, reason: str
) -> NeedsOwner | NeedsReason | None:
    """What a failed check of the gate still asks for: only an owner overrides it, and says why."""
    if not summary.needs_reason:
        return None
    if not editor.role.covers(Role.OWNER):
        return NeedsOwner(proposal=proposal)
    said = reason or (proposal.why if is_retirement(proposal.changes) else "")
    return None if said else NeedsReason(proposal=proposal)


def is_retirement(changes: Sequence[Change]) -> bool:
    """Whether the edit only takes away: then the author has said why."""
    return all(change.after is None for change in changes)


def effective_changes(base: FactBase, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that would change anything in this base."""
    now = entities(base)
    return tuple(change for change in changes if change.after != now.get(change.key))


def find_conflicts(base: FactBase, changes: Sequence[Change]) -> tuple[ChangeConflict, ...]:
    """Changes of what somebody else has changed meanwhile; edits of different fields do not clash."""
    now = entities(base)
    found = []
    for number, change in enumerate(changes):
        theirs = now.get(change.key)
        merged = merge_entity(before=change.before, theirs=theirs, mine=change.after)
        if merged.clashes or merged.whole:
            conflict = ChangeConflict(
                number=number,
                key=change.key,
                before=change.before,
                theirs=theirs,
                mine=change.after,
                fields=merged.clashes,
            )
            found.append(conflict)
    return tuple(found)


def resolve_conflict(
    base: FactBase, changes: Sequence[Change], number: int, field: str, *, mine: bool
) -> tuple[Change, ...]:
    """The changes once a `field` of change `number` is decided; of the whole entity where it is empty."""
    kept = list(changes)
    change, theirs = kept[number], entities(base).get(kept[number].key)
    if not field:
        kept[number : number + 1] = [replace(change, before=theirs)] if mine else []
    elif change.before is not None and theirs is not None and change.after is not None:
        after = change.after if mine else with_field(change.after, field, theirs)
        kept[number] = replace(change, before=with_field(change.before, field, theirs), after=after)
    return tuple(kept)


def rebase(base: FactBase, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that this base lacks, of the base as it is, joined with what others have changed meanwhile.

    Where they clash, ours is taken: ask `find_conflicts` before.
    """
    now = entities(base)
    fresh = (replace(change, before=now.get(change.key), after=_joined(change, now)) for change in changes)
    return tuple(change for change in fresh if change.before != change.after)


def _joined(change: Change, now: Mapping[Key, Entity]) -> Entity | None:
    found = merge_entity(before=change.before, theirs=now.get(change.key), mine=change.after)
    return change.after if found.clashes or found.whole else found.merged


def _entity(text: str, line: int | None) -> str | None:
    """The id at `line` of a pack file, or the nearest one above it."""
    for written in reversed(text.splitlines()[: line or 0]):
        if not written.startswith("    ") and (found := _ID.fullmatch(written.strip())):
            return found["id"]
    return None


def conflict_key(key: Key) -> str:
    """Short enough for callback data."""
    return f"{zlib.crc32(f'{key.kind.value}:{key.id}'.encode()):08x}"
