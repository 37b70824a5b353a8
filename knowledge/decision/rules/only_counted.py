"""«Какие пять стран прислали учёных?» of «учёные из пяти стран»: the fact counts them and names none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import readings
from knowledge.language.question_words import WHICH
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.results import AnswerForm, Reason, Result
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question

_LEAST = 2
_LISTED = re.compile(r"[^,;:—–(«.]*(?:[:—–(«]|,\s+[«\dА-ЯЁA-Z])")
"""What follows a counted noun where its things are named: «три хора: …», «три хора, «Заря»…»."""
_NAMED_BEFORE = re.compile(r"[—–:]\s*$")


def only_counted(context: RuleContext) -> Result | None:
    """The question wants things named, and the best fact only says how many there are."""
    best, question = context.best, context.search.question
    if best is None or question.request.form is AnswerForm.YES_NO or question.request.alternatives:
        return None
    asked = list(_asked(question))
    given = {value.low for value in question.request.values if value.kind is ValueKind.COUNT}
    wanted = given if question.request.form is AnswerForm.LIST else frozenset[float]()
    held = [
        value
        for value in values_of(best.fact)
        if value.kind is ValueKind.COUNT and value.low >= _LEAST and not value.inside
        if value.low in wanted or any(_is_same(term, value.nouns[:1], context.lexicon) for term in asked)
    ]
    if not held or any(_is_listed(value, best.fact.says) for value in held) or _example_names(best, asked):
        return None
    return refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 0.8)


def _is_listed(value: Value, says: str) -> bool:
    return bool(_LISTED.match(says, value.end) or _NAMED_BEFORE.search(says[: value.start]))


def _asked(question: Question) -> Iterator[Term]:
    """The plural nouns after «какие», and the first one of a list that is asked for."""
    for place in question.asking_places:
        if WHICH.intersection(question.terms[place].morphology.lemmas):
            yield from _noun_after(question, place)
    if question.request.form is AnswerForm.LIST:
        yield from _noun_after(question, -1)


def _noun_after(question: Question, place: int) -> Iterator[Term]:
    for term in question.terms[place + 1 :]:
        if term.morphology.first_pos == "NOUN":
            if any(reading.tag.number == "plur" for reading in readings(term.word)):
                yield term
            return


def _is_same(term: Term, nouns: tuple[str, ...], lexicon: Lexicon) -> bool:
    keys = {key for noun in nouns for key, level in lexicon.word(noun).keys if level >= Level.SYNONYM}
    return any(key in keys for key, level in term.keys if level >= Level.SYNONYM)


def _example_names(found: ScoredFact, asked: list[Term]) -> bool:
    """Whether an example asks which they are."""
    keys = {key for term in asked for key, level in term.keys if level >= Level.SYNONYM}
    return any(
        any(key in keys for key, _ in term.keys)
        for example in found.parsed.examples
        for term in _asked(example.question)
    )
