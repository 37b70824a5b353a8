"""The command line of `spravka`. Each command imports its modules when it runs, to start fast."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import db_app
from bot.cli.command_options import LiveOption, PackOption, ProcessRole, exit_with, settings_of
from bot.errors import ExitCode, TokenMissingError
from bot.replies.cli import help_texts
from bot.settings.options import Settings

app = typer.Typer(
    add_completion=False,
    help=help_texts.ABOUT,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
reader = typer.Typer(help=help_texts.READER, no_args_is_help=True)


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
        bool, typer.Option("--version", help=help_texts.VERSION, callback=_version, is_eager=True)
    ] = False,
) -> None:
    # Without a command (`make run`): the bot if there is a token, else a conversation.
    if context.invoked_subcommand is None:
        settings = settings_of(context, pack)
        exit_with(_converse(settings, live=False) if settings.bot_token is None else _serve(settings))


@app.command(help=help_texts.ASK)
def ask(
    context: typer.Context,
    question: Annotated[list[str] | None, typer.Argument(help=help_texts.QUESTION)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=help_texts.JSON)] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help=help_texts.JSONL)] = False,
    why: Annotated[bool, typer.Option("--why", help=help_texts.WHY)] = False,
    live: LiveOption = False,
    pack: PackOption = None,
) -> None:
    from bot.cli.ask import answer_once
    from bot.cli.jsonl import answer_stdin
    from bot.cli.terminal_session import open_session

    if not jsonl and not question:
        typer.echo(help_texts.QUESTION_MISSING, err=True)
        raise typer.Exit(ExitCode.USAGE)
    session = open_session(settings_of(context, pack), live=live)
    if jsonl:
        answer_stdin(session)
    else:
        answer_once(session, " ".join(question or ()), as_json=as_json, why=why)


@app.command(help=help_texts.CHAT)
def chat(context: typer.Context, live: LiveOption = False, pack: PackOption = None) -> None:
    exit_with(_converse(settings_of(context, pack), live=live))


@app.command(help=help_texts.RUN)
def run(
    context: typer.Context,
    webhook: Annotated[bool, typer.Option("--webhook", help=help_texts.WEBHOOK)] = False,
    role: Annotated[ProcessRole, typer.Option("--role", help=help_texts.ROLE)] = ProcessRole.ALL,
    pack: PackOption = None,
) -> None:
    exit_with(_serve(settings_of(context, pack), webhook=webhook, role=role))


@app.command(help=help_texts.DEMO)
def demo(
    context: typer.Context,
    port: Annotated[int | None, typer.Option("--port", help=help_texts.PORT, min=0, max=65535)] = None,
    pack: PackOption = None,
) -> None:
    from bot.demo.session import run

    exit_with(run(settings_of(context, pack), port))


@app.command(help=help_texts.CHECK)
def check(
    context: typer.Context,
    codes: Annotated[bool, typer.Option("--codes", help=help_texts.CODES)] = False,
    pack: PackOption = None,
) -> None:
    from bot.cli.check import check_pack

    exit_with(check_pack(settings_of(context, pack), codes=codes))


@app.command(help=help_texts.DRAFT)
def draft(
    context: typer.Context,
    article: Annotated[Path, typer.Argument(help=help_texts.ARTICLE, metavar="FILE")],
    into: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help=help_texts.INTO)],
    published: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help=help_texts.PUBLISHED)
    ] = None,
    pack: PackOption = None,
) -> None:
    from bot.cli.draft import draft

    exit_with(draft(article, into, settings_of(context, pack), published.date() if published else None))


@app.command("eval", help=help_texts.EVAL)
def evaluate(
    context: typer.Context,
    files: Annotated[list[Path] | None, typer.Argument(help=help_texts.FILES, metavar="[FILE...]")] = None,
    log: Annotated[Path | None, typer.Option("--log", metavar="FILE", help=help_texts.LOG)] = None,
    pack: PackOption = None,
) -> None:
    from bot.cli.evaluate import run

    exit_with(run(files or [], settings_of(context, pack), log))


@app.command(
    help=help_texts.FACTS,
    add_help_option=False,
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def facts(context: typer.Context, pack: PackOption = None) -> None:
    from bot.cli.facts import facts

    exit_with(facts(context.args, settings_of(context, pack)))


@app.command(help=help_texts.DOCTOR)
def doctor(context: typer.Context, pack: PackOption = None) -> None:
    from bot.cli.doctor import examine

    exit_with(examine(settings_of(context, pack), sys.stdout))


@reader.command("build", help=help_texts.READER_BUILD)
def build_reader(
    context: typer.Context,
    weights: Annotated[Path | None, typer.Option("--from", metavar="FILE", help=help_texts.WEIGHTS)] = None,
    pack: PackOption = None,
) -> None:
    from bot.cli.reader import build

    exit_with(build(settings_of(context, pack), weights))


app.add_typer(db_app.app, name="db")
app.add_typer(reader, name="reader")


def _serve(settings: Settings, *, webhook: bool = False, role: ProcessRole = ProcessRole.ALL) -> int:
    # Checked before aiogram is loaded, which takes seconds.
    if settings.bot_token is None:
        raise TokenMissingError()
    from knowledge.gc_pause import gc_paused

    with gc_paused():
        from bot.wiring.application import run

    return run(settings, webhook=webhook, role=role.value)


def _converse(settings: Settings, *, live: bool) -> int:
    from bot.cli.chat import chat_on_stdin
    from bot.cli.terminal_session import open_session

    chat_on_stdin(open_session(settings, live=live), settings.terminal.history)
    return ExitCode.OK
