"""Import of a pack that an editor sent: its differences from the base become a proposal."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.editing import uploaded_files
from bot.editing.outcomes import Proposed, Refused, Unchanged
from bot.editing.ports import BaseStore
from bot.editing.publication import PublicationService
from bot.editing.uploaded_files import UploadLimits, UploadRefusedError
from bot.records.editing import Editor, ProposalOrigin
from knowledge.facts.edits import diff_bases
from knowledge.facts.model import FactBase
from knowledge.facts.pack import PackError, load_files
from knowledge.facts.pack.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAPack:
    """The files are no valid pack: every problem, with file and line."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPack:
    """A pack with another id (`given`) than the bot's (`kept`)."""

    kept: str
    given: str


ImportOutcome = Proposed | Refused | Unchanged | NotAPack | OtherPack | UploadRefusedError


class PackImportService:
    def __init__(self, base_store: BaseStore, publishing: PublicationService, limits: UploadLimits) -> None:
        self._base_store = base_store
        self._publishing = publishing
        self.limits = limits

    async def propose(self, name: str, content: bytes, editor: Editor, why: str) -> ImportOutcome:
        """Propose the differences. A refused file is returned as UploadRefusedError, not raised."""
        base = (await self._base_store.load_base()).base
        try:
            given = await asyncio.to_thread(self._load, name, content, base)
        except UploadRefusedError as error:
            return error
        except PackError as error:
            return NotAPack(problems=error.problems)
        if given.source.id != base.source.id:
            return OtherPack(kept=base.source.id, given=given.source.id)
        changes = diff_bases(base, given)
        return await self._publishing.propose(changes, editor, origin=ProposalOrigin.IMPORT, why=why)

    async def export(self) -> bytes:
        """The current base as a zip of its pack files."""
        base = (await self._base_store.load_base()).base
        return await asyncio.to_thread(uploaded_files.pack_zip, base)

    def _load(self, name: str, content: bytes, base: FactBase) -> FactBase:
        files = uploaded_files.read_upload(name, content, base, self.limits)
        return load_files(files, max_bytes=self.limits.unpacked)
