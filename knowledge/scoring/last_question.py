"""What a searcher remembers of its last question: the same one is often asked again at once.

A reply searches for it several times, and the gate asks it again with its own example left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.parsed_facts.parsed_fact import ParsedFact
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.features import Features
from knowledge.understanding.question import Question


@dataclass(frozen=True, slots=True)
class SearchedQuestion:
    """What holds of a search whichever example is left out."""

    question: Question
    query: QueryTerms
    candidates: tuple[tuple[int, float], ...]
    described: dict[int, tuple[ParsedFact, Features, str | None]]
    """By the fact's number: the features of what was last parsed of it."""


@dataclass(frozen=True, slots=True)
class LastQuestion:
    """Replaced whole, so that a thread never sees a part of another's question."""

    text: str
    parts: tuple[Question, ...]
    found: dict[int, SearchedQuestion]
    """By the identity of the part."""
