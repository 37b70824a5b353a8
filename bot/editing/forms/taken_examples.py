"""Examples that another fact has already: a question under two facts is answered by both."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.facts.model import FactBase
from knowledge.language.question_equivalence import equivalence_key


def taken_examples(base: FactBase, own_id: str | None, lines: Iterable[str]) -> list[tuple[str, str]]:
    """(question, statement of the other fact) for each line that another fact has."""
    wanted = {equivalence_key(line): line for line in lines}
    if not wanted:
        return []
    return [
        (wanted[key], fact.says)
        for fact in base.every_fact
        if fact.id != own_id
        for key in map(equivalence_key, fact.questions)
        if key in wanted
    ]
