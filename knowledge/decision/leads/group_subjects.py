"""«Главы Китая и США встретились»: a group as the subject, of whom the record names some."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.language.lexicon import Term
from knowledge.language.morphology import readings

_AND = frozenset({"и"})
_GOVERNING = frozenset({"PREP", "NOUN", "ADJF", "NUMR"})


def group_subject(text: str, says: Sequence[Term]) -> str | None:
    """The words of a group that does what a statement says: people in the plural beside a verb in the plural,
    with the genitives after them."""
    if not any(map(_acts_together, says)):
        return None
    for at in range(len(says)):
        if _is_group(says[at]):
            end = _end(says, at)
            before = says[at - 1].morphology.first_pos if at else ""
            acts = end < len(says) and _acts_together(says[end])
            if before not in _GOVERNING or (acts and before == "NOUN"):
                return text[says[at].token.start : says[end - 1].token.end]
    return None


def _end(says: Sequence[Term], at: int) -> int:
    """The place after the genitives that follow a noun."""
    end = at + 1
    while end < len(says) and _goes_on(says[end]):
        end += 1
    while says[end - 1].word in _AND:
        end -= 1
    return end


def _goes_on(term: Term) -> bool:
    if term.morphology.first_pos == "VERB":
        return False
    is_genitive = any("gent" in one.tag.grammemes for one in readings(term.word))
    return is_genitive or term.word in _AND or term.is_name


def _acts_together(term: Term) -> bool:
    return any({"VERB", "plur"} <= one.tag.grammemes for one in readings(term.word))


def _is_group(term: Term) -> bool:
    """Whether a word is people in the plural, in the nominative, and no name."""
    plural = any({"NOUN", "anim", "plur", "nomn"} <= one.tag.grammemes for one in readings(term.word))
    return plural and not term.is_name
