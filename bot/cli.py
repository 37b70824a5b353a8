"""The commands of `spravka`; each imports what it needs when it runs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.errors import ExitCode, TokenMissingError
from bot.options import Settings
from bot.replies import commands
from bot.settings import load_settings

app = typer.Typer(
    add_completion=False,
    help=commands.ABOUT,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
db = typer.Typer(help=commands.DB, no_args_is_help=True)

PackOption = Annotated[Path | None, typer.Option("--pack", metavar="DIR", help=commands.PACK)]
LiveOption = Annotated[bool, typer.Option("--live", help=commands.LIVE)]


class Role(StrEnum):
    """What one process of several does."""

    ALL = "all"
    WEB = "web"
    WORKER = "worker"


def _settings(context: typer.Context, pack: Path | None) -> Settings:
    """The settings with the pack of the command, or else of the line before it."""
    settings = load_settings()
    chosen = pack or context.find_root().params.get("pack")
    return settings.model_copy(update={"pack_dir": chosen}) if chosen else settings


def _leave(code: int) -> None:
    if code:
        raise typer.Exit(code)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(version("spravka"))
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    pack: PackOption = None,
    _version: Annotated[
        bool, typer.Option("--version", help=commands.VERSION, callback=_version, is_eager=True)
    ] = False,
) -> None:
    # Without a command: the bot where there is a token, else a conversation; `make run` is this.
    if context.invoked_subcommand is None:
        settings = _settings(context, pack)
        _leave(_converse(settings, live=False) if settings.bot_token is None else _serve(settings))


@app.command(help=commands.ASK)
def ask(
    context: typer.Context,
    question: Annotated[list[str] | None, typer.Argument(help=commands.QUESTION)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=commands.JSON)] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help=commands.JSONL)] = False,
    why: Annotated[bool, typer.Option("--why", help=commands.WHY)] = False,
    live: LiveOption = False,
    pack: PackOption = None,
) -> None:
    from bot import asking
    from bot.opening import open_desk

    if not jsonl and not question:
        typer.echo(commands.QUESTION_MISSING, err=True)
        raise typer.Exit(ExitCode.USAGE)
    desk = open_desk(_settings(context, pack), live=live)
    if jsonl:
        asking.lines(desk)
    else:
        asking.once(desk, " ".join(question or ()), as_json=as_json, why=why)


@app.command(help=commands.CHAT)
def chat(context: typer.Context, live: LiveOption = False, pack: PackOption = None) -> None:
    _leave(_converse(_settings(context, pack), live=live))


@app.command(help=commands.RUN)
def run(
    context: typer.Context,
    webhook: Annotated[bool, typer.Option("--webhook", help=commands.WEBHOOK)] = False,
    role: Annotated[Role, typer.Option("--role", help=commands.ROLE)] = Role.ALL,
    pack: PackOption = None,
) -> None:
    _leave(_serve(_settings(context, pack), webhook=webhook, role=role))


@app.command(help=commands.CHECK)
def check(context: typer.Context, pack: PackOption = None) -> None:
    from bot.checking import check_pack

    _leave(check_pack(_settings(context, pack)))


@app.command("eval", help=commands.EVAL)
def evaluate(
    context: typer.Context,
    files: Annotated[list[Path] | None, typer.Argument(help=commands.FILES, metavar="[FILE...]")] = None,
    pack: PackOption = None,
) -> None:
    from bot.evaluation import main

    _leave(main(files or [], _settings(context, pack).pack_dir))


@app.command(
    help=commands.FACTS,
    add_help_option=False,
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def facts(context: typer.Context, pack: PackOption = None) -> None:
    from bot.storage.commands import facts

    _leave(facts(context.args, _settings(context, pack)))


@db.command(help=commands.UPGRADE)
def upgrade(context: typer.Context, pack: PackOption = None) -> None:
    from bot.storage.commands import upgrade

    _leave(upgrade(_settings(context, pack)))


@app.command(help=commands.DOCTOR)
def doctor(context: typer.Context, pack: PackOption = None) -> None:
    from bot.doctor import examine

    _leave(examine(_settings(context, pack), sys.stdout))


app.add_typer(db, name="db")


def _serve(settings: Settings, *, webhook: bool = False, role: Role = Role.ALL) -> int:
    # Told before Telegram's library is loaded, for that takes seconds.
    if settings.bot_token is None:
        raise TokenMissingError()
    from bot.app import run

    return run(settings, webhook=webhook, role=role.value)


def _converse(settings: Settings, *, live: bool) -> int:
    from bot.asking import converse_here
    from bot.opening import open_desk

    converse_here(open_desk(settings, live=live), settings.terminal.history)
    return ExitCode.OK
