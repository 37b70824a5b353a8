"""What a reader says of a question and a fact, and the port by which the decision asks it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from knowledge.facts.model import Fact, FactBase

ReadingProgress = Callable[[int, int], None]
"""Called with how many texts are read and how many there are."""
T = TypeVar("T")


class Away(Protocol):
    """Where the sentence model runs: in the caller's thread, or in another that the caller waits for."""

    def __call__(self, work: Callable[[], T], /) -> T: ...


def here(work: Callable[[], T], /) -> T:
    """In the caller's thread."""
    return work()


class Reading(NamedTuple):
    """A reader's scores of one fact. The first is a logit, all others are cosines, -1..1, of token states."""

    network: float
    """The trained network's: the fact answers."""
    statement: float
    """The likeness of the question's tokens to the nearest of the statement, weighed by their rarity."""
    example: float
    """The same to the nearest example."""
    either: float
    """The same to the statement and the examples together."""
    least: float
    """The likeness of the token that is least like any of them."""
    back: float
    """The likeness of the nearest example's tokens to those of the question."""
    whole: float
    """The cosine of the means of all tokens: of the question and of the nearest example or the statement."""


NAMES = Reading._fields


class Reader(Protocol):
    """Compares questions with facts by more than their words. Thread-safe; the same texts score the same."""

    def read(
        self, question: str, facts: Sequence[Fact], base: FactBase, without: str | None = None
    ) -> tuple[Reading, ...] | None:
        """The scores of each fact, or None where it cannot read; `without` is an example to be left out."""
        ...

    def prepare(self, base: FactBase, progress: ReadingProgress | None = None) -> None:
        """Read the texts of a base beforehand, so that no question waits for them."""
        ...
