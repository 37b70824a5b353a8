"""`spravka facts import`: the changes of an upload, through the gate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

import typer

from bot.cli.gated_edit import GatedEdit, Signature
from bot.editing.pack_import import NotAPack, OtherPack, OutdatedExport, uploaded_changes
from bot.editing.uploads.contents import Contents, PackFolder
from bot.editing.uploads.refusals import UploadLimits
from bot.errors import OtherPackError, OutdatedFileError, PackRefusedError
from bot.records.editing import ProposalOrigin
from bot.records.loaded_base import LoadedBase
from bot.replies.cli import facts_texts as texts
from bot.settings.clock import clock_from
from bot.settings.options import Settings
from bot.storage.connection.database import Database
from bot.storage.fact_base.history import StoredHistory
from knowledge.facts.edits import Change


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
    today = clock_from(settings.now)().astimezone(ZoneInfo(settings.followups.zone)).date()
    changes = await _changes(contents, loaded, database, limits, today)
    if not changes:
        typer.echo(texts.NO_CHANGES)
        return True
    edit = GatedEdit(database, settings, loaded)
    if signature is not None:
        return await edit.publish(changes, signature, origin=ProposalOrigin.IMPORT)
    await edit.preview(changes)
    typer.echo(texts.NOT_PUBLISHED, err=True)
    return False


async def _changes(
    contents: Contents | PackFolder,
    loaded: LoadedBase,
    database: Database,
    limits: UploadLimits,
    today: date,
) -> Sequence[Change]:
    match await uploaded_changes(contents, loaded, StoredHistory(database), limits, today):
        case NotAPack(problems=problems):
            raise PackRefusedError(problems)
        case OtherPack(kept=kept, given=given):
            raise OtherPackError(kept=kept, given=given)
        case OutdatedExport(keys=keys, revision=revision):
            raise OutdatedFileError(keys, revision)
        case changes:
            return changes
