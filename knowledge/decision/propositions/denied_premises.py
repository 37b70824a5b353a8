"""«Почему встреча была в Москве?» of one in Вашингтон: why is not asked of what was otherwise.

The question is held against the base without its question word, as one of yes or no; what is denied is told.
"""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.propositions import propositions
from knowledge.decision.propositions.record_propositions import CANCELLED
from knowledge.language.question_words import QUESTION_WORDS
from knowledge.language.tokens import tokens
from knowledge.results import Answer, AnswerForm, Polarity, YesNoLead
from knowledge.understanding.question import parse_question

_LEADING = read_groups("function_words/particles")["closing"]
"""«Же» of «почему же»."""


def denied_premise(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Нет» with what is held instead; None where the base holds the premise, or nothing of it."""
    question = context.search.question
    if question.request.form is not AnswerForm.REASON or question.request.negated:
        return None
    if any("2per" in term.morphology.moods for term in question.terms):
        return None  # «почему вы пишете, что …» asks of the text
    premise = _premise(question.text)
    if premise is None:
        return None
    judged = access.judge(parse_question(premise, access.lexicon, asking=True))
    stated = replace(context, search=judged.search, probability=judged.probability)
    if stated.search.question.request.form is not AnswerForm.YES_NO:
        return None
    result = propositions.judge(stated, access) or propositions.judge_post(stated, access)
    if not isinstance(result, Answer) or not isinstance(result.lead, YesNoLead) or not result.shown:
        return None
    is_other = result.lead.polarity is Polarity.NO and result.lead.held not in (None, CANCELLED)
    return replace(result, why=context.why) if is_other and not result.lead.denying else None


def _premise(text: str) -> str | None:
    """The question without the question word that it begins with."""
    words = tokens(text)
    first = next((at for at, one in enumerate(words) if one.word in QUESTION_WORDS), None)
    if first is None or first + 1 >= len(words) or first > 1:
        return None
    after = first + 1
    while after < len(words) and words[after].word in _LEADING:
        after += 1
    return f"{text[words[after].start :].rstrip(' ?!.')}?" if after < len(words) else None
