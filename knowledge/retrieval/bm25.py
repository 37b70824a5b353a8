"""BM25's term frequency and length normalisation, applied to long statements only.

In a short statement a repeated word means nothing; nearly all statements are short.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

K1, _B = 1.2, 0.75
LONG = 40
"""A statement of more words than this is long."""


class StatementLength(Protocol):
    """What BM25 needs of a statement: its number of words and how often each key occurs."""

    @property
    def length(self) -> int: ...

    @property
    def key_counts(self) -> Mapping[str, int]: ...


class LengthStatistics(dict[int, StatementLength]):
    """The long statements by the numbers of their facts, with their total length."""

    def __init__(self, statements: Iterable[tuple[int, StatementLength]] = ()) -> None:
        super().__init__(statements)
        self._words = sum(statement.length for statement in self.values())

    def copy(self) -> LengthStatistics:
        other = LengthStatistics()
        other.update(self)
        other._words = self._words
        return other

    def replace(self, number: int, new: StatementLength | None) -> None:
        """Replace a fact's statement, or remove it; a short one is not kept."""
        old = self.pop(number, None)
        self._words -= 0 if old is None else old.length
        if new is not None and new.length > LONG:
            self[number] = new
            self._words += new.length

    @property
    def mean(self) -> float:
        return self._words / len(self) if self else 0.0


def saturated_frequency(statement: StatementLength, key: str, mean_length: float) -> float:
    """The factor of a key's weight in a long statement."""
    count = statement.key_counts.get(key, 1)
    return count * (K1 + 1) / (count + K1 * (1 - _B + _B * statement.length / mean_length))
