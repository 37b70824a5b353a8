"""Words to terms: each word with the keys by which it may match a word of the base.

A key is a lemma («диалог»), a root («~встрет»), a family («%7»), a group of the language's thesaurus
(«=12»), a kind («<зверь») or a group of the pack's own synonyms («@3»).
Two words match at the surest key that they share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.facts.model import Terms
from knowledge.language.lexical_keys import best_first, hypernym_keys, question_keys, word_keys
from knowledge.language.morphology import Morphology, analyse
from knowledge.language.numeral_recognition import may_be_number, number_keys
from knowledge.language.synonyms import Level, index_members, language_groups, mark_phrases
from knowledge.language.tokens import Token, normalize, tokens
from knowledge.language.word_class import WordClass, word_class_of

_WORDS_CACHED = 1_000_000
_QUESTION_WORDS_CACHED = 20_000
_TEXTS_CACHED, _SHORT_TEXT = 4_096, 200
"""Texts up to this length are cached: names, titles, and a question, which is read several times."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its keys, the surest first."""

    token: Token
    keys: tuple[tuple[str, Level], ...]
    word_class: WordClass
    morphology: Morphology

    @property
    def word(self) -> str:
        return self.token.word

    @property
    def lemma(self) -> str:
        return self.morphology.lemmas[0]

    @property
    def is_name(self) -> bool:
        """Whether the dictionary marks it as a name of a person or a place."""
        return bool(self.morphology.marks) and (self.token.capitalised or self.morphology.always_name)


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """What a word form is, whatever stands beside it."""

    morphology: Morphology
    word_class: WordClass
    pack_keys: tuple[tuple[str, Level], ...]
    """Keys of the pack's synonyms."""
    hypernym_keys: tuple[tuple[str, Level], ...]
    """Keys of the general words that may stand for it in a question."""
    keys: tuple[tuple[str, Level], ...]
    """All keys that it has in a text of the base."""
    starts_phrase: bool
    """Whether a phrase may begin with it."""
    continues_phrase: bool
    """Whether it may be the second word of a phrase."""
    may_be_number: bool
    """Whether it is a number to be read with its neighbours."""


class Lexicon:
    """Reads text into terms with one pack's synonyms and abbreviations."""

    def __init__(self, terms: Terms) -> None:
        groups = [*terms.synonyms, *((short, full) for short, full in terms.short.items())]
        self._words, self._phrases = index_members(
            (f"@{number}", _phrase(member)) for number, group in enumerate(groups) for member in group
        )
        seconds = frozenset[str]().union(*(bucket.seconds for bucket in self._phrases.values()))
        self._first = _phrase_lemmas()[0].union(self._phrases)
        self._second = _phrase_lemmas()[1] | seconds
        self._entries: dict[str, LexiconEntry] = {}
        self._read = lru_cache(_TEXTS_CACHED)(self._read_short)
        self._asked = lru_cache(_QUESTION_WORDS_CACHED)(self._asked_keys)
        self.content = lru_cache(_TEXTS_CACHED)(self._content)
        self.sure = lru_cache(_TEXTS_CACHED)(self._sure)

    def read(self, text: str, *, asking: bool = False) -> tuple[Term, ...]:
        """The terms of a raw or cleaned text, in order.

        `asking` adds to a verb the verbs that it may be formed from («наобещать»: «обещать»); added on both
        sides, it would make «закрыть» match «открыть».
        """
        if len(text) <= _SHORT_TEXT:
            return self._read(text, asking)
        return self.terms(tokens(normalize(text)), asking=asking)

    def _read_short(self, text: str, asking: bool) -> tuple[Term, ...]:
        return self.terms(tokens(normalize(text)), asking=asking)

    def _asked_keys(self, word: str) -> tuple[tuple[str, Level], ...]:
        """All keys of a word in a question, whatever stands beside it."""
        own = self.word(word).pack_keys
        return best_first((*question_keys(word), *own, *word_keys(word)))

    def _content(self, text: str) -> frozenset[str]:
        """All keys of a text except those of function words; cached, since facts share names and titles."""
        return frozenset(
            key for term in self.read(text) if term.word_class > WordClass.FUNCTION for key, _ in term.keys
        )

    def _sure(self, text: str) -> frozenset[str]:
        """The keys of a text that mean the same word: lemmas and numbers."""
        return frozenset(key for term in self.read(text) for key, level in term.keys if level is Level.LEMMA)

    def word(self, word: str) -> LexiconEntry:
        """The entry of a folded word."""
        return self._entries.get(word) or self._add(word)

    def phrase_keys(self, words: Sequence[str]) -> set[str]:
        """Keys of the phrases among folded words."""
        phrases = self._phrase_keys([self.word(word).morphology for word in words])
        return {key for keys in phrases.values() for key, _ in keys}

    def terms(self, words: Sequence[Token], *, asking: bool = False) -> tuple[Term, ...]:
        """The terms of a tokenized text."""
        known = [self._entries.get(token.word) or self._add(token.word) for token in words]
        morphologies = [word.morphology for word in known]
        extra = self._phrase_keys(morphologies) if any(word.starts_phrase for word in known) else {}
        counted = number_keys(words, morphologies) if any(word.may_be_number for word in known) else {}
        out = []
        for place, (token, word) in enumerate(zip(words, known, strict=True)):
            keys = self._asked(token.word) if asking else word.keys
            if place in counted or place in extra:
                plain = tuple((key, Level.LEMMA) for key in counted.get(place, ())) or word_keys(token.word)
                more = question_keys(token.word) if asking else word.hypernym_keys
                keys = best_first((*more, *word.pack_keys, *extra.get(place, ()), *plain))
            out.append(Term(token, keys, word.word_class, word.morphology))
        return tuple(out)

    def _phrase_keys(self, morphologies: Sequence[Morphology]) -> dict[int, list[tuple[str, Level]]]:
        """Position -> keys of the phrases that the word there is part of."""
        found: list[list[tuple[str, Level]]] = [[] for _ in morphologies]
        _, language_phrases = language_groups()
        for groups, level in ((self._phrases, Level.SYNONYM), (language_phrases, Level.THESAURUS)):
            mark_phrases(morphologies, groups, level, found)
        return {place: keys for place, keys in enumerate(found) if keys}

    def _add(self, word: str) -> LexiconEntry:
        """Analyse a word and keep the result."""
        if len(self._entries) >= _WORDS_CACHED:
            self._entries = {}
        morphology = analyse(word)
        own = [key for lemma in morphology.lemmas for key in self._words.get(lemma, ())]
        marked = tuple((key, Level.SYNONYM) for key in (*own, *self._words.get(word, ())))
        plain = word_keys(word)
        kinds = tuple(hypernym_keys(morphology))
        keys = best_first((*marked, *kinds, *plain)) if marked or kinds else plain
        entry = self._entries[word] = LexiconEntry(
            morphology=morphology,
            word_class=word_class_of(word, morphology),
            pack_keys=marked,
            hypernym_keys=kinds,
            keys=keys,
            may_be_number=may_be_number(word, morphology),
            starts_phrase=not self._first.isdisjoint(morphology.lemmas),
            continues_phrase=not self._second.isdisjoint(morphology.lemmas),
        )
        return entry


@cache
def _phrase_lemmas() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the second lemmas of the language's phrases."""
    phrases = language_groups()[1]
    return frozenset(phrases), frozenset().union(*(bucket.seconds for bucket in phrases.values()))


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(analyse(token.word).lemmas[0] for token in tokens(normalize(text)))
