"""What a refusal says: the words that do not occur, the two that never meet, the value that is not given."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.asked_clause import repeatable_clause
from knowledge.decision.event_edges import BEGINNING
from knowledge.decision.held_words import HeldWords
from knowledge.decision.missing_words import missing_words, words_apart
from knowledge.decision.records import is_superseded
from knowledge.decision.rule_context import RuleContext
from knowledge.decision.tools import Tools
from knowledge.facts.model import Fact
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Lack, Reason, Refusal, Slot
from knowledge.retrieval.matching import match_terms

_NOTHING_TO_SAY = frozenset(
    {Reason.NO_WORDS, Reason.NO_CONTEXT, Reason.OFF_TOPIC, Reason.TOO_LONG, Reason.BAD_INPUT}
)


def complete_refusal(refusal: Refusal, context: RuleContext, tools: Tools) -> Refusal:
    """The refusal that a rule gave, with all that may rightly be said of what is missing."""
    if refusal.reason in _NOTHING_TO_SAY:
        return replace(refusal, named=(), near=())
    if refusal.reason is Reason.NEGATED:
        return replace(refusal, named=(), said=_said(context))
    words = HeldWords(tools.base, tools.lexicon, tools.index, tools.word_forms)
    named = missing_words(context, words)
    return replace(
        refusal,
        named=named,
        apart=() if named else words_apart(context, words),
        asked=repeatable_clause(context),
        lacks=None if named else _lack(refusal, context),
    )


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
