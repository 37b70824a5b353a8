"""Parsed facts of the sample base."""

from __future__ import annotations

from dataclasses import replace

from knowledge.facts.model import Fact, FactId
from knowledge.parsed_facts.parsed_fact import ParsedFact
from knowledge.scoring.searcher import Searcher
from tests.knowledge.sample_base import BASE


def parse_facts(*facts: Fact) -> dict[FactId, ParsedFact]:
    """Each fact by id, parsed in the sample base with these facts."""
    index = Searcher(replace(BASE, facts=facts)).index
    return {index[number].fact.id: index[number] for number in range(len(index))}
