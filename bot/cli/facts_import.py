"""`spravka facts import`: the gate's report on the terminal, and a publication where it is signed."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import typer

from bot.cli.engine_builder import build_engine, terminal_reader
from bot.editing.gate import ExamineProgress
from bot.editing.outcomes import NeedsApproval, NeedsOwner, Proposed, Published, Refused, Unchanged
from bot.editing.pack_import import NotAPack, OtherPack, Outdated, uploaded_changes
from bot.editing.uploads.contents import Contents, PackFolder
from bot.editing.uploads.refusals import UploadLimits
from bot.errors import OtherPackError, OutdatedFileError, PackRefusedError
from bot.records.editing import TERMINAL_ID, Editor, Proposal, ProposalOrigin, Role
from bot.records.engine_holder import EngineHolder, LoadedEngine
from bot.records.gate import GateSummary
from bot.records.loaded_base import LoadedBase
from bot.replies.cli import facts_texts as texts
from bot.replies.editing import gate as gate_texts
from bot.settings.clock import clock_from
from bot.settings.options import Settings
from bot.settings.tasks import run_alongside
from bot.storage.database import Database
from bot.storage.history import StoredHistory
from bot.wiring.gate import build_examination, build_gate, build_publishing
from knowledge.facts.edits import Change

_PROGRESS_EVERY = 0.5
"""Seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who publishes and why."""

    author: str
    why: str


async def import_upload(
    contents: Contents | PackFolder,
    limits: UploadLimits,
    database: Database,
    settings: Settings,
    loaded: LoadedBase,
    signature: Signature | None,
) -> bool:
    """Whether the base holds now what the upload does; `signature`: None where only the report is wanted.

    Raises SpravkaError where the upload is refused.
    """
    changes = await _changes(contents, loaded, database, limits)
    if not changes:
        typer.echo(texts.NO_CHANGES)
        return True
    upload = FactsImport(database, settings, loaded)
    if signature is not None:
        return await upload.publish(changes, signature)
    await upload.preview(changes)
    typer.echo(texts.NOT_PUBLISHED, err=True)
    return False


async def _changes(
    contents: Contents | PackFolder, loaded: LoadedBase, database: Database, limits: UploadLimits
) -> Sequence[Change]:
    match await uploaded_changes(contents, loaded, StoredHistory(database), limits):
        case NotAPack(problems=problems):
            raise PackRefusedError(problems)
        case OtherPack(kept=kept, given=given):
            raise OtherPackError(kept=kept, given=given)
        case Outdated(keys=keys, revision=revision):
            raise OutdatedFileError(keys, revision)
        case changes:
            return changes


class FactsImport:
    """Shows what the gate finds of an upload's changes, and publishes them as the chat would."""

    def __init__(self, database: Database, settings: Settings, loaded: LoadedBase) -> None:
        now = clock_from(settings.now)
        engine = build_engine(loaded.base, reader=terminal_reader(settings))
        holder = EngineHolder(LoadedEngine(engine=engine, changed=loaded.changed, revision=loaded.revision))
        gate = build_gate(settings, database, holder, now)
        self._examination = build_examination(settings, database, gate, now)
        self._publishing = build_publishing(settings, database, now, _keep_engine)
        self._base, self._missed_share = loaded.base, settings.pack.missed_share

    async def preview(self, changes: Sequence[Change]) -> None:
        """Only the report. Raises PackRefusedError."""
        async with _progress() as progress:
            found = await self._examination.preview(changes, progress)
        if isinstance(found, Refused):
            raise _refusal(found)
        self._report(changes, found)

    async def publish(self, changes: Sequence[Change], signature: Signature) -> bool:
        """The report, then a publication; False where something prevents it. Raises PackRefusedError."""
        editor = Editor(user_id=TERMINAL_ID, name=signature.author, role=Role.EDITOR)
        match await self._publishing.propose(
            changes, editor, origin=ProposalOrigin.IMPORT, why=signature.why
        ):
            case Refused() as refused:
                raise _refusal(refused)
            case Unchanged():
                typer.echo(texts.NO_CHANGES)
                return True
            case Proposed(proposal=proposal):
                return await self._publish(proposal, editor)

    async def _publish(self, proposal: Proposal, editor: Editor) -> bool:
        async with _progress() as progress:
            proposal = await self._examination.examine(proposal, progress)
        assert proposal.summary is not None
        self._report(proposal.changes, proposal.summary)
        match await self._publishing.publish(proposal.id, editor):
            case Published(revision=revision, followers=followers):
                typer.echo(texts.published(revision, proposal.changes, followers))
                return True
            case NeedsOwner():
                typer.echo(texts.needs_owner(proposal.id), err=True)
            case NeedsApproval():
                await self._publishing.submit(proposal.id, editor)
                typer.echo(texts.needs_approval(proposal.id), err=True)
            case _:
                await self._publishing.drop(proposal.id, editor)
                typer.echo(texts.BASE_MOVED, err=True)
        return False

    def _report(self, changes: Sequence[Change], summary: GateSummary) -> None:
        typer.echo(gate_texts.report(changes, self._base, summary, missed_share=self._missed_share))


def _refusal(refused: Refused) -> PackRefusedError:
    return PackRefusedError(tuple(fault.problem for fault in refused.faults))


@asynccontextmanager
async def _progress() -> AsyncIterator[ExamineProgress]:
    """Shown on stderr while the gate runs, where that is a terminal."""
    progress = ExamineProgress()
    async with run_alongside(_show(progress)):
        yield progress
    if sys.stderr.isatty():
        typer.echo("\r\033[K", err=True, nl=False)


async def _show(progress: ExamineProgress) -> None:
    while sys.stderr.isatty():
        await asyncio.sleep(_PROGRESS_EVERY)
        typer.echo(f"\r{texts.checking(progress.done, progress.total)}", err=True, nl=False)


async def _keep_engine() -> None:
    """The command ends once it has published."""
