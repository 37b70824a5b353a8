"""What a searcher remembers of its last question: the same one is often asked again at once.

A reply searches for it several times, and the gate asks it again with its own example left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from knowledge.parsed_facts.parsed_fact import ParsedFact
from knowledge.retrieval.index import Index
from knowledge.retrieval.query_terms import QueryTerms, reweigh, weigh_terms
from knowledge.scoring.edited_weights import EditedWeights
from knowledge.scoring.features import Features
from knowledge.understanding.question import Question

DescribedKey = tuple[int, str | None]
"""A fact's number, and its example that is left out."""
Described = tuple[ParsedFact, Features, str | None]
"""A fact in full, whatever is left out; its features, and the example that asks the same."""


@dataclass(frozen=True, slots=True)
class SearchedQuestion:
    """What holds of a search whichever example is left out."""

    question: Question
    query: QueryTerms
    candidates: tuple[tuple[int, float], ...]
    described: dict[DescribedKey, Described]
    before: Mapping[DescribedKey, Described] = field(default_factory=dict)
    """The same of the base before an edit, where the question weighs alike in both."""
    weights: EditedWeights | None = None
    """Tells of which facts that still holds."""

    def known(self, key: DescribedKey, whole: ParsedFact) -> Described | None:
        """What is known of a fact, if it is still the same."""
        found = self.described.get(key)
        if found is None and self.weights is not None and self.weights.are_alike(key[0]):
            found = self.before.get(key)
        return found if found is not None and found[0] is whole else None


Searched = dict[int, SearchedQuestion]
"""By the identity of the question."""


@dataclass(frozen=True, slots=True)
class EarlierSearch:
    """What was found in the base before an edit."""

    found: Searched
    weights: EditedWeights

    def of(self, question: Question) -> SearchedQuestion | None:
        return searched(question, self.found)


@dataclass(frozen=True, slots=True)
class LastQuestion:
    """Replaced whole, so that a thread never sees a part of another's question."""

    text: str
    parts: tuple[Question, ...]
    found: Searched = field(default_factory=dict)
    """Of the parts alone."""
    earlier: EarlierSearch | None = None
    others: Searched = field(default_factory=dict)
    """Of what else was searched for to answer it."""

    def place_of(self, question: Question) -> Searched:
        """Where the search for a question is kept."""
        return self.found if any(question is one for one in self.parts) else self.others


def searched(question: Question, found: Searched) -> SearchedQuestion | None:
    known = found.get(id(question))
    return known if known is not None and known.question is question else None


def search_once(question: Question, last: LastQuestion, index: Index, most: int) -> SearchedQuestion:
    """The search for a question; what of it holds since before an edit is taken from there."""
    place = last.place_of(question)
    found = searched(question, place)
    if found is None:
        before = last.earlier.of(question) if last.earlier else None
        query = reweigh(before.query, index) if before else weigh_terms(question, index)
        candidates = tuple(index.candidates_of([(one.weight, one.term) for one in query.terms], most))
        found = SearchedQuestion(question, query, candidates, {})
        if before and last.earlier and query is before.query:
            found = replace(found, before=before.described, weights=last.earlier.weights)
        place[id(question)] = found
    return found
