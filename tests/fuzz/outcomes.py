"""What became of made packs or settings."""

from __future__ import annotations

import traceback
from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Outcomes:
    """`counts`: how many by what became of them; `failures`: what must not happen, with what led to it."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    longest: float = 0.0
    """Seconds."""


def place_of(error: BaseException) -> str:
    """The innermost error of a group, and the last line of this project that it passed."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    frames = traceback.extract_tb(error.__traceback__)
    own = [one for one in frames if "-packages" not in one.filename and "/lib/" not in one.filename]
    last = (own or frames)[-1]
    return f"{error!r:.300} at {last.filename}:{last.lineno}"
