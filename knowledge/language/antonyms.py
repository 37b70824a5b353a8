"""Words of opposite sense: a question with «закончилась» is not answered by a fact with «началась»."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from knowledge.data.tables import read_folder, split_cell


@cache
def antonyms() -> Mapping[str, frozenset[str]]:
    """Lemma -> lemmas that say the opposite."""
    found: dict[str, frozenset[str]] = {}
    for table in read_folder("antonyms", "words", "opposites"):
        for cells in table:
            left, right = (frozenset(split_cell(cell)) for cell in cells)
            for one, other in ((left, right), (right, left)):
                for word in one:
                    found[word] = found.get(word, frozenset()) | other
    return found
