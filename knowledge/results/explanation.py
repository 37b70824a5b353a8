"""Why a result is what it is, for `/why`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.facts.model import FactId
from knowledge.results.answer_form import Slot


class WordReading(StrEnum):
    """How a word of the question was read."""

    SAME = "same"
    SYNONYM = "synonym"
    DERIVED = "derived"
    ASKING = "asking"
    """A question word or its noun, which says what is asked."""
    FUNCTION = "function"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTrace:
    """A word as the reader wrote it and as it was read: another one where its spelling was corrected."""

    written: str
    read: str
    reading: WordReading

    @property
    def repaired(self) -> bool:
        return self.written != self.read


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What words alone gave before the trained reader read the best facts again; `score` is 0..1."""

    best: FactId
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why the result is what it is, for `/why`. Scores are 0..1."""

    understood: str = ""
    """The question with its spelling corrected and ellipsis filled."""
    corrected: str = ""
    """The message as typed with its misspelt words replaced; empty where none that matters was."""
    slot: Slot = Slot.STATEMENT
    words: tuple[WordTrace, ...] = ()
    carried: tuple[str, ...] = ()
    """Words carried over from the conversation."""
    best: FactId | None = None
    score: float = 0.0
    runner_up: FactId | None = None
    runner_up_score: float = 0.0
    reread: Reread | None = None
    """None where words alone decided."""


NO_EXPLANATION = Explanation()
