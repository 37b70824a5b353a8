"""Reads a fact into evidence: what it says, refers to, counts, numbers and tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from knowledge.facts.model import Event, Fact, FactBase, PersonId
from knowledge.language.attribute_reading import told
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.parsed_facts.number_extraction import (
    counted_by,
    date_keys,
    number_keys,
    numbered,
    ordinals_of,
    quantities,
    timed,
)
from knowledge.parsed_facts.parsed_fact import Evidence, Example, KeyPlaces
from knowledge.parsed_facts.statement_parser import parse_statement
from knowledge.results import Slot
from knowledge.understanding.question import Question, understand


def parse_fact(
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
    return Evidence(
        fact=fact,
        says=_places(says),
        counts=key_counts(says),
        label=fact.questions[0] if fact.questions else fact.says,
        length=sum(term.word_class > WordClass.FUNCTION for term in says),
        refers=refers_to(fact, base, lexicon),
        subject=subject,
        examples=asked,
        slots=frozenset(slot for example in asked for slot in example.question.slots),
        structural=frozenset(_structural(fact, events, people)),
        quantities=frozenset(quantities(says)),
        orders=frozenset(event.order for event in events if event.order is not None),
        bound=tuple(numbered(says, asked, events, lexicon)),
        counted=frozenset(counted_by(asked)),
        attributes=told(says).union(*(told(example.question.terms) for example in asked), timed(fact)),
        roles=frozenset(part.role for part in fact.people) | ({"speaker"} if fact.said_by else set()),
        sides=frozenset(_sides(fact, base, lexicon)),
        spoken_by=frozenset(_speakers(fact)),
        said=frozenset(_said(fact, events, says, base, lexicon)),
        events=tuple(_event(event, base, lexicon) for event in events),
        people=tuple(_name_keys(part.person, base, lexicon) for part in fact.people),
        statement=parse_statement(fact, says, events, base, lexicon, asked),
    )


def refers_to(fact: Fact, base: FactBase, lexicon: Lexicon) -> frozenset[str]:
    """Keys of all that a fact refers to: people, places, dates, titles, what its roles are asked by."""
    return frozenset().union(*referred_keys(fact, base, lexicon))


def referred_keys(fact: Fact, base: FactBase, lexicon: Lexicon) -> Iterator[frozenset[str]]:
    """The same one by one; many facts refer to each."""
    events = [base.event_by_id[event] for event in fact.about if event in base.event_by_id]
    yield from map(lexicon.content, filter(None, _referred(fact, events, base)))
    yield frozenset((*_roles(fact), *ordinals_of(events)))
    yield from map(date_keys, (fact.when, *(event.when for event in events)))


def key_counts(terms: Sequence[Term]) -> Counter[str]:
    """How often a statement has each key."""
    return Counter(key for term in terms if term.word_class > WordClass.FUNCTION for key, _ in term.keys)


def _example(text: str, lexicon: Lexicon, known: dict[str, Example]) -> Example:
    if text not in known:
        question = understand(text, lexicon)
        known[text] = Example(text, question, _places(question.terms), lemma_line(question))
    return known[text]


def lemma_line(question: Question) -> str:
    """The lemmas of a question's matter, for rapidfuzz."""
    return " ".join(question.terms[place].lemma for place in question.content_places)


def _places(terms: Sequence[Term]) -> KeyPlaces:
    keys: KeyPlaces = {}
    for place, term in enumerate(terms):
        for key, _ in term.keys:
            keys.setdefault(key, place)
    return keys


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


def _name_keys(person_id: PersonId, base: FactBase, lexicon: Lexicon) -> frozenset[str]:
    person = base.person_by_id.get(person_id)
    return frozenset(_sure_keys((person.name, *person.names), lexicon)) if person else frozenset()


def _sure_keys(texts: Iterable[str], lexicon: Lexicon) -> set[str]:
    return set().union(*map(lexicon.sure, texts))


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


def _sides(fact: Fact, base: FactBase, lexicon: Lexicon) -> set[str]:
    people = (base.person_by_id.get(part.person) for part in fact.people)
    return _sure_keys([person.side or "" for person in people if person is not None], lexicon)


def _speakers(fact: Fact) -> Iterator[str]:
    if fact.said_by:
        yield fact.said_by
    yield from (part.person for part in fact.people if part.role == "speaker")


def _event(event: Event, base: FactBase, lexicon: Lexicon) -> tuple[frozenset[str], frozenset[Slot]]:
    names = [base.person_by_id[part.person].name for part in event.people if part.person in base.person_by_id]
    keys = number_keys([event.title, event.where or "", *names], lexicon) | date_keys(event.when)
    held = {Slot.DATE: event.when, Slot.PLACE: event.where, Slot.PERSON: event.people}
    return frozenset(keys | set(ordinals_of([event]))), frozenset(
        slot for slot, value in held.items() if value
    )
