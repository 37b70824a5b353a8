"""«Ремонт закончили вовремя?» of «занял восемнадцать месяцев вместо двенадцати»: judged by the plan told."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.facts.model import Fact
from knowledge.language.morphology import analyse
from knowledge.language.values import Value, ValueKind, read_values
from knowledge.results import Answer, AnswerForm, Polarity, Result, YesNoLead
from knowledge.scoring.statement_wording import wording
from knowledge.understanding.question import Question

_WORDS = {
    group: re.compile(rf"\b(?:{alternation(words)})\b", re.IGNORECASE)
    for group, words in read_groups("requests/timeliness").items()
}
_INSTEAD = re.compile(r"\s+вместо\s+(\w*)\s?", re.IGNORECASE)
_PLANNING = read_words("verbs/planning") | read_words("requests/planned_values")
_CLAUSE_END = re.compile(r"[.;()—–]|,\s")
_LENGTHS = (ValueKind.DURATION, ValueKind.NUMBER)


def judged_by_plan(result: Result, question: Question) -> Result:
    """The result; to a question of being in time a yes or no by the plan that the fact tells, no «да» by a
    fact that says nothing of it."""
    asked = next((group for group, words in _WORDS.items() if words.search(question.text)), None)
    if asked is None or not isinstance(result, Answer) or result.form is not AnswerForm.YES_NO:
        return result
    is_yes = isinstance(result.lead, YesNoLead) and result.lead.polarity is Polarity.YES
    if not result.shown or question.request.values or not (is_yes or result.lead is None):
        return result
    says = result.shown[0].fact.says
    if any(words.search(says) for words in _WORDS.values()):
        return result
    return replace(result, lead=_lead(asked, result.shown[0].fact, question))


def _lead(asked: str, fact: Fact, question: Question) -> YesNoLead | None:
    """Yes or no where the fact tells how long it took, or when it was, and what was planned instead."""
    if question.request.negated:
        return None
    told = _instead(fact)
    if told is None:
        return None
    is_late, text = told
    return YesNoLead(polarity=Polarity.YES if (asked == "late") is is_late else Polarity.NO, held=text)


def _instead(fact: Fact) -> tuple[bool, str] | None:
    """Whether a length or a date is more than that «вместо» which it is told, and the words for both."""
    values = read_values(fact.says)
    for at, value in enumerate(values[:-1]):
        planned = values[at + 1]
        if _is_plan(fact.says[value.end : planned.start]) and _are_alike(value, planned):
            late = _is_more(value, planned)
            return None if late is None else (late, _phrase(fact, value, planned))
    return None


def _is_plan(between: str) -> bool:
    """«Вместо двенадцати», «вместо обещанных двенадцати», but not «вместо прежних двенадцати»."""
    found = _INSTEAD.fullmatch(between)
    return found is not None and (not found[1] or bool(_PLANNING.intersection(analyse(found[1]).lemmas)))


def _are_alike(value: Value, planned: Value) -> bool:
    if value.kind is ValueKind.DURATION:
        return planned.kind in _LENGTHS and planned.unit in (value.unit, None, "")
    return value.kind is ValueKind.DATE is planned.kind


def _is_more(value: Value, planned: Value) -> bool | None:
    if value.kind is ValueKind.DURATION:
        return None if value.low == planned.low else value.low > planned.low
    days = [(one.dates[0].year, one.dates[0].month, one.dates[0].day) for one in (value, planned)]
    if days[0] == days[1] or None in (days[0][1], days[1][1]) or (days[0][0] is None) != (days[1][0] is None):
        return None
    return [part or 0 for part in days[0]] > [part or 0 for part in days[1]]


def _phrase(fact: Fact, value: Value, planned: Value) -> str:
    end = _CLAUSE_END.search(fact.says, planned.end)
    return f"{wording(fact, value)}{fact.says[value.end : end.start() if end else len(fact.says)]}"
