"""What makes two questions the same in other words: the lemmas of their matter, and what must not differ."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from knowledge.language.function_words import FUNCTION, POLITE_VERBS
from knowledge.language.morphology import analyse
from knowledge.language.numerals import CARDINALS, LAST, NEXT, ORDINALS
from knowledge.language.question_words import QUESTION_WORDS, WHICH
from knowledge.language.tokens import normalize, tokens

_TURNS = frozenset({*ORDINALS, *CARDINALS, *NEXT, *LAST, "не"})
"""Lemmas one of which makes another question: «второй» and «третий», «следующий» and «прошлый»."""


@dataclass(frozen=True, slots=True)
class CanonicalQuestion:
    """A question without its order, endings and run-up.

    Questions of different `turns` (what is asked for, numbers, names, «не») are never the same.
    """

    turns: frozenset[str]
    lemmas: tuple[str, ...]
    """Of the matter, sorted, each once."""

    @property
    def text(self) -> str:
        return " ".join(self.lemmas)


@lru_cache(maxsize=20_000)
def canonical_question(question: str) -> CanonicalQuestion:
    """Never fails: of what has no words nothing is left."""
    turns, query = set[str](), set[str]()
    for token in tokens(normalize(question)):
        readings = analyse(token.word)
        known = readings.lemmas[0]
        if token.word in QUESTION_WORDS:
            turns.add(QUESTION_WORDS[token.word].value)
        elif token.word in WHICH:
            turns.add("which")
        elif known in _TURNS or readings.marks or any(sign.isdigit() for sign in token.word):
            turns.add(known)
        elif known not in FUNCTION and known not in POLITE_VERBS:
            query.add(known)
    return CanonicalQuestion(frozenset(turns), tuple(sorted(query)))


def equivalence_key(question: str) -> str:
    """64 characters, equal for a question typed anew in other letters or with another sign at its end."""
    folded = normalize(question).casefold().strip(" ?!.…")
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()
