"""`spravka facts export/import/history/undo`: the base of the bot's database, from the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.cli.live_base import load_live_base, read_base, run_on_database
from bot.errors import ExitCode, OtherPackError, PackRefusedError
from bot.records.loaded_base import LoadedBase
from bot.replies import revisions
from bot.replies.cli import facts_texts as texts
from bot.settings.clock import clock_from
from bot.settings.options import Settings
from bot.storage.base_store import RevisionInfo, StoredBase
from bot.storage.change_notices import audience
from bot.storage.database import Database
from bot.storage.files_import import mark_files_imported
from bot.storage.history import StoredHistory
from knowledge.facts.edits import Change, EditConflictError, apply_changes, diff_bases, validate_base
from knowledge.facts.pack import PackError, dump_pack, load_pack

AuthorOption = Annotated[str, typer.Option("--author", help=texts.AUTHOR)]
WhyOption = Annotated[str, typer.Option("--why", help=texts.WHY)]
FolderArgument = Annotated[Path, typer.Argument(help=texts.FOLDER, metavar="DIR")]

app = typer.Typer(add_completion=False, help=texts.HELP, no_args_is_help=True, rich_markup_mode=None)


def facts(args: Sequence[str], settings: Settings) -> int:
    """Run `spravka facts` with these arguments and return the exit code. Raises SpravkaError."""
    code = app(list(args), prog_name="spravka facts", obj=settings, standalone_mode=False)
    return code if isinstance(code, int) else ExitCode.OK


@app.command("export", help=texts.EXPORT)
def export(context: typer.Context, folder: FolderArgument) -> None:
    files = dump_pack(load_live_base(context.obj).base)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    typer.echo(texts.exported(str(folder), len(files)))


@app.command("import", help=texts.IMPORT)
def import_(context: typer.Context, folder: FolderArgument, author: AuthorOption, why: WhyOption) -> None:
    settings: Settings = context.obj
    try:
        files = load_pack(folder, max_bytes=settings.pack.max_bytes)
    except PackError as error:
        raise PackRefusedError(error.problems) from None

    async def publish(database: Database) -> str:
        loaded = await read_base(database, settings)
        if loaded.base.source.id != files.source.id:
            raise OtherPackError(kept=loaded.base.source.id, given=files.source.id)
        report = await _publish(database, settings, diff_bases(loaded.base, files), author, why, "import")
        if folder.resolve() == settings.pack_dir.resolve():
            await mark_files_imported(database, files)
        return report

    typer.echo(run_on_database(settings, publish))


@app.command("history", help=texts.HISTORY)
def history(
    context: typer.Context,
    entity: Annotated[str, typer.Argument(help=texts.ENTITY, metavar="[ID]")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help=texts.LIMIT)] = 20,
) -> None:
    settings: Settings = context.obj
    zone = ZoneInfo(settings.followups.zone)

    async def read(database: Database) -> list[str]:
        found = await StoredHistory(database).newest(limit, entity or None)
        lines = []
        for one in found:
            lines.append(revisions.revision_line(one.number, one.at, zone, one.author, one.why, one.origin))
            if one.origin != "seed":
                lines += [f"   {revisions.change_line(change)}" for change in one.changes]
        return lines

    typer.echo("\n".join(run_on_database(settings, read)) or texts.NO_HISTORY)


@app.command("undo", help=texts.UNDO)
def undo(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help=texts.NUMBER, metavar="N")],
    author: AuthorOption,
    why: WhyOption = "",
) -> None:
    settings: Settings = context.obj

    async def undo_revision(database: Database) -> tuple[str, bool]:
        found = await StoredHistory(database).revision(number)
        if found is None:
            return revisions.no_revision(number), False
        if found.origin == "seed":
            return texts.not_undone(number), False
        undone = [change.undone for change in found.changes]
        try:
            return await _publish(database, settings, undone, author, why, "undo"), True
        except EditConflictError as error:
            return texts.conflict(error.keys), False

    report, done = run_on_database(settings, undo_revision)
    typer.echo(report, err=not done)
    if not done:
        raise typer.Exit(ExitCode.FAILED)


async def _publish(
    database: Database,
    settings: Settings,
    changes: Sequence[Change],
    author: str,
    why: str,
    origin: str,
) -> str:
    if not changes:
        return texts.NO_CHANGES
    stored = StoredBase(database, ZoneInfo(settings.followups.zone))
    _validate(await read_base(database, settings), changes)
    revision = RevisionInfo(at=clock_from(settings.now)(), author=author, why=why, origin=origin)
    followers = await audience(database, changes)
    number = await stored.publish(changes, revision)
    return texts.published(number, changes, followers)


def _validate(loaded: LoadedBase, changes: Sequence[Change]) -> None:
    try:
        validate_base(apply_changes(loaded.base, changes))
    except PackError as error:
        raise PackRefusedError(error.problems) from None
