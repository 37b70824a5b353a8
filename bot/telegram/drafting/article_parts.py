"""Pieces of one article: Telegram's clients send a text longer than a message as several at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from aiogram.filters import Filter
from aiogram.types import Message

from bot.replies.splitting import LIMIT, utf16_length

_FULL = LIMIT // 2
"""A client cuts a long text where a paragraph ends, in the second half of what a message holds."""
_WITHIN = timedelta(seconds=3)
"""Between two pieces by Telegram's clock: nobody types so fast."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePart:
    """The text so far, and what was made of it."""

    text: str
    last: str
    """The newest piece."""
    at: datetime
    proposal: int | None
    card: int | None
    """The message with the draft's card."""

    def joined(self, piece: str) -> str:
        between = "\n" if self.text.rstrip().endswith((".", "!", "?", "»", ":", "…")) else " "
        return f"{self.text.rstrip()}{between}{piece.lstrip()}"


class ArticleParts:
    """The last article of each editor. After a restart a piece is a text of its own."""

    def __init__(self) -> None:
        self._last: dict[tuple[int, int], ArticlePart] = {}

    def remember(self, message: Message, part: ArticlePart) -> None:
        self._last[_writer(message)] = part

    def before(self, message: Message) -> ArticlePart | None:
        """What the message goes on with, if it does."""
        part, text = self._last.get(_writer(message)), message.text or ""
        if part is None or not text or text.startswith("/"):
            return None
        is_next = utf16_length(part.last) >= _FULL and message.date - part.at <= _WITHIN
        return part if is_next else None


def _writer(message: Message) -> tuple[int, int]:
    return message.chat.id, message.from_user.id if message.from_user else 0


class ContinuesArticle(Filter):
    """Passes on the `part` that a message goes on with."""

    async def __call__(self, message: Message, article_parts: ArticleParts) -> bool | dict[str, ArticlePart]:
        part = article_parts.before(message)
        return False if part is None else {"part": part}
