"""Contexts for the rules, made by hand: a question to the sample base with chosen features."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.context.named_people import named_people
from knowledge.decision.context.rule_context import RuleContext
from knowledge.language.tokens import normalize
from knowledge.results import Explanation
from knowledge.scoring.features import Features
from knowledge.scoring.searcher import Searcher, SearchResult
from knowledge.understanding.question import parse_question
from tests.knowledge.sample_base import BASE

SEARCHER = Searcher(BASE)
NO_FEATURES = Features(**dict.fromkeys(Features._fields, 0.0))


def context_of(
    text: str,
    probability: float,
    *,
    own_words: frozenset[str] = frozenset(),
    searcher: Searcher = SEARCHER,
    **features: float,
) -> RuleContext:
    """A question to the sample base; all features of the facts found are 0 but for `features`."""
    question = parse_question(normalize(text), searcher.lexicon, asking=True)
    search = searcher.search(question)
    facts = tuple(
        replace(found, features=NO_FEATURES._replace(**features), score=10.0 - 2 * place, same_example=None)
        for place, found in enumerate(search.facts)
    )
    return RuleContext(
        search=SearchResult(search.query, facts),
        probability=probability,
        base=searcher.base,
        lexicon=searcher.lexicon,
        own_words=own_words,
        named=named_people(search.query, searcher.subjects),
        why=Explanation(score=probability),
    )
