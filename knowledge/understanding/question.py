"""Parses a clause: the slots it asks for, the words that ask, and the content words to be matched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from knowledge.data.tables import read_words
from knowledge.language import question_words
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import AnswerForm, Slot
from knowledge.understanding.denials import denied_places
from knowledge.understanding.noun_slots import counted_by_noun, find_noun_slots
from knowledge.understanding.request import NO_REQUEST, Request
from knowledge.understanding.request_parser import read_request
from knowledge.understanding.set_phrases import set_phrase_places
from knowledge.understanding.slots import find_asked_slots
from knowledge.understanding.stated_measure import states_measure
from knowledge.understanding.subordinate import describing_places

_ORDINAL_WINDOW = 2
"""An ordinal numbers a noun within so many words after it."""
_DAY_OF_MONTH = "число"
_DAY = "день"
_WEEK = "неделя"
_TO_BE = "будущий"
"""Of several people it says what they train for, not which event."""
_OCCASIONS = read_words("nouns/occasions")
"""Their ordinal says when or how often, not which event: «на второй день»."""
_MOST_REMEMBERED, _REMEMBERED_LENGTH = 4_096, 200
"""Questions remembered of a lexicon, about 2 KB each beside their terms, and the longest of them."""


@dataclass(frozen=True, slots=True)
class Question:
    """One parsed clause. Places are indexes of `terms`, which are all its words."""

    text: str
    terms: tuple[Term, ...]
    slots: tuple[Slot, ...]
    asking_places: frozenset[int]
    """Of the words that say what is asked."""
    content_places: tuple[int, ...]
    """Of the words that the answer has to match."""
    counted_place: int | None = None
    """Of the noun after «сколько»."""
    head_places: frozenset[int] = frozenset()
    """Of nouns after «какой» and «сколько» that name what is asked."""
    request: Request = NO_REQUEST
    """The form of answer wanted; of an example question it is not read."""

    @property
    def slot(self) -> Slot:
        return self.slots[0] if self.slots else Slot.STATEMENT

    @property
    def only_asks(self) -> bool:
        """«В каком это году было?»: no word of content but those that ask."""
        content = (at for at in self.content_places if self.terms[at].word_class is WordClass.CONTENT)
        return bool(self.slots) and all(at in self.asking_places for at in content)

    @property
    def bound_ordinals(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Each ordinal's key with the keys of the noun that it numbers."""
        return tuple(bind_ordinals(self.terms))

    @property
    def is_bare_which(self) -> bool:
        """«А какой примет вторую?»: «какой» without the noun that says what is asked."""
        words = {self.terms[place].word for place in self.asking_places}
        return bool(words & question_words.WHICH) and not self.head_places and len(self.asking_places) == 1

    @property
    def is_bare_number(self) -> bool:
        """Whether it is nothing but numbers and function words."""
        return all(self.terms[place].word.isdecimal() for place in self.content_places)


def is_time_ordinal(terms: Sequence[Term], place: int) -> bool:
    """«Первый раз», «на следующий день», «будущие врачи»: an ordinal that does not number an event."""
    first = any(key in ("№1", "№+", "№-") for key, _ in terms[place].keys)
    after = terms[place + 1 : place + 3]
    if first and terms[place].lemma == _TO_BE and after:
        people = after[0].morphology
        if people.animate and "plur" in people.genders:
            return True
    return first and any(_OCCASIONS.intersection(term.morphology.lemmas) for term in after)


def bind_ordinals(terms: Sequence[Term]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each ordinal's key with the keys of the nearest noun after it: «вторая фаза испытаний».

    An ordinal without one has the noun of the ordinal before it: «тонна третьего класса и четвёртого». The
    number of a name stands after its noun: «школа № 4», «Тайга-3».
    """
    noun: frozenset[str] | None = None
    for place, term in enumerate(terms):
        ordinal = next((key for key, level in term.keys if level is Level.LEMMA and key[0] == "№"), None)
        if ordinal is None or is_time_ordinal(terms, place):
            continue
        is_name = term.token.glued or term.word.startswith("№")
        after = terms[place - 1 : place] if is_name else terms[place + 1 : place + 1 + _ORDINAL_WINDOW]
        own = next(
            (one for one in after if "NOUN" in one.morphology.pos and one.word_class > WordClass.POLITE), None
        )
        noun = frozenset(key for key, _ in own.keys) if own is not None else noun
        if noun is not None:
            yield ordinal, noun


_asked: WeakKeyDictionary[Lexicon, dict[str, Question]] = WeakKeyDictionary()


def parse_question(text: str, lexicon: Lexicon, *, asking: bool = False) -> Question:
    """Parse one normalised clause; `asking` where a reader asks it, not where it is an example question.

    What a reader asks is parsed several times for one reply, and again by the gate: it is remembered.
    """
    if not asking or len(text) > _REMEMBERED_LENGTH:
        return _parse(text, lexicon, asking=asking)
    known = _asked.setdefault(lexicon, {})
    found = known.get(text)
    if found is None:
        if len(known) >= _MOST_REMEMBERED:
            known.clear()
        found = known[text] = _parse(text, lexicon, asking=True)
    return found


def _parse(text: str, lexicon: Lexicon, *, asking: bool) -> Question:
    terms = lexicon.read(text, asking=asking)
    asked = find_asked_slots(terms, describing_places(text, terms))
    states = False
    if not asked.slots:
        noun_slots = find_noun_slots(terms)
        states = asking and states_measure(terms, noun_slots[0], text)
        if not states:
            asked.slots, asked.asking_places = noun_slots
            counted = counted_by_noun(terms, asked.asking_places)
            if counted is not None:
                asked.counted_place = counted
                asked.head_places.add(counted)
    content = _content_places(text, terms, asked.asking_places)
    if asking and asked.slots and asked.asking_places:
        content = _without_contrast(terms, content, min(asked.asking_places)) or content
    request = read_request(terms, asked.slots, text, states=states) if asking else NO_REQUEST
    if request.form is AnswerForm.LIST:
        # «Список участников» asks for the participants.
        left = tuple(at for at in content if not _only_orders(terms[at]) or at not in request.worded)
        content = left or content
    return Question(
        text=text,
        terms=terms,
        slots=asked.slots,
        asking_places=frozenset(asked.asking_places),
        content_places=content or _content_places(text, terms, _question_word_places(terms)),
        counted_place=asked.counted_place,
        head_places=frozenset(asked.head_places),
        request=request,
    )


def _only_orders(term: Term) -> bool:
    return term.word_class is WordClass.LIGHT


def _content_places(text: str, terms: Sequence[Term], asking_places: set[int]) -> tuple[int, ...]:
    """Places of the words that the answer has to match, without those that only ask."""
    empty = asking_places | set_phrase_places(terms)
    return tuple(
        place
        for place, term in enumerate(terms)
        if place not in empty
        and not _is_day_noun(terms, place)
        and not _is_week_of_day(terms, place)
        and (term.word_class > WordClass.POLITE or _is_number(term) or written_as_name(text, terms, place))
    )


def _is_day_noun(terms: Sequence[Term], place: int) -> bool:
    """«Числа» of «15 числа»: the number says it all."""
    return (
        place > 0
        and terms[place].morphology.lemmas[0] == _DAY_OF_MONTH
        and any(key[0] == "#" for key, _ in terms[place - 1].keys)
    )


def _is_week_of_day(terms: Sequence[Term], place: int) -> bool:
    """«Недели» of «в какой день недели»: the day says it all."""
    is_week = _WEEK in terms[place].morphology.lemmas
    return is_week and place > 0 and _DAY in terms[place - 1].morphology.lemmas


def _without_contrast(terms: Sequence[Term], content: tuple[int, ...], asking: int) -> tuple[int, ...]:
    """Without what is denied before the question word: «был не в Пекине, а где?»."""
    denied = {place for place in denied_places(terms[:asking]) if terms[place].morphology.first_pos == "NOUN"}
    return tuple(place for place in content if place not in denied)


def _question_word_places(terms: Sequence[Term]) -> set[int]:
    """Places of pure question words; a noun that asks («площадки») is content where there is nothing else."""
    pure = question_words.QUESTION_WORDS.keys() | question_words.WHICH | question_words.YES_NO
    return {place for place, term in enumerate(terms) if term.word in pure}


def written_as_name(text: str, terms: Sequence[Term], place: int) -> bool:
    """Whether a word is capitalised inside a sentence that is not all capitals."""
    token = terms[place].token
    return (
        place > 0
        and token.capitalised
        and text[terms[place - 1].token.end : token.start].strip(' «"(') == ""
        and not all(term.token.capitalised for term in terms)
    )


def _is_number(term: Term) -> bool:
    return any(key[0] in "#№/" for key, _ in term.keys)
