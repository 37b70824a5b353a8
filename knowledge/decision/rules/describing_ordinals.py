"""Ordinals that number nothing of the base: «первые гости», «будущие юристы», the number in a name."""

from __future__ import annotations

from knowledge.decision.context.rule_context import RuleContext
from knowledge.language.synonyms import Level
from knowledge.retrieval.query_terms import TermClass

_DESCRIBING = frozenset({"№1", "№+", "№-"})
"""First, next, last: said also of what is not numbered."""


def tells_none_apart(context: RuleContext) -> bool:
    """Whether every ordinal is the number in the base's own name, or one that only describes."""
    terms = [one.term for one in context.search.query.terms if one.term_class is TermClass.ORDINAL]
    bound = dict(context.search.query.bound_ordinals)
    own = context.lexicon.sure(context.base.source.title)
    for term in terms:
        key = next(key for key, level in term.keys if level is Level.LEMMA and key[0] == "№")
        if term.token.glued and key in own:
            continue
        if key not in _DESCRIBING or key not in bound or _is_numbered(bound[key], context):
            return False
    return bool(terms)


def _is_numbered(noun: frozenset[str], context: RuleContext) -> bool:
    """Whether a fact that was found numbers such a thing, whichever number it has."""
    return any(noun & thing for found in context.search.facts for _, thing in found.parsed.bound_ordinals)
