"""A reply as parts that a terminal or Telegram can draw: text, emphasis, quote, buttons."""

from __future__ import annotations

from dataclasses import dataclass


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
class Quote:
    """A quotation block; Telegram folds it when `folded`."""

    parts: tuple[Text | Strong | Emphasis | Link, ...]
    folded: bool = True


Part = Text | Strong | Emphasis | Link | Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """`action` is a verb known to the views («fact», «ask», «topic»…), `argument` its object.

    The two together, with a colon, are at most 64 bytes of UTF-8.
    """

    label: str
    action: str
    argument: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Parts in order (line breaks are in their texts) and rows of buttons."""

    parts: tuple[Part, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()

    @property
    def plain(self) -> str:
        """The text as a reader of a bare terminal sees it, buttons left out."""
        return "".join(_plain(part) for part in self.parts)


def _plain(part: Part) -> str:
    if isinstance(part, Quote):
        return "".join(inner.text for inner in part.parts)
    return part.text
