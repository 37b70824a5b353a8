"""Words to terms: each word with the keys under which it may meet a word of the base.

A key is a lemma («диалог»), a root («~встрет»), a family («%7»), a group of the language's thesaurus
(«=12»), a kind («<зверь») or a group of the pack's own synonyms («@3»).
Two words meet at the best key that they share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.facts.model import Terms
from knowledge.language.lexical_keys import asking_keys, best_first, plain_keys, special_keys
from knowledge.language.morphology import Morphology, analyse
from knowledge.language.numeral_recognition import may_count, numerals
from knowledge.language.synonyms import Level, index_members, language_groups, mark_phrases
from knowledge.language.tokens import Token, normalize, tokens
from knowledge.language.word_class import WordClass, word_class_of

_WORDS_REMEMBERED = 1_000_000
_ASKED_REMEMBERED = 20_000
_TEXTS_REMEMBERED, _SHORT_TEXT = 8_192, 200
"""Texts up to this length are remembered: names, titles, and a question, which is read several times."""


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
    """What a word is wherever it stands."""

    morphology: Morphology
    kind: WordClass
    own: tuple[tuple[str, Level], ...]
    """Keys of the pack's synonyms."""
    kinds: tuple[tuple[str, Level], ...]
    """Keys of the kinds that it belongs to."""
    keys: tuple[tuple[str, Level], ...]
    """All keys that it has by itself where the base says it."""
    leads: bool
    """Whether a phrase may begin with it."""
    follows: bool
    """Whether it may be the second word of a phrase."""
    counts: bool
    """Whether its neighbours may say what number it is."""


class Lexicon:
    """Reads text into terms with one pack's synonyms and abbreviations."""

    def __init__(self, terms: Terms) -> None:
        groups = [*terms.synonyms, *((short, full) for short, full in terms.short.items())]
        self._words, self._phrases = index_members(
            (f"@{number}", _phrase(member)) for number, group in enumerate(groups) for member in group
        )
        seconds = frozenset[str]().union(*(bucket.seconds for bucket in self._phrases.values()))
        self._first = _language_places()[0].union(self._phrases)
        self._second = _language_places()[1] | seconds
        self._known: dict[str, LexiconEntry] = {}
        self._read = lru_cache(_TEXTS_REMEMBERED)(self._read_short)
        self._asked = lru_cache(_ASKED_REMEMBERED)(self._asked_keys)
        self.content = lru_cache(_TEXTS_REMEMBERED)(self._content)
        self.sure = lru_cache(_TEXTS_REMEMBERED)(self._sure)

    def read(self, text: str, *, asking: bool = False) -> tuple[Term, ...]:
        """The terms of a raw or cleaned text, in order.

        `asking` adds to a verb the verbs that it may be made of («наобещать»: «обещать»);
        on both sides that would make «закрыть» meet «открыть».
        """
        if len(text) <= _SHORT_TEXT:
            return self._read(text, asking)
        return self.terms(tokens(normalize(text)), asking=asking)

    def _read_short(self, text: str, asking: bool) -> tuple[Term, ...]:
        return self.terms(tokens(normalize(text)), asking=asking)

    def _asked_keys(self, word: str) -> tuple[tuple[str, Level], ...]:
        """All keys that a word has by itself where a reader asks."""
        own = (self._known.get(word) or self._learn(word)).own
        return best_first((*asking_keys(word), *own, *plain_keys(word)))

    def _content(self, text: str) -> frozenset[str]:
        """All keys of a text but those of function words; remembered, since facts share names and titles."""
        return frozenset(
            key for term in self.read(text) if term.word_class > WordClass.FUNCTION for key, _ in term.keys
        )

    def _sure(self, text: str) -> frozenset[str]:
        """The keys of a text at which two words are the same."""
        return frozenset(key for term in self.read(text) for key, level in term.keys if level is Level.LEMMA)

    def word(self, word: str) -> LexiconEntry:
        """What a folded word is, whatever stands beside it."""
        return self._known.get(word) or self._learn(word)

    def phrase_keys(self, words: Sequence[str]) -> set[str]:
        """Keys of the phrases that stand among folded words."""
        phrases = self._phrase_keys([self.word(word).morphology for word in words])
        return {key for keys in phrases.values() for key, _ in keys}

    def terms(self, words: Sequence[Token], *, asking: bool = False) -> tuple[Term, ...]:
        """The terms of words already cut."""
        known = [self._known.get(token.word) or self._learn(token.word) for token in words]
        morphologies = [word.morphology for word in known]
        extra = self._phrase_keys(morphologies) if any(word.leads for word in known) else {}
        counted = numerals(words, morphologies) if any(word.counts for word in known) else {}
        out = []
        for place, (token, word) in enumerate(zip(words, known, strict=True)):
            keys = self._asked(token.word) if asking else word.keys
            if place in counted or place in extra:
                plain = tuple((key, Level.LEMMA) for key in counted.get(place, ())) or plain_keys(token.word)
                more = asking_keys(token.word) if asking else word.kinds
                keys = best_first((*more, *word.own, *extra.get(place, ()), *plain))
            out.append(Term(token, keys, word.kind, word.morphology))
        return tuple(out)

    def _phrase_keys(self, morphologies: Sequence[Morphology]) -> dict[int, list[tuple[str, Level]]]:
        """Place -> keys of the phrases that the word there is a part of."""
        found: list[list[tuple[str, Level]]] = [[] for _ in morphologies]
        _, language_phrases = language_groups()
        for groups, level in ((self._phrases, Level.SYNONYM), (language_phrases, Level.THESAURUS)):
            mark_phrases(morphologies, groups, level, found)
        return {place: keys for place, keys in enumerate(found) if keys}

    def _learn(self, word: str) -> LexiconEntry:
        """Work out what a word is, and remember it."""
        if len(self._known) >= _WORDS_REMEMBERED:
            self._known = {}
        morphology = analyse(word)
        own = [key for lemma in morphology.lemmas for key in self._words.get(lemma, ())]
        marked = tuple((key, Level.SYNONYM) for key in (*own, *self._words.get(word, ())))
        plain = plain_keys(word)
        kinds = tuple(special_keys(morphology))
        keys = best_first((*marked, *kinds, *plain)) if marked or kinds else plain
        learnt = self._known[word] = LexiconEntry(
            morphology=morphology,
            kind=word_class_of(word, morphology),
            own=marked,
            kinds=kinds,
            keys=keys,
            counts=may_count(word, morphology),
            leads=not self._first.isdisjoint(morphology.lemmas),
            follows=not self._second.isdisjoint(morphology.lemmas),
        )
        return learnt


@cache
def _language_places() -> tuple[frozenset[str], frozenset[str]]:
    """Lemmas that stand first and second in the language's phrases."""
    phrases = language_groups()[1]
    return frozenset(phrases), frozenset().union(*(bucket.seconds for bucket in phrases.values()))


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(analyse(token.word).lemmas[0] for token in tokens(normalize(text)))
