"""Searches a base: finds the candidates for a question and scores each against it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from knowledge.facts.model import Fact, FactBase
from knowledge.language.asking_words import asking_words
from knowledge.language.main_spellings import LatinNames, MainSpellings
from knowledge.language.preamble import strip_preamble
from knowledge.language.spell_checker import CheckedText, SpellChecker, SpellingCorrection
from knowledge.language.spoken_codes import join_codes
from knowledge.language.synonyms import Level
from knowledge.language.tokens import tokens
from knowledge.language.word_class import WordClass
from knowledge.parsed_facts.parsed_fact import ParsedFact
from knowledge.retrieval.event_resolver import EventResolver
from knowledge.retrieval.indexed_base import LARGE, IndexedBase, ReadProgress
from knowledge.retrieval.named_subjects import NamedSubjects
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.features import Features, extract_features
from knowledge.scoring.last_question import Described, LastQuestion, SearchedQuestion, search_once
from knowledge.scoring.question_parts import QuestionParts
from knowledge.scoring.ranking import rank
from knowledge.scoring.read_questions import ReadQuestion, ReadQuestions
from knowledge.understanding.asides import strip_asides
from knowledge.understanding.clauses import split_clauses
from knowledge.understanding.openings import strip_opening
from knowledge.understanding.question import Question
from knowledge.understanding.question_last import question_first
from knowledge.understanding.second_times import as_again, tells_again
from knowledge.understanding.telling_frames import without_telling_frame

_WORDS_CACHED = 4_096
MAX_CANDIDATES = 8
"""How many candidates of the index are scored at most."""
_ALWAYS_SCORED = 4
_MIN_SHARE_OF_BEST = 0.4
"""After the first few a candidate is scored only if the index gives it this share of the best one's score:
of 641 tuning questions none was answered by a fact below it."""


@dataclass(frozen=True, slots=True)
class ScoredFact:
    """A fact scored against a question; `score` is a logit."""

    parsed: ParsedFact
    features: Features
    share_of_best: float
    """The index's score of the fact over that of the first candidate, 0..1."""
    share_of_possible: float
    """The index's score over the most that any fact could have, about 0..1."""
    score: float
    same_example: str | None
    """The example that asks the same as the question, if one does."""

    @property
    def fact(self) -> Fact:
        return self.parsed.fact


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A question as a query, and the facts found for it, best first."""

    query: QueryTerms
    facts: tuple[ScoredFact, ...]

    @property
    def question(self) -> Question:
        return self.query.question


class Searcher:
    """Searches one base. Building it reads every fact; searching changes nothing."""

    def __init__(self, base: FactBase, progress: ReadProgress | None = None, large: int = LARGE) -> None:
        self._use(IndexedBase(base, progress, large))
        self.spell_checker = SpellChecker(self._indexed.catalogue.word_forms.members, asking_words())

    def edited(self, base: FactBase) -> Searcher:
        """A searcher for another state of the base, equal to one built from it; this one stays as it is."""
        other = Searcher.__new__(Searcher)
        other._use(self._indexed.edited(base))
        other.spell_checker = self.spell_checker.changed(other._indexed.catalogue.word_forms.members)
        return other

    def _use(self, indexed: IndexedBase) -> None:
        self._indexed = indexed
        self.base, self.lexicon, self.index = indexed.base, indexed.lexicon, indexed.index
        self.name_keys = indexed.catalogue.name_keys
        self._parts = QuestionParts(indexed.base, indexed.lexicon, self.name_keys["person"])
        self._prepared: tuple[str, bool, CheckedText] | None = None
        self._last = LastQuestion("", ())
        self._read = ReadQuestions()
        self.knows = lru_cache(_WORDS_CACHED)(self._knows)
        """Whether a word is a content word of the base, by its lemma or a synonym of the pack."""

    @property
    def word_forms(self) -> frozenset[str]:
        """Folded forms of all words of the base."""
        return self._indexed.catalogue.word_forms.members

    @cached_property
    def events(self) -> EventResolver:
        """Finds the event that words name; made when it is first needed."""
        return EventResolver(self.base, self.lexicon)

    @cached_property
    def subjects(self) -> NamedSubjects:
        """The people and sides that words may name; made when they are first needed."""
        return NamedSubjects(self.base, self.lexicon)

    @cached_property
    def respell(self) -> Callable[[str], str]:
        """Gives names of a text their main spelling in this base."""
        return MainSpellings((person.name, person.names) for person in self.base.people).respell

    @cached_property
    def tells_again(self) -> bool:
        """Whether the statements say what was done again, and of nothing for which time it was done."""
        return tells_again(fact.says for fact in self.base.facts)

    @cached_property
    def _publisher_words(self) -> frozenset[str]:
        return frozenset(token.word for token in tokens(self.base.source.publisher))

    @cached_property
    def _latin_names(self) -> LatinNames:
        return LatinNames((person.name, person.names) for person in self.base.people)

    def read(self, text: str) -> ReadQuestion:
        """A normalised question without its greeting, asked alone; kept."""
        found = self._read.of(text)
        if found is None:
            prepared = self.prepare(text)
            parts = self.parts(prepared.text) if len(split_clauses(prepared.text)) == 1 else ()
            last = self._last
            searches = last.found if last.parts is parts else {}
            self._read.keep(text, found := ReadQuestion(prepared, parts, searches))
        elif found.earlier is not None:
            self._read.keep(text, found := replace(found, earlier=None))
        return found

    def adopt(self, text: str, read: ReadQuestion) -> None:
        """Keep what the searcher of another state of the base has read, which is the same."""
        self._read.keep(text, read)

    def use(self, text: str) -> None:
        """Take a question that is kept for the one asked last."""
        if (read := self._read.of(text)) is not None:
            self._prepared = text, False, read.prepared
            if read.parts and self._last.text != read.prepared.text:
                self._last = LastQuestion(read.prepared.text, read.parts, read.found, read.earlier)

    def parts(self, text: str) -> tuple[Question, ...]:
        """A prepared clause as one question for each slot and person that it asks for.

        «Где и когда прошёл диалог» asks for two slots, «кто такие Линч и Джонсон» for two people.
        """
        last = self._last
        if last.text != text or not last.parts:
            last = self._last = LastQuestion(text, self._parts.of(text))
        return last.parts

    def search(self, question: Question, without: str | None = None) -> SearchResult:
        """Search for a question; `without` is an example question to be left out."""
        found = search_once(question, self._last, self.index, MAX_CANDIDATES)
        query, candidates = found.query, found.candidates
        best = candidates[0][1] if candidates else 0.0
        facts = []
        for place, (number, score) in enumerate(candidates):
            if place >= _ALWAYS_SCORED and score < _MIN_SHARE_OF_BEST * best:
                break
            whole = self.index[number]
            parsed = whole if without is None else whole.without(without)
            _, features, same_example = self._describe(found, number, whole, parsed, without)
            of_best, of_possible = score / (best or 1.0), score / query.total_weight
            logit = rank(features, of_best, of_possible)
            facts.append(ScoredFact(parsed, features, of_best, of_possible, logit, same_example))
        facts.sort(key=lambda one: -one.score)
        return SearchResult(query, tuple(facts))

    def _describe(
        self, found: SearchedQuestion, number: int, whole: ParsedFact, parsed: ParsedFact, without: str | None
    ) -> Described:
        key = number, None if parsed is whole else without
        known = found.known(key, whole)
        if known is None:
            known = (whole, *extract_features(found.query, parsed, self.index, self.lexicon))
        found.described[key] = known
        return known

    def prepare(self, text: str, *, as_typed: bool = False) -> CheckedText:
        """A normalised text with its spelling corrected, unless `as_typed`, and without its preamble."""
        last = self._prepared
        if last is None or last[:2] != (text, as_typed):
            last = self._prepared = text, as_typed, self._prepare(text, as_typed=as_typed)
        return last[2]

    def _prepare(self, text: str, *, as_typed: bool) -> CheckedText:
        text = join_codes(text, self.word_forms)
        checked = CheckedText(text) if as_typed else self.spell_checker.repair(text)
        named, latin = self._latin_names.replace(checked.text)
        changes = (*checked.changes, *(SpellingCorrection(old, new) for old, new in latin))
        checked = CheckedText(named, changes)
        told = without_telling_frame(checked.text, self._publisher_words)
        text = question_first(strip_opening(told)[0])
        text = as_again(text) if self.tells_again else text
        asked = strip_preamble(strip_asides(text, self.knows), self.knows)
        return CheckedText(" ".join(asked.split()), checked.changes)

    def _knows(self, word: str) -> bool:
        return any(
            term.word_class is WordClass.CONTENT
            and any(level >= Level.SYNONYM and self.index.frequency(key) for key, level in term.keys)
            for term in self.lexicon.read(word)
        )
