"""Runs of words of a question that belong together: a full name, a whole date, an ordinal with its noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.decision.context.rule_context import RuleContext
from knowledge.retrieval.query_terms import TermClass

_JOINING = ("", "-", "·", ".", "/")
"""What stands between the parts of one word."""


def term_classes(context: RuleContext) -> dict[int, TermClass]:
    """The class of each content word, by its place."""
    terms = context.search.query.terms
    return {
        place: one.term_class
        for place, one in zip(context.search.question.content_places, terms, strict=True)
    }


def word_run(context: RuleContext, place: int, chosen: Sequence[int]) -> tuple[int, int]:
    """A word with what belongs to it: a whole date or number, a full name, the noun after an ordinal."""
    question = context.search.question
    terms = question.terms
    if term_classes(context)[place] is TermClass.NUMBER:
        for value in question.request.values:
            inside = [at for at, term in enumerate(terms) if value.start <= term.token.start < value.end]
            if place in inside:
                return inside[0], inside[-1]
    first = last = place
    for at in _neighbours(context, place, -1, chosen):
        first = at
    for at in _neighbours(context, place, 1, chosen):
        last = at
    numbers = any(key[0] == "№" for key, _ in terms[last].keys)
    if numbers and last + 1 < len(terms) and "NOUN" in terms[last + 1].morphology.pos:
        last += 1
    return first, last


def _neighbours(context: RuleContext, place: int, step: int, chosen: Sequence[int]) -> Iterator[int]:
    """Places beside a word joined to it by a hyphen, and parts of one name."""
    question = context.search.question
    at = place + step
    while 0 <= at < len(question.terms):
        first, second = (question.terms[one].token for one in sorted((at, at - step)))
        is_joined = question.text[first.end : second.start] in _JOINING
        if not (is_joined or (at in chosen and _are_one_name(context, at, at - step))):
            return
        yield at
        at += step


def _are_one_name(context: RuleContext, one: int, other: int) -> bool:
    """Whether two words with nothing but a space between them are a first name and a surname, or the like."""
    question, classes = context.search.question, term_classes(context)
    terms = [question.terms[at] for at in sorted((one, other))]
    beside = question.text[terms[0].token.end : terms[1].token.start] == " "
    names = [classes.get(at) is TermClass.NAME for at in (one, other)]
    return beside and (all(names) or (any(names) and all(term.token.capitalised for term in terms)))
