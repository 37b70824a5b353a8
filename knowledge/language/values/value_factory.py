"""Makes a value of the pieces of a text that name it, and reads its role from the word before."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.language.values.model import Value, ValueKind, ValueRole
from knowledge.language.values.tokenizing import Piece

_PREPOSITIONS = read_groups("function_words/prepositions")
SINCE, UNTIL = _PREPOSITIONS["time_since"], _PREPOSITIONS["time_until"]


def _role_after(before: str) -> ValueRole:
    if before in SINCE:
        return ValueRole.SINCE
    return ValueRole.UNTIL if before in UNTIL else ValueRole.AT


def make_value(
    pieces: Sequence[Piece], first: int, after: int, kind: ValueKind, amount: float, *, before: str = ""
) -> Value:
    """The value that `pieces[first:after]` name; the word `before` says its role."""
    start, end = pieces[first].start, pieces[after - 1].end
    return Value(kind=kind, low=amount, high=amount, role=_role_after(before), start=start, end=end)
