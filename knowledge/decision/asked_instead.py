"""A question of yes or no asked as one for the value that it states: «лагерь на высоте 3200?» is «лагерь на
высоте сколько?»; what answers that confirms or denies it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups, read_table
from knowledge.decision import rules
from knowledge.decision.base_access import BaseAccess
from knowledge.decision.polarity import is_no_by_own_words, unless_denied_then
from knowledge.decision.rule_context import RuleContext, unmatched_words
from knowledge.decision.stated_amounts import amounts_lead, stated_amounts
from knowledge.language.values import Value, ValueKind, number_end
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import parse_question

_ASKING = read_table("requests/asked_instead", "kind", "words").index("words", "kind", str)
_PLACING = read_groups("function_words/prepositions")
_MOST = 2
"""More values than these are not told apart."""
_SURE = 0.9
_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF"})


def answer_value(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The answer to a proposition refused for its value, where a fact gives another one, or the same."""
    question = context.search.question
    values = stated_amounts(question)
    if not values or len(values) > _MOST:
        return None
    for asked in reversed(values):
        text = _asking(question.text, asked, values)
        judged = access.judge(parse_question(text, access.lexicon, asking=True))
        if not judged.search.facts:
            continue
        of_value = replace(context, search=judged.search, probability=judged.probability)
        result = rules.decide(of_value)
        best = of_value.best
        if not isinstance(result, Answer) or best is None or result.shown[:1] == ():
            continue
        if result.shown[0].fact != best.fact or unmatched_words(of_value, TermClass.NAME, TermClass.ORDINAL):
            continue
        lead = amounts_lead(best, question, of_value, access)
        if lead is not None:
            lead = unless_denied_then(lead, best.fact, context, access)
        if (
            lead is not None
            and not is_no_by_own_words(lead, question)
            and _names_thing(best, of_value)
            and lead.polarity in (Polarity.YES, Polarity.NO, Polarity.COARSER)
        ):
            shown = (Shown(fact=best.fact, slot=Slot.YES_NO),)
            chance = min(judged.probability, _SURE)
            return Answer(
                rule="proposition",
                confidence=round(chance, 3),
                shown=shown,
                form=AnswerForm.YES_NO,
                lead=lead,
                why=context.why,
            )
    return None


def _names_thing(found: ScoredFact, context: RuleContext) -> bool:
    """Whether the fact has a noun or an adjective of the question beside the value."""
    return any(
        one.term.morphology.first_pos in _NOMINAL
        and any(key in found.parsed.text_keys for key, _ in one.term.keys)
        for one in context.search.query.terms
    )


def _asking(text: str, asked: Value, values: Sequence[Value]) -> str:
    """The text with a question word for one value, without the others."""
    for value in sorted(values, key=lambda one: -one.start):
        start, end = value.start, value.end
        words = ""
        if value is asked:
            kind = "date" if value.kind is ValueKind.WEEKDAY else value.kind.value
            words = _ASKING.get(kind, _ASKING["number"])
            if kind not in _ASKING:
                end = number_end(text, value)
        if words != _ASKING["number"]:
            start = _before_preposition(text, start)
        text = f"{text[:start]} {words} {text[end:]}"
    return " ".join(text.split())


def _before_preposition(text: str, start: int) -> int:
    """Where the preposition of a value begins, if it has one."""
    words = text[:start].rstrip().rsplit(" ", 1)
    last = words[-1].lower()
    known = any(last in group for group in _PLACING.values())
    return len(text[:start].rstrip()) - len(last) if known else start
