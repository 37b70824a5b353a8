"""Applies a proposal's changes to a base: which pack rules break, which changes conflict with newer edits."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.editing.outcomes import ChangeConflict, NeedsOwner, NeedsReason, PackFault
from bot.records.editing import Editor, GateSummary, NewProposal, Proposal, Role
from knowledge.facts.edits import Change, entities, overwrite, validate_base
from knowledge.facts.model import FactBase
from knowledge.facts.pack import PackError, dump_pack
from knowledge.facts.serialization import Entity, Key

_ID = re.compile(r"(?:- )?id: (?P<id>[a-z0-9-]+)$")


def find_faults(base: FactBase) -> tuple[PackFault, ...]:
    """The pack rules that the base breaks, each with the entity at fault."""
    try:
        validate_base(base)
    except PackError as error:
        files = dump_pack(base)
        return tuple(
            PackFault(entity=_entity(files.get(problem.file, ""), problem.line), problem=problem)
            for problem in error.problems
        )
    return ()


async def faults_after_changes(base: FactBase, changes: Sequence[Change]) -> tuple[PackFault, ...]:
    """The faults of the base after the changes. Runs in a thread: a large base takes a second."""
    return await asyncio.to_thread(lambda: find_faults(overwrite(base, changes)))


def is_same(one: Proposal, new: NewProposal) -> bool:
    """Whether a stored proposal holds what the new one does."""
    stored = (one.changes, one.origin, one.why, one.reference)
    return stored == (new.changes, new.origin, new.why, new.reference)


def failed_check(
    proposal: Proposal, summary: GateSummary, editor: Editor, reason: str
) -> NeedsOwner | NeedsReason | None:
    """What a failed check of the gate still asks for: only an owner overrides it, and says why."""
    if not summary.fails:
        return None
    if not editor.role.covers(Role.OWNER):
        return NeedsOwner(proposal=proposal)
    return None if reason else NeedsReason(proposal=proposal)


def effective_changes(base: FactBase, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that would change anything in this base."""
    now = entities(base)
    return tuple(change for change in changes if change.after != now.get(change.key))


def find_conflicts(base: FactBase, changes: Sequence[Change]) -> tuple[ChangeConflict, ...]:
    """Changes whose entity differs in the base both from their `before` and from their `after`."""
    now = entities(base)
    return tuple(
        ChangeConflict(
            number=number,
            key=change.key,
            before=change.before,
            theirs=now.get(change.key),
            mine=change.after,
        )
        for number, change in enumerate(changes)
        if now.get(change.key) not in (change.before, change.after)
    )


def resolve_conflict(
    base: FactBase, changes: Sequence[Change], number: int, *, mine: bool
) -> tuple[Change, ...]:
    """The changes once `number` is decided: `mine` overwrites the base, else the change is dropped."""
    kept = list(changes)
    if mine:
        kept[number] = replace(kept[number], before=_now(base, kept[number].key))
    else:
        del kept[number]
    return tuple(kept)


def rebase(base: FactBase, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The same changes with `before` taken from this base, without those that the base already has."""
    now = entities(base)
    fresh = (replace(change, before=now.get(change.key)) for change in changes)
    return tuple(change for change in fresh if change.before != change.after)


def _now(base: FactBase, key: Key) -> Entity | None:
    return entities(base).get(key)


def _entity(text: str, line: int | None) -> str | None:
    """The id at `line` of a pack file, or the nearest one above it."""
    for written in reversed(text.splitlines()[: line or 0]):
        if not written.startswith("    ") and (found := _ID.fullmatch(written.strip())):
            return found["id"]
    return None
