"""«Мне 9 лет, скидка есть?» of «от 5 до 10 — за полцены, младше пяти — бесплатно»: the band of the age."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.decision.amounts.held_amounts import is_met, keys_of
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.limits import limit_of
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.morphology import analyse
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question

_MARK = re.compile(r"[,;]")
_YEARS = 12.0
_LEAST = 2
_NEAR = 3
"""A fact with bands is looked for among so many nearest ones."""
_DEEDS = frozenset({"VERB", "INFN", "PRED"})


@dataclass(frozen=True, slots=True)
class Band:
    """Ages from `low` to `high`, in months, and the words of the statement on them."""

    low: float
    high: float
    part: str

    def has(self, age: float) -> bool:
        return self.low <= age <= self.high


def judge_age(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Yes or no by the words of the band that has the age; None where one age or no bands are told."""
    question = context.search.question
    ages = [one for one in question.request.values if is_age(one)]
    if len(ages) != 1 or ages[0].is_range or question.request.negated:
        return None
    for found in context.search.facts[:_NEAR]:
        bands = list(bands_of(found.fact))
        if len(bands) >= _LEAST:
            lead = _lead(ages[0], bands, question, access)
            return None if lead is None else _answer(found.fact, lead, context)
    return None


def is_age(value: Value) -> bool:
    return value.kind is ValueKind.DURATION and value.factor == _YEARS


def bands_of(fact: Fact) -> Iterator[Band]:
    """The bands of a statement, each with the part that ends where that of the next one begins."""
    spans = [(one, span) for one in values_of(fact) if is_age(one) and (span := _span(fact, one)) is not None]
    starts = [0]
    for (before, _), (value, _) in pairwise(spans):
        mark = max(fact.says.rfind(mark, before.end, value.start) for mark in ",;")
        starts.append(mark + 1 if mark >= 0 else value.start)
    for at, (value, (low, high)) in enumerate(spans):
        last = starts[at + 1] - 1 if at + 1 < len(spans) else len(fact.says)
        end = _MARK.search(fact.says, value.end, last)
        yield Band(low, high, _part(fact.says[starts[at] : end.start() if end else last]))


def _part(text: str) -> str:
    """A part as it stands within a sentence: «Дети» at its beginning is no name."""
    part = text.strip(" .,;")
    first = part.split(" ", 1)[0]
    is_word = analyse(first.lower()).known and not analyse(first.lower()).always_name
    return part[:1].lower() + part[1:] if is_word and first.istitle() else part


def _span(fact: Fact, value: Value) -> tuple[float, float] | None:
    if value.is_range:
        return value.low, value.high
    limit = limit_of(fact, value)
    if limit is None:
        return None
    edge = 0.0 if limit.inclusive else 1.0
    return (value.low + edge, float("inf")) if limit.is_lower else (0.0, value.low - edge)


def _lead(age: Value, bands: Sequence[Band], question: Question, access: BaseAccess) -> YesNoLead | None:
    keys = [keys_of(access.lexicon.read(band.part)) for band in bands]
    own = next((at for at, band in enumerate(bands) if band.has(age.low)), None)
    met = [found for term in _telling(age, question) if (found := _met(term, keys))]
    others = [found[0] for found in met if own not in found]
    if others:
        told = bands[own if own is not None else others[0]]
        return YesNoLead(polarity=Polarity.NO, held=told.part)
    return YesNoLead(polarity=Polarity.YES) if met else None


def _met(term: Term, keys: Sequence[frozenset[str]]) -> list[int]:
    """The bands whose words have a term, or else one of like meaning: «скидка» is «за полцены»."""
    surely = {key for key, level in term.keys if level >= Level.ROOT}
    own = [at for at, one in enumerate(keys) if surely & one]
    return own or [at for at, one in enumerate(keys) if is_met(term, one)]


def _telling(age: Value, question: Question) -> list[Term]:
    """The words that tell one band from another: no deeds, nobody, not the age."""
    return [
        term
        for term in question.terms
        if term.word_class is WordClass.CONTENT
        and not age.start <= term.token.start < age.end
        and term.morphology.first_pos not in _DEEDS
        and not term.morphology.animate
    ]


def _answer(fact: Fact, lead: YesNoLead, context: RuleContext) -> Answer:
    return Answer(
        rule="proposition",
        confidence=0.85,
        shown=(Shown(fact=fact, slot=Slot.YES_NO),),
        form=AnswerForm.YES_NO,
        lead=lead,
        why=context.why,
    )
