"""Search in the list of facts: by word prefixes; a word that no fact has is taken for the nearest one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from knowledge.facts.model import Fact, FactBase
from knowledge.language.function_words import FUNCTION

MAX_RESULTS = 100
_MIN_SIMILARITY = 75.0
"""0..100, of the best matching part; hits below it are chance."""
_WORD = re.compile(r"\w+")
_ENDING, _STEM = 2, 3
"""Letters cut off as a word's ending, and how many must remain."""


def search_facts(base: FactBase, words: str) -> tuple[Fact, ...]:
    """At most `MAX_RESULTS` facts, best first."""
    asked, scores = _scores(base, words)
    best = sorted(scores, key=lambda number: -scores[number])
    if not best and asked:
        texts = {number: _text(fact) for number, fact in enumerate(base.facts)}
        alike = process.extract(
            asked, texts, scorer=fuzz.partial_ratio, score_cutoff=_MIN_SIMILARITY, limit=MAX_RESULTS
        )
        best = [number for _, _, number in alike]
    return tuple(base.facts[number] for number in best[:MAX_RESULTS])


def fact_meant(base: FactBase, words: str) -> Fact | None:
    """The one fact that has all of the words, or whose id they are; None where several have them, or none."""
    named = next((fact for fact in base.every_fact if fact.id == words.strip()), None)
    if named is not None:
        return named
    found = search_facts(base, words)
    if len(found) == 1:
        return found[0]
    scores = _scores(base, words)[1]
    whole = [number for number, score in scores.items() if score >= 1.0]
    return base.facts[whole[0]] if len(whole) == 1 else None


def _scores(base: FactBase, words: str) -> tuple[str, dict[int, float]]:
    """What is searched for, and how well each fact has it; words that say nothing do not count."""
    asked = _folded(words).strip()
    told = [word for word in asked.split() if len(word) >= _STEM and word not in FUNCTION]
    stems = [word[: max(_STEM, len(word) - _ENDING)] for word in told]
    texts = {number: _text(fact) for number, fact in enumerate(base.facts)}
    stems = _mended(stems, texts.values())
    scores = {number: _score(text, asked, stems) for number, text in texts.items()}
    return asked, {number: score for number, score in scores.items() if score}


def _mended(stems: Sequence[str], texts: Iterable[str]) -> list[str]:
    """A stem that no text has is replaced by the most similar one of a word of the base."""
    together = "".join(texts)
    if all(f" {stem}" in together for stem in stems):
        return list(stems)
    known = {word[: max(_STEM, len(word) - _ENDING)] for word in together.split() if len(word) >= _STEM}
    return [stem if f" {stem}" in together else _nearest(stem, known) for stem in stems]


def _nearest(stem: str, known: Iterable[str]) -> str:
    found = process.extractOne(stem, known, scorer=fuzz.ratio, score_cutoff=_MIN_SIMILARITY)
    return stem if found is None else str(found[0])


def _score(text: str, asked: str, stems: Sequence[str]) -> float:
    """2 for the whole query as typed; else the share of its words found, 0 below a half."""
    if asked and asked in text:
        return 2.0
    met = sum(f" {stem}" in text for stem in stems)
    return met / len(stems) if stems and met * 2 >= len(stems) else 0.0


def _folded(text: str) -> str:
    return text.lower().replace("ё", "е")


def _text(fact: Fact) -> str:
    """Its texts, and then its words again, each after a blank, to be found by how they begin."""
    text = _folded("\n".join((fact.id, fact.says, *fact.questions)))
    return f"{text}\n {' '.join(_WORD.findall(text))} "
