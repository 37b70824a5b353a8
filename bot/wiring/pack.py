"""Loads the pack that the settings name."""

from __future__ import annotations

from bot.errors import PackRefusedError
from bot.settings.options import Settings
from knowledge.facts.model import FactBase
from knowledge.facts.pack import PackError, load_pack


def open_pack(settings: Settings) -> FactBase:
    """Raises PackRefusedError with every problem of the files."""
    try:
        return load_pack(settings.pack_dir, max_bytes=settings.pack.max_bytes)
    except PackError as error:
        raise PackRefusedError(error.problems) from None
