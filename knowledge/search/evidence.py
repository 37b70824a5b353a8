"""What a fact offers to a question: its words by field, its examples, its slots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from knowledge.dates import CalendarDate, EdtfDate
from knowledge.language.lexicon import Kind, Level, Lexicon, Term
from knowledge.language.numbers import SEASONS, WEEKDAYS
from knowledge.language.roles import ROLE_WORDS
from knowledge.language.telling import told
from knowledge.model import Event, Fact, FactBase, PersonId
from knowledge.question import Question, bindings, understand
from knowledge.result import Slot

if TYPE_CHECKING:
    from knowledge.search.index import Index

PEOPLE = "#people"
"""The key of a number of people or animals, whatever they are called."""
Keys = dict[str, int]
"""Key -> place of the word that carries it."""


@dataclass(slots=True)
class Example:
    """An example question, understood; `lemmas` is its matter as one string."""

    text: str
    question: Question
    keys: Keys
    lemmas: str
    total: float = 0.0
    """The weight of all its matter, known once `weights` was called."""
    _weights: dict[int, float] | None = None

    def weights(self, index: Index) -> dict[int, float]:
        """Place -> weight of each word of its matter, worked out when first asked for."""
        if self._weights is None:
            terms = self.question.terms
            self._weights = {place: index.weight(terms[place]) for place in self.question.matter}
            self.total = sum(self._weights.values()) or 1e-9
        return self._weights


@dataclass(slots=True)
class Evidence:
    """One fact, read."""

    fact: Fact
    says: Keys
    meta: frozenset[str]
    """Keys of the people, posts, sides, places, dates and titles that the fact refers to."""
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
    keys: frozenset[str] = field(init=False)
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
        for example in self.examples:
            spoken.update(example.keys)
        self.spoken = frozenset(spoken)
        self.keys = self.spoken | self.meta


def gather(
    fact: Fact,
    base: FactBase,
    lexicon: Lexicon,
    examples: dict[str, Example],
    subject: frozenset[str] = frozenset(),
) -> Evidence:
    """Read one fact. `examples` remembers questions already understood; `subject` is what all is about."""
    says = lexicon.read(fact.says)
    events = [base.event_by_id[event] for event in fact.about if event in base.event_by_id]
    people = [part.person for part in fact.people] + [part.person for e in events for part in e.people]
    asked = tuple(_example(text, lexicon, examples) for text in fact.questions)
    meta = _keys_of(_referred(fact, events, base), lexicon) | set(_roles(fact)) | set(_orders(events)) | subject
    for when in (fact.when, *(event.when for event in events)):
        meta |= date_keys(when)
    return Evidence(
        fact=fact,
        says=_places(says),
        counts=Counter(key for term in says if term.kind > Kind.FUNCTION for key, _ in term.keys),
        label=fact.questions[0] if fact.questions else fact.says,
        length=sum(term.kind > Kind.FUNCTION for term in says),
        meta=frozenset(meta),
        examples=asked,
        slots=frozenset(slot for example in asked for slot in example.question.slots),
        structural=frozenset(_structural(fact, events, people)),
        quantities=frozenset(_quantities(says)),
        orders=frozenset(event.order for event in events if event.order is not None),
        bound=tuple(_bound(says, asked, events, lexicon)),
        counted=frozenset(_counted(asked)),
        attributes=told(says).union(*(told(example.question.terms) for example in asked), _timed(fact)),
        roles=frozenset(part.role for part in fact.people) | ({"speaker"} if fact.said_by else set()),
        spoken_by=frozenset(_speakers(fact)),
        said=frozenset(_said(fact, events, says, base, lexicon)),
        events=tuple(_event(event, base, lexicon) for event in events),
        people=tuple(_name_keys(part.person, base, lexicon) for part in fact.people),
    )


def _example(text: str, lexicon: Lexicon, known: dict[str, Example]) -> Example:
    if text not in known:
        question = understand(text, lexicon)
        known[text] = Example(text, question, _places(question.terms), lemma_line(question))
    return known[text]


def lemma_line(question: Question) -> str:
    """The lemmas of a question's matter, for rapidfuzz."""
    return " ".join(question.terms[place].lemma for place in question.matter)


def _places(terms: Sequence[Term]) -> Keys:
    keys: Keys = {}
    for place, term in enumerate(terms):
        for key, _ in term.keys:
            keys.setdefault(key, place)
    return keys


def _keys_of(texts: Iterable[str], lexicon: Lexicon) -> set[str]:
    return {
        key
        for text in texts
        for term in lexicon.read(text)
        if term.kind > Kind.FUNCTION
        for key, _ in term.keys
    }


def _referred(fact: Fact, events: Sequence[Event], base: FactBase) -> Iterator[str]:
    """Texts of all that a fact refers to."""
    yield fact.where or ""
    yield base.terms.topics.get(fact.topic, "")
    yield fact.said_by or ""
    for event in events:
        yield event.title
        yield event.where or ""
    named = [part.person for part in fact.people] + [PersonId(fact.said_by or "")]
    for person_id in named:
        person = base.person_by_id.get(person_id)
        if person is not None:
            yield from (person.name, person.post or "", person.side or "", *person.names)


def _roles(fact: Fact) -> Iterator[str]:
    """Keys of the words by which people ask for the roles that a fact gives."""
    for part in fact.people:
        yield from ROLE_WORDS.get(part.role, ())
    if fact.said_by:
        yield from ROLE_WORDS["speaker"]


def _orders(events: Iterable[Event]) -> Iterator[str]:
    for event in events:
        if event.order is not None:
            yield f"№{event.order}"
        if event.follows is not None:
            yield from ("№+", *ROLE_WORDS["next"])


def _structural(fact: Fact, events: Sequence[Event], people: Sequence[PersonId]) -> Iterator[Slot]:
    yield Slot.STATEMENT
    yield Slot.YES_NO
    yield Slot.SOURCE
    if fact.where or any(event.where for event in events):
        yield Slot.PLACE
    if fact.when or any(event.when for event in events):
        yield Slot.DATE
    if people or fact.said_by:
        yield Slot.PERSON
    if fact.said_by or any(part.role == "speaker" for part in fact.people):
        yield Slot.SPEAKER
    if fact.people:
        yield Slot.POST
        yield Slot.SIDE


def date_keys(when: EdtfDate | None) -> set[str]:
    """Keys of the year, the season, the month, the day and the weekday of a date."""
    if when is None:
        return set()
    keys: set[str] = set()
    for point in (when.start, when.end):
        if point is not None:
            keys |= _point_keys(point)
    return keys


def _point_keys(point: CalendarDate) -> set[str]:
    keys = {f"#{point.year}", str(point.year)}
    if point.month is not None and point.month in SEASONS:
        return keys | {SEASONS[point.month]}
    if point.month is not None:
        keys.add(f"/{point.month}")
    if point.day is not None:
        keys |= {f"#{point.day}", WEEKDAYS[point.first_day.weekday()]}
    return keys


def _quantities(terms: Sequence[Term]) -> Iterator[str]:
    """Keys of the nouns after a number that is no year; a year's «года» is no quantity."""
    for place, term in enumerate(terms):
        number = next((key for key, level in term.keys if level is Level.LEMMA and key[0] == "#"), None)
        if number is None:
            continue
        for after in terms[place + 1 : place + 4]:
            if "NOUN" in after.morphology.pos:
                if not (after.lemma == "год" and int(number[1:]) > 1000):
                    yield from (key for key, _ in after.keys)
                    if after.morphology.animate:
                        yield PEOPLE
                break


def _name_keys(person_id: PersonId, base: FactBase, lexicon: Lexicon) -> frozenset[str]:
    person = base.person_by_id.get(person_id)
    return frozenset(_sure_keys((person.name, *person.names), lexicon)) if person else frozenset()


def _sure_keys(texts: Iterable[str], lexicon: Lexicon) -> set[str]:
    return {
        key
        for text in texts
        for term in lexicon.read(text)
        for key, level in term.keys
        if level is Level.LEMMA
    }


def _said(
    fact: Fact, events: Sequence[Event], says: Sequence[Term], base: FactBase, lexicon: Lexicon
) -> Iterator[Slot]:
    """Slots whose value stands in the statement's own words."""
    own = {key for term in says for key, level in term.keys if level is Level.LEMMA}
    if _sure_keys([fact.where or "", *(event.where or "" for event in events)], lexicon) & own:
        yield Slot.PLACE
    dates = (fact.when, *(event.when for event in events))
    if any(date_keys(when) & own for when in dates) or any(key[0] == "/" for key in own):
        yield Slot.DATE
    if any(_sure_keys([person.name], lexicon) & own for person in base.people):
        yield Slot.PERSON


def _speakers(fact: Fact) -> Iterator[str]:
    if fact.said_by:
        yield fact.said_by
    yield from (part.person for part in fact.people if part.role == "speaker")


def _timed(fact: Fact) -> frozenset[str]:
    """An interval tells how long something lasts."""
    return frozenset({"duration"} if fact.when is not None and fact.when.is_interval else ())


def _event(event: Event, base: FactBase, lexicon: Lexicon) -> tuple[frozenset[str], frozenset[Slot]]:
    names = [base.person_by_id[part.person].name for part in event.people if part.person in base.person_by_id]
    keys = _keys_of([event.title, event.where or "", *names], lexicon) | date_keys(event.when)
    held = {Slot.DATE: event.when, Slot.PLACE: event.where, Slot.PERSON: event.people}
    return frozenset(keys | set(_orders([event]))), frozenset(slot for slot, value in held.items() if value)


def _bound(
    says: Sequence[Term], examples: Sequence[Example], events: Sequence[Event], lexicon: Lexicon
) -> Iterator[tuple[str, frozenset[str]]]:
    yield from bindings(says)
    for example in examples:
        yield from example.question.bound
    for event in events:
        title = frozenset(_keys_of([event.title], lexicon))
        yield from ((key, title) for key in _orders([event]) if key[0] == "№")


def _counted(examples: Iterable[Example]) -> Iterator[str]:
    for example in examples:
        if example.question.counted is not None:
            yield from (key for key, _ in example.question.terms[example.question.counted].keys)
