"""An answer that is less sure, where the best fact lacks nothing but words that are probably a paraphrase."""

from __future__ import annotations

from knowledge.data.tables import read_words
from knowledge.decision.context.rule_context import RuleContext, unmatched_words
from knowledge.decision.rules import rules
from knowledge.language.semantic_classes import SAYING, SPEECH
from knowledge.results import Answer, AnswerForm, Refusal
from knowledge.retrieval.query_terms import TermClass

LIKELY_FROM = 0.3
"""From this probability on; found on packs that no weight is fitted on, see
docs/decisions/2026-11-28-likely-answers.md."""
_WORDS_ALONE = "words-left"
_SPOKEN = SAYING | SPEECH | read_words("verbs/reporting")


def likely(refusal: Refusal, context: RuleContext) -> Answer | None:
    """The best fact after a refusal for words alone.

    None where the fact says the opposite of a word, or somebody's words are asked for; nor where a thing is
    to be confirmed that it does not name («трамвай ночной будет?» of night buses).
    """
    best = context.best
    if best is None or refusal.rule != _WORDS_ALONE or context.probability < LIKELY_FROM:
        return None
    asks_speech = any(
        not _SPOKEN.isdisjoint(term.morphology.lemmas) for term in context.search.question.terms
    )
    confirms = context.search.question.request.form is AnswerForm.YES_NO
    if confirms and unmatched_words(context, TermClass.NOUN):
        return None
    return None if asks_speech or best.features.opposite else rules.told(context, "likely")
