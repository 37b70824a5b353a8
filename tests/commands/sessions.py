"""Terminal sessions on the sample pack, with a fixed clock."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from bot.cli.terminal_session import TerminalSession
from knowledge.facts.model import FactBase
from tests.pack import sample_pack

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@cache
def base() -> FactBase:
    return sample_pack.load()


def session(chats: int = 10) -> TerminalSession:
    """A new session without conversations."""
    return TerminalSession(base(), lambda: NOW, chats=chats)
