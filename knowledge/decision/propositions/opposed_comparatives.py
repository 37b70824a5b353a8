"""«Больше, чем в прошлом году?» of «на 8 процентов меньше, чем годом раньше»: compared the other way."""

from __future__ import annotations

import re

from knowledge.data.tables import read_table, split_cell
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon
from knowledge.language.synonyms import Level
from knowledge.language.values import read_values
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.understanding.question import Question

_DIRECTIONS = {
    direction: frozenset(split_cell(words))
    for direction, words in read_table("values/comparatives", "direction", "words")
}
_ABOVE, _BELOW = _DIRECTIONS["above"], _DIRECTIONS["below"]
_COMPARED = re.compile(r"[,;]?\s+(?:чем|по сравнению)\b")
"""What a comparative of the statement is compared with stands after it."""


def judge_compared(context: RuleContext) -> Answer | None:
    """«Нет» with how much more or less it is; None where the statement compares nothing the other way."""
    question = context.search.question
    asked = _asked_direction(question)
    if asked is None or context.best is None or question.request.negated:
        return None
    for found in context.search.facts[:2]:
        held = _other_way(found.fact, asked)
        if held is not None and _is_about(question, found.fact, context.lexicon):
            return Answer(
                rule="proposition",
                confidence=0.85,
                shown=(Shown(fact=found.fact, slot=Slot.YES_NO),),
                form=AnswerForm.YES_NO,
                lead=YesNoLead(polarity=Polarity.NO, held=held),
                why=context.why,
            )
    return None


def _asked_direction(question: Question) -> bool | None:
    """Whether more (True) or less is stated than something else; None of a bare limit: «больше ста»."""
    found = [
        (at, term.word in _ABOVE) for at, term in enumerate(question.terms) if term.word in _ABOVE | _BELOW
    ]
    if len(found) != 1:
        return None
    after = question.text[question.terms[found[0][0]].token.end :]
    return found[0][1] if _COMPARED.search(after) else None


def _other_way(fact: Fact, asked_more: bool) -> str | None:
    """«На 8 процентов меньше»: the statement's amount and its comparative of the other direction."""
    values = read_values(fact.says)
    for word in _BELOW if asked_more else _ABOVE:
        for found in re.finditer(rf"\b{re.escape(word)}\b", fact.says.lower()):
            before = next((one for one in values if one.end == found.start() - 1), None)
            if before is None or not _COMPARED.match(fact.says[found.end() :]):
                continue
            start = fact.says.rfind(" ", 0, before.start - 1) + 1
            if fact.says[start : before.start].strip().lower() == "на":
                return fact.says[start : found.end()]
    return None


def _is_about(question: Question, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether the statement has each noun of the question that is no value, and one word of it at least."""
    keys = {key for term in lexicon.read(fact.says) for key, level in term.keys if level >= Level.SYNONYM}
    nouns = [
        term
        for at in question.content_places
        if (term := question.terms[at]).word_class is WordClass.CONTENT
        and term.morphology.first_pos == "NOUN"
        and not any(value.start <= term.token.start < value.end for value in question.request.values)
    ]
    return bool(nouns) and all(any(key in keys for key, _ in term.keys) for term in nouns)
