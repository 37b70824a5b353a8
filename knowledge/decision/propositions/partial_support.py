"""Statements that seem to affirm a proposition, but hold only a part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.data.tables import read_groups
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import analyse
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Polarity, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import wording
from knowledge.understanding.question import Question

_PARTICLES = read_groups("function_words/particles")
_MEANT = frozenset().union(*read_groups("requests/intentions").values())
_PRONOUNS = read_groups("function_words/pronouns")
_THIRD = _PRONOUNS["he"] | _PRONOUNS["she"] | _PRONOUNS["they"]
_INSTEAD = "вместо"
_SUBSTITUTE = re.compile(rf"\b{_INSTEAD} (\w+)([^,;:()—–]*)", re.IGNORECASE)
_DEEDS = frozenset({"VERB", "INFN", "PRTS"})
_EVERYBODY = _PARTICLES["everybody"]
_EVERY = frozenset(lemma for word in _EVERYBODY for lemma in analyse(word).lemmas)


def is_of_some_only(question: Question, fact: Fact, lexicon: Lexicon) -> bool:
    """«Всем бесплатно?» of «дети ездят бесплатно»: the statement does not say that it is so for everybody."""
    if not any(term.word in _EVERYBODY for term in question.terms):
        return False
    return not any(_EVERY.intersection(term.morphology.lemmas) for term in lexicon.read(fact.says))


def has_amount_alone(question: Question, found: ScoredFact) -> bool:
    """«Упали пятеро?» of «трое судей из пяти»: the statement has the number, and no other word of content."""
    values = question.request.values
    content = [
        term for at in question.content_places if (term := question.terms[at]).word_class is WordClass.CONTENT
    ]
    inside = [term for term in content if any(one.start <= term.token.start < one.end for one in values)]
    others = [term for term in content if term not in inside]
    counted = [term for term in inside if term.morphology.first_pos == "NOUN"]
    told = found.parsed.text_keys
    met = any(key in told for term in (*others, *counted) for key, _ in term.keys)
    return bool(values and others) and not met


def is_wished_in_examples(question: Question, found: ScoredFact) -> bool:
    """«Завод купил Орлов?» of a fact that only its example «кто хотел купить завод» has the verb of."""
    deeds = [
        term
        for term in question.terms
        if "past" in term.morphology.moods and term.morphology.first_pos == "VERB"
        if term.word_class is WordClass.CONTENT
        if not any(key in found.parsed.statement_keys for key, _ in term.keys)
    ]
    wished = {
        lemma
        for example in found.parsed.examples
        for before, after in pairwise(example.question.terms)
        if after.morphology.first_pos == "INFN" and _MEANT.intersection(before.morphology.lemmas)
        for lemma in after.morphology.lemmas
    }
    return any(wished.intersection(term.morphology.lemmas) for term in deeds)


def tells_of_substitute(question: Question, says: str, lexicon: Lexicon) -> bool:
    """«Паром ходит?» of «паром в ремонте, вместо него пойдёт катер»: the deed is of what stands in for it."""
    found = _SUBSTITUTE.search(says)
    if found is None or any(term.word == _INSTEAD for term in question.terms):
        return False
    content = [question.terms[at] for at in question.content_places]
    asked = {key for term in content for key, _ in term.keys}
    replaced = lexicon.read(found[1])[0]
    if replaced.word not in _THIRD and not _has_one(asked, replaced):
        return False
    rest, part = lexicon.read(says[: found.start()] + says[found.end() :]), lexicon.read(found[2])
    said, own = _lemma_keys(rest), _lemma_keys(part)
    things = [term for term in content if term.morphology.first_pos == "NOUN"]
    if any(key in own for term in things for key, _ in term.keys):
        return False
    deeds = [term for term in content if term.morphology.first_pos in _DEEDS]
    return bool(deeds) and not all(any(key in said for key, _ in term.keys) for term in deeds)


def _has_one(asked: set[str], term: Term) -> bool:
    return any(key in asked for key, _ in term.keys)


def _lemma_keys(terms: Sequence[Term]) -> set[str]:
    return {key for term in terms for key, level in term.keys if level >= Level.ROOT}


def partly_lead(fact: Fact) -> YesNoLead | None:
    """«Всё скосили?» of a fact that gives a share."""
    shares = [value for value in values_of(fact) if value.kind is ValueKind.PERCENT]
    if not shares:
        return None
    whole = any(value.low >= 100 for value in shares)
    return YesNoLead(polarity=Polarity.YES if whole else Polarity.NO, held=wording(fact, shares[0]))
