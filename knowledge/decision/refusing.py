"""What a refusal says: the words that do not occur, the two that never meet, the value that is not given."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.asked_clause import repeatable_clause
from knowledge.decision.event_edges import BEGINNING
from knowledge.decision.held_words import HeldWords
from knowledge.decision.missing_words import missing_words, words_apart
from knowledge.decision.records import is_superseded
from knowledge.decision.rule_context import MAX_NEAR, RuleContext, to_option
from knowledge.decision.tools import Tools
from knowledge.facts.model import Fact
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Lack, Option, Reason, Refusal, Slot
from knowledge.retrieval.matching import match_terms
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.searcher import ScoredFact

_RELEVANT = 0.4
"""A fact is offered beside a refusal if it meets this share of the question."""
_NOTHING_TO_SAY = frozenset(
    {Reason.NO_WORDS, Reason.NO_CONTEXT, Reason.OFF_TOPIC, Reason.TOO_LONG, Reason.BAD_INPUT}
)


def complete_refusal(refusal: Refusal, context: RuleContext, tools: Tools) -> Refusal:
    """The refusal that a rule gave, with all that may rightly be said of what is missing."""
    if refusal.reason in _NOTHING_TO_SAY:
        return replace(refusal, named=(), near=())
    if refusal.reason is Reason.NEGATED:
        said = _said(context)
        return replace(refusal, named=(), said=said, near=_relevant(context, said))
    words = HeldWords(tools.base, tools.lexicon, tools.index, tools.word_forms)
    named = missing_words(context, words)
    return replace(
        refusal,
        named=named,
        apart=() if named else words_apart(context, words),
        asked=repeatable_clause(context),
        lacks=None if named else _lack(refusal, context),
        near=_relevant(context),
    )


def _relevant(context: RuleContext, said: Fact | None = None) -> tuple[Option, ...]:
    """Facts that have a good part of the question's words as they are, without the one that is shown."""
    query = context.search.query
    found = [
        one
        for one in context.search.facts[:MAX_NEAR]
        if one.fact is not said and _share_met(query, one) >= _RELEVANT
    ]
    return tuple(map(to_option, found))


def _share_met(query: QueryTerms, found: ScoredFact) -> float:
    """The share (0..1) of the question's words that a fact has, as they are or by a synonym of the pack: of their
    number or of their weight, whichever is more."""
    levels = match_terms(query, found.parsed.keys)
    pairs = [
        (one.weight, (level or 0) >= Level.SYNONYM) for one, level in zip(query.terms, levels, strict=True)
    ]
    weighed = [(weight, met) for weight, met in pairs if weight]
    by_weight = sum(weight for weight, met in weighed if met) / query.total_weight
    return max(by_weight, sum(met for _, met in weighed) / max(len(weighed), 1))


def _said(context: RuleContext) -> Fact | None:
    """The best fact, where it still holds and has a word of the question."""
    best = context.best
    if best is None or not best.features.cover or is_superseded(best.fact, context.base):
        return None
    return best.fact


def _lack(refusal: Refusal, context: RuleContext) -> Lack | None:
    if refusal.reason is not Reason.NO_SUCH_SLOT or not _is_topic_met(context):
        return None
    if context.search.question.request.clock:
        lemmas = {lemma for term in context.search.question.terms for lemma in term.morphology.lemmas}
        return Lack.START if lemmas & BEGINNING else Lack.CLOCK
    return Lack.VALUE if refusal.slot is not Slot.STATEMENT else None


def _is_topic_met(context: RuleContext) -> bool:
    """Whether the best fact has every content word of the question, some of them as they are."""
    if context.best is None:
        return False
    query = context.search.query
    levels = match_terms(query, context.best.parsed.keys)
    content = [
        level
        for one, level in zip(query.terms, levels, strict=True)
        if one.term.word_class is WordClass.CONTENT
    ]
    return bool(content) and all(level is not None and level >= Level.ROOT for level in content)
