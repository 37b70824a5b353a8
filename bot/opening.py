"""The base that a terminal command answers from: the pack's files, or the bot's database."""

from __future__ import annotations

from bot.clock import clock_from
from bot.desk import Desk
from bot.errors import PackRefusedError
from bot.options import Settings
from bot.replies.answers import NO_EDITS
from knowledge.model import FactBase
from knowledge.pack import PackError, load_pack


def open_pack(settings: Settings) -> FactBase:
    """The pack in files. Raises PackRefusedError with every problem."""
    try:
        return load_pack(settings.pack_dir, max_bytes=settings.pack.max_bytes)
    except PackError as error:
        raise PackRefusedError(error.problems) from None


def open_desk(settings: Settings, *, live: bool = False) -> Desk:
    """A desk on the files, or `live` on the database as the bot has it. Raises SpravkaError."""
    if live:
        # Imported here: SQLAlchemy alone takes longer than an answer from the files.
        from bot.storage.commands import live as loaded

        found = loaded(settings)
        base, changed = found.base, found.changed
    else:
        base, changed = open_pack(settings), NO_EDITS
    return Desk(base, clock_from(settings.now), chats=settings.terminal.chats, changed=changed)
