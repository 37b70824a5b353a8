"""«Поезд ходит каждый день?»: the days of the week that a statement names, all seven or some."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.context.met_words import words_are_met
from knowledge.decision.context.polarity import SURE_FROM
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.leads.weekday_leads import asks_every_day, every_day_lead
from knowledge.results import Answer, AnswerForm, Shown, Slot, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import Question

_NEAR = 5


def judge_every_day(context: RuleContext) -> Answer | None:
    """Yes or no by the nearest fact that has the nouns of the question and names days; else None."""
    question = context.search.question
    if not asks_every_day(question.text) or question.request.negated:
        return None
    for found in context.search.facts[:_NEAR]:
        lead = every_day_lead(found, context, context.lexicon) if _is_of_same(question, found) else None
        if lead is not None:
            return _answer(found, lead, context)
    best = context.best
    if best is None or context.probability < SURE_FROM or asks_every_day(best.fact.says):
        return None
    return _answer(best, None, context)  # it tells no days, so it is no «да»


def _answer(found: ScoredFact, lead: YesNoLead | None, context: RuleContext) -> Answer:
    return Answer(
        rule="proposition",
        confidence=0.85 if lead is not None else round(context.probability, 3),
        shown=(Shown(fact=found.fact, slot=Slot.YES_NO),),
        form=AnswerForm.YES_NO,
        lead=lead,
        why=context.why,
    )


def _is_of_same(question: Question, found: ScoredFact) -> bool:
    """Whether the statement has every noun but «день»."""
    nouns = tuple(
        at
        for at in question.content_places
        if (term := question.terms[at]).morphology.first_pos == "NOUN"
        and not asks_every_day(f"каждый {term.word}")
    )
    return bool(nouns) and words_are_met(replace(question, content_places=nouns), found)
