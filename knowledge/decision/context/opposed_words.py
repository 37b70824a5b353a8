"""Words of a question whose opposite the statement has: «ослабло» of «окрепло», «на низком уровне»."""

from __future__ import annotations

from itertools import pairwise

from knowledge.language.antonyms import antonyms
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import Question

_TOLD = frozenset({"VERB", "INFN", "PRTS", "ADJS"})


def is_opposed(at: int, question: Question, best: ScoredFact, lexicon: Lexicon) -> bool:
    """Whether the statement has the opposite of a word; of a quality that stands before its noun, that of the
    same noun."""
    term = question.terms[at]
    opposites = frozenset().union(*(antonyms().get(lemma, frozenset()) for lemma in term.morphology.lemmas))
    if term.morphology.first_pos in _TOLD:
        return not opposites.isdisjoint(best.parsed.statement_keys.keys())
    after = question.terms[at + 1] if at + 1 < len(question.terms) else None
    if term.morphology.first_pos != "ADJF" or after is None or not opposites:
        return False
    says = lexicon.read(best.fact.says)
    return any(
        not opposites.isdisjoint(quality.morphology.lemmas) and _are_same(noun, after)
        for quality, noun in pairwise(says)
    )


def _are_same(noun: Term, other: Term) -> bool:
    keys = {key for key, level in noun.keys if level >= Level.SYNONYM}
    return noun.morphology.first_pos == "NOUN" and any(
        key in keys for key, level in other.keys if level >= Level.SYNONYM
    )
