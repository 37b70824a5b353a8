"""The first line to «вместимость и масса шатра», «длина и ширина»: a value for each measure asked for."""

from __future__ import annotations

from knowledge.facts.model import Fact
from knowledge.language.attributes import asked_attributes
from knowledge.language.lexicon import Lexicon
from knowledge.language.values import Value
from knowledge.results import JointLead, ValueLead
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.slot_compatibility import MEASURES
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import sentence, wording

_SEVERAL = 2


def measures_lead(fact: Fact, query: QueryTerms, lexicon: Lexicon) -> JointLead | None:
    """None unless several measures are asked for by nouns, and each has a value right after its word."""
    asked = [one.attributes & MEASURES for one in query.terms if one.term.morphology.first_pos == "NOUN"]
    asked = [ids for ids in asked if ids]
    apart = sum(map(len, asked)) == len(frozenset().union(*asked))
    if len(asked) < _SEVERAL or not apart:
        return None
    found = [value_of_measure(ids, fact, lexicon) for ids in asked]
    told = [value for value in found if value is not None and not value.inside]
    if len(told) < len(asked) or len({value.start for value in told}) < len(told):
        return None
    return JointLead(leads=tuple(ValueLead(held=sentence(wording(fact, value))) for value in told))


def value_of_measure(ids: frozenset[str], fact: Fact, lexicon: Lexicon) -> Value | None:
    """The value after the word of a measure, before that of the next one."""
    terms = lexicon.read(fact.says)
    words = {terms[at].token.start: own for at, own in asked_attributes(terms, None).items()}
    start = next((at for at, own in sorted(words.items()) if own & ids), None)
    if start is None:
        return None
    end = min((at for at, own in words.items() if at > start and not own & ids), default=None)
    values = (one for one in values_of(fact) if one.start > start and (end is None or one.start < end))
    return next(values, None)
