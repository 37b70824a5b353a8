"""What an editor types about the example questions of a drafted fact: numbers leave out, other lines add."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBERS = re.compile(r"[\d\s,;.–—-]+")
_RANGE = re.compile(r"(\d+)\s*[–—-]\s*(\d+)|(\d+)")
_LONGEST = 200
"""Characters: what is longer is no question."""


def edited_questions(questions: Sequence[str], typed: str) -> tuple[str, ...]:
    """«2, 5-7» leaves these out; each other line is one more question."""
    gone: set[int] = set()
    more: list[str] = []
    for line in (one.strip(" •\t") for one in typed.splitlines()):
        if _NUMBERS.fullmatch(line):
            gone |= _numbers(line, len(questions))
        elif line:
            more.append(" ".join(line.split())[:_LONGEST])
    kept = [one for place, one in enumerate(questions, 1) if place not in gone]
    return tuple(dict.fromkeys((*kept, *more)))


def _numbers(line: str, most: int) -> set[int]:
    found: set[int] = set()
    for first, last, alone in _RANGE.findall(line):
        ends = (int(alone), int(alone)) if alone else (int(first), int(last))
        found.update(range(max(1, ends[0]), min(most, ends[1]) + 1))
    return found
