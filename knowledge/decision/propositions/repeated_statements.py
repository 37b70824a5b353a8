"""A question in the very words of a statement: «да», or «нет» with the one value that stands there."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from knowledge.data.tables import read_groups
from knowledge.decision.context.event_records import event_of, is_superseded
from knowledge.decision.context.rule_context import RuleContext
from knowledge.language.tokens import Token, tokens
from knowledge.language.values import Value
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import wording
from knowledge.understanding.denials import denies_in_words
from knowledge.understanding.question import Question

_NEAREST = 4
_LEAST = 4
"""Fewer words in common may be of another thing."""
_PARTICLES = read_groups("function_words/particles")
_TAGS = _PARTICLES["closing"] | _PARTICLES["whether"] | _PARTICLES["confirm"]


def judge_repeated(context: RuleContext) -> Answer | None:
    """The answer by the statement that a question repeats, but for what is left out at its ends."""
    question = context.search.question
    typed = _without_tags(tokens(question.text))
    near = [found for found in context.search.facts[:_NEAREST] if _holds(found, context)]
    for judge in (_same, _other_value):
        for found in near:
            lead = judge(typed, found, question)
            if lead is not None:
                return _answer(found, lead, context)
    return None


def _answer(found: ScoredFact, lead: YesNoLead, context: RuleContext) -> Answer:
    return Answer(
        rule="proposition",
        confidence=0.9,
        shown=(Shown(fact=found.fact, slot=Slot.YES_NO),),
        form=AnswerForm.YES_NO,
        lead=lead,
        why=context.why,
    )


def _holds(found: ScoredFact, context: RuleContext) -> bool:
    event = event_of(found.fact, context.base)
    return not is_superseded(found.fact, context.base) and (event is None or not event.cancelled)


def _without_tags(words: Sequence[Token]) -> list[Token]:
    """The words without those at the end that only ask for confirmation: «…, верно?»."""
    last = len(words)
    while last and words[last - 1].word in _TAGS:
        last -= 1
    return list(words[:last])


def _words(some: Sequence[Token]) -> list[str]:
    return [one.word.replace("ё", "е") for one in some]


def _same(typed: Sequence[Token], found: ScoredFact, question: Question) -> YesNoLead | None:
    """«Да» where every word stands in the statement in this order, with nothing between."""
    said = tokens(found.fact.says)
    words, own = _words(typed), _words(said)
    starts = range(len(own) - len(words) + 1) if len(words) >= _LEAST else ()
    start = next((at for at in starts if own[at : at + len(words)] == words), None)
    if start is None or (start and denies_in_words(own[start - 1])):
        return None
    if found.fact.said_by is not None and len(words) < len(own):
        return None  # «По мнению Орлова, …»: without these words it says more
    return YesNoLead(polarity=Polarity.YES, denying=bool(question.request.negated))


def _other_value(typed: Sequence[Token], found: ScoredFact, question: Question) -> YesNoLead | None:
    """«Нет» where all but one value stands in the statement in this order."""
    if question.request.negated:
        return None
    said = tokens(found.fact.says)
    words, own = _words(typed), _words(said)
    ops = [op for op in SequenceMatcher(None, words, own, autojunk=False).get_opcodes() if op[0] != "equal"]
    if ops and ops[0][0] == "insert" and ops[0][1] == 0:
        ops = ops[1:]
    if ops and ops[-1][0] == "insert" and ops[-1][1] == len(words):
        ops = ops[:-1]
    if len(ops) != 1 or ops[0][0] != "replace" or len(words) - (ops[0][2] - ops[0][1]) < _LEAST:
        return None
    _, first, after, from_own, to_own = ops[0]
    given = _value_at(typed[first], typed[after - 1], question.request.values)
    held = _value_at(said[from_own], said[to_own - 1], values_of(found.fact))
    if given is None or held is None or (given.kind, given.unit) != (held.kind, held.unit):
        return None
    if (given.low, given.high, given.dates) == (held.low, held.high, held.dates):
        return None
    text = question.text[given.start : given.end]
    return YesNoLead(polarity=Polarity.NO, held=wording(found.fact, held), given=text)


def _value_at(first: Token, last: Token, values: Sequence[Value]) -> Value | None:
    """The value within which some words stand."""
    return next((one for one in values if one.start <= first.start and last.end <= one.end), None)
