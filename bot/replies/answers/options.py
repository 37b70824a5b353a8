"""Facts offered as choices: a numbered list, and a button for each."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies.parts import Button, Text
from bot.replies.truncation import shorten
from knowledge.results import Option


def listing(options: Sequence[Option]) -> Text:
    """The numbered list; a reader may answer with a number."""
    return Text("\n".join(f"{number}. {option.label}" for number, option in enumerate(options, 1)))


def buttons(options: Sequence[Option]) -> tuple[tuple[Button, ...], ...]:
    """One button per row, in the same order."""
    return tuple(
        (Button(label=shorten(f"{number}. {option.label}"), action="fact", argument=option.fact.id),)
        for number, option in enumerate(options, 1)
    )
