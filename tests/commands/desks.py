"""A desk on the small pack, with a clock that stands."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.desk import Desk
from tests.pack import small

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def desk(chats: int = 10) -> Desk:
    return Desk(small.load(), lambda: NOW, chats=chats)
