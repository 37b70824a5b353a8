"""Splits a long reply into messages that Telegram accepts, at lines or sentences, without loss."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.replies.parts import Part, Quote, Reply

LIMIT = 4096
"""Telegram's limit of a message in UTF-16 code units."""
_BOUNDARIES = (
    re.compile(r"\n\s*"),
    re.compile(r"(?<=[.!?…])[»\")]*\s+"),
    re.compile(r"\s+"),
)


def utf16_length(text: str) -> int:
    """The length in UTF-16 code units, as Telegram counts it; most emoji are two."""
    return len(text.encode("utf-16-le")) // 2


def split(reply: Reply, limit: int = LIMIT) -> tuple[Reply, ...]:
    """Replies of at most `limit` units each, in order; the last has the buttons.

    Their plain texts joined are the text of `reply`; blank pieces are dropped.
    """
    pieces: list[tuple[Part, ...]] = []
    rest = reply.parts
    while utf16_length(plain := Reply(parts=rest).plain) > limit:
        head, rest = _divide(rest, _cut_position(plain, limit))
        pieces.append(head)
    pieces.append(rest)
    replies = [Reply(parts=parts) for parts in pieces]
    filled = [one for one in replies if one.plain.strip()] or replies[:1]
    return (*filled[:-1], replace(filled[-1], buttons=reply.buttons, placeholder=reply.placeholder))


def _cut_position(text: str, limit: int) -> int:
    """Where to cut, in characters: after the last line, else sentence, else word that fits.

    A boundary in the first half counts only where there is none of any kind in the second.
    """
    most = _fitting(text, limit)
    for least in (most // 2, 1):
        for boundary in _BOUNDARIES:
            ends = [
                found.end() for found in boundary.finditer(text, 0, most + 1) if least <= found.end() <= most
            ]
            if ends:
                return ends[-1]
    return most


def _fitting(text: str, limit: int) -> int:
    """How many characters from the start fit into `limit` units; at least one."""
    cut = text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", errors="ignore")
    return max(len(cut), 1)


def _divide(parts: tuple[Part, ...], at: int) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The parts before and after character `at`; a part across it is split in two."""
    head: list[Part] = []
    for number, part in enumerate(parts):
        length = len(Reply(parts=(part,)).plain)
        if at < length:
            left, right = _cut(part, at)
            return (*head, *left), (*right, *parts[number + 1 :])
        head.append(part)
        at -= length
    return tuple(head), ()


def _cut(part: Part, at: int) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    if at == 0:
        return (), (part,)
    if isinstance(part, Quote):
        left, right = _divide(part.parts, at)
        inner_left = tuple(one for one in left if not isinstance(one, Quote))
        inner_right = tuple(one for one in right if not isinstance(one, Quote))
        return (replace(part, parts=inner_left),), (replace(part, parts=inner_right),)
    return (replace(part, text=part.text[:at]),), (replace(part, text=part.text[at:]),)
