"""«Мост широкий?» of a fact that tells only metres: the number answers, with neither «да» nor «нет»."""

from __future__ import annotations

from knowledge.data.tables import read_words
from knowledge.decision.leads.several_measures import value_of_measure
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon
from knowledge.language.synonyms import Level
from knowledge.results import ValueLead
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.statement_wording import sentence, wording

_DIMENSIONS = frozenset({"length", "height", "width", "depth", "weight"})
"""What is great or small only to somebody; a price is paid or not: «вход платный?» has its «да»."""
_ADJECTIVES = frozenset({"ADJF", "ADJS"})
_DEEDS = frozenset({"VERB", "INFN", "PRTS"})
_BEING = read_words("verbs/being")


def bare_measure(fact: Fact, query: QueryTerms, lexicon: Lexicon) -> ValueLead | None:
    """The measure by which the one adjective of a question would be judged, where the statement lacks it."""
    if any(
        term.morphology.first_pos in _DEEDS and not _BEING.intersection(term.morphology.lemmas)
        for term in query.question.terms
    ):
        return None
    asked = [
        one
        for one in query.terms
        if one.attributes & _DIMENSIONS and one.term.morphology.first_pos in _ADJECTIVES
    ]
    if len(asked) != 1 or query.question.request.values:
        return None
    said = {
        key
        for term in lexicon.read(fact.says)
        if term.morphology.first_pos not in ("NOUN", "VERB")
        for key, _ in term.keys
    }
    if any(key in said for key, level in asked[0].term.keys if level >= Level.SYNONYM):
        return None
    value = value_of_measure(asked[0].attributes & _DIMENSIONS, fact, lexicon)
    return None if value is None or value.inside else ValueLead(held=sentence(wording(fact, value)))
