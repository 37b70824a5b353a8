"""Canonical forms of questions, by which questions in other words are found to ask the same."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from knowledge.data.tables import read_groups
from knowledge.language.function_words import FUNCTION, POLITE_VERBS
from knowledge.language.morphology import analyse
from knowledge.language.numerals import CARDINALS, LAST, NEXT, ORDINALS
from knowledge.language.question_words import QUESTION_WORDS, WHICH
from knowledge.language.tokens import normalize, tokens

_DISTINCTIVE = frozenset({*ORDINALS, *CARDINALS, *NEXT, *LAST, "не"})
"""Lemmas that make another question: «второй» and «третий», «следующий» and «прошлый»."""

_CASES = {word: name for name in ("whom", "by_whom") for word in read_groups("question_words/groups")[name]}
"""«Кто обвинил мэра» and «кого обвинил мэр» have the same lemmas and are two questions."""


@dataclass(frozen=True, slots=True)
class CanonicalQuestion:
    """A question without word order, endings and preamble.

    Questions of different `distinctive` (what is asked for, numbers, names, «не») are never the same.
    """

    distinctive: frozenset[str]
    lemmas: tuple[str, ...]
    """Of the content words, sorted, each once."""

    @property
    def text(self) -> str:
        return " ".join(self.lemmas)


@lru_cache(maxsize=4_096)
def canonical_question(question: str) -> CanonicalQuestion:
    """Never fails: a text without words has no lemmas."""
    distinctive, query = set[str](), set[str]()
    for token in tokens(normalize(question)):
        readings = analyse(token.word)
        known = readings.lemmas[0]
        if token.word in QUESTION_WORDS:
            distinctive.add(_CASES.get(token.word, QUESTION_WORDS[token.word].value))
        elif token.word in WHICH:
            distinctive.add("which")
        elif known in _DISTINCTIVE or readings.marks or any(sign.isdigit() for sign in token.word):
            distinctive.add(known)
        elif known not in FUNCTION and known not in POLITE_VERBS:
            query.add(known)
    return CanonicalQuestion(frozenset(distinctive), tuple(sorted(query)))


def equivalence_key(question: str) -> str:
    """64 characters, equal for questions that differ in letter case and the mark at the end only."""
    folded = normalize(question).casefold().strip(" ?!.…")
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()
