"""«Сколько стоит вход» of «вход бесплатный, а за стоянку берут 200 рублей»: of another thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.values import Value
from knowledge.language.word_class import WordClass
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.value_parts import Part, edges_of, part_around, part_at

_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_CONTRAST = re.compile(r"[,;]\s*(?:а|но)\s", re.IGNORECASE)
_PARTICLES = read_groups("function_words/particles")
_IN_ALL, _AS_WELL, _REST = _PARTICLES["in_all"], _PARTICLES["as_well"], _PARTICLES["the_rest"]
_CONTRAST_WIDTH = 4
"""Letters of « но »."""
_DASH = re.compile(r"\s[—–]\s")


def is_of_another_share(value: Value, fact: Fact, query: QueryTerms, lexicon: Lexicon) -> bool:
    """Whether what is asked about stands in another part, which has no such value."""
    says, terms, edges = fact.says, lexicon.read(fact.says), edges_of(fact.says)
    held = [one for one in values_of(fact) if one.kind is value.kind]
    own = part_around(value, says, held, edges)
    asked = [one.term for one in query.terms if one.term.morphology.first_pos in ("NOUN", "ADJF")]
    outside = [term for term in terms if not any(one.start <= term.token.start < one.end for one in held)]
    met = [term for term in outside if any(_is_met(term, one) for one in asked)]
    if not met or any(_within(term, own) for term in met):
        return False
    parts = {part_at(term.token.start, says, edges) for term in met}
    if len(parts) != 1 or any(parts == {part_at(one.start, says, edges)} for one in held):
        return False
    other = parts.pop()
    left_out = _is_left_out(other, own, says, terms, shared=len(held) > 1)
    return left_out or _is_opposed(other, own, value, says, terms, query)


def is_further_part(value: Value, fact: Fact, query: QueryTerms, lexicon: Lexicon) -> bool:
    """«Сколько всего мест» of «занято 30 мест, ещё пять мест пустуют»: five come on top, and are not all."""
    if not any(term.word in _IN_ALL for term in query.question.terms):
        return False
    before = [term for term in lexicon.read(fact.says) if term.token.start < value.start]
    return bool(before) and before[-1].word in _AS_WELL


def _is_left_out(other: Part, own: Part, says: str, terms: Sequence[Term], *, shared: bool) -> bool:
    """«Омск набрал 90 очков и стал вторым, Пермь — третьей»: nothing is told of the points of Perm; of values
    `shared` out, «семь соток — лук, две — укроп, прочее — мята», no name need be left out.
    «Остальное — город» says itself that the rest is another's."""
    if other[0] >= own[1] and any(
        _REST.intersection(t.morphology.lemmas) for t in terms if _within(t, other)
    ):
        return True
    acts = any(term.morphology.first_pos in _VERBS for term in terms if _within(term, other))
    is_told = shared or any(term.token.capitalised for term in terms if _within(term, other))
    return other[0] >= own[1] and not acts and is_told and _DASH.search(says, *other) is not None


def _is_opposed(
    other: Part, own: Part, value: Value, says: str, terms: Sequence[Term], query: QueryTerms
) -> bool:
    """«А», «но» between the two, and in the value's part a noun of its own and nothing that is asked."""
    if other[0] >= own[0] or _CONTRAST.search(says, other[1], own[0] + _CONTRAST_WIDTH) is None:
        return False
    mine = [term for term in terms if _within(term, own) and not value.start <= term.token.start < value.end]
    if any("NPRO" in term.morphology.pos for term in mine):
        return False
    nouns = [
        term for term in mine if term.morphology.first_pos == "NOUN" and term.word_class is WordClass.CONTENT
    ]
    asked = (one.term for one in query.terms)
    return bool(nouns) and not any(_is_met(term, one) for one in asked for term in mine)


def _within(term: Term, part: Part) -> bool:
    return part[0] <= term.token.start < part[1]


def _is_met(said: Term, asked: Term) -> bool:
    keys = {key for key, level in asked.keys if level >= Level.ROOT}
    return any(key in keys for key, level in said.keys if level >= Level.ROOT)
