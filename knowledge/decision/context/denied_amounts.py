"""Whether the amount that «сколько … не …» asks for stands in a part of a statement that denies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import matching_values
from knowledge.scoring.value_choice import pick_clear
from knowledge.understanding.denials import calls_off, denied_places, denies_in_words
from knowledge.understanding.denied_by import denies_by_other

_MARKS = re.compile(r"[,;()]\s|\s[—–]\s|\bи\s")
_FOR = read_groups("function_words/prepositions")["lasting"]
_ALREADY = read_groups("function_words/particles")["already"]
_FIRST = "№1"


def amount_is_denied(found: ScoredFact, query: QueryTerms, denied: Sequence[Term], lexicon: Lexicon) -> bool:
    """«Сколько рейсов не полетело» of «отменили шесть рейсов»: the value's own part denies, and does not
    state what is denied; «первая за семь лет» denies the years before."""
    value = asked_amount(found, query, lexicon)
    if value is None:
        return False
    says = found.fact.says
    part = part_of(says, value)
    terms = lexicon.read(part)
    said = {key for term in terms for key, level in term.keys if level >= Level.ROOT}
    if any(key in said for term in denied for key, level in term.keys if level >= Level.ROOT):
        return False
    denies = denies_in_words(part) or calls_off(part) or denies_by_other(part, denied, lexicon)
    return denies or _is_first_for(says, value, lexicon)


def is_told_of_denied(found: ScoredFact, query: QueryTerms, lexicon: Lexicon) -> bool:
    """«Сколько имён уже разобрано» of «12 имён не прочитаны»: the amount is of what is not so."""
    question = query.question
    acts = [question.terms[at] for at in question.content_places if _acts(question.terms[at])]
    value = asked_amount(found, query, lexicon) if acts and not question.request.negated else None
    if value is None or value.kind is not ValueKind.COUNT:
        return False
    part = lexicon.read(part_of(found.fact.says, value))
    denied = [part[at] for at in denied_places(part) if _acts(part[at])]
    keys = {key for term in denied for key, level in term.keys if level >= Level.ROOT}
    already = any(term.word in _ALREADY for term in question.terms)
    return bool(denied) and (already or any(key in keys for act in acts for key, _ in act.keys))


def asked_amount(found: ScoredFact, query: QueryTerms, lexicon: Lexicon) -> Value | None:
    return pick_clear(matching_values(found.fact, query, lexicon), found.fact, query, lexicon)


def part_of(says: str, value: Value) -> str:
    """The part between marks around a value; a colon only explains what stands before it."""
    first = max((mark.end() for mark in _MARKS.finditer(says, 0, value.start)), default=0)
    after = _MARKS.search(says, value.end)
    return says[first : after.start() if after else len(says)]


def _is_first_for(says: str, value: Value, lexicon: Lexicon) -> bool:
    before = lexicon.read(says[: value.start])[-2:]
    if len(before) < 2 or before[-1].word not in _FOR:
        return False
    return any(key == _FIRST for key, _ in before[0].keys)


def _acts(term: Term) -> bool:
    return term.morphology.first_pos in ("VERB", "PRTS", "INFN")
