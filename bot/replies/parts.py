"""A reply as a tree of parts that the terminal and Telegram render: text, emphasis, quotes, buttons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a moment that is exact: Telegram tells a reader when it is in the own zone.

    `in_own_zone`: it is shown so at once; else the text stays, and a tap tells.
    """

    text: str
    at: datetime
    in_own_zone: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote; Telegram collapses it if `folded`."""

    parts: tuple[Text | Strong | Emphasis | Link | Moment, ...]
    folded: bool = True


Part = Text | Strong | Emphasis | Link | Moment | Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """`action` names a callback (`fact`, `topic`, …), `argument` is its data; with a `url` it is a link.

    `action:argument` is at most 64 bytes of UTF-8.
    """

    label: str
    action: str
    argument: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The parts in order, with line breaks in their texts, and rows of buttons.

    `placeholder`: a new message asks the reader to reply to it, with this hint in the input field; Telegram
    shows no buttons then.
    """

    parts: tuple[Part, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    placeholder: str = ""

    @property
    def plain(self) -> str:
        """The text without styles and buttons."""
        return "".join(_plain(part) for part in self.parts)

    @property
    def folded(self) -> str:
        """What of the text Telegram collapses."""
        return "".join(_plain(part) for part in self.parts if isinstance(part, Quote) and part.folded)


def _plain(part: Part) -> str:
    if isinstance(part, Quote):
        return "".join(inner.text for inner in part.parts)
    return part.text
