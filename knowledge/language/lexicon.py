"""Words to terms: each word with the keys under which it may meet a word of the base.

A key is a lemma («диалог»), a root («~встрет»), a family («%7»), a group of the language's thesaurus
(«=12»), a kind («<4») or a group of the pack's own synonyms («@3»).
Two words meet at the best key that they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from knowledge.language import function_words as fw
from knowledge.language.compounds import bare_verbs, tails
from knowledge.language.counting import numerals
from knowledge.language.families import family_keys
from knowledge.language.groups import Level, group_keys, kind_keys, language_groups, mark_phrases
from knowledge.language.morphology import Morphology, analyse
from knowledge.language.numbers import AGAIN, CARDINALS, LAST, MONTH_ADJECTIVES, MONTHS, NEXT, ORDINALS
from knowledge.language.roots import root
from knowledge.language.text import Token, clean, tokens
from knowledge.model import Terms

_VERBAL = frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})


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


class Lexicon:
    """Reads text into terms with one pack's synonyms and abbreviations."""

    def __init__(self, terms: Terms) -> None:
        groups = [*terms.synonyms, *((short, full) for short, full in terms.short.items())]
        self._words, self._phrases = group_keys(groups, "@", _phrase)

    def read(self, text: str, *, asking: bool = False) -> tuple[Term, ...]:
        """The terms of a raw or cleaned text, in order.

        `asking` adds to a verb the verbs that it may be made of («наобещать»: «обещать»);
        on both sides that would make «закрыть» meet «открыть».
        """
        return self.terms(tokens(clean(text)), asking=asking)

    def terms(self, words: Sequence[Token], *, asking: bool = False) -> tuple[Term, ...]:
        """The terms of words already cut."""
        morphologies = [analyse(token.word) for token in words]
        extra: list[list[tuple[str, Level]]] = [[] for _ in words]
        _, language_phrases = language_groups()
        for groups, level in ((self._phrases, Level.SYNONYM), (language_phrases, Level.THESAURUS)):
            mark_phrases(morphologies, groups, level, extra)
        counted = numerals(words, morphologies)
        out = []
        for place, (token, morphology, found) in enumerate(zip(words, morphologies, extra, strict=True)):
            own = [key for lemma in morphology.lemmas for key in self._words.get(lemma, ())]
            own += self._words.get(token.word, ())
            keys = (*((key, Level.SYNONYM) for key in own), *found)
            keys += tuple((key, Level.LEMMA) for key in counted.get(place, ())) or _plain_keys(token.word)
            keys = (*_kind_keys(morphology, asking=asking), *keys)
            if asking:
                keys = (*_bare_keys(morphology), *keys)
                if AGAIN.intersection(morphology.lemmas):
                    keys = (("№+", Level.THESAURUS), *keys)
            out.append(Term(token, _best_first(keys), _kind(token.word, morphology), morphology))
        return tuple(out)


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
        for family in family_keys().get(lemma, ()):
            keys.setdefault(family, Level.ROOT)
        for group in words.get(lemma, ()):
            keys.setdefault(group, Level.THESAURUS)
        for tail in tails(lemma):
            keys.setdefault(f"~{root(tail)}", Level.THESAURUS)
            for group in words.get(tail, ()):
                keys.setdefault(group, Level.THESAURUS)
    if analyse(word).first_pos in _VERBAL:
        keys[f"^{root(analyse(word).lemmas[0])}"] = Level.THESAURUS
    return _best_first(keys.items())


def _kind_keys(morphology: Morphology, *, asking: bool) -> Iterator[tuple[str, Level]]:
    """Keys by which a general word of a question («зверь») meets a special one of the base («медведь»)."""
    general, special = kind_keys()
    for lemma in morphology.lemmas:
        if asking and lemma in general:
            yield general[lemma], Level.THESAURUS
        elif not asking:
            yield from ((key, Level.THESAURUS) for key in special.get(lemma, ()))


def _bare_keys(morphology: Morphology) -> Iterator[tuple[str, Level]]:
    """Keys of the verbs that a verb may be made of: «наобещать» of «обещать»."""
    if morphology.first_pos not in _VERBAL:
        return
    for bare in bare_verbs(morphology.lemmas[0]):
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
