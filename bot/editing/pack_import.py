"""Import of a pack that an editor sent: its differences from the base become a proposal.

A file that was exported from an older base is merged three ways: what only the file changed is taken, and
what both have changed is a conflict on the proposal's screen.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.editing.outcomes import Proposed, Refused, Unchanged
from bot.editing.ports import BaseStore, RevisionStore
from bot.editing.publication import PublicationService
from bot.editing.spreadsheets.errors import LongCellError
from bot.editing.told_by import by_editors_word, new_by_editors_word
from bot.editing.uploads.contents import Contents, PackFolder, read_upload
from bot.editing.uploads.exports import ExportFormat, export_file
from bot.editing.uploads.refusals import UploadLimits, UploadRefusedError
from bot.records.editing import Editor, ProposalOrigin
from bot.records.loaded_base import LoadedBase
from knowledge.facts.edits import Change, diff_bases, diff_entities, entities, overwrite
from knowledge.facts.merge import merge
from knowledge.facts.model import FactBase
from knowledge.facts.pack import PackError
from knowledge.facts.pack.problems import Problem
from knowledge.facts.serialization import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAPack:
    """The files are no valid pack: every problem, with file and line."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPack:
    """A pack with another id (`given`) than the bot's (`kept`)."""

    kept: str
    given: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutdatedExport:
    """At the terminal: the file and a later edit of the base changed the same entities in different ways."""

    keys: tuple[Key, ...]
    revision: int
    """Of the base that the file was exported from."""


ImportOutcome = Proposed | Refused | Unchanged | NotAPack | OtherPack | OutdatedExport | UploadRefusedError


class PackImportService:
    def __init__(
        self,
        base_store: BaseStore,
        history: RevisionStore,
        publishing: PublicationService,
        limits: UploadLimits,
        today: Callable[[], date],
    ) -> None:
        self._base_store = base_store
        self._history = history
        self._publishing = publishing
        self.limits = limits
        self._today = today

    async def propose(self, name: str, content: bytes, editor: Editor, why: str) -> ImportOutcome:
        """Propose the differences. A refused file is returned as UploadRefusedError, not raised."""
        try:
            contents = await asyncio.to_thread(read_upload, name, content, self.limits)
        except UploadRefusedError as error:
            return error
        loaded = await self._base_store.load_base()
        found = await uploaded_changes(contents, loaded, self._history, self.limits, self._today())
        if isinstance(found, NotAPack | OtherPack | OutdatedExport):
            return found
        return await self._publishing.propose(found, editor, origin=ProposalOrigin.IMPORT, why=why)

    async def export(self, form: ExportFormat) -> bytes | LongCellError:
        """The current base as one file."""
        loaded = await self._base_store.load_base()
        try:
            return await asyncio.to_thread(export_file, loaded, form)
        except LongCellError as error:
            return error


async def uploaded_changes(
    contents: Contents | PackFolder,
    loaded: LoadedBase,
    history: RevisionStore,
    limits: UploadLimits,
    today: date,
) -> Sequence[Change] | NotAPack | OtherPack | OutdatedExport:
    """What the upload changes in the base as it is now.

    A fact that it makes say something else takes the editor's word, unless it names another source, and so
    does a new one that names none. The files of a folder that is no export are the pack of its authors.
    """
    found = await _found_changes(contents, loaded, history, limits)
    if isinstance(found, NotAPack | OtherPack | OutdatedExport):
        return found
    is_pack = isinstance(contents, PackFolder) and contents.revision is None
    if is_pack:
        return found
    return by_editors_word(new_by_editors_word(found, loaded.base, today), loaded.base, today)


async def _found_changes(
    contents: Contents | PackFolder, loaded: LoadedBase, history: RevisionStore, limits: UploadLimits
) -> Sequence[Change] | NotAPack | OtherPack | OutdatedExport:
    revision = contents.revision
    is_older = revision is not None and revision < loaded.revision
    before = await _base_at(revision, loaded, history) if revision is not None and is_older else loaded.base
    try:
        given = await asyncio.to_thread(contents.base_on, before, limits)
    except PackError as error:
        return NotAPack(problems=error.problems)
    if given.source.id != loaded.base.source.id:
        return OtherPack(kept=loaded.base.source.id, given=given.source.id)
    if before is loaded.base:
        return diff_bases(loaded.base, given)
    merged = merge(imported=entities(before), files=entities(given), ours=entities(loaded.base))
    clashing = tuple(clash.key for clash in merged.clashes)
    if clashing and isinstance(contents, PackFolder):
        return OutdatedExport(keys=clashing, revision=revision or 0)
    return (
        *(one for one in merged.changes if one.key not in clashing),
        *diff_entities(clashing, entities(before), entities(given)),
    )


async def _base_at(revision: int, loaded: LoadedBase, history: RevisionStore) -> FactBase:
    """The base as it was: later revisions undone, the newest first."""
    base = loaded.base
    for later in await history.after(revision):
        base = overwrite(base, [change.undone for change in later.changes])
    return base
