"""The result of one clause of a message."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.results import Result


@dataclass(frozen=True, slots=True)
class ClauseResult:
    """The result of one clause; `text` is the clause with ellipsis filled."""

    text: str
    result: Result
    probability: float
    """That the best fact answers, 0..1."""
    written: str = ""
    """The clause as the reader wrote it, where it is one of several."""
