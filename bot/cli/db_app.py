"""`spravka db`: the schema, backups and copies of the database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.command_options import PackOption, exit_with, settings_of
from bot.errors import ExitCode
from bot.replies.cli import db_texts, help_texts

app = typer.Typer(help=help_texts.DB, no_args_is_help=True)

ReplaceOption = Annotated[bool, typer.Option("--replace", help=db_texts.REPLACE)]


@app.command(help=help_texts.UPGRADE)
def upgrade(context: typer.Context, pack: PackOption = None) -> None:
    from bot.cli.db import upgrade

    exit_with(upgrade(settings_of(context, pack)))


@app.command(help=db_texts.BACKUP)
def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help=db_texts.FILE, metavar="FILE")],
    pack: PackOption = None,
) -> None:
    from bot.cli.db import backup

    exit_with(backup(settings_of(context, pack), file))


@app.command(help=db_texts.RESTORE)
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help=db_texts.FILE, metavar="FILE")],
    replace: ReplaceOption = False,
    pack: PackOption = None,
) -> None:
    from bot.cli.db import restore

    exit_with(restore(settings_of(context, pack), file, replace=replace))


@app.command(help=db_texts.COPY)
def copy(
    context: typer.Context,
    addresses: Annotated[list[str], typer.Argument(help=db_texts.ADDRESSES, metavar="[FROM] TO")],
    replace: ReplaceOption = False,
    pack: PackOption = None,
) -> None:
    from bot.cli.db import copy

    if len(addresses) > 2:
        typer.echo(db_texts.TOO_MANY, err=True)
        raise typer.Exit(ExitCode.USAGE)
    exit_with(copy(settings_of(context, pack), addresses, replace=replace))
