"""`spravka facts undo`: the reverse of a revision, through the gate."""

from __future__ import annotations

import typer

from bot.cli.gated_edit import GatedEdit, Signature
from bot.editing.proposals import find_conflicts
from bot.records.editing import ProposalOrigin
from bot.records.loaded_base import LoadedBase
from bot.replies import revisions
from bot.replies.cli import facts_texts as texts
from bot.replies.editing import history
from bot.settings.options import Settings
from bot.storage.connection.database import Database
from bot.storage.fact_base.history import StoredHistory


async def undo_revision(
    number: int,
    database: Database,
    settings: Settings,
    loaded: LoadedBase,
    signature: Signature,
    *,
    harmful: bool,
) -> bool:
    """Whether the revision is undone now; `harmful`: also where the gate warns of something.

    Raises SpravkaError where the base without it would break a rule.
    """
    found = await StoredHistory(database).revision(number)
    if found is None or found.origin == "seed":
        typer.echo(revisions.no_revision(number) if found is None else texts.not_undone(number), err=True)
        return False
    undone = [change.undone for change in found.changes]
    if conflicts := find_conflicts(loaded.base, undone):
        typer.echo(texts.conflict([one.key for one in conflicts]), err=True)
        return False
    why = signature.why or history.undone(number)
    return await GatedEdit(database, settings, loaded).publish(
        undone,
        Signature(author=signature.author, why=why),
        origin=ProposalOrigin.UNDO,
        reference=str(number),
        harmful=harmful,
    )
