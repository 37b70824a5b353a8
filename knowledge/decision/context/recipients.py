"""«Пенсионеру билет почём?»: for whom a price is asked, where another fact speaks of them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from knowledge.decision.context.rule_context import RuleContext, unmatched_words
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Result, Shown, Slot
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import values_of

_PRICES = frozenset({ValueKind.MONEY, ValueKind.PERCENT})


def with_those_asked_for(result: Result, context: RuleContext) -> Result:
    """The result; before a price that is not told of those asked for, the fact that speaks of them, and no
    price as its first line."""
    if not isinstance(result, Answer) or len(result.shown) != 1 or result.form is not AnswerForm.HOW_MUCH:
        return result
    best = next((one for one in context.search.facts if one.fact == result.shown[0].fact), None)
    other = _of_those_asked_for(context, best) if best is not None else None
    if other is None:
        return result
    return replace(result, shown=(Shown(fact=other, slot=Slot.STATEMENT), *result.shown), lead=None)


def told_for(context: RuleContext) -> Answer | None:
    """What is told of those for whom a price is asked, and the price itself, where that is all that the
    nearest fact lacks."""
    question, best = context.search.question, context.best
    if question.request.form is not AnswerForm.HOW_MUCH or best is None or question.request.negated:
        return None
    other = _of_those_asked_for(context, best)
    lacking = len(unmatched_words(context, *TermClass))
    if (
        other is None
        or lacking != 1
        or not any(value.kind is ValueKind.MONEY for value in values_of(best.fact))
    ):
        return None
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in (other, best.fact))
    return Answer(rule="told-for", confidence=0.6, shown=shown, form=AnswerForm.HOW_MUCH, why=context.why)


def _of_those_asked_for(context: RuleContext, best: ScoredFact) -> Fact | None:
    """The fact that speaks of those asked for, whom the best one does not name."""
    question = context.search.question
    for at in question.content_places:
        term = question.terms[at]
        if not _is_recipient(term) or any(key in best.parsed.keys for key, _ in term.keys):
            continue
        near = [one.fact for one in context.search.facts if _says(term, one.parsed.statement_keys)]
        others = (fact for fact in context.base.facts if _says(term, context.lexicon.content(fact.says)))
        return next((fact for fact in (*near, *others) if _tells_price(fact)), None)
    return None


def _tells_price(fact: Fact) -> bool:
    """«Пенсионерам дают скидку 30 процентов», unlike «книги принесли 1 900 жителей»."""
    return any(value.kind in _PRICES for value in values_of(fact))


def _is_recipient(term: Term) -> bool:
    return term.morphology.animate and not term.is_name and term.word_class is WordClass.CONTENT


def _says(term: Term, keys: Container[str]) -> bool:
    return any(level is Level.LEMMA and key in keys for key, level in term.keys)
