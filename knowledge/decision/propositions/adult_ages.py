"""«Мне 70 лет, справка нужна?» of «взрослым справка не нужна»: an age by which somebody is an adult."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.decision.context.age_bearers import is_adult, is_of_adults
from knowledge.decision.context.ages_apart import is_age_limit, stated_age
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.limits import limit_of
from knowledge.decision.context.met_words import words_are_met
from knowledge.decision.context.polarity import SURE_FROM, polarity_of
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.values import Value
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question, parse_question

_WORDS = re.compile(r"\w+")
_AS_ADULT = "взрослым"
_NEAR = 3


def judge_adult(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Yes or no by a statement on adults; None where a near one has a limit that the age is within."""
    question = context.search.question
    age = stated_age(question)
    if age is None or not is_adult(age) or question.request.negated:
        return None
    asked = as_adult(question, age, access)
    judged = access.judge(asked)
    best = judged.search.facts[0] if judged.search.facts else None
    if best is None or judged.probability < SURE_FROM or not _speaks_of_adults(best.fact.says):
        return None
    near = (*context.search.facts[:_NEAR], best)
    if any(_takes_in(one.fact, age) for one in near) or not words_are_met(asked, best):
        return None
    own = replace(context, search=judged.search, probability=judged.probability)
    polarity = polarity_of(own, best, access)
    if polarity not in (Polarity.YES, Polarity.NO):
        return None
    return Answer(
        rule="proposition",
        confidence=0.85,
        shown=(Shown(fact=best.fact, slot=Slot.YES_NO),),
        form=AnswerForm.YES_NO,
        lead=YesNoLead(polarity=polarity),
        why=context.why,
    )


def as_adult(question: Question, age: Value, access: BaseAccess) -> Question:
    """The question of an adult in place of one of that age."""
    text = f"{question.text[: age.start]} {_AS_ADULT} {question.text[age.end :]}"
    return parse_question(" ".join(text.split()), access.lexicon, asking=True)


def _takes_in(fact: Fact, age: Value) -> bool:
    """«Старше 65 лет» of an age of seventy."""
    limits = [(one, limit_of(fact, one)) for one in values_of(fact) if is_age_limit(one, fact)]
    return any(one.low <= age.low and (limit is None or limit.is_lower) for one, limit in limits)


def _speaks_of_adults(says: str) -> bool:
    return any(map(is_of_adults, _WORDS.findall(says.lower())))
