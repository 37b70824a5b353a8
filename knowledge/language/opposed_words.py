"""Words that deny each other by a prefix: «незаконный» and «законный», «неявка» and «явка»."""

from __future__ import annotations

from functools import lru_cache

from knowledge.data.tables import read_words
from knowledge.language.lexicon import Term
from knowledge.language.morphology import analyse, is_known
from knowledge.language.tokens import tokens
from knowledge.language.word_class import WordClass

_PREFIXES = tuple(read_words("morphemes/negative_prefixes"))
_NOT_DENYING = read_words("morphemes/prefix_not_denying")
_QUALITIES = frozenset({"ADJF", "ADJS", "PRTF", "PRTS", "ADVB", "PRED"})
_SHORTEST = 4
"""Letters that a word must have without its prefix."""


def is_quality(term: Term) -> bool:
    """Whether a word of content says how a thing is."""
    return term.morphology.first_pos in _QUALITIES and term.word_class is WordClass.CONTENT


def are_opposed(one: Term, other: Term) -> bool:
    """Whether one of two words denies the other by its prefix; both are qualities, or both nouns."""
    if is_quality(one) != is_quality(other):
        return False
    if not is_quality(one) and {one.morphology.first_pos, other.morphology.first_pos} != {"NOUN"}:
        return False
    denied, also = _denied(one.word), _denied(other.word)
    return not denied.isdisjoint(other.morphology.lemmas) or not also.isdisjoint(one.morphology.lemmas)


@lru_cache(maxsize=4_096)
def has_denying(text: str) -> bool:
    """Whether any word of a text denies another by its prefix."""
    return any(_denied(token.word) for token in tokens(text))


def is_denying(term: Term) -> bool:
    """Whether a word denies another by its prefix."""
    return bool(_denied(term.word))


@lru_cache(maxsize=4_096)
def _denied(word: str) -> frozenset[str]:
    """Lemmas of the word that a word denies by its prefix; none where it has no such prefix."""
    prefix = next((one for one in _PREFIXES if word.startswith(one)), None)
    if (
        prefix is None
        or len(word) < len(prefix) + _SHORTEST
        or _NOT_DENYING.intersection(analyse(word).lemmas)
    ):
        return frozenset()
    plain = analyse(word.removeprefix(prefix))
    return frozenset(plain.lemmas) if plain.known else frozenset()


def opposed_word(term: Term) -> str | None:
    """The word that denies a quality by its prefix, or that it denies; None where the dictionary has none."""
    if not is_quality(term):
        return None
    if _denied(term.word):
        return next(term.word.removeprefix(one) for one in _PREFIXES if term.word.startswith(one))
    longer = (f"{prefix}{term.word}" for prefix in _PREFIXES)
    return next((word for word in longer if is_known(word) and _denied(word)), None)
