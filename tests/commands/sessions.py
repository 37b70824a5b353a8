"""A desk on the small pack, with a clock that stands."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from bot.cli.terminal_session import TerminalSession
from knowledge.facts.model import FactBase
from tests.pack import small

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@cache
def base() -> FactBase:
    return small.load()


def session(chats: int = 10) -> TerminalSession:
    """A new one, with no conversation yet."""
    return TerminalSession(base(), lambda: NOW, chats=chats)
