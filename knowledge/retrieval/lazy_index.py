"""The keys of many facts without the rest of their evidence: enough to find each among a hundred thousand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.facts.model import Fact, FactBase
from knowledge.language.batch_tokenizer import BatchTokenizer
from knowledge.language.lexicon import Lexicon
from knowledge.language.tokens import folded_words
from knowledge.parsed_facts.fact_parser import key_counts, referred_keys
from knowledge.retrieval.bm25 import LONG
from knowledge.retrieval.postings import Postings, merge_postings


@dataclass(frozen=True, slots=True)
class TextLength:
    """Of a long statement: its words that carry meaning, and how often it has each key."""

    length: int
    counts: Mapping[str, int]


class LazyIndex:
    """Facts, numbered as they come; what is found of each equals the same of its evidence.

    A word has its keys wherever it stands, and facts share dates, places, people and events: so facts are put
    down by word and by what they refer to, and by key only at the end.
    """

    def __init__(self, base: FactBase, lexicon: Lexicon) -> None:
        self._base, self._lexicon = base, lexicon
        self._gleaner = BatchTokenizer(lexicon)
        self.facts: list[Fact] = []
        self.long: list[tuple[int, TextLength]] = []
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        self._by_key: defaultdict[str, list[int]] = defaultdict(list)
        self._referring: defaultdict[frozenset[str], list[int]] = defaultdict(list)
        self._elsewhere = Counter[str]()
        """How many facts have a form of a word only where it has other keys or none."""

    def add(self, fact: Fact) -> None:
        number = len(self.facts)
        self.facts.append(fact)
        found = self._gleaner.read((fact.says, *fact.questions))
        says = found.said[0]
        if len(says) > LONG and (length := self._gleaner.length(says)) > LONG:
            self.long.append((number, TextLength(length, key_counts(self._lexicon.read(fact.says)))))
        for word in found.alone:
            self._by_word[word].append(number)
        for key in found.keys:
            self._by_key[key].append(number)
        names = {word for name in (fact.where, fact.said_by) if name for word in folded_words(name)}
        if names or found.together:
            self._elsewhere.update((found.together | names) - found.alone)
        for piece in set(referred_keys(fact, self._base, self._lexicon)):
            self._referring[piece].append(number)

    def forms(self) -> Counter[str]:
        """How many facts use each form of a word."""
        forms = Counter({word: len(facts) for word, facts in self._by_word.items()})
        forms.update(self._elsewhere)
        return forms

    def postings(self, subject: frozenset[str]) -> tuple[Postings, Postings]:
        """The facts by the keys of their words, and by the others that they have; `subject` all have."""
        by_words = ((self._gleaner.keys(word), facts) for word, facts in self._by_word.items())
        by_keys = (((key,), facts) for key, facts in self._by_key.items())
        spoken = merge_postings((*by_words, *by_keys))
        meta = merge_postings((*self._referring.items(), (subject, list(range(len(self.facts))))))
        return Postings(spoken), Postings(_without(meta, spoken))


def _without(some: Mapping[str, list[int]], other: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """The numbers under each key that do not stand under it there."""
    left = dict[str, list[int]]()
    for key, numbers in some.items():
        gone = other.get(key)
        kept = numbers if gone is None else sorted(set(numbers).difference(gone))
        if kept:
            left[key] = kept
    return left
