"""Parses a fact: its statement and examples as keys, what it refers to, the slots that it fills."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from knowledge.facts.model import Event, Fact, FactBase, PersonId
from knowledge.language.attributes import stated_attributes
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.parsed_facts.number_extraction import (
    bound_ordinals,
    content_keys,
    counted_keys,
    counts_people,
    date_keys,
    day_part_keys,
    event_ordinals,
    quantity_keys,
)
from knowledge.parsed_facts.parsed_fact import PEOPLE, Example, KeyPlaces, ParsedEvent, ParsedFact
from knowledge.parsed_facts.statement_parser import parse_statement
from knowledge.results import Slot
from knowledge.understanding.question import parse_question

_FEW_PEOPLE = 300
"""Among more of them nobody is looked for by the surname alone."""


def parse_fact(
    fact: Fact,
    base: FactBase,
    lexicon: Lexicon,
    examples: dict[str, Example],
    subject_keys: frozenset[str] = frozenset(),
) -> ParsedFact:
    """Parse one fact. `examples` caches parsed questions; `subject_keys` are those of the whole base."""
    statement = lexicon.read(fact.says)
    events = [base.event_by_id[event] for event in fact.about if event in base.event_by_id]
    parsed = tuple(_example(text, lexicon, examples) for text in fact.questions)
    return ParsedFact(
        fact=fact,
        statement_keys=_places(statement),
        key_counts=count_keys(statement),
        label=fact.questions[0] if fact.questions else fact.says,
        length=sum(term.word_class > WordClass.FUNCTION for term in statement),
        reference_keys=frozenset().union(*reference_keys(fact, base, lexicon)),
        subject_keys=subject_keys,
        examples=parsed,
        example_slots=frozenset(slot for example in parsed for slot in example.question.slots),
        field_slots=frozenset(_field_slots(fact, events)),
        quantity_keys=frozenset(quantity_keys(statement)) | ({PEOPLE} if counts_people(fact.says) else set()),
        bound_ordinals=tuple(bound_ordinals(statement, parsed, events, lexicon)),
        counted_keys=frozenset(counted_keys(parsed)),
        attributes=frozenset(_attributes(fact, statement, parsed)),
        roles=frozenset(part.role for part in fact.people) | ({"speaker"} if fact.said_by else set()),
        side_keys=frozenset(_side_keys(fact, base, lexicon)),
        speakers=frozenset(_speakers(fact)),
        statement_slots=frozenset(_statement_slots(fact, events, statement, base, lexicon)),
        events=tuple(_parsed_event(event, base, lexicon) for event in events),
        people=tuple(_name_keys(part.person, base, lexicon) for part in fact.people),
        statement=parse_statement(fact, statement, events, base, lexicon, parsed),
    )


def reference_keys(fact: Fact, base: FactBase, lexicon: Lexicon) -> Iterator[frozenset[str]]:
    """Keys of people, places, dates, titles and roles that a fact refers to: a set for each reference,
    since many facts share it."""
    events = [base.event_by_id[event] for event in fact.about if event in base.event_by_id]
    yield from map(lexicon.content, filter(None, _referred_texts(fact, events, base)))
    yield from map(lexicon.content, _names_told(fact, base, lexicon))
    yield frozenset((*_role_keys(fact), *event_ordinals(events)))
    yield day_part_keys(fact.says)
    yield from map(date_keys, (fact.when, *(event.when for event in events)))


def count_keys(terms: Sequence[Term]) -> Counter[str]:
    """How often each key occurs in a statement, without function words."""
    return Counter(key for term in terms if term.word_class > WordClass.FUNCTION for key, _ in term.keys)


def _example(text: str, lexicon: Lexicon, cache: dict[str, Example]) -> Example:
    if text not in cache:
        question = parse_question(text, lexicon)
        lemmas = " ".join(question.terms[place].lemma for place in question.content_places)
        cache[text] = Example(text, question, _places(question.terms), lemmas)
    return cache[text]


def _places(terms: Sequence[Term]) -> KeyPlaces:
    keys: KeyPlaces = {}
    for place, term in enumerate(terms):
        for key, _ in term.keys:
            keys.setdefault(key, place)
    return keys


def _referred_texts(fact: Fact, events: Sequence[Event], base: FactBase) -> Iterator[str]:
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


def _names_told(fact: Fact, base: FactBase, lexicon: Lexicon) -> Iterator[str]:
    """The full names of people whom the statement calls by the surname alone."""
    if len(base.people) > _FEW_PEOPLE:
        return
    words = (term for term in lexicon.read(fact.says) if term.token.capitalised)
    told = {key for term in words for key, level in term.keys if level is Level.LEMMA}
    for person in base.people:
        if told & lexicon.sure(person.name.rpartition(" ")[2]):
            yield person.name


def _role_keys(fact: Fact) -> Iterator[str]:
    """Keys of the words that ask for the roles of the fact's people."""
    for part in fact.people:
        yield from ROLE_WORDS.get(part.role, ())
    if fact.said_by:
        yield from ROLE_WORDS["speaker"]


def _field_slots(fact: Fact, events: Sequence[Event]) -> Iterator[Slot]:
    yield Slot.STATEMENT
    yield Slot.YES_NO
    yield Slot.SOURCE
    if fact.where or any(event.where for event in events):
        yield Slot.PLACE
    if fact.when or any(event.when for event in events):
        yield Slot.DATE
    if fact.said_by or fact.people or any(event.people for event in events):
        yield Slot.PERSON
    if fact.said_by or any(part.role == "speaker" for part in fact.people):
        yield Slot.SPEAKER
    if fact.people:
        yield Slot.POST
        yield Slot.SIDE


def _name_keys(person_id: PersonId, base: FactBase, lexicon: Lexicon) -> frozenset[str]:
    person = base.person_by_id.get(person_id)
    return frozenset(_lemma_keys((person.name, *person.names), lexicon)) if person else frozenset()


def _attributes(fact: Fact, statement: Sequence[Term], examples: Sequence[Example]) -> Iterator[str]:
    for terms in (statement, *(example.question.terms for example in examples)):
        yield from stated_attributes(terms)
    if fact.when is not None and fact.when.is_interval:
        yield "duration"


def _lemma_keys(texts: Iterable[str], lexicon: Lexicon) -> set[str]:
    return set().union(*map(lexicon.sure, texts))


def _statement_slots(
    fact: Fact, events: Sequence[Event], statement: Sequence[Term], base: FactBase, lexicon: Lexicon
) -> Iterator[Slot]:
    lemma_keys = {key for term in statement for key, level in term.keys if level is Level.LEMMA}
    if _lemma_keys([fact.where or "", *(event.where or "" for event in events)], lexicon) & lemma_keys:
        yield Slot.PLACE
    dates = (fact.when, *(event.when for event in events))
    if any(date_keys(when) & lemma_keys for when in dates) or any(key[0] == "/" for key in lemma_keys):
        yield Slot.DATE
    if any(_lemma_keys([person.name], lexicon) & lemma_keys for person in base.people):
        yield Slot.PERSON


def _side_keys(fact: Fact, base: FactBase, lexicon: Lexicon) -> set[str]:
    people = (base.person_by_id.get(part.person) for part in fact.people)
    return _lemma_keys([person.side or "" for person in people if person is not None], lexicon)


def _speakers(fact: Fact) -> Iterator[str]:
    if fact.said_by:
        yield fact.said_by
    yield from (part.person for part in fact.people if part.role == "speaker")


def _parsed_event(event: Event, base: FactBase, lexicon: Lexicon) -> ParsedEvent:
    names = [base.person_by_id[part.person].name for part in event.people if part.person in base.person_by_id]
    keys = content_keys([event.title, event.where or "", *names], lexicon)
    keys |= {*date_keys(event.when), *event_ordinals([event])}
    values = {Slot.DATE: event.when, Slot.PLACE: event.where, Slot.PERSON: event.people}
    return ParsedEvent(frozenset(keys), frozenset(slot for slot, value in values.items() if value))
