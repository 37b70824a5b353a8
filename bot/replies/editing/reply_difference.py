"""What differs between two replies to one question, shortly, for editors to compare."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from bot.replies.truncation import shorten

_WORD = re.compile(r"\S+")
_LONGEST, _LONGEST_PIECE = 160, 80
_CONTEXT = 1
"""Words shown beside what is added or left out, so that it can be read."""
_MOST_PIECES = 2
_ALIKE = 0.5
"""Replies with less in common are shown in full."""
NOTHING = "ничего"


def difference(before: str, after: str) -> str:
    """«Июнь» → «Июль»: the words that differ, in their order, the first two places."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    pieces = [one for one in matcher.get_opcodes() if one[0] != "equal"]
    if not pieces or matcher.ratio() < _ALIKE:
        return f"{_quoted(_short(before))} → {_quoted(_short(after))}"
    shown = [_piece(old, new, *one) for one in pieces[:_MOST_PIECES]]
    return "; ".join(shown) + ("; …" if len(pieces) > _MOST_PIECES else "")


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
