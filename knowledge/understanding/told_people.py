"""Whom «они», «оба», «остальные», «из них», «второй», «кроме него» of a follow-up stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups
from knowledge.facts.model import FactBase, Person, PersonId
from knowledge.language.lexicon import Term
from knowledge.language.numerals import ORDINALS
from knowledge.understanding.pronouns import PERSONAL

_WORDS = read_groups("requests/last_told")
_OF_THEM = read_groups("function_words/prepositions")["of_them"]
_NEAR_ROLES = frozenset({"chair", "host", "guest", "speaker"})
"""Roles that make few people a set; whoever comes is a member."""
_PAIR = 2


@dataclass(frozen=True, slots=True)
class ToldPeople:
    """`answers` holds the people of each of the last answers, the last answer last; of some nobody."""

    answers: tuple[tuple[Person, ...], ...]
    base: FactBase

    @property
    def last(self) -> tuple[Person, ...]:
        """Those of the last answer: «он», «они», «кроме них»."""
        return self.answers[-1] if self.answers else ()

    @property
    def several(self) -> tuple[Person, ...]:
        """Those of the last answer that named several: «из них», «среди них»."""
        return next((one for one in reversed(self.answers) if len(one) >= _PAIR), ())

    @property
    def both(self) -> tuple[Person, ...]:
        """The two of the last answer, or those of the last two, each told of alone."""
        if len(self.last) == _PAIR:
            return self.last
        alone = tuple(dict.fromkeys(one[0] for one in self.answers[-_PAIR:] if len(one) == 1))
        return alone if len(alone) == _PAIR else ()

    @property
    def rest(self) -> tuple[Person, ...]:
        """«Остальные»: those of the set told of before, else of the same role, who are not the last."""
        return tuple(one for one in self._whole(self.last) if one not in self.last)

    @property
    def one_by_one(self) -> tuple[Person, ...]:
        """All those told of since the last answer that named several, with these."""
        start = max((at for at, one in enumerate(self.answers) if len(one) >= _PAIR), default=0)
        return tuple(dict.fromkeys(person for people in self.answers[start:] for person in people))

    @property
    def last_left(self) -> Person | None:
        """«Кто третий?» after two: the only one of their set who was not told of."""
        told = self.one_by_one
        left = [one for one in self._fellows(told) if one not in told]
        return left[0] if len(left) == 1 else None

    @property
    def is_of_one_role(self) -> bool:
        """Whether the last are the people, or some, of one role at an event."""
        return any({one.id for one in self.last} <= {*ids} for ids in self._roles())

    def _whole(self, people: Sequence[Person]) -> tuple[Person, ...]:
        """The last set told of that has all these people and others; else those of their role."""
        wider = (one for one in reversed(self.answers[:-1]) if {*one} > {*people})
        return next(wider, ()) or self._fellows(people)

    def _fellows(self, people: Sequence[Person]) -> tuple[Person, ...]:
        """The smallest set of one role at an event that has all these people and others."""
        own = {one.id for one in people}
        sets = [ids for ids in self._roles() if own and own < {*ids}]
        known = self.base.person_by_id
        return tuple(known[one] for one in min(sets, key=len, default=()) if one in known)

    def _roles(self) -> Iterator[tuple[PersonId, ...]]:
        for event in self.base.events:
            for role in _NEAR_ROLES:
                yield tuple(part.person for part in event.people if part.role == role)


def told_people(conversation: Conversation, base: FactBase) -> ToldPeople:
    known = (
        tuple(base.person_by_id[one] for one in people if one in base.person_by_id)
        for people in conversation.told_people
    )
    return ToldPeople(tuple(known), base)


def means_of_them(terms: Sequence[Term]) -> bool:
    """«Из них», «среди них»."""
    return any(before.word in _OF_THEM and after.word in PERSONAL for before, after in pairwise(terms))


def ordinal_of(terms: Sequence[Term]) -> int | None:
    """Which one in the order told: «второй» 2, «последний» -1."""
    for term in terms:
        if is_last(term):
            return -1
        number = next((ORDINALS[lemma] for lemma in term.morphology.lemmas if lemma in ORDINALS), None)
        if number is not None:
            return number
    return None


def is_last(term: Term) -> bool:
    return bool(_WORDS["last"].intersection((term.word, *term.morphology.lemmas)))


def at_ordinal(number: int, people: Sequence[Person]) -> Person | None:
    """The one at a place in the order told, -1 for the last."""
    place = number if number < 0 else number - 1
    return people[place] if -len(people) <= place < len(people) else None
