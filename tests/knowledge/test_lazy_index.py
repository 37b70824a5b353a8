"""The cache of parsed facts of a large base."""

from __future__ import annotations

from knowledge.facts.model import Fact, FactId
from knowledge.parsed_facts.parsed_fact import ParsedFact
from knowledge.retrieval.lazy_index import ParsedFactCache, UnparsedFact
from knowledge.scoring.searcher import Searcher
from tests.knowledge.sample_base import BASE

INDEX = Searcher(BASE).index
PARSED = {INDEX[number].fact.id: INDEX[number] for number in INDEX.numbers}
FIRST, SECOND, THIRD = (UnparsedFact(fact) for fact in BASE.facts[:3])


class Parser:
    """Looks facts up and counts how often each was parsed."""

    def __init__(self) -> None:
        self.ids: list[FactId] = []

    def __call__(self, fact: Fact) -> ParsedFact:
        self.ids.append(fact.id)
        return PARSED[fact.id]


def test_cached_fact_is_not_parsed_again() -> None:
    parser = Parser()
    cache = ParsedFactCache(parser, size=2)
    assert [cache.parse(slot).fact for slot in (FIRST, SECOND, FIRST)] == [
        FIRST.fact,
        SECOND.fact,
        FIRST.fact,
    ]
    assert parser.ids == [FIRST.fact.id, SECOND.fact.id]


def test_least_recently_used_fact_is_evicted() -> None:
    parser = Parser()
    cache = ParsedFactCache(parser, size=2)
    for slot in (FIRST, SECOND, FIRST, THIRD, FIRST):
        cache.parse(slot)
    assert parser.ids == [FIRST.fact.id, SECOND.fact.id, THIRD.fact.id]
    cache.parse(SECOND)
    assert parser.ids[3:] == [SECOND.fact.id]


def test_edited_fact_is_parsed_anew() -> None:
    parser = Parser()
    cache = ParsedFactCache(parser)
    cache.parse(FIRST)
    cache.parse(UnparsedFact(FIRST.fact))
    assert parser.ids == [FIRST.fact.id] * 2
