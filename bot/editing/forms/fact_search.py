"""Search in the list of facts: by word prefixes; a word that no fact has is taken for the nearest one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from knowledge.facts.model import Fact, FactBase

MAX_RESULTS = 100
_MIN_SIMILARITY = 75.0
"""0..100, of the best matching part; hits below it are chance."""
_ENDING, _STEM = 2, 3
"""Letters cut off as a word's ending, and how many must remain."""


def search_facts(base: FactBase, words: str) -> tuple[Fact, ...]:
    """At most `MAX_RESULTS` facts, best first."""
    asked = _folded(words).strip()
    stems = [word[: max(_STEM, len(word) - _ENDING)] for word in asked.split() if len(word) >= _STEM]
    texts = {number: _text(fact) for number, fact in enumerate(base.facts)}
    stems = _mended(stems, texts.values())
    scores = {number: _score(text, asked, stems) for number, text in texts.items()}
    best = sorted((number for number in scores if scores[number]), key=lambda number: -scores[number])
    if not best and asked:
        alike = process.extract(
            asked, texts, scorer=fuzz.partial_ratio, score_cutoff=_MIN_SIMILARITY, limit=MAX_RESULTS
        )
        best = [number for _, _, number in alike]
    return tuple(base.facts[number] for number in best[:MAX_RESULTS])


def _mended(stems: Sequence[str], texts: Iterable[str]) -> list[str]:
    """A stem that no text has is replaced by the most similar one of a word of the base."""
    together = "\n".join(texts)
    if all(stem in together for stem in stems):
        return list(stems)
    known = {word[: max(_STEM, len(word) - _ENDING)] for word in together.split() if len(word) >= _STEM}
    return [stem if stem in together else _nearest(stem, known) for stem in stems]


def _nearest(stem: str, known: Iterable[str]) -> str:
    found = process.extractOne(stem, known, scorer=fuzz.ratio, score_cutoff=_MIN_SIMILARITY)
    return stem if found is None else str(found[0])


def _score(text: str, asked: str, stems: Sequence[str]) -> float:
    """2 for the whole query as typed; else the share of its words found, 0 below a half."""
    if asked and asked in text:
        return 2.0
    met = sum(stem in text for stem in stems)
    return met / len(stems) if stems and met * 2 >= len(stems) else 0.0


def _folded(text: str) -> str:
    return text.lower().replace("ё", "е")


def _text(fact: Fact) -> str:
    return _folded("\n".join((fact.id, fact.says, *fact.questions)))
