"""Prints a reply to a terminal, with ANSI styles where it is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from bot.replies.parts import Button, Emphasis, Link, Moment, Part, Quote, Reply, Strong, Text

_LISTED = frozenset({"fact", "card"})
"""Actions whose buttons are numbered in the reply's own text already."""
_BOLD, _ITALIC, _DIM, _UNDERLINED, _RESET = "\x1b[1m", "\x1b[3m", "\x1b[2m", "\x1b[4m", "\x1b[0m"


def show(reply: Reply, out: TextIO, *, styled: bool) -> None:
    """Write the reply and a numbered list of the buttons that its text does not list already."""
    body = "".join(_styled(part) for part in reply.parts) if styled else _visible(reply.plain)
    menu = "\n".join(_menu(buttons(reply)))
    out.write("\n\n".join(part for part in (body, menu) if part) + "\n")
    out.flush()


def buttons(reply: Reply) -> tuple[Button, ...]:
    """The buttons in the order of their numbers, which start at 1."""
    return tuple(button for row in reply.buttons for button in row)


def _menu(found: tuple[Button, ...]) -> Iterator[str]:
    for number, button in enumerate(found, 1):
        if button.action not in _LISTED:
            yield f"{number}. {button.label}"


def _styled(part: Part) -> str:
    match part:
        case Text(text) | Moment(text):
            return _visible(text)
        case Strong(text):
            return f"{_BOLD}{_visible(text)}{_RESET}"
        case Emphasis(text):
            return f"{_ITALIC}{_visible(text)}{_RESET}"
        case Link(text, url):
            return f"{_UNDERLINED}{_visible(text)}{_RESET} {_DIM}{_visible(url)}{_RESET}"
        case Quote(parts):
            return f"{_DIM}{_visible(''.join(inner.text for inner in parts))}{_RESET}"


def _visible(text: str) -> str:
    """The text without control characters and lone surrogates."""
    kept = (char for char in text if char in "\n\t" or (char >= " " and char != "\x7f"))
    return "".join(kept).encode("utf-8", "replace").decode()
