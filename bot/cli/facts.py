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
from bot.replies import revisions
from bot.replies.cli import facts_texts as texts
from bot.settings.options import Settings
from bot.storage.connection.database import Database
from bot.storage.fact_base.files_import import mark_files_imported
from bot.storage.fact_base.history import StoredHistory
from knowledge.facts.pack import Code, Problem

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
    _demand_signature(author, why, yes=yes)
    # Imported here: the gate loads the engine, which the other commands do without.
    from bot.cli.facts_import import import_upload
    from bot.cli.gated_edit import Signature

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
    yes: Annotated[bool, typer.Option("--yes", help=texts.YES_UNDO)] = False,
) -> None:
    settings: Settings = context.obj
    _demand_signature(author, why, yes=yes)
    from bot.cli.facts_undo import undo_revision
    from bot.cli.gated_edit import Signature

    signature = Signature(author=author.strip(), why=why.strip())

    async def run(database: Database) -> bool:
        loaded = await read_base(database, settings)
        return await undo_revision(number, database, settings, loaded, signature, harmful=yes)

    if not run_on_database(settings, run):
        raise typer.Exit(ExitCode.FAILED)


def _demand_signature(author: str, why: str, *, yes: bool) -> None:
    if yes and not (author.strip() and why.strip()):
        typer.echo(texts.UNSIGNED, err=True)
        raise typer.Exit(ExitCode.USAGE)


def _read(path: Path, limits: UploadLimits) -> Contents | PackFolder:
    try:
        return read_path(path, limits)
    except UploadRefusedError as error:
        raise UploadRejectedError(error.why, error.name, limits.sent) from None
    except OSError as error:
        reason = {"reason": error.strerror or str(error)}
        problem = Problem(code=Code.UNREADABLE, file=str(path), data=reason)
        raise PackRefusedError((problem,)) from None
