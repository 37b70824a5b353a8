"""What is being asked: the slots, the words that ask, and the words that carry the matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.language import asking
from knowledge.language.lexicon import Kind, Level, Lexicon, Term
from knowledge.language.numbers import LAST, NEXT
from knowledge.result import Slot

_ORDINAL_REACHES = 2
_WHICH_REACHES = 4
"""How many words after «какой» its noun may stand: «в каком крупном европейском городе»."""


@dataclass(frozen=True, slots=True)
class Question:
    """One clause, understood.

    `terms` are all its words; `asking` the places of those that say what is asked;
    `matter` the places of those that the answer has to account for.
    """

    text: str
    terms: tuple[Term, ...]
    slots: tuple[Slot, ...]
    asking: frozenset[int]
    matter: tuple[int, ...]
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
    def bound(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Each ordinal with the keys of the noun that it numbers."""
        return tuple(bindings(self.terms))

    @property
    def which_alone(self) -> bool:
        """«А какой примет вторую?»: «какой» without the noun that would say what is asked."""
        words = {self.terms[place].word for place in self.asking}
        return bool(words & asking.WHICH) and not self.heads and len(self.asking) == 1

    @property
    def is_bare_number(self) -> bool:
        """Nothing but numbers and function words."""
        return all(self.terms[place].word.isdecimal() for place in self.matter)

    @property
    def ordinals(self) -> dict[int, int]:
        """Place of each ordinal -> its number."""
        found = {}
        for place, term in enumerate(self.terms):
            for key, level in term.keys:
                if level is Level.LEMMA and key.startswith("№"):
                    found[place] = int(key[1:])
        return found

    @property
    def asks_next(self) -> bool:
        return any(lemma in NEXT for term in self.terms for lemma in term.morphology.lemmas)

    @property
    def asks_last(self) -> bool:
        return any(lemma in LAST for term in self.terms for lemma in term.morphology.lemmas)


def bindings(terms: Sequence[Term]) -> Iterator[tuple[str, frozenset[str]]]:
    """«вторая фаза испытаний»: the ordinal's key and the keys of the nearest noun after it."""
    for place, term in enumerate(terms):
        ordinal = next((key for key, level in term.keys if level is Level.LEMMA and key[0] == "№"), None)
        if ordinal is None:
            continue
        for after in terms[place + 1 : place + 1 + _ORDINAL_REACHES]:
            if "NOUN" in after.morphology.pos and after.kind > Kind.POLITE:
                yield ordinal, frozenset(key for key, _ in after.keys)
                break


def understand(text: str, lexicon: Lexicon, *, asking: bool = False) -> Question:
    """Read one cleaned clause; `asking` where a reader asks it, not where it is an example."""
    terms = lexicon.read(text, asking=asking)
    slots, places, counted, heads = _asked(terms)
    if not slots:
        slots, places = _terse(terms)
    matter = _matter(text, terms, places) or _matter(text, terms, _question_words(terms))
    return Question(text, terms, slots, frozenset(places), matter, counted, frozenset(heads))


def _matter(text: str, terms: Sequence[Term], asking_places: set[int]) -> tuple[int, ...]:
    """Places of the words that the answer must account for, those that only ask left out."""
    return tuple(
        place
        for place, term in enumerate(terms)
        if place not in asking_places
        and (term.kind > Kind.POLITE or _is_number(term) or written_as_name(text, terms, place))
    )


def _question_words(terms: Sequence[Term]) -> set[int]:
    """Places of pure question words: alone they are no matter, unlike a noun that asks («площадки»)."""
    pure = asking.QUESTION_WORDS.keys() | asking.WHICH | asking.YES_NO
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


def _asked(terms: Sequence[Term]) -> tuple[tuple[Slot, ...], set[int], int | None, set[int]]:
    """Slots of all question words, their places, the place of what «сколько» counts, nouns asked for."""
    slots: list[Slot] = []
    places: set[int] = set()
    counted = None
    heads: set[int] = set()
    place = 0
    while place < len(terms):
        slot, length = _phrase_at(terms, place)
        word = terms[place].word
        if slot is None and word in asking.QUESTION_WORDS:
            slot, length = asking.QUESTION_WORDS[word], 1
            if slot is Slot.MANNER and not _asks_way(terms, place):
                slot = Slot.STATEMENT
        elif slot is None and word in asking.WHICH:
            slot, noun = _which(terms, place)
            length = 1
            if noun is not None and slot is not Slot.STATEMENT:
                places.add(noun)
            elif noun is not None:
                heads.add(noun)
        if slot is Slot.NUMBER and counted is None:
            counted = _noun_after(terms, place + length - 1)
        if slot is not None:
            slots.append(slot)
            places.update(range(place, place + length))
        place += max(length, 1)
    slots = [slot for slot in dict.fromkeys(slots) if slot is not Slot.STATEMENT] or slots[:1]
    if not slots and any(term.word in asking.YES_NO for term in terms):
        slots = [Slot.YES_NO]
    places.update(place for place, term in enumerate(terms) if term.word in asking.YES_NO)
    if counted is not None:
        heads.add(counted)
    return tuple(slots), places, counted, heads


def _phrase_at(terms: Sequence[Term], place: int) -> tuple[Slot | None, int]:
    for length in range(min(4, len(terms) - place), 1, -1):
        slot = asking.PHRASES.get(tuple(term.word for term in terms[place : place + length]))
        if slot is not None:
            return slot, length
    return None, 1


def _which(terms: Sequence[Term], place: int) -> tuple[Slot, int | None]:
    """What «какой» asks for, and the place of the noun that says so."""
    for at in range(place + 1, min(place + 1 + _WHICH_REACHES, len(terms))):
        for lemma in terms[at].morphology.lemmas:
            if lemma in asking.PARTIES and not _follows_preposition(terms, place):
                return Slot.STATEMENT, at
            if lemma in asking.NOUNS:
                return asking.NOUNS[lemma], at
        if terms[at].morphology.first_pos == "NOUN":
            return Slot.STATEMENT, at
    return Slot.STATEMENT, None


def _asks_way(terms: Sequence[Term], place: int) -> bool:
    """«Как добраться» asks for a way; «как проголосовал комитет» for what happened."""
    return any(term.morphology.first_pos == "INFN" for term in terms[place + 1 : place + 4])


def _follows_preposition(terms: Sequence[Term], place: int) -> bool:
    return place > 0 and terms[place - 1].morphology.first_pos == "PREP"


def _noun_after(terms: Sequence[Term], place: int) -> int | None:
    for at in range(place + 1, min(place + 1 + _WHICH_REACHES, len(terms))):
        if "NOUN" in terms[at].morphology.pos:
            return at
    return None


def _terse(terms: Sequence[Term]) -> tuple[tuple[Slot, ...], set[int]]:
    """Slots of «дата и место второго диалога»; in a text with a verb only nouns before any other word."""
    verbless = not any(term.morphology.first_pos == "VERB" for term in terms)
    slots: list[Slot] = []
    places: set[int] = set()
    for place, term in enumerate(terms):
        slot = next((asking.NOUNS[lemma] for lemma in term.morphology.lemmas if lemma in asking.NOUNS), None)
        if slot is not None:
            slots.append(slot)
            places.add(place)
        elif not verbless and term.kind is Kind.CONTENT and term.morphology.first_pos in {"NOUN", "VERB"}:
            break
    return tuple(dict.fromkeys(slots)), places
