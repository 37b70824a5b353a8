"""A name that stands by the noun asked about: «лесничихе Агате» for «как зовут лесничиху»."""

from __future__ import annotations

from itertools import pairwise

from knowledge.data.tables import read_groups, read_words
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import readings
from knowledge.language.question_words import WHICH
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.retrieval.query_terms import QueryTerms

_NAMED = read_groups("question_words/groups")["name"]
_BY_WHOM = read_groups("question_words/groups")["by_whom"]
_REFLEXIVE = tuple(read_words("morphemes/reflexives"))
_HOLDING = read_groups("function_words/prepositions")["holding"]
_PASSIVE = frozenset({"PRTS", "PRTF"})


def name_beside(fact: Fact, query: QueryTerms, lexicon: Lexicon) -> str | None:
    """The given name right after an animate noun of the question, in the nominative; only in a question of a
    name, and None where its form is not sure."""
    if not any(_NAMED.intersection(term.morphology.lemmas) for term in query.question.terms):
        return None
    asked = {
        key
        for one in query.terms
        if _may_be_somebody(one.term)
        for key, level in one.term.keys
        if level >= Level.ROOT
    }
    terms = lexicon.read(fact.says)
    for at, (noun, name) in enumerate(pairwise(terms)):
        between = fact.says[noun.token.end : name.token.start]
        met = _may_be_somebody(noun) and any(key in asked for key, _ in noun.keys)
        if not met or between != " " or noun.token.capitalised or not name.token.capitalised:
            continue
        after = terms[at + 2] if at + 2 < len(terms) else None
        if after is None or not after.token.capitalised:
            return _nominative(name)
    return None


def _may_be_somebody(term: Term) -> bool:
    """An animate noun, or one that the dictionary does not know: «лесничиха»."""
    return term.morphology.first_pos == "NOUN" and (term.morphology.animate or not term.morphology.known)


def _nominative(name: Term) -> str | None:
    """The dictionary form of a given name, where all its readings as a name agree."""
    named = [one for one in readings(name.token.written) if "Name" in one.tag]
    lemmas = {one.normal_form for one in named}
    return lemmas.pop().capitalize() if len(lemmas) == 1 else None


def asks_obliquely(query: QueryTerms) -> bool:
    """«У кого учился художник», «с какой собакой», «кем она была»: who did it is no answer."""
    terms, first = query.question.terms, min(query.question.asking_places, default=0)
    if not terms:
        return False
    before = terms[first - 1] if first else None
    if before is not None and before.morphology.first_pos == "PREP":
        acts = any(
            term.morphology.first_pos == "VERB" and term.word_class is WordClass.CONTENT for term in terms
        )
        return (acts and before.word in _HOLDING) or terms[first].word in WHICH
    return terms[first].word in _BY_WHOM and not any(
        term.morphology.first_pos in _PASSIVE or term.word.endswith(_REFLEXIVE) for term in terms
    )
