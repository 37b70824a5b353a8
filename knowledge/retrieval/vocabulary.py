"""The words of a whole base: its forms for mending, its names by sort, its subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.facts.model import Event, Fact, FactBase, Person, Terms
from knowledge.facts.serialization import Entity
from knowledge.language import question_words
from knowledge.language.function_words import FUNCTION, LIGHT, POLITE, POLITE_VERBS
from knowledge.language.lexicon import Lexicon
from knowledge.language.numerals import MONTHS, ORDINALS
from knowledge.language.synonyms import Level
from knowledge.language.tokens import folded_words
from knowledge.language.word_class import WordClass


def spelling_forms(entities: Iterable[Entity]) -> Iterator[str]:
    """The word forms that entities use, those of each entity once."""
    for entity in entities:
        yield from {word for text in _texts(entity) for word in folded_words(text)}


def _texts(entity: Entity) -> Iterator[str]:
    match entity:
        case Fact():
            yield from (entity.says, *entity.questions, entity.where or "", entity.said_by or "")
        case Person():
            yield from (entity.name, entity.post or "", entity.side or "", *entity.names)
        case Event():
            yield from (entity.title, entity.where or "")
        case Terms():
            for group in (*entity.synonyms, *entity.short.items()):
                yield from group
            yield from entity.topics.values()


def asking_words() -> set[str]:
    """Words with which any question may be asked, so that slips in them are mended too."""
    nouns = {word for noun in question_words.NOUNS for word in noun.split()}
    return {
        *question_words.QUESTION_WORDS,
        *question_words.WHICH,
        *question_words.YES_NO,
        *nouns,
        *(word for phrase in question_words.PHRASES for word in phrase),
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
    ) | frozenset(key for term in lexicon.read(base.source.title) if term.token.glued for key, _ in term.keys)


SORTS = ("person", "side", "place")


def sort_keys(entities: Iterable[Entity], sort: str, lexicon: Lexicon) -> Iterator[str]:
    """Sure keys of the names of people, of sides or of places: a follow-up replaces one by another."""
    return (
        key
        for entity in entities
        for text in _names(entity, sort)
        for term in lexicon.read(text)
        if term.word_class is WordClass.CONTENT
        for key, level in term.keys
        if level >= Level.ROOT
    )


def _names(entity: Entity, sort: str) -> tuple[str, ...]:
    """What an entity calls by a sort of name."""
    match entity, sort:
        case Person(), "person":
            return (entity.name, *entity.names)
        case Person(), "side":
            return (entity.side or "",)
        case Fact(), "side":
            return (entity.said_by or "",)
        case ((Fact() | Event()), "place"):
            return (entity.where or "",)
    return ()
