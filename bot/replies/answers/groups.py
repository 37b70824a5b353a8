"""Replies in a group, where others read along: a refusal is its first line alone."""

from __future__ import annotations

from bot.replies.parts import Reply, Text


def short(refusal: Reply) -> Reply:
    """The first line, with the buttons that it had."""
    first = refusal.plain.strip().partition("\n")[0]
    return Reply(parts=(Text(first),), buttons=refusal.buttons)
