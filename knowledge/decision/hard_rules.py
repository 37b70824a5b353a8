"""Rules that refuse whatever the probability: the best fact contradicts the question or cannot answer it."""

from __future__ import annotations

from itertools import pairwise

from knowledge.decision.rule_context import RuleContext, lacks_attribute, ordinals, refuse, unmatched_words
from knowledge.language.function_words import EXCLUSIONS
from knowledge.language.semantic_classes import TASKS
from knowledge.language.word_class import WordClass
from knowledge.results import Reason, Result
from knowledge.retrieval.query_terms import TermClass

_SURE_FROM = 0.8
"""From this probability on an unmatched «до», or verb of a follow-up, does not matter."""


def other_task(context: RuleContext) -> Result | None:
    """«Напиши стих про осень», «реши уравнение»: an order to do something else than answer."""
    question = context.search.question
    first = next((term for term in question.terms if term.word_class > WordClass.FUNCTION), None)
    ordered = (
        first is not None and "impr" in first.morphology.moods and TASKS.intersection(first.morphology.lemmas)
    )
    if question.slots or not ordered:
        return None
    return refuse(context, "other-task", Reason.OFF_TOPIC, 0.95)


def other_number(context: RuleContext) -> Result | None:
    """An ordinal that no fact has, or that numbers another thing there: the third dialogue."""
    best = context.best
    if best is None or not (best.features.missing_ordinal or best.features.ordinal_clash):
        return None
    named = unmatched_words(context, TermClass.ORDINAL) or tuple(ordinals(context))
    return refuse(context, "other-number", Reason.NO_SUCH_NUMBER, 0.9, named)


def other_side(context: RuleContext) -> Result | None:
    """A side is named, and the people of the best fact are of another."""
    if context.best is None or not context.best.features.side_clash:
        return None
    return refuse(context, "other-side", Reason.NO_SUCH_ENTITY, 0.8, unmatched_words(context, TermClass.NAME))


def turned_away(context: RuleContext) -> Result | None:
    """«Кто был министром до Линч», «кроме Линч»: the answer is anybody but whom the fact names."""
    relations = unmatched_words(context, TermClass.RELATION)
    excluding = [word for word in relations if _excludes(context, word.lower())]
    if not excluding or context.probability >= _SURE_FROM:
        return None
    return refuse(context, "turned-away", Reason.UNACCOUNTED, 0.8, tuple(excluding))


def _excludes(context: RuleContext, word: str) -> bool:
    """«До» excludes only before a person: «до Линч», unlike «до Актау» and «до вечера»."""
    if word != "до":
        return bool(EXCLUSIONS.intersection(word.split()))
    pairs = pairwise(context.search.question.terms)
    return any(term.word == word and after.morphology.animate for term, after in pairs)


def attribute_missing(context: RuleContext) -> Result | None:
    """Age, price, reason and the like, which the best fact does not give."""
    best = context.best
    if best is None or not lacks_attribute(best):
        return None
    named = unmatched_words(context, TermClass.ATTRIBUTE)
    return refuse(context, "not-told", Reason.NO_SUCH_SLOT, 0.9, named)


def speaker_missing(context: RuleContext) -> Result | None:
    """«Что сказал губернатор?» of a fact without a speaker."""
    if context.best is None or not context.best.features.speech_lacking:
        return None
    return refuse(context, "not-said", Reason.NO_SUCH_SLOT, 0.85)


def follow_up_unmatched(context: RuleContext) -> Result | None:
    """A follow-up with a word of its own that the fact does not have: «А на нефть?»."""
    classes = set(TermClass)
    if context.probability >= _SURE_FROM:
        classes -= {TermClass.VERB, TermClass.OTHER}
    words = unmatched_words(context, *classes)
    unmatched = [word for word in words if context.own_words.intersection(word.lower().split())]
    if not unmatched:
        return None
    return refuse(context, "follow-up-lost", Reason.UNACCOUNTED, 0.8, tuple(unmatched))
