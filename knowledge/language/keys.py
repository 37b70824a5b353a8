"""The keys that a word has by itself: lemmas, numbers, roots, families, the language's thesaurus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from knowledge.language.compounds import bare_verbs, tails
from knowledge.language.families import family_keys
from knowledge.language.groups import Level, kind_keys, language_groups
from knowledge.language.morphology import Morphology, analyse
from knowledge.language.numbers import AGAIN, CARDINALS, LAST, MONTH_ADJECTIVES, MONTHS, NEXT, ORDINALS
from knowledge.language.roots import root

Keys = tuple[tuple[str, Level], ...]
_VERBAL = frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})


def best_first(keys: Iterable[tuple[str, Level]]) -> tuple[tuple[str, Level], ...]:
    return tuple(sorted(dict(keys).items(), key=lambda pair: -pair[1]))


@lru_cache(maxsize=200_000)
def plain_keys(word: str) -> tuple[tuple[str, Level], ...]:
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
    return best_first(keys.items())


def special_keys(morphology: Morphology) -> Iterator[tuple[str, Level]]:
    """Keys by which a special word of the base («медведь») is found by a general one («зверь»)."""
    _, special = kind_keys()
    for lemma in morphology.lemmas:
        yield from ((key, Level.THESAURUS) for key in special.get(lemma, ()))


@lru_cache(maxsize=20_000)
def asking_keys(word: str) -> tuple[tuple[str, Level], ...]:
    """Keys that a word has in a question besides, as a general one («зверь») those of its kinds."""
    morphology = analyse(word)
    general, _ = kind_keys()
    again = (("№+", Level.THESAURUS),) if AGAIN.intersection(morphology.lemmas) else ()
    kinds = ((general[lemma], Level.THESAURUS) for lemma in morphology.lemmas if lemma in general)
    return (*kinds, *again, *_bare_keys(morphology))


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
