"""A rule on «кто старше», «что важнее»: a comparison by a quality that the best fact does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.comparison import ABOVE, BELOW
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.context.value_comparison import comparable_values
from knowledge.language.antonyms import antonyms
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import AnswerForm, Reason, Result
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import Question

_COMPARATIVES = read_groups("values/qualities")
_FORMS = (AnswerForm.WHO, AnswerForm.WHAT, AnswerForm.WHICH, AnswerForm.COMPARE, AnswerForm.OTHER)
SUPERLATIVE = re.compile("[еа]йш[аеиоу]")
_SEVERAL = 2
_READ_FROM = 0.5
"""From this probability on by the trained reader a quality is told in other words: «просторнее» of areas."""
_VERBS = frozenset({"VERB", "INFN", "PRTS"})


def quality_missing(context: RuleContext) -> Result | None:
    """The best fact compares nothing by the quality asked for, and has no two values of it."""
    best, question = context.best, context.search.question
    if best is None or question.request.form not in _FORMS or context.read_chance >= _READ_FROM:
        return None
    if any(_acts(question.terms[at]) for at in question.content_places):
        return None
    asked = [term for term in question.terms if is_quality(term)]
    if not asked or any(_compares(best, term, context) for term in asked):
        return None
    return refuse(context, "not-compared", Reason.NO_SUCH_SLOT, 0.85, tuple(one.word for one in asked))


def is_quality(term: Term) -> bool:
    """Whether a word compares by a quality of its own: «старше», not «больше» or «раньше»."""
    is_amount = term.word in _COMPARATIVES["amount"] or term.word in _COMPARATIVES["time"]
    return term.morphology.first_pos == "COMP" and term.word_class is WordClass.CONTENT and not is_amount


def asks_quality(question: Question) -> bool:
    return any(map(is_quality, question.terms))


def _acts(term: Term) -> bool:
    return term.morphology.first_pos in _VERBS and term.word_class is WordClass.CONTENT


def _compares(found: ScoredFact, asked: Term, context: RuleContext) -> bool:
    texts = (found.fact.says, *found.fact.questions)
    if any(has_degree(context.lexicon.read(text), asked) for text in texts):
        return True
    by_value = asked.word in ABOVE | BELOW | _COMPARATIVES["lasting"] - _COMPARATIVES["age"]
    named = any(key in found.parsed.statement_keys for key, level in asked.keys if level >= Level.ROOT)
    return (by_value or named) and len(comparable_values(found.fact, context.search.query)) >= _SEVERAL


def has_degree(terms: Sequence[Term], asked: Term) -> bool:
    """Whether a text has the comparative or superlative of a quality or of its opposite."""
    wanted = {key for key, level in asked.keys if level >= Level.ROOT} | antonyms().get(
        asked.lemma, frozenset()
    )
    return any(
        any(key in wanted for key, level in one.keys if level >= Level.ROOT) for one in _degrees(terms)
    )


def _degrees(terms: Sequence[Term]) -> Iterator[Term]:
    for at, term in enumerate(terms):
        before = terms[at - 1].morphology.lemmas if at else ()
        is_most = bool(_COMPARATIVES["most"].intersection(before)) or bool(SUPERLATIVE.search(term.word))
        if term.morphology.first_pos == "COMP" or is_most:
            yield term
