"""«Шестеро поместятся?» of «рассчитана на восемь человек»: what goes in need not equal the capacity."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.comparison import OVER, word_before
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.values import Value, ValueRole
from knowledge.understanding.question import Question

_GROUPS = read_groups("values/capacities")


def fits_capacity(
    stated: Value, held: Sequence[Value], fact: Fact, question: Question, lexicon: Lexicon
) -> bool | None:
    """Whether an amount goes in; None where no capacity is told or asked about, or the amount is a limit."""
    if len(held) != 1 or held[0].is_range or stated.is_range or stated.role is not ValueRole.AT:
        return None
    if not _names("fits", question.terms) or not _names("holds", lexicon.read(fact.says)):
        return None
    more = word_before(question.text, stated) in OVER
    return stated.low < held[0].low or (stated.low == held[0].low and not more)


def _names(group: str, terms: Sequence[Term]) -> bool:
    """«Поместились» tells of those who did, and no capacity."""
    return any(
        not _GROUPS[group].isdisjoint(term.morphology.lemmas)
        and not (term.morphology.first_pos == "VERB" and "past" in term.morphology.moods)
        for term in terms
    )
