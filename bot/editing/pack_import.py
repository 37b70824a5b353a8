"""A pack that an editor sent, as a proposal: what differs between it and the base."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.editing import uploaded_files
from bot.editing.outcomes import Proposed, Refused, Unchanged
from bot.editing.ports import BaseStore
from bot.editing.publication import Publishing
from bot.editing.uploaded_files import Limits, UploadRefusedError
from bot.records.editing import Editor, ProposalOrigin
from knowledge.facts.edits import diff_bases
from knowledge.facts.model import FactBase
from knowledge.facts.pack import PackError, load_files
from knowledge.facts.pack.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAPack:
    """The files break the form: every problem, with file and line."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPack:
    """It is about something else."""

    kept: str
    given: str


Taken = Proposed | Refused | Unchanged | NotAPack | OtherPack | UploadRefusedError


class Importing:
    def __init__(self, truth: BaseStore, publishing: Publishing, limits: Limits) -> None:
        self._truth = truth
        self._publishing = publishing
        self.limits = limits

    async def take(self, name: str, content: bytes, editor: Editor, why: str) -> Taken:
        """Propose what the file says; a refusal of the file is given back, not raised."""
        base = (await self._truth.load_base()).base
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

    async def exported(self) -> bytes:
        """The base as it stands, as a zip."""
        base = (await self._truth.load_base()).base
        return await asyncio.to_thread(uploaded_files.packed, base)

    def _load(self, name: str, content: bytes, base: FactBase) -> FactBase:
        files = uploaded_files.files(name, content, base, self.limits)
        return load_files(files, max_bytes=self.limits.unpacked)
