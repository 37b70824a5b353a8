"""«Ночью работает?» of «работает с 10 до 20 часов»: a part of the day held against the hours told."""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_table
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.open_spans import part_with
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.rules import rules
from knowledge.facts.model import Fact
from knowledge.language.parts_of_day import parts_of_day
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import wording
from knowledge.understanding.denials import is_negative
from knowledge.understanding.question import Question, parse_question

_DAY = 24 * 60
_ASKING = read_table("requests/asked_instead", "kind", "words").index("words", "kind", str)["clock"]
_SURE = 0.9


def part_of_day_lead(fact: Fact, question: Question) -> YesNoLead | None:
    """«Да» or «нет» with the hours; None where no part of the day is stated or no hours are told."""
    place = _place(question)
    if place is None or question.request.negated or question.terms[place].word in fact.says.lower():
        return None
    hours = [one for one in values_of(fact) if one.kind is ValueKind.CLOCK and one.is_range]
    if len(hours) != 1 or is_negative(part_with(fact.says, hours[0])) or _names_day(question):
        return None
    since, until = parts_of_day()[question.terms[place].word]
    meets = any(hours[0].low < until + shift and since + shift < hours[0].high for shift in (-_DAY, 0, _DAY))
    return YesNoLead(polarity=Polarity.YES if meets else Polarity.NO, held=wording(fact, hours[0]))


def open_at_part_of_day(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The answer to a question refused for its part of the day, where a fact gives the hours."""
    question = context.search.question
    place = _place(question)
    if place is None:
        return None
    token = question.terms[place].token
    asked = f"{question.text[: token.start]}{_ASKING} {question.text[token.end :]}"
    judged = access.judge(parse_question(" ".join(asked.split()), access.lexicon, asking=True))
    of_hours = replace(context, search=judged.search, probability=judged.probability)
    best = of_hours.best
    result = rules.decide(of_hours) if best is not None else None
    if (
        best is None
        or not isinstance(result, Answer)
        or [one.fact for one in result.shown[:1]] != [best.fact]
    ):
        return None
    lead = part_of_day_lead(best.fact, question) if _has_rest(best, question, place) else None
    if lead is None:
        return None
    return Answer(
        rule="proposition",
        confidence=round(min(judged.probability, _SURE), 3),
        shown=(Shown(fact=best.fact, slot=Slot.YES_NO),),
        form=AnswerForm.YES_NO,
        lead=lead,
        why=context.why,
    )


def _has_rest(found: ScoredFact, question: Question, place: int) -> bool:
    """Whether the fact has every other word of content."""
    others = (question.terms[at] for at in question.content_places if at != place)
    return all(
        any(key in found.parsed.text_keys for key, level in term.keys if level >= Level.ROOT)
        for term in others
        if term.word_class is WordClass.CONTENT
    )


def _names_day(question: Question) -> bool:
    return any(
        one.kind in (ValueKind.WEEKDAY, ValueKind.DATE, ValueKind.CLOCK) for one in question.request.values
    )


def _place(question: Question) -> int | None:
    return next((at for at, term in enumerate(question.terms) if term.word in parts_of_day()), None)
