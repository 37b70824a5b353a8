"""A window is one message: what does not fit is cut off, and said to be."""

from __future__ import annotations

from dataclasses import replace

from bot.replies.parts import Emphasis, Reply
from bot.replies.splitting import LIMIT, split, units

CUT = "\n… показано не всё."


def fit(reply: Reply) -> Reply:
    """At most 4,096 units; the buttons stay."""
    if units(reply.plain) <= LIMIT:
        return reply
    head = split(reply, LIMIT - units(CUT))[0]
    return replace(reply, parts=(*head.parts, Emphasis(CUT)))
