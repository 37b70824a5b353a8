"""The words of a base's entities: word forms for the spell checker, name keys by kind, the base's subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from knowledge.facts.edits import entities
from knowledge.facts.model import Event, Fact, FactBase, Person, Source, Terms
from knowledge.facts.serialization import Entity
from knowledge.language.lexicon import Lexicon
from knowledge.language.synonyms import Level
from knowledge.language.tokens import folded_words
from knowledge.language.word_class import WordClass

NAME_KINDS = ("person", "side", "place")


class Multiset:
    """An immutable Counter whose members are computed once and shared with copies that have the same ones."""

    def __init__(self, counts: Counter[str]) -> None:
        self._counts = counts

    @cached_property
    def members(self) -> frozenset[str]:
        return frozenset(self._counts)

    def updated(self, removed: Iterable[str], added: Iterable[str]) -> Multiset:
        """The multiset after an edit; the same object where nothing changes."""
        difference = Counter(added)
        difference.subtract(removed)
        difference = Counter({member: by for member, by in difference.items() if by})
        if not difference:
            return self
        counts = self._counts.copy()
        for member, by in difference.items():
            counts[member] += by
            if not counts[member]:
                del counts[member]
        other = Multiset(counts)
        if counts.keys() == self._counts.keys():
            other.__dict__["members"] = self.members
        return other


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityCatalogue:
    """Counted, so that an edit of one entity updates it cheaply."""

    word_forms: Multiset
    names: Mapping[str, Multiset]
    """Keys of the names of people, sides and places, by kind."""
    title_keys: frozenset[str]
    """Keys of the proper names in titles, also of people, sides and places."""
    subject_keys: frozenset[str]
    """The title keys without names of people, sides and places."""

    @classmethod
    def of(cls, base: FactBase, lexicon: Lexicon, fact_forms: Counter[str] | None = None) -> EntityCatalogue:
        """`fact_forms` are the word forms of all facts, where they are counted already."""
        parts = entities(base).values()
        uncounted = (one for one in parts if fact_forms is None or not isinstance(one, Fact))
        counts = Counter(_word_forms(uncounted))
        counts.update(fact_forms or {})
        names = {kind: Multiset(Counter(_name_keys(parts, kind, lexicon))) for kind in NAME_KINDS}
        return cls._with(Multiset(counts), names, _title_keys(base, lexicon))

    def updated(
        self, removed: Collection[Entity], added: Collection[Entity], base: FactBase, lexicon: Lexicon
    ) -> EntityCatalogue:
        """The catalogue of `base`, which differs in these entities."""
        names = {
            kind: keys.updated(_name_keys(removed, kind, lexicon), _name_keys(added, kind, lexicon))
            for kind, keys in self.names.items()
        }
        retitled = any(isinstance(entity, Source | Event) for entity in (*removed, *added))
        titles = _title_keys(base, lexicon) if retitled else self.title_keys
        return self._with(self.word_forms.updated(_word_forms(removed), _word_forms(added)), names, titles)

    @classmethod
    def _with(
        cls, word_forms: Multiset, names: Mapping[str, Multiset], title_keys: frozenset[str]
    ) -> EntityCatalogue:
        named = [keys.members for keys in names.values()]
        subject_keys = frozenset(key for key in title_keys if not any(key in keys for keys in named))
        return cls(word_forms=word_forms, names=names, title_keys=title_keys, subject_keys=subject_keys)

    @property
    def name_keys(self) -> dict[str, frozenset[str]]:
        """Keys of the names of people, sides and places, by kind."""
        return {kind: keys.members for kind, keys in self.names.items()}


def _word_forms(some: Iterable[Entity]) -> Iterator[str]:
    """The word forms of entities, those of each entity once."""
    for entity in some:
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


def _name_keys(some: Iterable[Entity], kind: str, lexicon: Lexicon) -> Iterator[str]:
    """Keys, by lemma, synonym or root, of the names of one kind."""
    return (
        key
        for entity in some
        for text in _names(entity, kind)
        for term in lexicon.read(text)
        if term.word_class is WordClass.CONTENT
        for key, level in term.keys
        if level >= Level.ROOT
    )


def _names(entity: Entity, kind: str) -> tuple[str, ...]:
    match entity, kind:
        case Person(), "person":
            return (entity.name, *entity.names)
        case Person(), "side":
            return (entity.side or "",)
        case Fact(), "side":
            return (entity.said_by or "",)
        case ((Fact() | Event()), "place"):
            return (entity.where or "",)
    return ()


def _title_keys(base: FactBase, lexicon: Lexicon) -> frozenset[str]:
    """Keys of the proper names in the titles of the pack and its events: «мост через Велью»."""
    texts = (base.source.title, base.source.about, *(event.title for event in base.events))
    return frozenset(
        key
        for text in texts
        for place, term in enumerate(lexicon.read(text))
        if term.is_name or (place and term.token.capitalised)
        for key, level in term.keys
        if level is Level.LEMMA and not key.startswith(("#", "№", "/"))
    ) | frozenset(key for term in lexicon.read(base.source.title) if term.token.glued for key, _ in term.keys)
