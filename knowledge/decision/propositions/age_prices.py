"""«Сколько стоит билет ребёнку восьми лет?», «мне три года, платить надо?»: the price of an age's band."""

from __future__ import annotations

from knowledge.data.tables import read_words
from knowledge.decision.context.age_bands import Band, is_age, priced_bands
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.propositions.charges import is_free
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind, read_values
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Lead, Polarity, Shown, ValueLead, YesNoLead
from knowledge.understanding.question import Question

AGE_PRICE = "age-price"
"""The rule of an answer by a band of ages."""
_PAYING = read_words("verbs/paying")
_LEAST = 2
_NEAR = 3


def price_of_age(context: RuleContext) -> Answer | None:
    """What the band of an age costs, in the words of the statement; None where no fact near has bands with
    prices, or a thing is named that it does not have."""
    question = context.search.question
    request = question.request
    ages = [one for one in request.values if is_age(one)]
    pays = any(_PAYING.intersection(term.morphology.lemmas) for term in question.terms)
    asks = request.form is AnswerForm.HOW_MUCH or (request.form is AnswerForm.YES_NO and pays)
    if not asks or len(ages) != 1 or ages[0].is_range or request.negated:
        return None
    for found in context.search.facts[:_NEAR]:
        bands = priced_bands(found.fact)
        if len(bands) < _LEAST or not _names_no_other(question, found.fact, context):
            continue
        own = next((band for band in bands if band.has(ages[0].low)), None)
        if own is None and all(band.price for band in bands):
            return _answer(found.fact, None, context)  # between two bands: what is told of both
        lead = _lead(own, request.form, context) if own is not None else None
        if lead is not None:
            return _answer(found.fact, lead, context)
    return None


def _answer(fact: Fact, lead: Lead | None, context: RuleContext) -> Answer:
    question = context.search.question
    return Answer(
        rule=AGE_PRICE,
        confidence=0.85 if lead is not None else 0.6,
        shown=(Shown(fact=fact, slot=question.slot),),
        form=question.request.form,
        lead=lead,
        why=context.why,
    )


def _lead(band: Band, form: AnswerForm, context: RuleContext) -> Lead | None:
    part = _own_part(band)
    free = any(is_free(term) for term in context.lexicon.read(part))
    priced = any(value.kind is ValueKind.MONEY for value in read_values(part))
    if free == priced:
        return None
    if form is not AnswerForm.YES_NO:
        return ValueLead(held=part)
    return YesNoLead(polarity=Polarity.NO if free else Polarity.YES, held=part)


def _own_part(band: Band) -> str:
    """The part without what stands before the age's own phrase: «взрослым — 240 рублей, …»."""
    age = next((value for value in read_values(band.part) if is_age(value)), None)
    start = band.part.rfind(", ", 0, age.start) if age is not None else -1
    return band.part[start + 2 :] if start >= 0 else band.part


def _names_no_other(question: Question, fact: Fact, context: RuleContext) -> bool:
    """Whether every noun but that of a person and of the age stands in the statement."""
    said = context.lexicon.content(fact.says)
    return all(
        any(key in said for key, level in term.keys if level >= Level.SYNONYM)
        for term in question.terms
        if _is_thing(term, question)
    )


def _is_thing(term: Term, question: Question) -> bool:
    is_noun = term.morphology.first_pos == "NOUN" and term.word_class is WordClass.CONTENT
    inside = any(one.start <= term.token.start < one.end for one in question.request.values)
    return is_noun and not inside and not term.morphology.animate
