"""«Самый дорогой билет», «кто старше всех», «какая смена раньше всех»: the most of what is held."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.amounts.dimensions import AGE, DATE, Asked, asked_extreme, extremes_in
from knowledge.decision.amounts.held_amounts import held_amounts, keys_of
from knowledge.decision.amounts.listed_extremes import answer_listed
from knowledge.decision.amounts.own_extremes import answer_within, told_by_itself
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.rules.comparative_rules import has_degree
from knowledge.decision.times.dated_things import fact_date
from knowledge.facts.model import Fact
from knowledge.language.attributes import asked_attributes, unambiguous_attributes
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, ExtremeLead, Shown, Slot
from knowledge.scoring.statement_wording import sentence
from knowledge.understanding.question import Question

_LEAST = 2
_FORMS = (
    AnswerForm.WHO,
    AnswerForm.WHAT,
    AnswerForm.WHICH,
    AnswerForm.WHEN,
    AnswerForm.COMPARE,
    AnswerForm.ORDER,
    AnswerForm.HOW_MUCH,
    AnswerForm.HOW_MANY,
    AnswerForm.OTHER,
)


def answer_extreme(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The greatest or least amount, or date, of one kind among facts of one topic; None if none is clear."""
    question = context.search.question
    asked = asked_extreme(question.terms)
    if asked is None or question.request.denies:
        return None
    listed = answer_listed(asked, context, access)
    if listed is not None:
        return listed
    if question.request.form not in _FORMS:
        return answer_within(asked, context) or told_by_itself(asked, context, access)
    wanted = _wanted(question, asked)
    if not wanted and AGE not in asked.dimension.kinds:
        return None
    own = _among(wanted, Level.ROOT, asked, context, access)
    own = own or _among(wanted, Level.THESAURUS, asked, context, access) or answer_within(asked, context)
    return own or told_by_itself(asked, context, access)


def _wanted(question: Question, asked: Asked) -> list[Term]:
    """The words that a statement must have: not those of the quality, nor «цена», «возраст»."""
    measuring = {
        at
        for at, ids in asked_attributes(question.terms, question.counted_place).items()
        if ids & unambiguous_attributes()
    }
    return [
        question.terms[at]
        for at in question.content_places
        if at not in asked.places | measuring and question.terms[at].word_class is WordClass.CONTENT
    ]


def _among(
    wanted: Sequence[Term], least: Level, asked: Asked, context: RuleContext, access: BaseAccess
) -> Answer | None:
    """The same among the facts that have all nouns at least so surely, and the other words by their roots;
    where no noun is named, what somebody did is said by the very verb."""
    named = any(term.morphology.first_pos == "NOUN" for term in wanted)
    other = Level.ROOT if named else Level.LEMMA
    levels = [least if term.morphology.first_pos == "NOUN" else other for term in wanted]
    keys = [
        frozenset(key for key, level in term.keys if level >= surely)
        for term, surely in zip(wanted, levels, strict=True)
    ]
    facts = [fact for fact in access.base.facts if _has_all(fact, keys, access)]
    said = [access.lexicon.read(fact.says) for fact in facts]
    if any(has_degree(says, asked.quality) or (wanted and extremes_in(says)) for says in said):
        return None  # «Самый большой конкурс — на биоинформатику»: the statement tells it itself.
    nouns = [one for term, one in zip(wanted, keys, strict=True) if term.morphology.first_pos == "NOUN"]
    return _by_date(facts, asked, context) or _by_amount(facts, nouns, asked, context, access)


def _has_all(fact: Fact, wanted: Sequence[frozenset[str]], access: BaseAccess) -> bool:
    said = keys_of(access.lexicon.read(fact.says))
    return all(keys & said for keys in wanted)


def _by_amount(
    facts: Sequence[Fact],
    nouns: Sequence[frozenset[str]],
    asked: Asked,
    context: RuleContext,
    access: BaseAccess,
) -> Answer | None:
    measure = context.search.question.request.measure
    held = held_amounts(facts, asked.dimension, access)
    own = [
        one for one in held if measure in (None, one.value.kind) and all(keys & one.keys for keys in nouns)
    ]
    measures = {one.measure for one in own}
    sets = [
        same for measure in measures if len(same := [one for one in own if one.measure == measure]) >= _LEAST
    ]
    if len(sets) != 1 or len({one.fact.topic for one in sets[0]}) != 1:
        return None
    ranked = sorted(sets[0], key=lambda one: one.value.low, reverse=asked.dimension.above)
    first, second = ranked[:2]
    if first.value.low == second.value.low:
        return None
    among = len({one.fact.id for one in ranked}) > 1
    return _answer(first.fact, first.piece, among, context)


def _by_date(facts: Sequence[Fact], asked: Asked, context: RuleContext) -> Answer | None:
    """«Какая смена раньше всех»: the fact of the first day, where no other may be as early."""
    if asked.dimension.kinds != {DATE}:
        return None
    dated = [(when, fact) for fact in facts if (when := fact_date(fact, context.base)) is not None]
    if len(dated) < _LEAST or len({fact.topic for _, fact in dated}) != 1:
        return None
    ranked = sorted(dated, key=lambda one: one[0].last_day, reverse=asked.dimension.above)
    (first, fact), (second, _) = ranked[:2]
    early, late = (second, first) if asked.dimension.above else (first, second)
    apart = late.first_day is not None and early.last_day < late.first_day
    return _answer(fact, fact.says, True, context) if apart else None


def _answer(fact: Fact, text: str, among: bool, context: RuleContext) -> Answer:
    return Answer(
        rule="extreme",
        confidence=0.85,
        shown=(Shown(fact=fact, slot=Slot.STATEMENT),),
        lead=ExtremeLead(text=sentence(text.strip(" .")), among=among),
        form=context.search.question.request.form,
        why=context.why,
    )
