"""Facts on offer: a numbered list, and buttons with the number and a shortened label."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies.parts import Button, Text
from knowledge.results import Option

LABEL_LENGTH = 40
"""Characters of a button's label; a phone shows about that many in a row."""


def listing(options: Sequence[Option]) -> Text:
    """«1. …» a line; the numbers are what a reader may answer with."""
    return Text("\n".join(f"{number}. {option.label}" for number, option in enumerate(options, 1)))


def buttons(options: Sequence[Option]) -> tuple[tuple[Button, ...], ...]:
    """A button a row, in the same order."""
    return tuple(
        (Button(label=shorten(f"{number}. {option.label}"), action="fact", argument=option.fact.id),)
        for number, option in enumerate(options, 1)
    )


def shorten(text: str, length: int = LABEL_LENGTH) -> str:
    """At most `length` characters, cut at a word, with an ellipsis."""
    if len(text) <= length:
        return text
    head, space, _ = text[:length].rpartition(" ")
    cut = head if space and len(head) > length // 2 else text[: length - 1]
    return cut.rstrip(" ,.;:—–-") + "…"
