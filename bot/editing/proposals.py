"""The base with a proposal's changes made: what breaks the pack's rules, what somebody else changed since."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.editing.outcomes import Clash, Fault
from knowledge.facts.edits import Change, entities, overwrite, validate_base
from knowledge.facts.model import FactBase
from knowledge.facts.pack import PackError, dump_pack
from knowledge.facts.serialization import Entity, Key

_ID = re.compile(r"(?:- )?id: (?P<id>[a-z0-9-]+)$")


def faults(base: FactBase) -> tuple[Fault, ...]:
    """Every rule of the pack that the base breaks, with the entity that breaks it."""
    try:
        validate_base(base)
    except PackError as error:
        files = dump_pack(base)
        return tuple(
            Fault(entity=_entity(files.get(problem.file, ""), problem.line), problem=problem)
            for problem in error.problems
        )
    return ()


async def faults_after(base: FactBase, changes: Sequence[Change]) -> tuple[Fault, ...]:
    """Those of the changed base. In a thread: writing and reading a large one takes a second."""
    return await asyncio.to_thread(lambda: faults(overwrite(base, changes)))


def needed(base: FactBase, changes: Iterable[Change]) -> tuple[Change, ...]:
    """Those that would change something in the base as it stands."""
    now = entities(base)
    return tuple(change for change in changes if change.after != now.get(change.key))


def clashes(base: FactBase, changes: Sequence[Change]) -> tuple[Clash, ...]:
    """What is no longer as the changes found it, and not as they would have it either."""
    now = entities(base)
    return tuple(
        Clash(
            number=number,
            key=change.key,
            seen=change.before,
            theirs=now.get(change.key),
            mine=change.after,
        )
        for number, change in enumerate(changes)
        if now.get(change.key) not in (change.before, change.after)
    )


def resolved(base: FactBase, changes: Sequence[Change], number: int, *, mine: bool) -> tuple[Change, ...]:
    """The changes after a choice in one clash: `mine` over what stands now, or not at all."""
    kept = list(changes)
    if mine:
        kept[number] = replace(kept[number], before=_now(base, kept[number].key))
    else:
        del kept[number]
    return tuple(kept)


def rebased(base: FactBase, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The same changes on what stands now; those that somebody else made already are left out."""
    now = entities(base)
    fresh = (replace(change, before=now.get(change.key)) for change in changes)
    return tuple(change for change in fresh if change.before != change.after)


def _now(base: FactBase, key: Key) -> Entity | None:
    return entities(base).get(key)


def _entity(text: str, line: int | None) -> str | None:
    """The id that stands at `line` of a file, or nearest above."""
    for written in reversed(text.splitlines()[: line or 0]):
        if not written.startswith("    ") and (found := _ID.fullmatch(written.strip())):
            return found["id"]
    return None
