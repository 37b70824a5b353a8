"""Words of one family that no rough root brings together: «победить», «победа»; «Томск», «томичи»."""

from __future__ import annotations

from functools import cache

from knowledge.data.tables import read_folder, split_cell


@cache
def family_keys() -> dict[str, tuple[str, ...]]:
    """Lemma -> the key of each family that it is of."""
    keys: dict[str, tuple[str, ...]] = {}
    families = (cell for table in read_folder("word_families", "words") for cell in table.column("words"))
    for number, family in enumerate(families):
        for lemma in split_cell(family):
            keys[lemma] = (*keys.get(lemma, ()), f"%{number}")
    return keys
