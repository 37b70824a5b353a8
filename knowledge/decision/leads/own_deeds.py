"""«Сколько семей погибло?» of «в районе 1 150 семей, погибла каждая пятая»: an amount that is of no deed."""

from __future__ import annotations

from knowledge.decision.context.denied_amounts import part_of
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.language.word_class import WordClass
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.value_kinds import is_of_stated_date

_VERBS = frozenset({"VERB", "PRTS"})
_DASHES = ("—", "–")
_TIMES = frozenset({ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.CLOCK, ValueKind.DURATION})


def is_of_another_deed(value: Value, fact: Fact, query: QueryTerms, lexicon: Lexicon) -> bool:
    """Whether the verb of the question stands in another part of the statement, with an amount of its own."""
    question = query.question
    if value.kind is not ValueKind.COUNT or is_of_stated_date(value, fact.says, question):
        return False
    verbs = [
        question.terms[at]
        for at in question.content_places
        if question.terms[at].morphology.first_pos in _VERBS
        and question.terms[at].word_class is WordClass.CONTENT
    ]
    keys = {key for term in verbs for key, level in term.keys if level >= Level.ROOT}
    own = part_of(fact.says, value)
    if not keys or _has_verb(own, keys, lexicon) or _leaves_out(value, keys, fact.says, lexicon):
        return False
    others = [one for one in values_of(fact) if one.kind not in _TIMES and part_of(fact.says, one) != own]
    return any(_has_verb(part_of(fact.says, one), keys, lexicon) for one in others)


def _leaves_out(value: Value, keys: set[str], says: str, lexicon: Lexicon) -> bool:
    """«19» of «Лада выиграла 27 партий, Рита — 19»: the dash stands for the verb before it."""
    before = says[: value.start].rstrip()
    if not before.endswith(_DASHES):
        return False
    verbs = [term for term in lexicon.read(before) if term.morphology.first_pos in _VERBS]
    return bool(verbs) and any(key in keys for key, _ in verbs[-1].keys)


def _has_verb(text: str, keys: set[str], lexicon: Lexicon) -> bool:
    verbs = (term for term in lexicon.read(text) if term.morphology.first_pos in _VERBS)
    return any(key in keys for term in verbs for key, _ in term.keys)
