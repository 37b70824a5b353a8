"""One-slip spellings of the words that decide: ordinals, question words, months, numerals, surnames, nouns.

A spelling that is another real word, a word of the pack, or as near to another deciding word is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from random import Random

from knowledge.facts.model import FactBase
from tests.generated.cases import Case, shows
from tests.generated.numerals import number_words
from tests.generated.russian import (
    MONTHS,
    QUESTION_WORDS,
    fold,
    is_known,
    lemma,
    parses,
    part,
    with_case_of,
    words,
)

_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
PER_WORD = 2
"""Spellings of one word in one question."""


def slips(base: FactBase, rng: Random) -> Iterator[Case]:
    """Example questions with one deciding word spelt wrong."""
    nouns, surnames = pack_nouns(base), _surnames(base)
    known = _known_forms(base)
    for fact in base.facts:
        for question in fact.questions:
            for word in dict.fromkeys(words(question)):
                kind = _deciding(word, nouns, surnames)
                if kind is None or question.count(word) != 1:
                    continue
                fresh = spellings(word)
                rng.shuffle(fresh)
                clear = (each for each in fresh if is_unmistakable(each, word, known))
                for made in islice(clear, PER_WORD):
                    ask = question.replace(word, with_case_of(made, word))
                    yield Case(
                        kind=f"slip-{kind}", ask=ask, judge=shows((fact.id,)), expected=f"{fact.id} ({word})",
                        facts=(fact.id,), plain=question,
                    )  # fmt: skip


def spellings(word: str) -> list[str]:
    """All spellings with one letter dropped, doubled, swapped with the next, or hit beside its key."""
    text = word.lower()
    made: list[str] = []
    for at, letter in enumerate(text):
        if len(text) > 3:
            made.append(text[:at] + text[at + 1 :])
        made.append(text[:at] + letter + text[at:])
        if at + 1 < len(text) and text[at + 1] != letter:
            made.append(text[:at] + text[at + 1] + letter + text[at + 2 :])
        made += [text[:at] + near + text[at + 1 :] for near in _neighbours(fold(letter))]
    return [each for each in dict.fromkeys(made) if each != text]


def is_unmistakable(spelt: str, word: str, known: frozenset[str]) -> bool:
    """Whether a spelling is no word and no nearer to another deciding word than to its own."""
    if is_known(spelt) or fold(spelt) in known:
        return False
    near = (other for other in known if one_slip_apart(fold(spelt), other))
    return all(lemma(other) == lemma(word) for other in near)


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one insertion, deletion, replacement or swap of neighbours makes one word of another."""
    if abs(len(one) - len(other)) > 1:
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    mine, theirs = one[head:], other[head:]
    if len(one) == len(other):
        return mine[1:] == theirs[1:] or (mine[:2] == theirs[:2][::-1] and mine[2:] == theirs[2:])
    return mine[1:] == theirs if len(one) > len(other) else mine == theirs[1:]


def pack_nouns(base: FactBase) -> frozenset[str]:
    """Lemmas of the nouns of four letters or more in titles and statements."""
    texts = [base.source.title, *(event.title for event in base.events), *(fact.says for fact in base.facts)]
    return frozenset(
        lemma(word) for text in texts for word in words(text) if len(word) >= 4 and part(word) == "NOUN"
    )  # fmt: skip


@cache
def _neighbours(letter: str) -> tuple[str, ...]:
    """Letters of the keys left and right of this one."""
    for row in _ROWS:
        at = row.find(letter)
        if at >= 0:
            return tuple(row[max(0, at - 1) : at] + row[at + 1 : at + 2])
    return ()


def _surnames(base: FactBase) -> frozenset[str]:
    return frozenset(lemma(word) for person in base.people for word in words(person.name) if len(word) >= 4)


def _deciding(word: str, nouns: frozenset[str], surnames: frozenset[str]) -> str | None:
    """The kind of deciding word, None for another word."""
    base, tag = lemma(word), parses(word)[0].tag
    if len(word) < 3 or not word.isalpha() or word.isupper():
        return None
    kinds = {
        "question": base in QUESTION_WORDS,
        "month": base in MONTHS,
        "numeral": fold(word) in number_words(),
        "ordinal": "Anum" in tag,
        "surname": base in surnames and word[0].isupper(),
        "noun": base in nouns,
    }
    return next((kind for kind, holds in kinds.items() if holds), None)


@cache
def _fixed_forms() -> frozenset[str]:
    """Every form of months, question words, ordinals up to ten, and the numerals."""
    ordinals = "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый".split()
    return frozenset(
        fold(form.word) for word in (*MONTHS, *QUESTION_WORDS, *ordinals) for form in parses(word)[0].lexeme
    ) | frozenset(number_words())


def _known_forms(base: FactBase) -> frozenset[str]:
    """Forms that a spelling must not be, nor be near to: the fixed ones and all words of the pack."""
    texts = [base.source.title, *(event.title for event in base.events)]
    texts += [text for fact in base.facts for text in (fact.says, *fact.questions)]
    texts += [name for person in base.people for name in (person.name, *person.names)]
    return _fixed_forms() | {fold(word) for text in texts for word in words(text) if len(word) >= 3}
