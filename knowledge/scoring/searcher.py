"""Finds the facts nearest to a question and says how near each is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from knowledge.facts.model import Fact, FactBase
from knowledge.language.lexicon import Term
from knowledge.language.preamble import strip_preamble
from knowledge.language.spell_checker import CheckedText, SpellChecker
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.parsed_facts.parsed_fact import Evidence
from knowledge.results import Slot
from knowledge.retrieval.indexed_base import LARGE, IndexedBase, ReadProgress, name_keys
from knowledge.retrieval.query_terms import QueryTerms, weigh_terms
from knowledge.retrieval.vocabulary import asking_words
from knowledge.scoring.features import Features, extract_features
from knowledge.scoring.ranking import rank
from knowledge.understanding.question import Question, understand

CLOSER_LOOK = 8
"""How many candidates of the index are measured at the most."""
ALWAYS_MEASURED = 4
WORTH_MEASURING = 0.4
"""Beyond the first few a candidate is measured from this share of the best one's score: of 641 tuning
questions none was answered by a fact below it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A fact measured against a question; `score` is a logit."""

    evidence: Evidence
    features: Features
    share: float
    reach: float
    score: float
    nearest: str | None
    """The example question that asks the same, if one does."""

    @property
    def fact(self) -> Fact:
        return self.evidence.fact


@dataclass(frozen=True, slots=True)
class Search:
    """A question weighed and the facts found for it, best first."""

    query: QueryTerms
    found: tuple[Found, ...]

    @property
    def question(self) -> Question:
        return self.query.question


class Searcher:
    """One base, indexed. Building reads every fact once; searching changes nothing."""

    def __init__(self, base: FactBase, progress: ReadProgress | None = None, large: int = LARGE) -> None:
        self._hold(IndexedBase(base, progress, large))
        self.repairer = SpellChecker(self._library.stock.forms.members, asking_words())

    def edited(self, base: FactBase) -> Searcher:
        """A searcher for another state of the base, equal to one built of it; this one stays as it is."""
        other = Searcher.__new__(Searcher)
        other._hold(self._library.edited(base))
        other.repairer = self.repairer.changed(other._library.stock.forms.members)
        return other

    def _hold(self, library: IndexedBase) -> None:
        self._library = library
        self.base, self.lexicon, self.index = library.base, library.lexicon, library.index
        self.sorts = library.stock.sorts
        self._names = {person.id: name_keys(person, self.lexicon) for person in self.base.people}

    def parts(self, text: str) -> tuple[Question, ...]:
        """A cleaned, mended clause as one question for each thing and person that it asks for.

        «Где и когда прошёл диалог» asks two things, «кто такие Линч и Джонсон» of two people.
        """
        question = understand(text, self.lexicon, asking=True)
        named = [place for place in question.content_places if self._is_name(question.terms[place])]
        content = [
            place
            for place in question.content_places
            if question.terms[place].word_class is WordClass.CONTENT
        ]
        if content and named == content and question.slot is Slot.PERSON and question.slots:
            question = replace(question, slots=(Slot.POST,))
        people = self._people(question)
        if question.slot is Slot.POST and len(people) > 1 and named == content:
            other = [place for place in question.content_places if place not in named]
            return tuple(
                replace(question, content_places=tuple(sorted([*other, *places])), slots=(Slot.POST,))
                for places in people
            )
        return tuple(replace(question, slots=(slot,)) for slot in question.slots) or (question,)

    def _is_name(self, term: Term) -> bool:
        return any(key in self.sorts["person"] for key, level in term.keys if level >= Level.ROOT)

    def _people(self, question: Question) -> list[list[int]]:
        """Places of the words of each person that the question names."""
        found: dict[str, list[int]] = {}
        for person in self.base.people:
            keys = self._names[person.id]
            places = [
                place
                for place in question.content_places
                if any(key in keys for key, level in question.terms[place].keys if level is Level.LEMMA)
            ]
            if places and not any(set(places) <= set(other) for other in found.values()):
                found[person.id] = places
        return list(found.values())

    def search(self, question: Question, without: str | None = None) -> Search:
        """Search for a question; `without` is an example question to be left out."""
        query = weigh_terms(question, self.index)
        candidates = self.index.candidates([word.term for word in query.terms], CLOSER_LOOK)
        best = candidates[0][1] if candidates else 0.0
        found = []
        for place, (number, likeness) in enumerate(candidates):
            if place >= ALWAYS_MEASURED and likeness < WORTH_MEASURING * best:
                break
            evidence = self.index[number] if without is None else self.index[number].without(without)
            features, nearest = extract_features(query, evidence, self.index)
            share, reach = likeness / (best or 1.0), likeness / query.total
            found.append(Found(evidence, features, share, reach, rank(features, share, reach), nearest))
        found.sort(key=lambda item: -item.score)
        return Search(query, tuple(found))

    def prepare(self, text: str) -> CheckedText:
        """A cleaned text mended and without its run-up."""
        mended = self.repairer.repair(text)
        return CheckedText(strip_preamble(mended.text, self.knows), mended.changes)

    def knows(self, word: str) -> bool:
        """Whether a word belongs to the matter of the base, by its lemma or a synonym of the pack."""
        return any(
            term.word_class is WordClass.CONTENT
            and any(level >= Level.SYNONYM and self.index.frequency(key) for key, level in term.keys)
            for term in self.lexicon.read(word)
        )
