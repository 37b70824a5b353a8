"""The people and sides of a base with the keys of their names, made once for all questions."""

from __future__ import annotations

from knowledge.facts.model import FactBase
from knowledge.language.lexicon import Lexicon


class NamedSubjects:
    """In the order of the base; of a person the sure keys of all names, of a side those of its content words.

    A side is that of a person, or one that says a fact.
    """

    def __init__(self, base: FactBase, lexicon: Lexicon) -> None:
        self.people = tuple(
            (person, frozenset(key for name in (person.name, *person.names) for key in lexicon.sure(name)))
            for person in base.people
        )
        said_by = (fact.said_by for fact in base.facts if fact.said_by not in base.person_by_id)
        sides = dict.fromkeys(side for side in (*(one.side for one in base.people), *said_by) if side)
        self.sides = tuple((side, lexicon.content(side)) for side in sides)
