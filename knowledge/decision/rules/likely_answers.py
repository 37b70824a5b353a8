"""An answer that is less sure, where the best fact lacks nothing but words that are probably a paraphrase."""

from __future__ import annotations

from knowledge.data.tables import read_words
from knowledge.decision.context.rule_context import WITH_NOUN, RuleContext, unmatched_words
from knowledge.decision.rules import rules
from knowledge.decision.rules.another_thing import is_of_another_thing
from knowledge.language.morphology import is_known
from knowledge.language.semantic_classes import SAYING, SPEECH
from knowledge.results import Answer, AnswerForm, Refusal
from knowledge.retrieval.matching import match_terms
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import ScoredFact

LIKELY_FROM, WITHOUT_ASKED_THING_FROM = 0.3, 0.4
"""From these probabilities on: where the fact names the kind of thing that is asked for («какая ракета»,
«сколько рецептов»), and where it does not. Found on packs that no weight is fitted on, see
docs/decisions/2026-11-28-likely-answers.md."""
_WORDS_ALONE = "words-left"
_SPOKEN = SAYING | SPEECH | read_words("verbs/reporting")


def likely(refusal: Refusal, context: RuleContext) -> Answer | None:
    """The best fact after a refusal for words alone.

    None where the fact says the opposite of a word, or somebody's words are asked for; nor where a thing is
    to be confirmed that it does not name («трамвай ночной будет?» of night buses), where it has no word of
    the question but loosely («матч» of «встретились»), or where one that it lacks is in no dictionary
    («втрая»).
    """
    best = context.best
    if best is None or refusal.rule != _WORDS_ALONE or context.probability < LIKELY_FROM:
        return None
    if best.features.cover <= best.features.loose or _unlikely_lack(context, best):
        return None
    if is_of_another_thing(context):
        return None
    asks_speech = any(
        not _SPOKEN.isdisjoint(term.morphology.lemmas) for term in context.search.question.terms
    )
    confirms = context.search.question.request.form is AnswerForm.YES_NO
    if confirms and unmatched_words(context, TermClass.NOUN):
        return None
    return None if asks_speech or best.features.opposite else rules.told(context, "likely")


def _unlikely_lack(context: RuleContext, best: ScoredFact) -> bool:
    """Whether the best fact lacks a word that is in no dictionary, or, being less likely, the asked thing."""
    query, terms = context.search.query, context.search.question.terms
    levels = match_terms(query, best.parsed.keys)
    places = context.search.question.content_places
    lacked = [
        place
        for one, level, place in zip(query.terms, levels, places, strict=True)
        if level is None and one.weight
    ]
    asked = any(place and terms[place - 1].word in WITH_NOUN for place in lacked)
    is_less = context.probability < WITHOUT_ASKED_THING_FROM
    return (asked and is_less) or not all(is_known(terms[place].word) for place in lacked)
