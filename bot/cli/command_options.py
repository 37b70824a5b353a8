"""What the commands share: their common options, the settings of a command, its exit code."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.replies.cli import help_texts
from bot.settings.loading import load_settings
from bot.settings.options import Settings

PackOption = Annotated[Path | None, typer.Option("--pack", metavar="DIR", help=help_texts.PACK)]
LiveOption = Annotated[bool, typer.Option("--live", help=help_texts.LIVE)]


class ProcessRole(StrEnum):
    """What this process does where several share the work."""

    ALL = "all"
    WEB = "web"
    WORKER = "worker"


def settings_of(context: typer.Context, pack: Path | None) -> Settings:
    """The settings with `--pack` of the command, or else `--pack` given before the command."""
    settings = load_settings()
    chosen = pack or context.find_root().params.get("pack")
    return settings.model_copy(update={"pack_dir": chosen}) if chosen else settings


def exit_with(code: int) -> None:
    if code:
        raise typer.Exit(code)
