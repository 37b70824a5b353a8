"""An edit from the terminal: the gate's report, then a publication as the chat would make it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import typer

from bot.cli.engine_builder import build_engine, terminal_reader
from bot.editing.examine_progress import ExamineProgress
from bot.editing.outcomes import NeedsApproval, NeedsOwner, Proposed, Published, Refused, Unchanged
from bot.errors import PackRefusedError
from bot.records.editing import TERMINAL_ID, Editor, Proposal, ProposalOrigin, Role
from bot.records.engine_holder import EngineHolder, LoadedEngine
from bot.records.gate import GateSummary
from bot.records.loaded_base import LoadedBase
from bot.records.seen_examination import fingerprint
from bot.replies.cli import facts_texts as texts
from bot.replies.editing import gate_file, gate_replies
from bot.settings.clock import clock_from
from bot.settings.options import Settings
from bot.settings.tasks import run_alongside
from bot.storage.connection.database import Database
from bot.wiring.gate import build_examination, build_gate, build_publishing
from knowledge.facts.edits import Change

_PROGRESS_EVERY = 0.5
"""Seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who publishes and why."""

    author: str
    why: str


class GatedEdit:
    """Shows what the gate finds of changes, and publishes them as the chat would."""

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

    async def publish(
        self,
        changes: Sequence[Change],
        signature: Signature,
        *,
        origin: ProposalOrigin,
        reference: str = "",
        harmful: bool = True,
    ) -> bool:
        """The report, then a publication; False where something prevents it. Raises PackRefusedError.

        `harmful`: also where the gate warns of something.
        """
        editor = Editor(user_id=TERMINAL_ID, name=signature.author, role=Role.EDITOR)
        match await self._publishing.propose(
            changes, editor, origin=origin, why=signature.why, reference=reference
        ):
            case Refused() as refused:
                raise _refusal(refused)
            case Unchanged():
                typer.echo(texts.NO_CHANGES)
                return True
            case Proposed(proposal=proposal):
                return await self._publish(proposal, editor, harmful=harmful)

    async def _publish(self, proposal: Proposal, editor: Editor, *, harmful: bool) -> bool:
        async with _progress() as progress:
            proposal = await self._examination.examine(proposal, progress)
        assert proposal.summary is not None
        self._report(proposal.changes, proposal.summary)
        if not harmful and _warns(proposal.summary):
            await self._publishing.drop(proposal.id, editor)
            typer.echo(texts.NOT_PUBLISHED, err=True)
            return False
        match await self._publishing.publish(proposal.id, editor, seen=fingerprint(proposal)):
            case Published(revision=revision, followers=followers):
                typer.echo(texts.published(revision, proposal.changes, followers))
                return True
            case NeedsOwner():
                typer.echo(texts.NEEDS_OWNER, err=True)
            case NeedsApproval():
                await self._publishing.submit(proposal.id, editor)
                typer.echo(texts.NEEDS_APPROVAL, err=True)
            case _:
                await self._publishing.drop(proposal.id, editor)
                typer.echo(texts.BASE_MOVED, err=True)
        return False

    def _report(self, changes: Sequence[Change], summary: GateSummary) -> None:
        typer.echo(gate_file.report(changes, self._base, summary, missed_share=self._missed_share))


def _warns(summary: GateSummary) -> bool:
    return summary.needs_reason or bool(gate_replies.alarms(summary, 1))


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
