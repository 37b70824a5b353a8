"""For large bases: facts are indexed by key alone, and each is parsed when it is first found.

Of a hundred thousand facts the keys are read many times faster than everything else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.facts.model import Fact, FactBase
from knowledge.language.batch_tokenizer import BatchTokenizer
from knowledge.language.lexicon import Lexicon
from knowledge.language.tokens import folded_words
from knowledge.parsed_facts.fact_parser import count_keys, reference_keys
from knowledge.parsed_facts.parsed_fact import ParsedFact
from knowledge.retrieval.bm25 import LONG
from knowledge.retrieval.postings import Postings, merge_postings

CACHE_SIZE = 4_000


@dataclass(frozen=True, slots=True, eq=False)
class UnparsedFact:
    """A fact that is indexed but not parsed. Compared by identity: another object means another parse."""

    fact: Fact


class ParsedFactCache:
    """An LRU cache of parsed facts."""

    def __init__(self, parse: Callable[[Fact], ParsedFact], size: int = CACHE_SIZE) -> None:
        self._parse = parse
        self._size = size
        self._facts: dict[UnparsedFact, ParsedFact] = {}

    def parse(self, slot: UnparsedFact) -> ParsedFact:
        """The parsed fact, from the cache if it is there."""
        parsed = self._facts.pop(slot, None) or self._parse(slot.fact)
        self._facts[slot] = parsed
        if len(self._facts) > self._size:
            self._facts.pop(next(iter(self._facts)), None)
        return parsed


@dataclass(frozen=True, slots=True)
class TextLength:
    """The length of a long statement in words and how often each key occurs in it."""

    length: int
    key_counts: Mapping[str, int]


class LazyIndex:
    """Collects the keys of facts, which get ascending numbers; the result equals that of parsed facts.

    A word has the same keys wherever it stands, and facts share dates, places, people and events. So facts
    are collected by word and by reference, and by key only at the end.
    """

    def __init__(self, base: FactBase, lexicon: Lexicon) -> None:
        self._base, self._lexicon = base, lexicon
        self._tokenizer = BatchTokenizer(lexicon)
        self.facts: list[Fact] = []
        self.long_statements: list[tuple[int, TextLength]] = []
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        self._by_key: defaultdict[str, list[int]] = defaultdict(list)
        self._by_reference: defaultdict[frozenset[str], list[int]] = defaultdict(list)
        self._other_forms = Counter[str]()
        """How many facts have a word form only where it has other keys than alone, or in a name."""

    def add(self, fact: Fact) -> None:
        number = len(self.facts)
        self.facts.append(fact)
        found = self._tokenizer.read((fact.says, *fact.questions))
        statement = found.texts[0]
        if len(statement) > LONG and (length := self._tokenizer.content_length(statement)) > LONG:
            key_counts = count_keys(self._lexicon.read(fact.says))
            self.long_statements.append((number, TextLength(length, key_counts)))
        for word in found.context_free:
            self._by_word[word].append(number)
        for key in found.keys:
            self._by_key[key].append(number)
        names = {word for name in (fact.where, fact.said_by) if name for word in folded_words(name)}
        if names or found.contextual:
            self._other_forms.update((found.contextual | names) - found.context_free)
        for keys in set(reference_keys(fact, self._base, self._lexicon)):
            self._by_reference[keys].append(number)

    def word_forms(self) -> Counter[str]:
        """How many facts have each word form."""
        forms = Counter({word: len(facts) for word, facts in self._by_word.items()})
        forms.update(self._other_forms)
        return forms

    def postings(self, subject_keys: frozenset[str]) -> tuple[Postings, Postings]:
        """Posting lists of the facts' texts, and of their indirect keys, which include the subject's."""
        by_words = ((self._tokenizer.keys(word), facts) for word, facts in self._by_word.items())
        by_keys = (((key,), facts) for key, facts in self._by_key.items())
        texts = merge_postings((*by_words, *by_keys))
        everywhere = (subject_keys, list(range(len(self.facts))))
        indirect = merge_postings((*self._by_reference.items(), everywhere))
        return Postings(texts), Postings(_without(indirect, texts))


def _without(some: Mapping[str, list[int]], other: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """Posting lists without the numbers that have the same key in the other lists."""
    left = dict[str, list[int]]()
    for key, numbers in some.items():
        excluded = other.get(key)
        kept = numbers if excluded is None else sorted(set(numbers).difference(excluded))
        if kept:
            left[key] = kept
    return left
