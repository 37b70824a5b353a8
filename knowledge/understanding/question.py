"""What is being asked: the slots, the words that ask, and the words that carry the matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.language import question_words
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Slot
from knowledge.understanding.slots import asked, terse

_ORDINAL_REACHES = 2
TIMES_COUNTED = frozenset("раз день попытка очередь утро неделя".split())
"""Nouns whose ordinal says when or how often, not which event."""


@dataclass(frozen=True, slots=True)
class Question:
    """One clause, understood.

    `terms` are all its words; `asking` the places of those that say what is asked;
    `query` the places of those that the answer has to account for.
    """

    text: str
    terms: tuple[Term, ...]
    slots: tuple[Slot, ...]
    asking: frozenset[int]
    content_places: tuple[int, ...]
    counted: int | None = None
    """The place of the noun after «сколько»."""
    heads: frozenset[int] = frozenset()
    """Places of nouns after «какой» and «сколько» that name what is asked."""

    @property
    def slot(self) -> Slot:
        return self.slots[0] if self.slots else Slot.STATEMENT

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(key for term in self.terms for key, _ in term.keys)

    @property
    def bound_ordinals(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Each ordinal with the keys of the noun that it numbers."""
        return tuple(bindings(self.terms))

    @property
    def which_alone(self) -> bool:
        """«А какой примет вторую?»: «какой» without the noun that would say what is asked."""
        words = {self.terms[place].word for place in self.asking}
        return bool(words & question_words.WHICH) and not self.heads and len(self.asking) == 1

    @property
    def is_bare_number(self) -> bool:
        """Nothing but numbers and function words."""
        return all(self.terms[place].word.isdecimal() for place in self.content_places)


def numbers_times(terms: Sequence[Term], place: int) -> bool:
    """«Первый раз», «на следующий день»: an ordinal that numbers no event of the base."""
    first = any(key in ("№1", "№+") for key, _ in terms[place].keys)
    after = terms[place + 1 : place + 3]
    return first and any(TIMES_COUNTED.intersection(term.morphology.lemmas) for term in after)


def bindings(terms: Sequence[Term]) -> Iterator[tuple[str, frozenset[str]]]:
    """«вторая фаза испытаний»: the ordinal's key and the keys of the nearest noun after it."""
    for place, term in enumerate(terms):
        ordinal = next((key for key, level in term.keys if level is Level.LEMMA and key[0] == "№"), None)
        if ordinal is None or numbers_times(terms, place):
            continue
        for after in terms[place + 1 : place + 1 + _ORDINAL_REACHES]:
            if "NOUN" in after.morphology.pos and after.word_class > WordClass.POLITE:
                yield ordinal, frozenset(key for key, _ in after.keys)
                break


def understand(text: str, lexicon: Lexicon, *, asking: bool = False) -> Question:
    """Read one cleaned clause; `asking` where a reader asks it, not where it is an example."""
    terms = lexicon.read(text, asking=asking)
    found = asked(terms)
    if not found.slots:
        found.slots, found.places = terse(terms)
    query = _content_places(text, terms, found.places) or _content_places(text, terms, _question_words(terms))
    return Question(
        text, terms, found.slots, frozenset(found.places), query, found.counted, frozenset(found.heads)
    )


def _content_places(text: str, terms: Sequence[Term], asking_places: set[int]) -> tuple[int, ...]:
    """Places of the words that the answer must account for, those that only ask left out."""
    return tuple(
        place
        for place, term in enumerate(terms)
        if place not in asking_places
        and (term.word_class > WordClass.POLITE or _is_number(term) or written_as_name(text, terms, place))
    )


def _question_words(terms: Sequence[Term]) -> set[int]:
    """Places of pure question words: alone they are no matter, unlike a noun that asks («площадки»)."""
    pure = question_words.QUESTION_WORDS.keys() | question_words.WHICH | question_words.YES_NO
    return {place for place, term in enumerate(terms) if term.word in pure}


def written_as_name(text: str, terms: Sequence[Term], place: int) -> bool:
    """A capital letter in the middle of a sentence that is not all capitals."""
    token = terms[place].token
    return (
        place > 0
        and token.capitalised
        and text[terms[place - 1].token.end : token.start].strip(' «"(') == ""
        and not all(term.token.capitalised for term in terms)
    )


def _is_number(term: Term) -> bool:
    return any(key[0] in "#№/" for key, _ in term.keys)
