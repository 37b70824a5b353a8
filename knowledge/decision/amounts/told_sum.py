"""«Сколько всего вместе с очередью» of «занимаются 180 детей, ещё 40 стоят в очереди»: 220, counted."""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.results import AmountsLead, Answer, AnswerForm
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import wording
from knowledge.understanding.question import Question

_PARTICLES = read_groups("function_words/particles")
_TOGETHER, _AS_WELL = _PARTICLES["together"], _PARTICLES["as_well"]
_PAIR = 2


def told_sum(answer: Answer, context: RuleContext) -> Answer:
    """The answer with both numbers added up, where the question asks for them together and the second comes
    on top of the first."""
    question = context.search.question
    together = any(_TOGETHER & {term.word, *term.morphology.lemmas} for term in question.terms)
    if not together or question.request.form is not AnswerForm.HOW_MANY or question.request.negated:
        return answer
    if len(answer.shown) != 1 or question.request.values:
        return answer
    fact = answer.shown[0].fact
    pair = _added(fact)
    if pair is None or not _names_only_these(question, fact, context.lexicon):
        return answer
    first, second = pair
    told = f"{first.low + second.low:,g}".replace(",", " ")
    return replace(answer, lead=AmountsLead(total=told, held=(wording(fact, first), wording(fact, second))))


def _names_only_these(question: Question, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether the statement has every noun: «детей и тренеров вместе» asks of others too."""
    said = {key for term in lexicon.read(fact.says) for key, level in term.keys if level > Level.ROOT}
    nouns = (term for term in question.terms if term.morphology.first_pos == "NOUN")
    return all(
        _TOGETHER.intersection(term.morphology.lemmas)
        or any(key in said for key, level in term.keys if level > Level.ROOT)
        for term in nouns
    )


def _added(fact: Fact) -> tuple[Value, Value] | None:
    """The only two numbers of one noun, the second after «ещё»."""
    values = [one for one in values_of(fact) if one.kind in (ValueKind.COUNT, ValueKind.NUMBER)]
    if len(values) != _PAIR or any(one.is_range or one.inside for one in values):
        return None
    first, second = values
    before = fact.says[: second.start].lower().replace("ё", "е").split()[-1:]
    same = not second.nouns or set(first.nouns) & set(second.nouns)
    return (first, second) if first.nouns and same and _AS_WELL.intersection(before) else None
