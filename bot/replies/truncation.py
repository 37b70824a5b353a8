"""Shortens labels and lines, and cuts a reply that must fit into one message."""

from __future__ import annotations

from dataclasses import replace

from bot.replies.parts import Emphasis, Reply
from bot.replies.splitting import LIMIT, split, utf16_length

LABEL_LENGTH = 40
"""Characters of a button's label: about one line on a phone."""
CUT = "\n… показано не всё."


def truncate(reply: Reply) -> Reply:
    """The reply cut to LIMIT units with a note at the end; the buttons stay."""
    if utf16_length(reply.plain) <= LIMIT:
        return reply
    head = split(reply, LIMIT - utf16_length(CUT))[0]
    return replace(reply, parts=(*head.parts, Emphasis(CUT)))


def shorten(text: str, length: int = LABEL_LENGTH) -> str:
    """At most `length` characters, cut between words, with an ellipsis."""
    if len(text) <= length:
        return text
    head, space, _ = text[:length].rpartition(" ")
    cut = head if space and len(head) > length // 2 else text[: length - 1]
    return cut.rstrip(" ,.;:—–-") + "…"
