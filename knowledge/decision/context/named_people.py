"""Facts on the people that a question names go before those on others, whatever else they share with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.retrieval.named_subjects import NamedSubjects
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.searcher import ScoredFact, SearchResult


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A word of a question that is a name, with all keys of the people that it may name."""

    term: Term
    keys: frozenset[str]


def named_people(query: QueryTerms, subjects: NamedSubjects) -> tuple[NamedPerson, ...]:
    """The words of a question that name people of the base: «фогт», «Алиса», but not «мороз» for a Мороз."""
    found: list[NamedPerson] = []
    for one in query.terms:
        if not _may_be_name(one.term):
            continue
        keys = {key for key, level in one.term.keys if level >= Level.SYNONYM}
        people = [names for _, names in subjects.people if keys & names]
        if people:
            found.append(NamedPerson(one.term, frozenset[str]().union(*people)))
    return tuple(found)


def _may_be_name(term: Term) -> bool:
    """Whether a word is capitalised, or hardly any other word than a name; one in small letters that is a
    word too, as «фогт» is, names somebody where it is what a person may be called."""
    morphology = term.morphology
    is_word = morphology.known and not morphology.always_name and not morphology.animate
    return term.token.capitalised or not is_word


def lacks_named(found: ScoredFact, named: Sequence[NamedPerson]) -> bool:
    """Whether a fact has none of the people of one of the names."""
    return any(one.keys.isdisjoint(found.parsed.keys) for one in named)


def of_named_first(search: SearchResult, subjects: NamedSubjects) -> SearchResult:
    """The same facts; where the best one is on others than the people named, those on them come first."""
    named = named_people(search.query, subjects) if search.facts else ()
    if not named or not lacks_named(search.facts[0], named):
        return search
    own = [one for one in search.facts if not lacks_named(one, named)]
    if not own:
        return search
    lower = min(one.score for one in own) - 1
    others = [replace(one, score=min(one.score, lower)) for one in search.facts if one not in own]
    return replace(search, facts=(*own, *others))
