"""«Напиши стих про осень», «расскажи сказку»: orders to do something else than answer."""

from __future__ import annotations

from knowledge.decision.context.rule_context import RuleContext, unmatched_words
from knowledge.language.function_words import POLITE_VERBS
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import PASTIMES, TASKS
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Result, Wish
from knowledge.retrieval.query_terms import TermClass


def other_task(context: RuleContext) -> Result | None:
    """«Напиши стих про осень», «реши уравнение»: an order to do something else than answer."""
    question = context.search.question
    first = next((term for term in question.terms if term.word_class > WordClass.FUNCTION), None)
    is_order = first is not None and "impr" in first.morphology.moods
    is_task = first is not None and bool(TASKS.intersection(first.morphology.lemmas))
    if question.slots or not is_order:
        return None
    is_held = is_task and _only_asks(first) and _holds_all(context)
    if is_held or not (is_task or _asks_for_pastime(context)):
        return None
    return Answer(rule="other-task", confidence=0.95, wish=Wish.ACT, form=AnswerForm.WISH, why=context.why)


def _only_asks(order: Term | None) -> bool:
    return order is not None and bool(POLITE_VERBS.intersection(order.morphology.lemmas))


def _holds_all(context: RuleContext) -> bool:
    """«Напиши имена судей»: the best fact has every word of what is to be written."""
    terms = [one for one in context.search.question.terms if "impr" not in one.morphology.moods]
    content = [one for one in terms if one.word_class is WordClass.CONTENT]
    best = context.best
    return best is not None and bool(content) and not unmatched_words(context, *TermClass)


def _asks_for_pastime(context: RuleContext) -> bool:
    """«Расскажи сказку» of a base that has no tale: nothing else is named."""
    terms = [term for term in context.search.question.terms if "impr" not in term.morphology.moods]
    content = [term for term in terms if term.word_class is WordClass.CONTENT]
    said = {key for found in context.search.facts for key in found.parsed.text_keys}
    return bool(content) and all(
        PASTIMES.intersection(term.morphology.lemmas)
        and not any(key in said for key, level in term.keys if level is Level.LEMMA)
        for term in content
    )
