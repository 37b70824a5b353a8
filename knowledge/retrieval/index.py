"""An inverted index from keys to facts: finds the few facts that are worth scoring in full."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from math import log
from typing import NamedTuple

from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.parsed_facts.parsed_fact import Example, ParsedFact
from knowledge.retrieval.bm25 import LengthStatistics
from knowledge.retrieval.candidates import Candidates
from knowledge.retrieval.lazy_index import LazyIndex, ParsedFactCache, UnparsedFact
from knowledge.retrieval.postings import Postings

_INDIRECT_WEIGHT = 0.5
"""The share of a term's weight for a fact that only refers to the word and has it in none of its texts."""
_CLASS_WEIGHT = {
    WordClass.FUNCTION: 0.0,
    WordClass.POLITE: 0.25,
    WordClass.LIGHT: 0.5,
    WordClass.CONTENT: 1.0,
}
_MIN_IDF = 0.15
"""Of a key that every fact has."""
_SMALL = 256
"""Up to so many facts the mean length of statements is exact, and how many facts have a key nearly so."""
_SIZE_DIGITS, _FREQUENCY_DIGITS = 3, 2
"""Binary digits of the counts behind the weights: one more fact must not weigh every word anew, which would
flip replies that it has nothing to do with."""


class WeighedExample(NamedTuple):
    """The weights of an example question's content words by place, and their sum."""

    weights: Mapping[int, float]
    total: float


class Index:
    """Facts by key and by number. A copy shares all that neither of the two changes afterwards.

    Of two facts with the same score the one with the lower number comes first.
    """

    def __init__(self, facts: Iterable[ParsedFact] = (), cache: ParsedFactCache | None = None) -> None:
        self._facts: dict[int, ParsedFact | UnparsedFact] = {}
        self._cache = cache or ParsedFactCache(_cannot_parse)
        self._texts, self._indirect = Postings(), Postings()
        """Posting lists of the keys of the facts' texts, and of their other keys."""
        self.long_statements = LengthStatistics()
        self.next_number = 0
        """Greater than all numbers in use."""
        self._examples: dict[str, WeighedExample] = {}
        self.side_keys: frozenset[str] = frozenset()
        """Keys of the names of all sides; set by the owner of the base."""
        for fact in facts:
            self.add(fact)

    def __len__(self) -> int:
        return len(self._facts)

    def __getitem__(self, number: int) -> ParsedFact:
        slot = self._facts[number]
        return self._cache.parse(slot) if isinstance(slot, UnparsedFact) else slot

    @property
    def numbers(self) -> Set[int]:
        return self._facts.keys()

    def fact(self, number: int) -> Fact:
        return self._facts[number].fact

    def copy(self, cache: ParsedFactCache | None = None) -> Index:
        """The same index, to be changed independently; `cache` parses what is not parsed yet."""
        other = Index(cache=cache)
        other._facts, other.long_statements = self._facts.copy(), self.long_statements.copy()
        other._texts, other._indirect = self._texts.copy(), self._indirect.copy()
        other.next_number, other.side_keys = self.next_number, self.side_keys
        return other

    @classmethod
    def of_unparsed(cls, keys: LazyIndex, subject_keys: frozenset[str], cache: ParsedFactCache) -> Index:
        """An index of facts that are parsed when they are first found."""
        index = cls(cache=cache)
        index._facts = {number: UnparsedFact(fact) for number, fact in enumerate(keys.facts)}
        index._texts, index._indirect = keys.postings(subject_keys)
        index.long_statements, index.next_number = LengthStatistics(keys.long_statements), len(index._facts)
        return index

    def add(self, fact: ParsedFact) -> int:
        """Index a fact after all others; returns its number."""
        number = self.next_number
        self.put(number, fact)
        return number

    def put(self, number: int, fact: ParsedFact, old: ParsedFact | None = None) -> None:
        """Index a fact under a number, in place of `old` if there is one."""
        self.next_number = max(self.next_number, number + 1)
        self._facts[number] = fact
        self._replace_keys(number, old, fact)

    def remove(self, number: int, old: ParsedFact | None = None) -> None:
        """Remove a fact; `old` is what was parsed of it, where the caller has that."""
        old = old or self[number]
        del self._facts[number]
        self._replace_keys(number, old, None)

    def _replace_keys(self, number: int, old: ParsedFact | None, new: ParsedFact | None) -> None:
        self.long_statements.replace(number, new)
        (old_text, old_indirect), (new_text, new_indirect) = _keys(old), _keys(new)
        self._texts.move(number, old_text, new_text)
        self._indirect.move(number, old_indirect, new_indirect)

    def weigh_example(self, example: Example) -> WeighedExample:
        """The weights of an example question's content words, computed once."""
        known = self._examples.get(example.text)
        if known is None:
            terms = example.question.terms
            weights = {place: self.weight(terms[place]) for place in example.question.content_places}
            known = self._examples[example.text] = WeighedExample(weights, sum(weights.values()) or 1e-9)
        return known

    def with_any(self, keys: Iterable[str]) -> set[int]:
        """Numbers of the facts whose texts have any of the keys."""
        return {number for key in keys for number in self._texts.get(key) or ()}

    def frequency(self, key: str) -> int:
        """How many facts have a key (document frequency)."""
        return self._texts.count(key) + self._indirect.count(key)

    @property
    def max_idf(self) -> float:
        """The inverse document frequency of a key that one fact alone has."""
        return log(1 + self._size / 1.5)

    def idf(self, key: str) -> float:
        """Inverse document frequency: a rare key says more."""
        size, frequency = self._size, self.frequency(key)
        is_small = len(self._facts) <= _SMALL
        having = _middle(frequency, _FREQUENCY_DIGITS) if is_small else _round_down(frequency, 1)
        return max(log(1 + (max(size - having, 0) + 0.5) / (having + 0.5)), _MIN_IDF)

    @property
    def _size(self) -> float:
        return _middle(len(self._facts), _SIZE_DIGITS)

    @property
    def mean_length(self) -> float:
        """The mean number of words of the long statements."""
        mean = self.long_statements.mean
        return mean if len(self._facts) <= _SMALL else float(_round_down(int(mean), 3))

    def differences(self, other: Index) -> dict[int, list[ParsedFact]]:
        """Numbers of the facts that differ between two indexes, with what each has under the number."""
        numbers = self._facts.keys() | other._facts.keys()
        differ = [number for number in numbers if self._facts.get(number) is not other._facts.get(number)]
        return {
            number: [index[number] for index in (self, other) if number in index._facts] for number in differ
        }

    def is_parsed(self, number: int) -> bool:
        """Whether a fact need not be parsed to be looked at."""
        return not isinstance(self._facts[number], UnparsedFact)

    def best_key(self, term: Term) -> tuple[str, Level] | None:
        """The surest key of a term that any fact has."""
        return next(((key, level) for key, level in term.keys if self.frequency(key)), None)

    def weight(self, term: Term) -> float:
        """How much a term says in this base: its class times its inverse document frequency."""
        return self.weigh(term)[0]

    def weigh(self, term: Term) -> tuple[float, bool]:
        """The weight of a term, and whether any fact has it."""
        best = self.best_key(term)
        idf = self.max_idf if best is None else self.idf(best[0])
        return _CLASS_WEIGHT[term.word_class] * idf, best is not None

    def candidates(self, terms: Sequence[Term], most: int) -> list[tuple[int, float]]:
        """Numbers and scores of the facts that share most with the terms, best first."""
        return self.candidates_of([(self.weight(term), term) for term in terms], most)

    def candidates_of(self, weighed: Sequence[tuple[float, Term]], most: int) -> list[tuple[int, float]]:
        """The same of terms whose weights are known."""
        postings = ((self._texts, 1.0), (self._indirect, _INDIRECT_WEIGHT))
        candidates = Candidates(postings, self.long_statements, self.mean_length)
        return candidates.best(weighed, most)


def _middle(count: int, digits: int) -> float:
    """The middle of the counts that begin with the same so many binary digits."""
    step = 1 << max(count.bit_length() - digits, 0)
    return count // step * step + (step - 1) / 2


def _round_down(count: int, digits: int) -> int:
    """A count rounded down to so many binary digits."""
    shift = max(count.bit_length() - digits, 0)
    return count >> shift << shift


_NONE: frozenset[str] = frozenset()


def _keys(fact: ParsedFact | None) -> tuple[frozenset[str], frozenset[str]]:
    return (_NONE, _NONE) if fact is None else (fact.text_keys, fact.indirect_keys)


def _cannot_parse(fact: Fact) -> ParsedFact:
    raise LookupError(fact.id)
