"""What differs between two replies to one question, shortly, for editors to compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from bot.replies.answers.sources import SOURCE
from bot.replies.truncation import shorten

_WORD = re.compile(r"\S+")
_LONGEST, _LONGEST_PIECE = 160, 80
_CONTEXT = 1
"""Words shown beside what is added or left out, so that it can be read."""
_MOST_PIECES = 2
_ALIKE = 0.5
"""Replies with less in common are shown in full."""
NOTHING = "ничего"
ONLY_SOURCE = "только источник или день под ответом"


def difference(before: str, after: str) -> str:
    """«Июнь» → «Июль»: the words that differ, in their order, the first two places."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    pieces = [one for one in matcher.get_opcodes() if one[0] != "equal"]
    if not pieces or matcher.ratio() < _ALIKE:
        return f"{_quoted(_short(before))} → {_quoted(_short(after))}"
    shown = [_piece(old, new, *one) for one in pieces[:_MOST_PIECES]]
    return "; ".join(shown) + ("; …" if len(pieces) > _MOST_PIECES else "")


def line_differences(before: str, after: str) -> list[str]:
    """The same line by line, so that replies of which a line changes alike can be told together.

    What changes in the quote of sources is left out, unless nothing else does.
    """
    if SequenceMatcher(None, before.split(), after.split(), autojunk=False).ratio() < _ALIKE:
        return [difference(before, after)]
    (old, old_quote), (new, new_quote) = _parted(before), _parted(after)
    if old == new and old_quote != new_quote:
        return [ONLY_SOURCE]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            found += [difference(*pair) for pair in _paired(old[a:b], new[c:d]) if any(pair)]
    return list(dict.fromkeys(found))


def _parted(reply: str) -> tuple[list[str], str]:
    """The lines of a reply, and the quote below that names its sources."""
    body, _, quote = reply.rpartition("\n\n")
    if not any(line.startswith(SOURCE) for line in quote.split("\n")):
        body, quote = reply, ""
    return body.split("\n"), quote


def _paired(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Each line beside the one that took its place, as far as they are as many."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
    else:
        yield "\n".join(old), "\n".join(new)


def _piece(old: list[str], new: list[str], kind: str, a: int, b: int, c: int, d: int) -> str:
    margin = 0 if kind == "replace" else _CONTEXT
    was = " ".join(old[max(a - margin, 0) : b + margin])
    now = " ".join(new[max(c - margin, 0) : d + margin])
    return f"{_quoted(shorten(was, _LONGEST_PIECE))} → {_quoted(shorten(now, _LONGEST_PIECE))}"


def _short(text: str) -> str:
    return shorten(" ".join(text.split()), _LONGEST)


def _quoted(text: str) -> str:
    bare = text.strip(" .,;:")
    return f"«{bare}»" if bare else NOTHING
