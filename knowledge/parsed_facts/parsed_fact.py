"""What a fact offers to a question: its words by field, its examples, its slots."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from knowledge.facts.model import Fact
from knowledge.parsed_facts.statement import Statement
from knowledge.results import Slot
from knowledge.understanding.question import Question

PEOPLE = "#people"
"""The key of a number of people or animals, whatever they are called."""
KeyPlaces = dict[str, int]
"""Key -> place of the word that carries it."""


@dataclass(frozen=True, slots=True)
class Example:
    """An example question, understood; `lemmas` is its matter as one string."""

    text: str
    question: Question
    keys: KeyPlaces
    lemmas: str


@dataclass(slots=True)
class Evidence:
    """One fact, read."""

    fact: Fact
    says: KeyPlaces
    refers: frozenset[str]
    """Keys of the people, posts, sides, places, dates and titles that the fact refers to."""
    subject: frozenset[str]
    """Keys of what the whole base is about."""
    examples: tuple[Example, ...]
    slots: frozenset[Slot]
    """Kinds of thing that its examples ask for."""
    structural: frozenset[Slot]
    """Kinds of thing that its fields hold."""
    quantities: frozenset[str]
    """Keys of what the statement counts: «64 добровольца»."""
    orders: frozenset[int]
    bound: tuple[tuple[str, frozenset[str]], ...]
    """Each ordinal of the texts and the events with the keys of what it numbers."""
    counted: frozenset[str]
    """Keys of what its examples count after «сколько»."""
    attributes: frozenset[str]
    """Attributes that the statement or an example tells or asks for."""
    said: frozenset[Slot]
    """Kinds of thing that the statement itself names: its place, its date, its people."""
    roles: frozenset[str]
    """Roles that the fact itself gives to people."""
    sides: frozenset[str]
    """Keys of the sides of its people."""
    spoken_by: frozenset[str]
    """Ids of those who say it, a side's name among them."""
    events: tuple[tuple[frozenset[str], frozenset[Slot]], ...]
    """For each event that the fact is about: keys of its title, place and people, and what it holds."""
    people: tuple[frozenset[str], ...]
    """Keys of the name of each person with a part in the fact."""
    counts: dict[str, int]
    """How often the statement has each key."""
    label: str
    """An example question that no other fact has, for a list to choose from."""
    length: int
    """Words of the statement that carry meaning."""
    statement: Statement
    askings: dict[str, list[tuple[int, int]]] = field(init=False)
    """Key -> which examples have it, and at which of their words."""
    keys: frozenset[str] = field(init=False)
    meta: frozenset[str] = field(init=False)
    """Keys of all that stands in no word of the fact's own."""
    spoken: frozenset[str] = field(init=False)
    """Keys of the statement and of the examples, without what the fact only refers to."""

    def without(self, question: str) -> Evidence:
        """The same fact with one example question taken out."""
        if question not in self.fact.questions:
            return self
        left = tuple(example for example in self.examples if example.text != question)
        slots = frozenset(slot for example in left for slot in example.question.slots)
        return replace(self, examples=left, slots=slots)

    def __post_init__(self) -> None:
        spoken = set(self.says)
        self.askings = {}
        for number, example in enumerate(self.examples):
            spoken.update(example.keys)
            for key, place in example.keys.items():
                self.askings.setdefault(key, []).append((number, place))
        self.spoken = frozenset(spoken)
        self.meta = self.refers | self.subject
        self.keys = self.spoken | self.meta
