"""Facts by words typed in the list of facts: word beginnings, then likeness where nothing has them."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from knowledge.facts.model import Fact, FactBase

MOST = 100
_LIKE = 75.0
"""Of 100, by the best matching part; below it hits are chance."""
_ENDING, _STEM = 2, 3
"""Letters of a word that may be its ending; those that stay at least."""


def find(base: FactBase, words: str) -> tuple[Fact, ...]:
    """The best first; at most a hundred."""
    asked = _folded(words).strip()
    stems = [word[: max(_STEM, len(word) - _ENDING)] for word in asked.split() if len(word) >= _STEM]
    texts = {number: _text(fact) for number, fact in enumerate(base.facts)}
    scores = {number: _score(text, asked, stems) for number, text in texts.items()}
    best = sorted((number for number in scores if scores[number]), key=lambda number: -scores[number])
    if not best and asked:
        alike = process.extract(asked, texts, scorer=fuzz.partial_ratio, score_cutoff=_LIKE, limit=MOST)
        best = [number for _, _, number in alike]
    return tuple(base.facts[number] for number in best[:MOST])


def _score(text: str, asked: str, stems: list[str]) -> float:
    """The whole of what was typed counts above all; then the share of its words, half of them at least."""
    if asked and asked in text:
        return 2.0
    met = sum(stem in text for stem in stems)
    return met / len(stems) if stems and met * 2 >= len(stems) else 0.0


def _folded(text: str) -> str:
    return text.lower().replace("ё", "е")


def _text(fact: Fact) -> str:
    return _folded("\n".join((fact.id, fact.says, *fact.questions)))
