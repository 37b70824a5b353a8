"""`spravka facts export/import/history/undo`: the base of the bot's database, from the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.cli.live_base import load_live_base, read_base, run_on_database
from bot.editing.uploads.contents import Contents, PackFolder, read_path
from bot.editing.uploads.exports import ExportFormat, export_file, export_files
from bot.editing.uploads.refusals import UploadLimits, UploadRefusedError
from bot.errors import ExitCode, PackRefusedError, UploadRejectedError
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
from knowledge.facts.edits import Change, EditConflictError, apply_changes, validate_base
from knowledge.facts.pack import Code, PackError, Problem

AuthorOption = Annotated[str, typer.Option("--author", help=texts.AUTHOR)]
WhyOption = Annotated[str, typer.Option("--why", help=texts.WHY)]
PathArgument = Annotated[Path, typer.Argument(help=texts.PATH, metavar="DIR")]
FormatOption = Annotated[ExportFormat | None, typer.Option("--format", help=texts.FORMAT)]

app = typer.Typer(add_completion=False, help=texts.HELP, no_args_is_help=True, rich_markup_mode=None)


def facts(args: Sequence[str], settings: Settings) -> int:
    """Run `spravka facts` with these arguments and return the exit code. Raises SpravkaError."""
    code = app(list(args), prog_name="spravka facts", obj=settings, standalone_mode=False)
    return code if isinstance(code, int) else ExitCode.OK


@app.command("export", help=texts.EXPORT)
def export(context: typer.Context, path: PathArgument, form: FormatOption = None) -> None:
    loaded = load_live_base(context.obj)
    by_name = {f".{each}": each for each in (ExportFormat.XLSX, ExportFormat.CSV)}
    form = form or by_name.get(path.suffix, ExportFormat.YAML)
    if form is ExportFormat.XLSX:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(export_file(loaded, form))
        typer.echo(texts.exported_workbook(str(path)))
        return
    files = export_files(loaded, form)
    path.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (path / name).write_bytes(content)
    typer.echo(texts.exported(str(path), len(files)))


@app.command("import", help=texts.IMPORT)
def import_(
    context: typer.Context,
    path: PathArgument,
    author: AuthorOption = "",
    why: WhyOption = "",
    yes: Annotated[bool, typer.Option("--yes", help=texts.YES)] = False,
) -> None:
    settings: Settings = context.obj
    if yes and not (author.strip() and why.strip()):
        typer.echo(texts.UNSIGNED, err=True)
        raise typer.Exit(ExitCode.USAGE)
    # Imported here: the gate loads the engine, which the other commands do without.
    from bot.cli.facts_import import Signature, import_upload

    signature = Signature(author=author.strip(), why=why.strip()) if yes else None
    limits = UploadLimits(sent=settings.pack.max_bytes, unpacked=settings.pack.max_bytes)
    contents = _read(path, limits)

    async def run(database: Database) -> bool:
        loaded = await read_base(database, settings)
        done = await import_upload(contents, limits, database, settings, loaded, signature)
        if done and path.resolve() == settings.pack_dir.resolve():
            await mark_files_imported(database, contents.base_on(loaded.base, limits))
        return done

    if not run_on_database(settings, run):
        raise typer.Exit(ExitCode.FAILED)


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


def _read(path: Path, limits: UploadLimits) -> Contents | PackFolder:
    try:
        return read_path(path, limits)
    except UploadRefusedError as error:
        raise UploadRejectedError(error.why, error.name, limits.sent) from None
    except OSError as error:
        reason = {"reason": error.strerror or str(error)}
        problem = Problem(code=Code.UNREADABLE, file=str(path), data=reason)
        raise PackRefusedError((problem,)) from None


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
