"""Of facts on one event one that tells what came of it goes before one that only says that it took place."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.outcome_words import OUTCOME, only_takes_place
from knowledge.language.lexicon import Lexicon
from knowledge.results import Slot
from knowledge.scoring.searcher import ScoredFact, SearchResult
from knowledge.understanding.question import Question

_NEAREST = 4
"""A fact among so many nearest ones may tell what came of the event."""
_SLOTS = ((), (Slot.STATEMENT,))


def outcome_first(search: SearchResult, lexicon: Lexicon) -> SearchResult:
    """The same facts; of «что решили в Риге» «там дали наказ» goes before «стороны встретились в Риге»."""
    near, rest = search.facts[:_NEAREST], search.facts[_NEAREST:]
    if not near or not _asks_outcome(search.question) or not only_takes_place(near[0].fact, lexicon):
        return search
    events = set(near[0].fact.about)

    def rank(found: ScoredFact) -> int:
        tells = bool(events.intersection(found.fact.about)) and not only_takes_place(found.fact, lexicon)
        return 0 if tells else 1

    ordered = sorted(near, key=rank)
    scored = [replace(found, score=one.score) for found, one in zip(ordered, near, strict=True)]
    return replace(search, facts=(*scored, *rest))


def _asks_outcome(question: Question) -> bool:
    return question.slots in _SLOTS and any(
        OUTCOME.intersection(term.morphology.lemmas) for term in question.terms
    )
