"""The keys of a word whatever stands beside it: lemmas, numbers, roots, families, the thesaurus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from knowledge.language.calendar_words import MONTH_ADJECTIVES, MONTHS
from knowledge.language.city_words import city_keys
from knowledge.language.compounds import compound_tails, unprefixed_verbs
from knowledge.language.fond_names import full_names
from knowledge.language.morphology import Morphology, analyse
from knowledge.language.numerals import AGAIN, CARDINALS, LAST, NEXT, ORDINALS
from knowledge.language.plain_words import plain_words
from knowledge.language.roots import root
from knowledge.language.synonyms import Level, hyponym_keys, language_groups
from knowledge.language.values.compounds import compound_of
from knowledge.language.word_families import family_keys

_VERBAL = frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})


def best_first(keys: Iterable[tuple[str, Level]]) -> tuple[tuple[str, Level], ...]:
    return tuple(sorted(dict(keys).items(), key=lambda pair: -pair[1]))


def word_keys(word: str) -> tuple[tuple[str, Level], ...]:
    """The keys of a folded word that depend on no pack."""
    morphology = analyse(word)
    return _keys_of(morphology.lemmas, morphology.first_pos in _VERBAL)


@lru_cache(maxsize=60_000)
def _keys_of(lemmas: tuple[str, ...], verbal: bool) -> tuple[tuple[str, Level], ...]:
    """The keys of all words with these lemmas; `verbal` if the likeliest reading is a verb."""
    keys: dict[str, Level] = {}
    words, _ = language_groups()
    for lemma in lemmas:
        keys[lemma] = Level.LEMMA
        number = number_key(lemma)
        if number:
            keys[number] = Level.LEMMA
        if not number and len(lemma) > 2:
            keys.setdefault(f"~{root(lemma)}", Level.ROOT)
        for family in (*family_keys().get(lemma, ()), *city_keys(lemma)):
            keys.setdefault(family, Level.ROOT)
        for group in words.get(lemma, ()):
            keys.setdefault(group, Level.THESAURUS)
        counted = compound_of(lemma)
        if counted is not None:
            # «Сколько лет» of «десятилетний».
            keys.setdefault(f"~{root(counted.unit)}", Level.THESAURUS)
        for tail in compound_tails(lemma):
            keys.setdefault(f"~{root(tail)}", Level.THESAURUS)
            for group in words.get(tail, ()):
                keys.setdefault(group, Level.THESAURUS)
    if verbal:
        keys[f"^{root(lemmas[0])}"] = Level.THESAURUS
    return best_first(keys.items())


def hypernym_keys(morphology: Morphology) -> Iterator[tuple[str, Level]]:
    """The keys by which a general word («зверь») finds a special one of the base («медведь»)."""
    _, special = hyponym_keys()
    for lemma in morphology.lemmas:
        yield from ((key, Level.THESAURUS) for key in special.get(lemma, ()))


@lru_cache(maxsize=20_000)
def question_keys(word: str) -> tuple[tuple[str, Level], ...]:
    """Further keys of a word in a question: as a general word («зверь»), as a prefixed verb («наобещать»),
    as a small or feminine noun («билетик»), as a fond name («Тимоша»)."""
    morphology = analyse(word)
    general, _ = hyponym_keys()
    again = (("№+", Level.THESAURUS),) if AGAIN.intersection(morphology.lemmas) else ()
    kinds = ((general[lemma], Level.THESAURUS) for lemma in morphology.lemmas if lemma in general)
    names = ((name, Level.SYNONYM) for name in full_names(morphology))
    return (*names, *kinds, *again, *_unprefixed_keys(morphology), *_plain_keys(morphology))


def _plain_keys(morphology: Morphology) -> Iterator[tuple[str, Level]]:
    """Keys of the plain words of a small, fond or feminine one: «билет» of «билетик»."""
    words, _ = language_groups()
    for plain in plain_words(morphology):
        yield f"~{root(plain)}", Level.THESAURUS
        yield from ((group, Level.THESAURUS) for group in words.get(plain, ()))


def _unprefixed_keys(morphology: Morphology) -> Iterator[tuple[str, Level]]:
    """Keys of the verbs that a verb may be formed from: «обещать» of «наобещать»."""
    if morphology.first_pos not in _VERBAL:
        return
    for bare in unprefixed_verbs(morphology.lemmas[0]):
        yield f"^{root(bare)}", Level.THESAURUS


def number_key(lemma: str) -> str | None:
    """`#2` for «двое», `№2` for «второй», `№+` for «следующий», `/6` for «июнь»; None for another word."""
    if lemma.isdecimal() and len(lemma) <= _LONGEST_NUMBER:
        return f"#{int(lemma)}"
    return _NUMBERS.get(lemma)


_LONGEST_NUMBER = 24
"""Digits; a longer run of them is a word like any other."""
_NUMBERS: Mapping[str, str] = {
    **{name: f"/{number}" for names in (MONTH_ADJECTIVES, MONTHS) for number, name in enumerate(names, 1)},
    **{word: f"#{number}" for word, number in CARDINALS.items()},
    **dict.fromkeys(LAST, "№-"),
    **dict.fromkeys(NEXT, "№+"),
    **{word: f"№{number}" for word, number in ORDINALS.items()},
}
"""Of a word with several keys the last one counts."""
