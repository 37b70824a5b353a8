"""Every text of a base as lemmas, which three of the contenders index."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.facts.model import FactBase
from knowledge.language.morphology import lemma
from knowledge.language.tokens import normalize, tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class LemmatisedBase:
    """`lines`: for each fact its statement and its examples; `seconds`: how long that took."""

    lines: tuple[tuple[str, ...], ...]
    lemma_of: Mapping[str, str]
    """The lemma of each word of the base, reused for questions."""
    seconds: float

    def lemmatise(self, question: str) -> str:
        words = (token.word for token in tokens(normalize(question)))
        return " ".join(self.lemma_of.get(word) or lemma(word) for word in words)


def lemmatise_base(base: FactBase) -> LemmatisedBase:
    started = time.perf_counter()
    known: dict[str, str] = {}
    lines = tuple(tuple(_line(text, known) for text in (fact.says, *fact.questions)) for fact in base.facts)
    return LemmatisedBase(lines=lines, lemma_of=known, seconds=time.perf_counter() - started)


def lemmas(text: str) -> str:
    return _line(text, {})


def _line(text: str, known: dict[str, str]) -> str:
    line = []
    for token in tokens(normalize(text)):
        if token.word not in known:
            known[token.word] = lemma(token.word)
        line.append(known[token.word])
    return " ".join(line)
