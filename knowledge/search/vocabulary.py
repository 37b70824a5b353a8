"""The words of a whole base: its forms for mending, its names by sort, its subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from knowledge.language import asking
from knowledge.language.function_words import FUNCTION, LIGHT, POLITE, POLITE_VERBS
from knowledge.language.groups import Level
from knowledge.language.lexicon import Kind, Lexicon
from knowledge.language.numbers import MONTHS, ORDINALS
from knowledge.language.text import clean, tokens
from knowledge.model import Event, FactBase
from knowledge.search.evidence import Evidence


def forms(base: FactBase) -> set[str]:
    """Every word form that the base uses."""
    return {token.word for text in _texts(base) for token in tokens(clean(text))}


def _texts(base: FactBase) -> Iterator[str]:
    for fact in base.facts:
        yield from (fact.says, *fact.questions, fact.where or "", fact.said_by or "")
    for person in base.people:
        yield from (person.name, person.post or "", person.side or "", *person.names)
    for event in base.events:
        yield from _event_texts(event)
    for group in base.terms.synonyms:
        yield from group
    for short, full in base.terms.short.items():
        yield from (short, full)
    yield from base.terms.topics.values()


def _event_texts(event: Event) -> tuple[str, ...]:
    return (event.title, event.where or "")


def asking_words() -> set[str]:
    """Words with which any question may be asked, so that slips in them are mended too."""
    nouns = {word for noun in asking.NOUNS for word in noun.split()}
    return {
        *asking.QUESTION_WORDS,
        *asking.WHICH,
        *asking.YES_NO,
        *nouns,
        *(word for phrase in asking.PHRASES for word in phrase),
        *(FUNCTION | LIGHT | POLITE | POLITE_VERBS),
        *ORDINALS,
        *MONTHS,
    }


def subject_of(base: FactBase, lexicon: Lexicon) -> frozenset[str]:
    """Sure keys of the proper names in the titles of the pack and its events: «мост через Велью»."""
    texts = (base.source.title, base.source.about, *(event.title for event in base.events))
    return frozenset(
        key
        for text in texts
        for place, term in enumerate(lexicon.read(text))
        if term.is_name or (place and term.token.capitalised)
        for key, level in term.keys
        if level is Level.LEMMA and not key.startswith(("#", "№", "/"))
    )


def label_options(evidence: Iterable[Evidence]) -> None:
    """Give each fact the first example question that it has alone, so that no two options read the same."""
    items = list(evidence)
    owners = Counter(question for item in items for question in item.fact.questions)
    for item in items:
        item.label = next((text for text in item.fact.questions if owners[text] == 1), item.label)


def sorts_of(base: FactBase, lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Sure keys of the names of people, sides and places: a follow-up replaces one by another."""
    texts = {
        "person": [name for person in base.people for name in (person.name, *person.names)],
        "side": [person.side or "" for person in base.people] + [fact.said_by or "" for fact in base.facts],
        "place": [where or "" for where in (*(e.where for e in base.events), *(f.where for f in base.facts))],
    }
    return {
        sort: frozenset(
            key
            for text in names
            for term in lexicon.read(text)
            if term.kind is Kind.CONTENT
            for key, level in term.keys
            if level >= Level.ROOT
        )
        for sort, names in texts.items()
    }
