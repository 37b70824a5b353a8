"""Words to terms: each word with the keys under which it may meet a word of the base.

A key is a lemma («диалог»), a root («~встрет»), a group of the language's thesaurus («=12»)
or of the pack's own synonyms («@3»). Two words meet at the best key that they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from knowledge.language import function_words as fw
from knowledge.language.counting import may_count, numerals
from knowledge.language.groups import Level, group_keys, language_groups, mark_phrases
from knowledge.language.morphology import Morphology, analyse, is_known
from knowledge.language.numbers import AGAIN, CARDINALS, LAST, MONTH_ADJECTIVES, MONTHS, NEXT, ORDINALS
from knowledge.language.roots import root
from knowledge.language.text import Token, clean, tokens
from knowledge.model import Terms

_VERBAL = frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})
_PREFIXES = tuple("на по за вы до при от пере про под с у о об раз рас из ис вз вс".split())
_SHORTEST_BARE = 4
_HEADS = tuple(
    """
    кино теле радио авто аэро авиа био эко гео фото видео аудио кибер веб медиа пресс спец гос мин нац мед
    сельхоз нефте газо электро энерго спорт гор обл сов евро меж вице экс теле онлайн супер мега микро мини
    """.split()
)
"""What compounds begin with; the rest of the word says what the thing is."""
_SHORTEST_TAIL = 4

_WORDS_REMEMBERED = 1_000_000
_TEXTS_REMEMBERED, _SHORT_TEXT = 8_192, 200
"""Texts up to this length are remembered: names, titles, and a question, which is read several times."""


class Kind(IntEnum):
    """What a word is in a question, by how much it carries."""

    FUNCTION = 0
    POLITE = 1
    LIGHT = 2
    CONTENT = 3


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its keys, the surest first."""

    token: Token
    keys: tuple[tuple[str, Level], ...]
    kind: Kind
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
        return bool(self.morphology.marks)


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word is wherever it stands."""

    morphology: Morphology
    kind: Kind
    own: tuple[tuple[str, Level], ...]
    """Keys of the pack's synonyms."""
    keys: tuple[tuple[str, Level], ...]
    """All keys that it has by itself."""
    names: frozenset[str]
    """The names of `keys`."""
    leads: bool
    """Whether a phrase may begin with it."""
    counts: bool
    """Whether its neighbours may say what number it is."""


class Lexicon:
    """Reads text into terms with one pack's synonyms and abbreviations."""

    def __init__(self, terms: Terms) -> None:
        groups = [*terms.synonyms, *((short, full) for short, full in terms.short.items())]
        self._words, self._phrases = group_keys(groups, "@", _phrase)
        self._known: dict[str, _Word] = {}
        self._read = lru_cache(_TEXTS_REMEMBERED)(self._read_short)
        self.content = lru_cache(_TEXTS_REMEMBERED)(self._content)
        self.sure = lru_cache(_TEXTS_REMEMBERED)(self._sure)

    def read(self, text: str, *, asking: bool = False) -> tuple[Term, ...]:
        """The terms of a raw or cleaned text, in order.

        `asking` adds to a verb the verbs that it may be made of («наобещать»: «обещать»);
        on both sides that would make «закрыть» meet «открыть».
        """
        if len(text) <= _SHORT_TEXT:
            return self._read(text, asking)
        return self.terms(tokens(clean(text)), asking=asking)

    def _read_short(self, text: str, asking: bool) -> tuple[Term, ...]:
        return self.terms(tokens(clean(text)), asking=asking)

    def _content(self, text: str) -> frozenset[str]:
        """All keys of a text but those of function words; remembered, since facts share names and titles."""
        return frozenset(key for term in self.read(text) if term.kind > Kind.FUNCTION for key, _ in term.keys)

    def _sure(self, text: str) -> frozenset[str]:
        """The keys of a text at which two words are the same."""
        return frozenset(key for term in self.read(text) for key, level in term.keys if level is Level.LEMMA)

    def keys(self, words: Sequence[str]) -> tuple[set[str], int]:
        """The keys of words already cut, as `terms` has them, and how many of the words carry meaning."""
        known = [self._known.get(word.lower()) or self._learn(word.lower()) for word in words]
        length = sum(word.kind > Kind.FUNCTION for word in known)
        if any(word.counts for word in known):
            apart = self.terms([Token(word, word.lower(), 0, 0) for word in words])
            return {key for term in apart for key, _ in term.keys}, length
        found = set().union(*[word.names for word in known])
        if any(word.leads for word in known):
            phrases = self._phrase_keys([word.morphology for word in known])
            found.update(key for keys in phrases.values() for key, _ in keys)
        return found, length

    def terms(self, words: Sequence[Token], *, asking: bool = False) -> tuple[Term, ...]:
        """The terms of words already cut."""
        known = [self._known.get(token.word) or self._learn(token.word) for token in words]
        morphologies = [word.morphology for word in known]
        extra = self._phrase_keys(morphologies) if any(word.leads for word in known) else {}
        counted = numerals(words, morphologies) if any(word.counts for word in known) else {}
        out = []
        for place, (token, word) in enumerate(zip(words, known, strict=True)):
            keys = word.keys
            if place in counted or place in extra:
                plain = tuple((key, Level.LEMMA) for key in counted.get(place, ())) or _plain_keys(token.word)
                keys = _best_first((*word.own, *extra.get(place, ()), *plain))
            if asking:
                more = _asking_keys(token.word)
                keys = _best_first((*more, *keys)) if more else keys
            out.append(Term(token, keys, word.kind, word.morphology))
        return tuple(out)

    def _phrase_keys(self, morphologies: Sequence[Morphology]) -> dict[int, list[tuple[str, Level]]]:
        """Place -> keys of the phrases that the word there is a part of."""
        found: list[list[tuple[str, Level]]] = [[] for _ in morphologies]
        _, language_phrases = language_groups()
        for groups, level in ((self._phrases, Level.SYNONYM), (language_phrases, Level.THESAURUS)):
            mark_phrases(morphologies, groups, level, found)
        return {place: keys for place, keys in enumerate(found) if keys}

    def _learn(self, word: str) -> _Word:
        """Work out what a word is, and remember it."""
        if len(self._known) >= _WORDS_REMEMBERED:
            self._known = {}
        morphology = analyse(word)
        _, language_phrases = language_groups()
        own = [key for lemma in morphology.lemmas for key in self._words.get(lemma, ())]
        marked = tuple((key, Level.SYNONYM) for key in (*own, *self._words.get(word, ())))
        plain = _plain_keys(word)
        keys = _best_first((*marked, *plain)) if marked else plain
        learnt = self._known[word] = _Word(
            morphology=morphology,
            kind=_kind(word, morphology),
            own=marked,
            keys=keys,
            names=frozenset(key for key, _ in keys),
            counts=may_count(word, morphology),
            leads=any(lemma in self._phrases or lemma in language_phrases for lemma in morphology.lemmas),
        )
        return learnt


def _best_first(keys: Iterable[tuple[str, Level]]) -> tuple[tuple[str, Level], ...]:
    return tuple(sorted(dict(keys).items(), key=lambda pair: -pair[1]))


@lru_cache(maxsize=200_000)
def _plain_keys(word: str) -> tuple[tuple[str, Level], ...]:
    """Keys that need no pack: lemmas, numbers, roots, the language's thesaurus."""
    keys: dict[str, Level] = {}
    words, _ = language_groups()
    for lemma in analyse(word).lemmas:
        keys[lemma] = Level.LEMMA
        number = number_key(lemma)
        if number:
            keys[number] = Level.LEMMA
        if not number and len(lemma) > 2:
            keys.setdefault(f"~{root(lemma)}", Level.ROOT)
        for group in words.get(lemma, ()):
            keys.setdefault(group, Level.THESAURUS)
        for tail in _tails(lemma):
            keys.setdefault(f"~{root(tail)}", Level.THESAURUS)
            for group in words.get(tail, ()):
                keys.setdefault(group, Level.THESAURUS)
    if analyse(word).first_pos in _VERBAL:
        keys[f"^{root(analyse(word).lemmas[0])}"] = Level.THESAURUS
    return _best_first(keys.items())


def _tails(lemma: str) -> Iterator[str]:
    """The word that a compound ends in: «кинофорум» is a «форум»."""
    for head in _HEADS:
        tail = lemma.removeprefix(head)
        if tail != lemma and len(tail) >= _SHORTEST_TAIL and is_known(tail):
            yield tail


@lru_cache(maxsize=20_000)
def _asking_keys(word: str) -> tuple[tuple[str, Level], ...]:
    """Keys that a word has in a question besides."""
    morphology = analyse(word)
    again = (("№+", Level.THESAURUS),) if AGAIN.intersection(morphology.lemmas) else ()
    return (*again, *_bare_keys(morphology))


def _bare_keys(morphology: Morphology) -> Iterator[tuple[str, Level]]:
    """Keys of the verbs that a verb may be made of: «наобещать» of «обещать»."""
    if morphology.first_pos not in _VERBAL:
        return
    verb = morphology.lemmas[0]
    for prefix in _PREFIXES:
        bare = verb.removeprefix(prefix)
        if bare == verb or len(bare) <= _SHORTEST_BARE:
            continue
        if is_known(bare) and analyse(bare).first_pos == "INFN":
            yield f"^{root(bare)}", Level.THESAURUS


def number_key(lemma: str) -> str | None:
    """`#2` for «двое», `№2` for «второй», `№+` for «следующий», `/6` for «июнь»; None for another word."""
    if lemma.isdecimal():
        return f"#{int(lemma)}"
    if lemma in ORDINALS:
        return f"№{ORDINALS[lemma]}"
    if lemma in NEXT:
        return "№+"
    if lemma in LAST:
        return "№-"
    if lemma in CARDINALS:
        return f"#{CARDINALS[lemma]}"
    for names in (MONTHS, MONTH_ADJECTIVES):
        if lemma in names:
            return f"/{names.index(lemma) + 1}"
    return None


def _kind(word: str, morphology: Morphology) -> Kind:
    forms = {word, *morphology.lemmas}
    if forms & fw.RELATIONS:
        return Kind.CONTENT
    if forms & fw.FUNCTION or morphology.first_pos in fw.FUNCTION_POS:
        return Kind.FUNCTION
    if forms & fw.POLITE or (forms & fw.POLITE_VERBS and _speaks_of_asker(morphology)):
        return Kind.POLITE
    return Kind.LIGHT if forms & fw.LIGHT else Kind.CONTENT


def _speaks_of_asker(morphology: Morphology) -> bool:
    return bool(morphology.moods & fw.ASKER_MOODS) or morphology.first_pos == "INFN"


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(analyse(token.word).lemmas[0] for token in tokens(clean(text)))
