"""Whether a clause is about what was still to come."""

from __future__ import annotations

from knowledge.data.tables import read_words
from knowledge.drafting.clauses import Clause

_PLANNING = read_words("verbs/planning")


def is_about_future(clause: Clause) -> bool | None:
    """None where its verb does not tell."""
    if clause.is_future or any(word.lemmas & _PLANNING for word in clause.words):
        return True
    return False if clause.is_past else None
