"""The matter of a question: each word that has to be accounted for, its class and its weight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.language import attribute_reading
from knowledge.language.function_words import RELATIONS
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.retrieval.index import Index
from knowledge.understanding.question import Question, numbers_times, written_as_name
from knowledge.understanding.question_features import QuestionFeatures, question_features

_VERBAL = frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})


class TermClass(StrEnum):
    """What it means that a fact does not account for a word of this class."""

    ORDINAL = "ordinal"
    NUMBER = "number"
    NAME = "name"
    ATTRIBUTE = "attribute"
    """A word of an attribute asked for: «возраст», «стоить»."""
    HEAD = "head"
    """The noun after «какой» or «сколько»."""
    RELATION = "relation"
    NOUN = "noun"
    VERB = "verb"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """One word of the matter. `held` says whether any fact of the base has it."""

    term: Term
    term_class: TermClass
    weight: float
    held: bool
    attributes: frozenset[str]


@dataclass(frozen=True, slots=True)
class QueryTerms:
    """A question with all that does not depend on the fact, worked out once."""

    question: Question
    terms: tuple[QueryTerm, ...]
    total: float
    line: str
    """The lemmas in order, for comparison by letters."""
    features: QuestionFeatures
    by_key: Mapping[str, tuple[tuple[int, Level], ...]]
    """Key -> places among the words that have it, each with its level."""
    bound: tuple[tuple[str, frozenset[str]], ...]
    """Each ordinal with the keys of the noun that it numbers."""

    @property
    def keys(self) -> frozenset[str]:
        return self.features.keys

    @property
    def attributes(self) -> frozenset[str]:
        return frozenset(attribute for word in self.terms for attribute in word.attributes)


def weigh_terms(question: Question, index: Index) -> QueryTerms:
    """Weigh the words of a question by how much each says in this base."""
    asked = attribute_reading.asked(question.terms, question.counted)
    words = []
    for place in question.content_places:
        term = question.terms[place]
        attributes = asked.get(place, frozenset())
        held = index.best_key(term) is not None
        kind = _class(question, place, attributes)
        words.append(QueryTerm(term, kind, index.weight(term), held, attributes))
    line = " ".join(word.term.lemma for word in words)
    total = sum(word.weight for word in words) or 1e-9
    return QueryTerms(
        question,
        tuple(words),
        total,
        line,
        question_features(question),
        _by_key(words),
        question.bound_ordinals,
    )


def _by_key(words: Sequence[QueryTerm]) -> dict[str, tuple[tuple[int, Level], ...]]:
    by_key: dict[str, tuple[tuple[int, Level], ...]] = {}
    for place, word in enumerate(words):
        for key, level in word.term.keys:
            by_key[key] = (*by_key.get(key, ()), (place, level))
    return by_key


def _class(question: Question, place: int, attributes: frozenset[str]) -> TermClass:
    term = question.terms[place]
    sure = [key for key, level in term.keys if level is Level.LEMMA]
    if any(key[0] == "№" for key in sure):
        return TermClass.OTHER if numbers_times(question.terms, place) else TermClass.ORDINAL
    if any(key[0] in "#/" for key in sure):
        named = _is_of_name(question, place)
        return TermClass.NUMBER if term.word_class is WordClass.CONTENT and not named else TermClass.OTHER
    if attributes:
        return TermClass.ATTRIBUTE
    if term.is_name or written_as_name(question.text, question.terms, place):
        return TermClass.NAME
    if term.word in RELATIONS:
        return TermClass.RELATION
    if place in question.heads:
        return TermClass.HEAD
    pos = term.morphology.first_pos
    return TermClass.NOUN if pos == "NOUN" else TermClass.VERB if pos in _VERBAL else TermClass.OTHER


def _is_of_name(question: Question, place: int) -> bool:
    """«Норд 2», «Норд 2 Про»: a number between a word in capitals and the end of a name is a part of it."""
    text, terms = question.text, question.terms
    if not place or not written_as_name(text, terms, place - 1):
        return False
    token = terms[place].token
    joined = text[terms[place - 1].token.end : token.start] in (" ", "-")
    ends = text[token.end : token.end + 1] in ("»", '"')
    goes_on = place + 1 < len(terms) and terms[place + 1].token.capitalised
    return joined and (ends or goes_on)
