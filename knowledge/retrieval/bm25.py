"""How often a long statement has a word, and how long it is: BM25's part, of no matter in a short one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

K1, _B = 1.2, 0.75
LONG = 40
"""A statement of more words than this is long."""


class StatementLength(Protocol):
    """A statement with the number of its words that carry meaning, and how often it has each key."""

    @property
    def length(self) -> int: ...

    @property
    def counts(self) -> Mapping[str, int]: ...


class LengthStatistics(dict[int, StatementLength]):
    """The long statements by the numbers of their facts."""

    def __init__(self, statements: Iterable[tuple[int, StatementLength]] = ()) -> None:
        super().__init__(statements)
        self._words = sum(statement.length for statement in self.values())

    def copy(self) -> LengthStatistics:
        other = LengthStatistics()
        other.update(self)
        other._words = self._words
        return other

    def exchange(self, number: int, new: StatementLength | None) -> None:
        """Take a fact's statement out; put another in where there is one and it is long."""
        old = self.pop(number, None)
        self._words -= 0 if old is None else old.length
        if new is not None and new.length > LONG:
            self[number] = new
            self._words += new.length

    @property
    def mean(self) -> float:
        return self._words / len(self) if self else 0.0


def saturated_frequency(statement: StatementLength, key: str, typical: float) -> float:
    """The factor at which a long statement is found by a key; `typical` is the length of most."""
    count = statement.counts.get(key, 1)
    return count * (K1 + 1) / (count + K1 * (1 - _B + _B * statement.length / typical))
