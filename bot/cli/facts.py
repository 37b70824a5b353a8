"""The CLI's side of the database: `facts export/import/history/undo`, `db upgrade`, the live base."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo

import typer

from bot.errors import BaseEmptyError, ExitCode, OtherPackError, PackRefusedError
from bot.records.loaded_base import LoadedBase
from bot.replies.cli import revisions as texts
from bot.settings.clock import clock_from
from bot.settings.options import Settings
from bot.storage.base_store import RevisionInfo, StoredBase
from bot.storage.change_notices import audience
from bot.storage.database import Database
from bot.storage.history import StoredHistory
from bot.storage.pack_import import mark_files_imported
from bot.storage.startup import open_database, upgrade_schema
from knowledge.facts.edits import Change, EditConflictError, apply_changes, diff_bases, validate_base
from knowledge.facts.model import FactBase
from knowledge.facts.pack import PackError, dump_pack, load_pack

AuthorOption = Annotated[str, typer.Option("--author", help=texts.AUTHOR)]
WhyOption = Annotated[str, typer.Option("--why", help=texts.WHY)]
FolderArgument = Annotated[Path, typer.Argument(help=texts.FOLDER, metavar="DIR")]

T = TypeVar("T")
app = typer.Typer(add_completion=False, help=texts.HELP, no_args_is_help=True, rich_markup_mode=None)


def facts(args: Sequence[str], settings: Settings) -> int:
    """Run `facts` with these arguments; the exit code. Raises SpravkaError."""
    code = app(list(args), prog_name="spravka facts", obj=settings, standalone_mode=False)
    return code if isinstance(code, int) else ExitCode.OK


def upgrade(settings: Settings) -> int:
    """Bring the database's schema up to the program's. Raises SpravkaError."""
    asyncio.run(upgrade_schema(settings.database_url.get_secret_value()))
    typer.echo(texts.UPGRADED)
    return ExitCode.OK


def live(settings: Settings) -> LoadedBase:
    """The base as the bot has it. Raises SpravkaError, BaseEmptyError where no bot has run yet."""

    async def load(database: Database) -> LoadedBase:
        return await _loaded(database, settings)

    return _run(settings, load)


def live_base(settings: Settings) -> FactBase:
    """The same without what is known of its edits."""
    return live(settings).base


@app.command("export", help=texts.EXPORT)
def export(context: typer.Context, folder: FolderArgument) -> None:
    files = dump_pack(live_base(context.obj))
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
        loaded = await _loaded(database, settings)
        if loaded.base.source.id != files.source.id:
            raise OtherPackError(kept=loaded.base.source.id, given=files.source.id)
        said = await _publish(database, settings, diff_bases(loaded.base, files), author, why, "import")
        if folder.resolve() == settings.pack_dir.resolve():
            await mark_files_imported(database, files)
        return said

    typer.echo(_run(settings, publish))


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
            lines.append(texts.revision(one.number, one.at, zone, one.author, one.why, one.origin))
            if one.origin != "seed":
                lines += [f"   {texts.change_line(change)}" for change in one.changes]
        return lines

    typer.echo("\n".join(_run(settings, read)) or texts.NO_HISTORY)


@app.command("undo", help=texts.UNDO)
def undo(
    context: typer.Context,
    number: Annotated[int, typer.Argument(help=texts.NUMBER, metavar="N")],
    author: AuthorOption,
    why: WhyOption = "",
) -> None:
    settings: Settings = context.obj

    async def take_back(database: Database) -> tuple[str, bool]:
        found = await StoredHistory(database).revision(number)
        if found is None:
            return texts.no_revision(number), False
        if found.origin == "seed":
            return texts.not_undone(number), False
        undone = [change.undone for change in found.changes]
        try:
            return await _publish(database, settings, undone, author, why, "undo"), True
        except EditConflictError as error:
            return texts.conflict(error.keys), False

    said, done = _run(settings, take_back)
    typer.echo(said, err=not done)
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
    _check(await _loaded(database, settings), changes)
    edition = RevisionInfo(at=clock_from(settings.now)(), author=author, why=why, origin=origin)
    told = await audience(database, changes)
    number = await stored.publish(changes, edition)
    return texts.published(number, changes, told)


def _check(loaded: LoadedBase, changes: Sequence[Change]) -> None:
    try:
        validate_base(apply_changes(loaded.base, changes))
    except PackError as error:
        raise PackRefusedError(error.problems) from None


async def _loaded(database: Database, settings: Settings) -> LoadedBase:
    stored = StoredBase(database, ZoneInfo(settings.followups.zone))
    if not await stored.current_revision():
        raise BaseEmptyError
    return await stored.load_base()


def _run(settings: Settings, work: Callable[[Database], Awaitable[T]]) -> T:
    async def with_database() -> T:
        address = settings.database_url.get_secret_value()
        async with open_database(address, alone=False) as database:
            return await work(database)

    return asyncio.run(with_database())
