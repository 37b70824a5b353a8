"""What a statement tells of a move: whether a thing was moved, from which time, to which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import Match
from knowledge.decision.context.event_records import record_date
from knowledge.decision.context.met_words import is_all_met, rest_is_met, words_are_met
from knowledge.decision.context.moves import (
    TIMES,
    compare_new,
    compare_times,
    former_times,
    former_wording,
    is_from,
)
from knowledge.decision.context.polarity import SURE_FROM
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import stated_values
from knowledge.language.lexicon import Term
from knowledge.language.values import Value
from knowledge.results import Answer, AnswerForm, Held, Lead, Polarity, Shown, Slot, ValueLead, YesNoLead
from knowledge.scoring.former_values import EARLIER, MOVING, moved_to, tells_move
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_wording import sentence, wording
from knowledge.understanding.question import Question

_WORDS = read_groups("requests/event_changes")
_SINCE = read_groups("function_words/prepositions")["since"]
_PLANNING = read_words("verbs/planning")
_FORMER = read_words("requests/former_dates")
_FINITE = frozenset({"VERB", "PRTS"})


def told_move(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The answer by the nearest fact, where it tells of a move and the question asks of that."""
    best, question = context.best, context.search.question
    if best is None or question.request.negated:
        return None
    if context.probability < SURE_FROM and not (
        _asks_former(question) and words_are_met(_of_plan(question), best)
    ):
        return None
    if not tells_move(best.fact.says) or not (moved_to(best.fact.says) or former_times(best.fact)):
        return None
    form = question.request.form
    if question.slot is Slot.DATE and form in (AnswerForm.WHEN, AnswerForm.ORDER):
        form = AnswerForm.WHEN
        lead: Lead | None = _former_lead(question, best)
    elif form is AnswerForm.YES_NO and not any(
        one.kind == "place" for one in stated_values(question, access)
    ):
        lead = _yes_no(question, best, context, access)
    else:
        lead = None
    if lead is None:
        return None
    slot = Slot.DATE if form is AnswerForm.WHEN else Slot.YES_NO
    shown = (Shown(fact=best.fact, slot=slot),)
    return Answer(rule="told-move", confidence=0.9, shown=shown, form=form, lead=lead, why=context.why)


def _former_lead(question: Question, best: ScoredFact) -> ValueLead | None:
    """«На какое число назначали раньше», «с какого числа перенесли»."""
    terms = question.terms
    from_when = any(
        term.word in _SINCE and at + 1 < len(terms) and at + 1 in question.asking_places
        for at, term in enumerate(terms)
    )
    moved = from_when and any(_is(term, MOVING) for term in terms)
    if not former_times(best.fact) or not (moved or _asks_former(question)):
        return None
    return ValueLead(held=sentence(former_wording(best.fact)))


def _yes_no(
    question: Question, best: ScoredFact, context: RuleContext, access: BaseAccess
) -> YesNoLead | None:
    terms = question.terms
    times = [one for one in question.request.values if one.kind in TIMES]
    if any(_is(term, _WORDS["cancel"]) for term in terms):
        is_told = any(_is(term, _WORDS["cancel"]) for term in access.lexicon.read(best.fact.says))
        named = rest_is_met(_without(question, _WORDS["cancel"]), best, access.index.side_keys)
        if times or is_told or not named:
            return None
        return YesNoLead(polarity=Polarity.NO, held=_told(best, context))
    if any(_is(term, MOVING) for term in terms):
        if not rest_is_met(question, best, access.index.side_keys):
            return None
        if times:
            return _moved(question, times, best, context)
        return YesNoLead(polarity=Polarity.YES) if is_all_met(question, best) else None  # «навсегда»
    if not times or not former_times(best.fact):
        return None
    planned = any(_is(term, _PLANNING) and term.morphology.first_pos in _FINITE for term in terms)
    former = [compare_times(one, former_times(best.fact), context.base) is Match.SAME for one in times]
    if all(former) and (planned or _asks_former(question)):
        return YesNoLead(polarity=Polarity.YES)
    return YesNoLead(polarity=Polarity.NO, held=former_wording(best.fact)) if _asks_former(question) else None


def _moved(
    question: Question, times: Sequence[Value], best: ScoredFact, context: RuleContext
) -> YesNoLead | None:
    """Each stated time against that from which, or to which, it was moved."""
    for one in times:
        is_old = is_from(question.text, one)
        former = former_times(best.fact)
        if is_old and not former:
            return None
        match = (
            compare_times(one, former, context.base) if is_old else compare_new(one, best.fact, context.base)
        )
        if match is Match.OTHER:
            return YesNoLead(polarity=Polarity.NO, held=_told(best, context))
        if match is not Match.SAME:
            return None
    return YesNoLead(polarity=Polarity.YES)


def _told(best: ScoredFact, context: RuleContext) -> Held | None:
    """«Перенесли с 19 ноября на 3 декабря», in the words of the statement, else its record's date."""
    says, new = best.fact.says, moved_to(best.fact.says)
    if not new:
        return record_date(best.fact, context.base)
    verbs = [
        term
        for term in context.lexicon.read(says)
        if _is(term, MOVING) and term.morphology.first_pos in _FINITE and term.token.end < new[0].start
    ]
    words = says[verbs[-1].token.start : new[0].end] if verbs else ""
    return words if words and "," not in words else wording(best.fact, new[0])


def _states_place(question: Question, access: BaseAccess) -> bool:
    return any(one.kind == "place" for one in stated_values(question, access))


def _of_plan(question: Question) -> Question:
    """The question without «раньше», «назначали»: a fact on the move need not have them."""
    return _without(question, EARLIER | _FORMER | _PLANNING | _WORDS["when"])


def _without(question: Question, words: frozenset[str]) -> Question:
    left = tuple(
        at
        for at in question.content_places
        if words.isdisjoint((question.terms[at].word, *question.terms[at].morphology.lemmas))
    )
    return replace(question, content_places=left)


def _asks_former(question: Question) -> bool:
    return any(term.word in EARLIER or _is(term, _FORMER) for term in question.terms)


def _is(term: Term, lemmas: frozenset[str]) -> bool:
    return not lemmas.isdisjoint(term.morphology.lemmas)
