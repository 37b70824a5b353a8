"""A parsed fact: all that a question is matched against."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import NamedTuple

from knowledge.facts.model import Fact
from knowledge.parsed_facts.statement import Statement
from knowledge.results import Slot
from knowledge.understanding.question import Question

PEOPLE = "#people"
"""The key of a counted noun that means people or animals, whatever the noun."""
KeyPlaces = dict[str, int]
"""Key -> place of the first word that has it."""


@dataclass(frozen=True, slots=True)
class Example:
    """A parsed example question; `lemmas` are those of its content words as one string."""

    text: str
    question: Question
    keys: KeyPlaces
    lemmas: str


class ParsedEvent(NamedTuple):
    """An event that a fact is about."""

    keys: frozenset[str]
    """Keys of its title, place, people and date."""
    slots: frozenset[Slot]
    """Kinds of value that its record holds."""


@dataclass(slots=True)
class ParsedFact:
    """One fact, parsed. Keys are those of `Lexicon`: of lemmas, synonyms, roots and numbers."""

    fact: Fact
    statement_keys: KeyPlaces
    reference_keys: frozenset[str]
    """Keys of the people, posts, sides, places, dates and titles that the fact refers to."""
    subject_keys: frozenset[str]
    """Keys of the subject of the whole base."""
    examples: tuple[Example, ...]
    example_slots: frozenset[Slot]
    """Slots that its examples ask for."""
    field_slots: frozenset[Slot]
    """Slots that its fields, or those of its events, fill."""
    statement_slots: frozenset[Slot]
    """Slots that words of the statement fill: its place, its date, its people."""
    quantity_keys: frozenset[str]
    """Keys of the nouns that the statement counts: «64 добровольца»."""
    counted_keys: frozenset[str]
    """Keys of the nouns that its examples count: «сколько добровольцев»."""
    bound_ordinals: tuple[tuple[str, frozenset[str]], ...]
    """Each ordinal of the texts and the events with the keys of the noun that it numbers."""
    attributes: frozenset[str]
    """Attributes (age, price, reason, …) that the statement gives or an example asks for."""
    roles: frozenset[str]
    """Roles of the fact's own people."""
    side_keys: frozenset[str]
    """Keys of the sides of its people."""
    speakers: frozenset[str]
    """Ids of the people, and names of the sides, who say it."""
    events: tuple[ParsedEvent, ...]
    people: tuple[frozenset[str], ...]
    """For each of its people the keys of the name."""
    key_counts: dict[str, int]
    """How often each key occurs in the statement."""
    length: int
    """Number of words of the statement without function words."""
    label: str
    """How the fact is called in a list of options: an example question that no other fact has."""
    statement: Statement
    all_examples: tuple[Example, ...] = field(init=False)
    """One that is left out is still among them."""
    examples_by_key: dict[str, list[int]] = field(init=False)
    """The places in `all_examples` of those that have a key."""
    left_out: str | None = field(init=False)
    """The text of an example question that is left out."""
    text_keys: frozenset[str] = field(init=False)
    """Keys of the fact's own texts: the statement and the examples."""
    indirect_keys: frozenset[str] = field(init=False)
    """Keys of what the fact refers to and of the subject, without those of its texts."""
    keys: frozenset[str] = field(init=False)
    """All of them."""

    def without(self, question: str) -> ParsedFact:
        """The same fact with one example question left out."""
        if question not in self.fact.questions:
            return self
        other = copy(self)
        other.left_out = question
        other.examples = tuple(example for example in self.examples if example.text != question)
        other.example_slots = frozenset(slot for one in other.examples for slot in one.question.slots)
        lost = {key for example in self.examples if example.text == question for key in example.keys}
        lost -= self.statement_keys.keys()
        lost -= {key for key in lost if any(one.text != question for one in self._examples_with(key))}
        if lost:
            other.text_keys = self.text_keys - lost
            other.indirect_keys = (self.reference_keys | self.subject_keys) - other.text_keys
            other.keys = other.text_keys | other.indirect_keys
        return other

    def _examples_with(self, key: str) -> Iterator[Example]:
        return (self.all_examples[place] for place in self.examples_by_key[key])

    def __post_init__(self) -> None:
        text_keys = set(self.statement_keys)
        self.all_examples, self.examples_by_key, self.left_out = self.examples, {}, None
        for place, example in enumerate(self.examples):
            text_keys.update(example.keys)
            for key in example.keys:
                self.examples_by_key.setdefault(key, []).append(place)
        self.text_keys = frozenset(text_keys)
        self.indirect_keys = (self.reference_keys | self.subject_keys) - self.text_keys
        self.keys = self.text_keys | self.indirect_keys
