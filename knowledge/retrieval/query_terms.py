"""The query of a question: its content words with what each one is and how much it weighs in this base."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from knowledge.language.antonyms import antonyms
from knowledge.language.attributes import asked_attributes
from knowledge.language.function_words import RELATIONS
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import SPEECH
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.retrieval.index import Index
from knowledge.understanding.question import Question, is_time_ordinal, written_as_name
from knowledge.understanding.question_features import QuestionFeatures, question_features

_LAST = "№-"
_VERBAL = frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})


class TermClass(StrEnum):
    """What a content word is; it decides what it means that a fact does not have the word."""

    ORDINAL = "ordinal"
    NUMBER = "number"
    NAME = "name"
    ATTRIBUTE = "attribute"
    """A word that asks for an attribute: «возраст», «стоить»."""
    HEAD = "head"
    """The noun after «какой» or «сколько»."""
    RELATION = "relation"
    NOUN = "noun"
    VERB = "verb"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """One content word of the question."""

    term: Term
    term_class: TermClass
    weight: float
    share: float
    """The weight over that of a word that one fact alone has."""
    is_in_base: bool
    """Whether any fact has one of its keys."""
    attributes: frozenset[str]
    """The attributes that it may ask for."""


@dataclass(frozen=True)
class QueryTerms:
    """A question with all that does not depend on the fact, computed once for all candidates."""

    question: Question
    terms: tuple[QueryTerm, ...]
    total_weight: float
    lemmas: str
    """Those of the terms as one string, for comparison by letters."""
    features: QuestionFeatures
    positions: Mapping[str, tuple[tuple[int, Level], ...]]
    """Key -> positions in `terms` of those that have it, each with its level."""
    bound_ordinals: tuple[tuple[str, frozenset[str]], ...]
    """Each ordinal's key with the keys of the noun that it numbers."""

    @cached_property
    def keys(self) -> Set[str]:
        """All keys of the terms."""
        return self.positions.keys()

    @cached_property
    def lemma_keys(self) -> frozenset[str]:
        """Those of the words themselves."""
        return frozenset(key for one in self.terms for key, level in one.term.keys if level is Level.LEMMA)

    @cached_property
    def root_keys(self) -> frozenset[str]:
        """Those that share a root at least."""
        return frozenset(key for one in self.terms for key, level in one.term.keys if level >= Level.ROOT)

    @cached_property
    def keys_in_base(self) -> frozenset[str]:
        """The keys of the terms of which a fact has any."""
        return frozenset(key for one in self.terms if one.is_in_base for key, _ in one.term.keys)

    @cached_property
    def content(self) -> tuple[Term, ...]:
        return tuple(one.term for one in self.terms if one.term.word_class is WordClass.CONTENT)

    @cached_property
    def attributes(self) -> frozenset[str]:
        return frozenset(attribute for one in self.terms for attribute in one.attributes)

    @cached_property
    def asks_speech(self) -> bool:
        """Whether somebody's words are asked for."""
        return any(lemma in SPEECH for one in self.terms for lemma in one.term.morphology.lemmas)

    @cached_property
    def opposites(self) -> tuple[tuple[int, frozenset[str]], ...]:
        """For each term that has antonyms, its position and their keys; not where it is denied, nor where
        the question names both («от первого до последнего», «детская теплее взрослой»)."""
        table, negated = antonyms(), self.features.negated_starts
        named = {one.term.lemma for one in self.terms}
        return tuple(
            (position, table[one.term.lemma])
            for position, one in enumerate(self.terms)
            if one.term.lemma in table
            and one.term.token.start not in negated
            and named.isdisjoint(table[one.term.lemma])
        )


def weigh_terms(question: Question, index: Index) -> QueryTerms:
    """Weigh the content words of a question by how much each says in this base."""
    asked = asked_attributes(question.terms, question.counted_place)
    terms: list[QueryTerm] = []
    for place in question.content_places:
        term = question.terms[place]
        attributes = asked.get(place, frozenset())
        term_class = _term_class(question, place, attributes)
        if term_class is TermClass.ORDINAL:
            term = replace(term, keys=tuple(_numbering_keys(term)))
        terms.append(QueryTerm(term, term_class, *_weight(term, index), attributes))
    return QueryTerms(
        question=question,
        terms=tuple(terms),
        total_weight=_total(terms),
        lemmas=" ".join(one.term.lemma for one in terms),
        features=question_features(question),
        positions=_positions(terms),
        bound_ordinals=question.bound_ordinals,
    )


def reweigh(query: QueryTerms, index: Index) -> QueryTerms:
    """The same question weighed by another index; the query itself where it weighs the same there."""
    weights = [_weight(one.term, index) for one in query.terms]
    if all(
        own == (one.weight, one.share, one.is_in_base) for one, own in zip(query.terms, weights, strict=True)
    ):
        return query
    terms = [
        QueryTerm(one.term, one.term_class, *own, one.attributes)
        for one, own in zip(query.terms, weights, strict=True)
    ]
    return replace(query, terms=tuple(terms), total_weight=_total(terms))


def _weight(term: Term, index: Index) -> tuple[float, float, bool]:
    """The weight of a term, its share and whether any fact has it, as in `QueryTerm`."""
    weight, is_in_base = index.weigh(term)
    return weight, weight / (index.max_idf or 1.0), is_in_base


def _total(terms: Sequence[QueryTerm]) -> float:
    return sum(one.weight for one in terms) or 1e-9


def _positions(terms: Sequence[QueryTerm]) -> dict[str, tuple[tuple[int, Level], ...]]:
    found: dict[str, tuple[tuple[int, Level], ...]] = {}
    for position, one in enumerate(terms):
        for key, level in one.term.keys:
            found[key] = (*found.get(key, ()), (position, level))
    return found


def _term_class(question: Question, place: int, attributes: frozenset[str]) -> TermClass:
    term = question.terms[place]
    lemma_keys = [key for key, level in term.keys if level is Level.LEMMA]
    if any(key[0] == "№" for key in lemma_keys):
        return TermClass.OTHER if is_time_ordinal(question.terms, place) else TermClass.ORDINAL
    if any(key[0] in "#/" for key in lemma_keys):
        is_asked = term.word_class is WordClass.CONTENT and not _is_part_of_name(question, place)
        return TermClass.NUMBER if is_asked else TermClass.OTHER
    if attributes:
        return TermClass.ATTRIBUTE
    if term.is_name or written_as_name(question.text, question.terms, place):
        return TermClass.NAME
    if term.word in RELATIONS:
        return TermClass.RELATION
    if place in question.head_places:
        return TermClass.HEAD
    pos = term.morphology.first_pos
    return TermClass.NOUN if pos == "NOUN" else TermClass.VERB if pos in _VERBAL else TermClass.OTHER


def _numbering_keys(term: Term) -> Iterator[tuple[str, Level]]:
    """The keys of an ordinal: no synonym of it numbers the same event, but «прежний» is «предыдущий»."""
    is_last = (_LAST, Level.LEMMA) in term.keys
    return (pair for pair in term.keys if is_last or pair[1] is Level.LEMMA)


def _is_part_of_name(question: Question, place: int) -> bool:
    """«Норд 2», «Норд 2 Про»: a number after a capitalised word, before another one or a closing quote."""
    text, terms = question.text, question.terms
    if not place or not written_as_name(text, terms, place - 1):
        return False
    token = terms[place].token
    joined = text[terms[place - 1].token.end : token.start] in (" ", "-")
    ends = text[token.end : token.end + 1] in ("»", '"')
    goes_on = place + 1 < len(terms) and terms[place + 1].token.capitalised
    return joined and (ends or goes_on)
