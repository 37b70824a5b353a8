"""«Очки Ладыгина в общем зачёте?»: a bare noun phrase names a thing of somebody, and states nothing of it."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.context.stated_values import Stated
from knowledge.language.lexicon import Term
from knowledge.understanding.question import Question


def names_thing_of(question: Question, stated: Sequence[Stated]) -> bool:
    """Whether all that a question without a verb states is a name in the genitive after a common noun."""
    return bool(stated) and all(
        one.kind == "person" and _is_of_noun(min(one.places), question) for one in stated
    )


def _is_of_noun(at: int, question: Question) -> bool:
    term = question.terms[at]
    before = question.terms[at - 1] if at else None
    if before is None or not _is_common_noun(before):
        return False
    return term.morphology.genitive and term.word not in term.morphology.lemmas


def _is_common_noun(term: Term) -> bool:
    return term.morphology.first_pos == "NOUN" and not term.is_name
