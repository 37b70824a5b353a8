"""A long reply as several that Telegram takes: cut at a line or a sentence, nothing lost."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.replies.parts import Part, Quote, Reply

LIMIT = 4096
"""UTF-16 units of one message; an emoji outside the basic plane is two."""
_SEAMS = (
    re.compile(r"\n\s*"),
    re.compile(r"(?<=[.!?…])[»\")]*\s+"),
    re.compile(r"\s+"),
)


def units(text: str) -> int:
    """The length of `text` as Telegram counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def split(reply: Reply, limit: int = LIMIT) -> tuple[Reply, ...]:
    """Replies of at most `limit` units each, in order; the buttons stay under the last.

    Their plain texts put together give the text of `reply`, but for blank messages left out.
    """
    pieces: list[tuple[Part, ...]] = []
    rest = reply.parts
    while units(plain := Reply(parts=rest).plain) > limit:
        head, rest = _divide(rest, _seam(plain, limit))
        pieces.append(head)
    pieces.append(rest)
    replies = [Reply(parts=parts) for parts in pieces]
    filled = [one for one in replies if one.plain.strip()] or replies[:1]
    return (*filled[:-1], replace(filled[-1], buttons=reply.buttons))


def _seam(text: str, limit: int) -> int:
    """Where to cut, in characters: after the last line, else sentence, else word that fits.

    A seam in the first half is passed over for a weaker one further on.
    """
    most = _fitting(text, limit)
    for least in (most // 2, 1):
        for seam in _SEAMS:
            ends = [found.end() for found in seam.finditer(text, 0, most + 1) if least <= found.end() <= most]
            if ends:
                return ends[-1]
    return most


def _fitting(text: str, limit: int) -> int:
    """How many characters from the start take at most `limit` units; never fewer than one."""
    cut = text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", errors="ignore")
    return max(len(cut), 1)


def _divide(parts: tuple[Part, ...], at: int) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """The parts before and after character `at`; the part across it becomes two of its kind."""
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
